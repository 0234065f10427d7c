-- title: a check and a foreign key with names of 63 bytes, guards must find them
-- from
CREATE TABLE t (id int PRIMARY KEY, a int);
-- seed
INSERT INTO t VALUES (1, 1);
-- to
CREATE TABLE t (id int PRIMARY KEY, a int
    CONSTRAINT k23456789_123456789_123456789_123456789_123456789_123456789_123 CHECK (a > 0)
    CONSTRAINT "ääääääääääääääääääääääääääääääx" REFERENCES t);
-- seed
INSERT INTO t VALUES (1, 1);
-- shape: require create table constraint; forbid drop table, drop table column
