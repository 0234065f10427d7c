-- title: plain columns take a domain
-- from
CREATE DOMAIN email AS text CONSTRAINT email_at CHECK (VALUE ~ '@');
CREATE TABLE t (a text NOT NULL, b varchar(50) DEFAULT 'x@y');
-- seed
INSERT INTO t VALUES ('a@b', 'c@d');
-- to
CREATE DOMAIN email AS text CONSTRAINT email_at CHECK (VALUE ~ '@');
CREATE TABLE t (a email NOT NULL, b email DEFAULT 'x@y');
-- seed
INSERT INTO t VALUES ('a@b', 'c@d');
-- shape: require alter table column; forbid drop table column
-- shape back: require alter table column; forbid drop table column
