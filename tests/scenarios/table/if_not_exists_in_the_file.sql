-- title: a wanted file that is itself written to be repeatable
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE IF NOT EXISTS t (id int PRIMARY KEY);
ALTER TABLE t ADD COLUMN IF NOT EXISTS x text;
ALTER TABLE t DROP COLUMN IF EXISTS nothing;
CREATE INDEX IF NOT EXISTS t_x ON t (x);
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_constraint WHERE conname = 't_check') THEN
        ALTER TABLE t ADD CONSTRAINT t_check CHECK (id > 0);
    END IF;
END $$;
DROP TABLE IF EXISTS other;
-- seed
INSERT INTO t VALUES (1, 'x');
-- shape: require create table column, create index, create table constraint; forbid drop table
-- refused back: deletes_data
