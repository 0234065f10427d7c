-- title: cache and cycle
-- from
CREATE SEQUENCE a CACHE 10;
CREATE SEQUENCE b MAXVALUE 9 CYCLE;
-- to
CREATE SEQUENCE a;
CREATE SEQUENCE b MAXVALUE 9 CACHE 3;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
