-- title: a retype resets storage and compression, which must come back
-- from
CREATE TABLE t (id int PRIMARY KEY, a text COMPRESSION lz4, b varchar(5));
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET STORAGE MAIN, ALTER a SET STATISTICS 77, ALTER b SET (n_distinct = 5);
COMMENT ON COLUMN t.a IS 'an a';
-- seed
INSERT INTO t VALUES (1, 'a', 'b');
-- to
CREATE TABLE t (id int PRIMARY KEY, a varchar(30) COMPRESSION lz4, b varchar(10));
ALTER TABLE t ALTER a SET STORAGE EXTERNAL, ALTER b SET STORAGE MAIN, ALTER a SET STATISTICS 77, ALTER b SET (n_distinct = 5);
COMMENT ON COLUMN t.a IS 'an a';
-- seed
INSERT INTO t VALUES (1, 'a', 'b');
-- shape: require alter table column; forbid drop table, drop table column
