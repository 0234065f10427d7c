CREATE SCHEMA app;
CREATE SCHEMA "Odd ""one""";
COMMENT ON SCHEMA app IS 'It''s all here';
CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA app;
CREATE TYPE app.mood AS ENUM ('sad', 'it''s "fine"', 'happy');
CREATE TYPE app.pair AS (x int, "Y y" text COLLATE "C");
CREATE DOMAIN app.mail AS varchar(80) DEFAULT 'nobody' NOT NULL CONSTRAINT has_at CHECK (VALUE ~ '@' OR VALUE = 'nobody');
CREATE SEQUENCE app.counter AS int INCREMENT 5 START 10 MAXVALUE 1000 CACHE 3 CYCLE;
CREATE FUNCTION app.low(t text, n int DEFAULT 1) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT lower(t) || n $$;
CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.note := $$x$$; RETURN NEW; END';
CREATE PROCEDURE app.work(INOUT a int, VARIADIC b text[]) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
CREATE TABLE app.parent (id bigint GENERATED ALWAYS AS IDENTITY (START 7) PRIMARY KEY, code text UNIQUE);
CREATE TABLE app.child (
  id serial PRIMARY KEY, parent_id bigint REFERENCES app.parent ON DELETE CASCADE DEFERRABLE,
  mood app.mood DEFAULT 'happy', address app.mail, pairs app.pair, note text, size numeric(8,2) CHECK (size > 0),
  double numeric GENERATED ALWAYS AS (size * 2) STORED, during int4range,
  number int DEFAULT nextval('app.counter'), tags varchar(20)[] DEFAULT '{}',
  CONSTRAINT apart EXCLUDE USING gist (during WITH &&));
CREATE TABLE "Odd ""one"""."Select" ("from" int, "a ""b" text, "ü" app.mood, PRIMARY KEY ("from", "a ""b"));
CREATE INDEX child_note ON app.child USING btree (app.low(note)) WHERE mood <> 'sad';
CREATE INDEX child_trgm ON app.child USING gin (note app.gin_trgm_ops);
CREATE INDEX "Odd index" ON "Odd ""one"""."Select" ("ü" DESC NULLS LAST) INCLUDE ("from");
CREATE VIEW app.happy AS SELECT c.id, p.code, c.mood FROM app.child c JOIN app.parent p ON p.id = c.parent_id;
CREATE VIEW "Odd ""one"""."View" WITH (security_barrier) AS SELECT * FROM app.happy WHERE mood = 'happy';
CREATE MATERIALIZED VIEW app.summary AS SELECT mood, count(*) AS n FROM app.child GROUP BY mood;
CREATE UNIQUE INDEX summary_mood ON app.summary (mood);
CREATE TRIGGER touch BEFORE UPDATE OF note ON app.child FOR EACH ROW WHEN (NEW.note <> '') EXECUTE FUNCTION app.touch();
CREATE CONSTRAINT TRIGGER "Later on" AFTER INSERT ON app.child DEFERRABLE FOR EACH ROW EXECUTE FUNCTION app.touch();
ALTER TABLE app.child ENABLE ROW LEVEL SECURITY;
CREATE POLICY "own ""rows""" ON app.child TO one_reader USING (id > 0) WITH CHECK (mood <> 'sad');
ALTER TABLE app.parent OWNER TO one_reader;
GRANT USAGE ON SCHEMA app TO one_reader;
GRANT SELECT, UPDATE ON app.child TO one_reader WITH GRANT OPTION;
GRANT SELECT (code) ON app.parent TO PUBLIC;
REVOKE EXECUTE ON FUNCTION app.low FROM PUBLIC;
COMMENT ON TABLE app.child IS 'A child'; COMMENT ON COLUMN app.child.note IS E'two\nlines';
COMMENT ON CONSTRAINT has_at ON DOMAIN app.mail IS 'checks'; COMMENT ON VIEW app.happy IS 'v';
COMMENT ON COLUMN app.happy.code IS 'of a view'; COMMENT ON FUNCTION app.low IS 'f';
COMMENT ON TRIGGER "Later on" ON app.child IS 't'; COMMENT ON POLICY "own ""rows""" ON app.child IS 'p';
COMMENT ON INDEX "Odd ""one"""."Odd index" IS 'i'; COMMENT ON CONSTRAINT apart ON app.child IS 'x';
INSERT INTO app.parent (code) VALUES ('a');
