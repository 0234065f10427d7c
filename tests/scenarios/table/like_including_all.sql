-- title: CREATE TABLE LIKE copies columns, defaults, checks, indexes and comments
-- from
CREATE TABLE model (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x text DEFAULT 'a' CHECK (x <> ''), y int GENERATED ALWAYS AS (1) STORED);
COMMENT ON COLUMN model.x IS 'a model';
CREATE INDEX model_x ON model (x);
-- to
CREATE TABLE model (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, x text DEFAULT 'a' CHECK (x <> ''), y int GENERATED ALWAYS AS (1) STORED);
COMMENT ON COLUMN model.x IS 'a model';
CREATE INDEX model_x ON model (x);
CREATE TABLE copy (LIKE model INCLUDING ALL, extra int);
CREATE TABLE bare (LIKE model);
-- shape: require create table; forbid alter table, drop table
-- refused back: deletes_data
