-- title: sequences become wider and narrower
-- from
CREATE SEQUENCE a AS integer;
CREATE SEQUENCE b AS bigint MAXVALUE 1000;
CREATE SEQUENCE c AS smallint INCREMENT BY -1;
-- seed
SELECT setval('a', 41), setval('b', 42);
-- to
CREATE SEQUENCE a AS bigint;
CREATE SEQUENCE b AS smallint MAXVALUE 1000;
CREATE SEQUENCE c AS integer INCREMENT BY -1;
-- shape: require alter sequence; forbid drop sequence
-- shape back: require alter sequence; forbid drop sequence
