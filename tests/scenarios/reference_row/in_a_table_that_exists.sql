-- title: an existing table gets its first declared rows
-- from
CREATE TABLE country (code char(2) PRIMARY KEY, name text);
-- seed
INSERT INTO country VALUES ('de', 'wrong'), ('fr', 'France');
-- to
CREATE TABLE country (code char(2) PRIMARY KEY, name text);
INSERT INTO country VALUES ('de', 'Deutschland'), ('at', 'Österreich');
-- shape: require create reference row; forbid drop table, drop reference row
-- refused: deletes_data
