-- title: both ends of a foreign key change from text to citext
-- extensions: citext
-- from
CREATE TABLE parent (code text PRIMARY KEY);
CREATE TABLE child (code text NOT NULL REFERENCES parent ON UPDATE CASCADE);
-- seed
INSERT INTO parent VALUES ('A');
INSERT INTO child VALUES ('A');
-- to
CREATE EXTENSION citext;
CREATE TABLE parent (code citext PRIMARY KEY);
CREATE TABLE child (code citext NOT NULL REFERENCES parent ON UPDATE CASCADE);
-- seed
INSERT INTO parent VALUES ('A');
INSERT INTO child VALUES ('A');
-- shape: require alter table column; forbid drop table, drop table column
