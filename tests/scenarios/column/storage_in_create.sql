-- title: storage stated in CREATE TABLE
-- pg: >=16
-- from
CREATE TABLE t (a text, b text STORAGE EXTERNAL, c text STORAGE DEFAULT);
-- to
CREATE TABLE t (a text STORAGE MAIN, b text STORAGE EXTENDED, c text STORAGE PLAIN COMPRESSION pglz, d text STORAGE EXTERNAL);
-- shape: require alter table column; forbid drop table, drop table column
-- refused back: deletes_data
