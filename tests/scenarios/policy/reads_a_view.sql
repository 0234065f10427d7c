-- title: a policy asks a view that is rebuilt
-- from
CREATE TABLE m (id int, who name);
CREATE VIEW mine AS SELECT id FROM m WHERE who = current_user;
CREATE TABLE t (id int);
CREATE POLICY p ON t USING (id IN (SELECT id FROM mine));
-- to
CREATE TABLE m (id int, who name);
CREATE VIEW mine AS SELECT who, id FROM m WHERE who = current_user;
CREATE TABLE t (id int);
CREATE POLICY p ON t USING (id IN (SELECT id FROM mine));
