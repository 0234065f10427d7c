-- title: a scalar and a range, with the extension that makes it possible
-- extensions: btree_gist
-- from
CREATE TABLE booking (id int PRIMARY KEY, room int NOT NULL, during tstzrange NOT NULL);
-- seed
INSERT INTO booking VALUES (1, 1, '[2020-01-01,2020-02-01)'), (2, 2, '[2020-01-01,2020-02-01)');
-- to
CREATE EXTENSION btree_gist;
CREATE TABLE booking (id int PRIMARY KEY, room int NOT NULL, during tstzrange NOT NULL, EXCLUDE USING gist (room WITH =, during WITH &&));
-- seed
INSERT INTO booking VALUES (1, 1, '[2020-01-01,2020-02-01)'), (2, 2, '[2020-01-01,2020-02-01)');
-- shape: require create extension, create table constraint; forbid drop table, drop table column
-- shape back: require drop extension, drop table constraint; forbid drop table, drop table column
