-- title: two unique constraints on the same column, a foreign key bound to one of them, which goes
-- from
CREATE TABLE parent (id int, CONSTRAINT first UNIQUE (id), CONSTRAINT second UNIQUE (id));
CREATE TABLE child (p int CONSTRAINT to_parent REFERENCES parent (id));
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1);
-- to
CREATE TABLE parent (id int, CONSTRAINT second UNIQUE (id));
CREATE TABLE child (p int CONSTRAINT to_parent REFERENCES parent (id));
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child VALUES (1);
-- shape: require drop table constraint; forbid drop table, drop table column
