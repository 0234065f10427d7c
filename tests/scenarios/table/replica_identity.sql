-- title: replica identity in all its forms
-- from
CREATE TABLE plain (id int PRIMARY KEY);
CREATE TABLE full_row (id int PRIMARY KEY);
ALTER TABLE full_row REPLICA IDENTITY FULL;
CREATE TABLE nothing (id int PRIMARY KEY);
ALTER TABLE nothing REPLICA IDENTITY NOTHING;
CREATE TABLE by_index (id int NOT NULL, x int NOT NULL);
CREATE UNIQUE INDEX by_index_id ON by_index (id);
CREATE UNIQUE INDEX by_index_x ON by_index (x);
ALTER TABLE by_index REPLICA IDENTITY USING INDEX by_index_id;
-- to
CREATE TABLE plain (id int PRIMARY KEY);
ALTER TABLE plain REPLICA IDENTITY FULL;
CREATE TABLE full_row (id int PRIMARY KEY);
ALTER TABLE full_row REPLICA IDENTITY NOTHING;
CREATE TABLE nothing (id int PRIMARY KEY);
CREATE TABLE by_index (id int NOT NULL, x int NOT NULL);
CREATE UNIQUE INDEX by_index_id ON by_index (id);
CREATE UNIQUE INDEX by_index_x ON by_index (x);
ALTER TABLE by_index REPLICA IDENTITY USING INDEX by_index_x;
-- shape: require alter table; forbid drop table, drop index
