-- title: serial becomes bigserial, smallserial serial: column and sequence
-- from
CREATE TABLE t (id serial PRIMARY KEY, s smallserial);
-- seed
INSERT INTO t DEFAULT VALUES;
-- to
CREATE TABLE t (id bigserial PRIMARY KEY, s serial);
-- seed
INSERT INTO t DEFAULT VALUES;
-- shape: require alter table column, alter sequence; forbid drop table, drop table column, drop sequence
-- later: INSERT INTO t DEFAULT VALUES;
