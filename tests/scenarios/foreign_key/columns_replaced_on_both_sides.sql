-- title: key and reference change to a type that nothing casts to
-- from
CREATE TABLE p (id date PRIMARY KEY, x text);
CREATE TABLE c (p date NOT NULL REFERENCES p, y text);
-- to
CREATE TABLE p (id uuid PRIMARY KEY, x text);
CREATE TABLE c (p uuid NOT NULL REFERENCES p, y text);
-- shape: forbid drop table
-- refused: deletes_data
-- refused back: deletes_data
