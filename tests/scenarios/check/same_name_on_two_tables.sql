-- title: checks of one name on two tables, only one changes
-- from
CREATE TABLE a (x int CONSTRAINT positive CHECK (x > 0));
CREATE TABLE b (x int CONSTRAINT positive CHECK (x > 0));
-- seed
INSERT INTO a VALUES (5);
INSERT INTO b VALUES (5);
-- to
CREATE TABLE a (x int CONSTRAINT positive CHECK (x > 0));
CREATE TABLE b (x int CONSTRAINT positive CHECK (x > 1));
-- seed
INSERT INTO a VALUES (5);
INSERT INTO b VALUES (5);
-- shape: forbid drop table, drop table column
