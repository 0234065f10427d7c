-- title: a domain over a limited text gets another limit, in arrays and defaults too
-- from
CREATE DOMAIN code AS varchar(20) COLLATE "C" DEFAULT 'none' CONSTRAINT code_some CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, c code, d code[] DEFAULT '{a}', e code DEFAULT 'own' NOT NULL);
CREATE INDEX t_c ON t (c) WHERE c <> 'x';
-- seed
INSERT INTO t VALUES (1, 'abc', '{d,e}', 'f');
-- to
CREATE DOMAIN code AS varchar(5) COLLATE "C" DEFAULT 'none' CONSTRAINT code_some CHECK (VALUE <> '');
CREATE TABLE t (id int PRIMARY KEY, c code, d code[] DEFAULT '{a}', e code DEFAULT 'own' NOT NULL);
CREATE INDEX t_c ON t (c) WHERE c <> 'x';
-- shape: forbid drop table column
