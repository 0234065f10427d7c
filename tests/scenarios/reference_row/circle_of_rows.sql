-- title: rows that refer to each other through deferrable keys
-- from
-- to
CREATE TABLE boss (id int PRIMARY KEY, team int);
CREATE TABLE team (id int PRIMARY KEY, boss int CONSTRAINT team_boss REFERENCES boss DEFERRABLE INITIALLY DEFERRED);
ALTER TABLE boss ADD CONSTRAINT boss_team FOREIGN KEY (team) REFERENCES team DEFERRABLE INITIALLY DEFERRED;
INSERT INTO boss VALUES (1, 1);
INSERT INTO team VALUES (1, 1);
-- refused: deletes_data
