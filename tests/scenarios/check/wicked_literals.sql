-- title: checks whose literals hold quotes, backslashes, dollars, line breaks and percent signs
-- from
CREATE TABLE t (a text CONSTRAINT a_check CHECK (a <> 'it''s'), b text CONSTRAINT b_check CHECK (b ~ '^\d+\\$'));
-- seed
INSERT INTO t VALUES ('a', E'1\\');
-- to
CREATE TABLE t (a text CONSTRAINT a_check CHECK (a NOT LIKE '%''%' AND a <> '$$' AND a <> '$do$' AND a <> '${x}'), b text CONSTRAINT b_check CHECK (b <> E'two\nlines' AND b <> E'\\'), CONSTRAINT "$$ check" CHECK (a <> '--' AND b <> '/*'));
-- seed
INSERT INTO t VALUES ('a', E'1\\');
-- shape: require create table constraint; forbid drop table, drop table column
