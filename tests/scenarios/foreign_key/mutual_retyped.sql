-- title: two tables that refer to each other are retyped, their keys replaced
-- from
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
-- seed
INSERT INTO a VALUES (1, NULL);
INSERT INTO b VALUES (1, 1);
UPDATE a SET b = 1;
-- to
CREATE TABLE a (id text CONSTRAINT a_key PRIMARY KEY, b text);
CREATE TABLE b (id text CONSTRAINT b_key PRIMARY KEY, a text REFERENCES a);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
-- seed
INSERT INTO a VALUES ('1', NULL);
INSERT INTO b VALUES ('1', '1');
UPDATE a SET b = '1';
-- shape: require alter table column; forbid drop table, drop table column
