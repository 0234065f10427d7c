-- title: a sequence goes over to a column of another table
-- from
CREATE TABLE old_t (id bigint);
CREATE SEQUENCE s OWNED BY old_t.id;
ALTER TABLE old_t ALTER COLUMN id SET DEFAULT nextval('s');
-- seed
INSERT INTO old_t DEFAULT VALUES;
-- to
CREATE TABLE new_t (id bigint);
CREATE SEQUENCE s OWNED BY new_t.id;
ALTER TABLE new_t ALTER COLUMN id SET DEFAULT nextval('s');
-- seed
INSERT INTO new_t DEFAULT VALUES;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
-- refused: deletes_data
