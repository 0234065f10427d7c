-- title: a small world of each kind comes from nothing, and goes
-- roles: app
-- extensions: citext
-- from
-- to
CREATE SCHEMA w;
CREATE EXTENSION citext SCHEMA w;
CREATE TYPE w.e AS ENUM ('a', 'b');
CREATE DOMAIN w.d AS w.citext CONSTRAINT d_check CHECK (VALUE <> '');
CREATE TYPE w.c AS (e w.e, d w.d);
CREATE SEQUENCE w.s;
CREATE FUNCTION w.f(w.c) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;
CREATE TABLE w.t (
  id bigint PRIMARY KEY DEFAULT nextval('w.s'), e w.e DEFAULT 'a', d w.d UNIQUE, c w.c,
  n int GENERATED ALWAYS AS IDENTITY, g int GENERATED ALWAYS AS (w.f(c)) STORED,
  span int4range, CONSTRAINT t_span EXCLUDE USING gist (span WITH &&), CONSTRAINT t_n CHECK (n > 0)
);
ALTER SEQUENCE w.s OWNED BY w.t.id;
CREATE TABLE w.u (t bigint REFERENCES w.t ON DELETE CASCADE);
CREATE INDEX u_t ON w.u (t) WHERE t > 0;
CREATE VIEW w.v AS SELECT t.*, w.f(c) AS f FROM w.t;
CREATE MATERIALIZED VIEW w.m AS SELECT e, count(*) FROM w.v GROUP BY e;
CREATE UNIQUE INDEX m_e ON w.m (e);
CREATE FUNCTION w.tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE PROCEDURE w.p() LANGUAGE plpgsql AS $$ BEGIN REFRESH MATERIALIZED VIEW w.m; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF e ON w.t FOR EACH ROW WHEN (NEW.e = 'a') EXECUTE FUNCTION w.tf();
ALTER TABLE w.t ENABLE ROW LEVEL SECURITY;
CREATE POLICY pol ON w.t TO app USING (e = 'a');
COMMENT ON SCHEMA w IS 'a world';
COMMENT ON COLUMN w.v.f IS 'computed';
GRANT USAGE ON SCHEMA w TO app;
GRANT SELECT ON ALL TABLES IN SCHEMA w TO app;
REVOKE EXECUTE ON FUNCTION w.f(w.c) FROM PUBLIC;
INSERT INTO w.t (e, d) VALUES ('b', 'One') ON CONFLICT (d) DO NOTHING;
-- refused: deletes_data
