-- title: a policy asks another table whose column is retyped
-- from
CREATE TABLE member (org int, who name);
CREATE TABLE t (org int, a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM member AS m WHERE m.org = t.org AND m.who = current_user));
CREATE POLICY own ON member USING (who IN (SELECT m.who FROM member AS m));
-- seed
INSERT INTO member VALUES (1, 'app');
INSERT INTO t VALUES (1, 2);
-- to
CREATE TABLE member (org bigint, who text);
CREATE TABLE t (org int, a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t USING (EXISTS (SELECT 1 FROM member AS m WHERE m.org = t.org AND m.who = current_user));
CREATE POLICY own ON member USING (who IN (SELECT m.who FROM member AS m));
-- seed
INSERT INTO member VALUES (1, 'app');
INSERT INTO t VALUES (1, 2);
-- shape: require alter table column; forbid drop table column
