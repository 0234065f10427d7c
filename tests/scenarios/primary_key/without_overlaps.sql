-- title: a temporal key and a temporal reference
-- pg: >=18
-- extensions: btree_gist
-- from
CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, during daterange NOT NULL);
CREATE TABLE booking (id int, room int, during daterange);
-- seed
INSERT INTO room VALUES (1, '[2020-01-01,2021-01-01)');
INSERT INTO booking VALUES (1, 1, '[2020-02-01,2020-03-01)');
-- to
CREATE EXTENSION btree_gist;
CREATE TABLE room (id int, during daterange NOT NULL, PRIMARY KEY (id, during WITHOUT OVERLAPS));
CREATE TABLE booking (id int, room int, during daterange, CONSTRAINT one_at_a_time UNIQUE (room, during WITHOUT OVERLAPS),
    CONSTRAINT in_room FOREIGN KEY (room, PERIOD during) REFERENCES room (id, PERIOD during));
-- seed
INSERT INTO room VALUES (1, '[2020-01-01,2021-01-01)');
INSERT INTO booking VALUES (1, 1, '[2020-02-01,2020-03-01)');
-- shape: require create table constraint; forbid drop table, drop table column
-- shape back: require drop table constraint; forbid drop table, drop table column
