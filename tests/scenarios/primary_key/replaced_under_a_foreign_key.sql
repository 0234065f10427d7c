-- title: a primary key is replaced under foreign keys, one of them its own
-- from
CREATE TABLE parent (id int PRIMARY KEY, up int REFERENCES parent, x int NOT NULL);
CREATE TABLE child (p int CONSTRAINT child_parent REFERENCES parent ON DELETE CASCADE);
COMMENT ON CONSTRAINT child_parent ON child IS 'to the parent';
-- seed
INSERT INTO parent VALUES (1, NULL, 1), (2, 1, 2);
INSERT INTO child VALUES (2);
-- to
CREATE TABLE parent (id int, up int, x int NOT NULL, CONSTRAINT parent_pkey PRIMARY KEY (id) INCLUDE (x));
ALTER TABLE parent ADD FOREIGN KEY (up) REFERENCES parent;
CREATE TABLE child (p int CONSTRAINT child_parent REFERENCES parent ON DELETE CASCADE);
COMMENT ON CONSTRAINT child_parent ON child IS 'to the parent';
-- seed
INSERT INTO parent VALUES (1, NULL, 1), (2, 1, 2);
INSERT INTO child VALUES (2);
-- shape: require drop table constraint, create table constraint; forbid drop table, drop table column
-- later: CREATE TABLE later_t (p int REFERENCES parent);
