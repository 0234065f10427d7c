-- title: storage modes in every form
-- from
CREATE TABLE t (a text, b text, c text, d bytea);
ALTER TABLE t ALTER b SET STORAGE EXTERNAL, ALTER c SET STORAGE MAIN, ALTER d SET STORAGE PLAIN;
-- to
CREATE TABLE t (a text, b text, c text, d bytea);
ALTER TABLE t ALTER a SET STORAGE PLAIN, ALTER b SET STORAGE MAIN, ALTER c SET STORAGE EXTERNAL;
-- shape: require alter table column; forbid drop table, drop table column
