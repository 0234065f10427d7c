-- title: two tables refer to each other
-- from
-- to
CREATE TABLE a (id int PRIMARY KEY, b int);
CREATE TABLE b (id int PRIMARY KEY, a int NOT NULL REFERENCES a DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE a ADD FOREIGN KEY (b) REFERENCES b ON DELETE SET NULL;
-- seed
INSERT INTO a VALUES (1, NULL);
INSERT INTO b VALUES (1, 1);
UPDATE a SET b = 1;
-- shape: require create table
-- shape back: require drop table
-- refused back: deletes_data
