-- title: rows of tables that refer to each other
-- from
CREATE TABLE a_child (id int PRIMARY KEY, parent int);
CREATE TABLE z_parent (id int PRIMARY KEY, name text);
ALTER TABLE a_child ADD CONSTRAINT a_child_fkey FOREIGN KEY (parent) REFERENCES z_parent;
INSERT INTO z_parent VALUES (1, 'one'), (2, 'two');
INSERT INTO a_child VALUES (10, 1), (20, 2);
-- to
CREATE TABLE a_child (id int PRIMARY KEY, parent int);
CREATE TABLE z_parent (id int PRIMARY KEY, name text);
ALTER TABLE a_child ADD CONSTRAINT a_child_fkey FOREIGN KEY (parent) REFERENCES z_parent;
INSERT INTO z_parent VALUES (1, 'one'), (3, 'three');
INSERT INTO a_child VALUES (10, 3), (30, 3);
-- refused: deletes_data
