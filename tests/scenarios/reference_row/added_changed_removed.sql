-- title: rows are added, changed and removed; undeclared rows stay
-- from
CREATE TABLE plan (code text PRIMARY KEY, price numeric NOT NULL);
INSERT INTO plan VALUES ('free', 0), ('pro', 9), ('gone', 1);
-- seed
INSERT INTO plan VALUES ('private', 77);
-- to
CREATE TABLE plan (code text PRIMARY KEY, price numeric NOT NULL);
INSERT INTO plan VALUES ('free', 0), ('pro', 10), ('team', 20);
-- seed
INSERT INTO plan VALUES ('private', 77);
-- shape: require create reference row, alter reference row; forbid drop table
-- refused: deletes_data
