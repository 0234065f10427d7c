-- title: one table goes and one of the same columns comes; nobody said rename
-- from
CREATE TABLE client (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE visit (id int PRIMARY KEY, client int REFERENCES client);
-- to
CREATE TABLE customer (id serial PRIMARY KEY, name text NOT NULL);
CREATE TABLE visit (id int PRIMARY KEY, client int REFERENCES customer);
-- shape: require drop table, create table
-- refused: deletes_data
-- refused back: deletes_data
