-- title: tables that refer to each other come, are retyped together and go
-- from
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b;
ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a;
-- seed
INSERT INTO a VALUES (1, NULL);
INSERT INTO b VALUES (1, 1);
UPDATE a SET b = 1;
-- to
CREATE TABLE a (id bigint PRIMARY KEY, b bigint);
CREATE TABLE b (id bigint PRIMARY KEY, a bigint);
ALTER TABLE a ADD CONSTRAINT a_b FOREIGN KEY (b) REFERENCES b ON DELETE SET NULL;
ALTER TABLE b ADD CONSTRAINT b_a FOREIGN KEY (a) REFERENCES a DEFERRABLE;
CREATE TABLE x (id int PRIMARY KEY, y int);
CREATE TABLE y (id int PRIMARY KEY, x int);
ALTER TABLE x ADD CONSTRAINT x_y FOREIGN KEY (y) REFERENCES y;
ALTER TABLE y ADD CONSTRAINT y_x FOREIGN KEY (x) REFERENCES x;
-- seed
INSERT INTO a VALUES (1, NULL);
INSERT INTO b VALUES (1, 1);
UPDATE a SET b = 1;
-- shape: forbid drop table, drop table column
-- refused: deletes_data
