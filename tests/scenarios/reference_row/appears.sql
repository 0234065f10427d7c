-- title: a table with rows of its own comes and goes
-- from
-- to
CREATE TABLE plan (code text PRIMARY KEY, price numeric(8,2) NOT NULL, active boolean DEFAULT true);
INSERT INTO plan (code, price) VALUES ('free', 0), ('pro', 9.90);
INSERT INTO plan VALUES ('old', 5, false);
-- refused: deletes_data
