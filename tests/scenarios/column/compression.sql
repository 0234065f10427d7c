-- title: compression methods come, change and go
-- from
CREATE TABLE t (a text, b text COMPRESSION pglz, c text COMPRESSION lz4);
-- to
CREATE TABLE t (a text COMPRESSION lz4, b text COMPRESSION lz4, c text, d text COMPRESSION pglz);
-- shape: require alter table column; forbid drop table, drop table column
-- refused back: deletes_data
