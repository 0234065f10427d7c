-- title: the start changes, the position stays
-- from
CREATE SEQUENCE s START WITH 10;
-- seed
SELECT nextval('s'), nextval('s');
-- to
CREATE SEQUENCE s START WITH 20;
-- seed
SELECT nextval('s'), nextval('s');
-- shape: require alter sequence; forbid drop sequence
-- shape back: require alter sequence; forbid drop sequence
