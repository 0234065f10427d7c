-- title: recursive views
-- from
CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node);
CREATE RECURSIVE VIEW tree (id, depth) AS
  SELECT id, 0 FROM node WHERE parent IS NULL
  UNION ALL SELECT node.id, depth + 1 FROM node JOIN tree ON tree.id = node.parent;
-- seed
INSERT INTO node VALUES (1, NULL), (2, 1);
-- to
CREATE TABLE node (id int PRIMARY KEY, parent int REFERENCES node);
CREATE RECURSIVE VIEW tree (id, depth, path) AS
  SELECT id, 0, ARRAY[id] FROM node WHERE parent IS NULL
  UNION ALL SELECT node.id, depth + 1, path || node.id FROM node JOIN tree ON tree.id = node.parent;
