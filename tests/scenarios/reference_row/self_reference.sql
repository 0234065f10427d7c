-- title: rows of a tree, children declared before their parents' keys sort
-- from
CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node, name text);
INSERT INTO node VALUES (9, NULL, 'root');
INSERT INTO node VALUES (1, 9, 'child');
-- to
CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node, name text);
INSERT INTO node VALUES (9, NULL, 'root');
INSERT INTO node VALUES (5, 9, 'middle');
INSERT INTO node VALUES (1, 5, 'child'), (2, 1, 'grandchild');
-- refused: deletes_data
