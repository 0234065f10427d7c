-- title: a table appears with all that can stand in it
-- from
CREATE TABLE parent (id int PRIMARY KEY);
-- seed
INSERT INTO parent VALUES (1);
-- to
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE child (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent_id int NOT NULL REFERENCES parent ON DELETE CASCADE,
    code varchar(10) COLLATE "C" NOT NULL DEFAULT 'none' UNIQUE,
    amount numeric(12, 2) CHECK (amount >= 0),
    doubled numeric GENERATED ALWAYS AS (amount * 2) STORED,
    valid daterange,
    created_at timestamptz NOT NULL DEFAULT now(),
    EXCLUDE USING gist (valid WITH &&)
) WITH (fillfactor = 70);
CREATE INDEX child_parent ON child (parent_id);
CREATE FUNCTION touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.created_at := now(); RETURN NEW; END $$;
CREATE TRIGGER child_touch BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION touch();
ALTER TABLE child ENABLE ROW LEVEL SECURITY;
CREATE POLICY child_read ON child FOR SELECT USING (amount > 0);
COMMENT ON TABLE child IS 'a child';
COMMENT ON COLUMN child.code IS 'its code';
GRANT SELECT ON child TO PUBLIC;
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO child (parent_id, amount) VALUES (1, 3);
-- shape: require create table; forbid alter table column
-- shape back: require drop table
-- refused back: deletes_data
-- later: CREATE VIEW later_v AS SELECT code, doubled FROM child;
