-- title: storage parameters and tablespace of the index behind a key
-- tablespaces: sc_fast
-- from
CREATE TABLE t (id int PRIMARY KEY WITH (fillfactor = 70), u int UNIQUE);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY WITH (fillfactor = 80, deduplicate_items = off), u int UNIQUE WITH (fillfactor = 50) USING INDEX TABLESPACE sc_fast);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: forbid drop table, drop table column
