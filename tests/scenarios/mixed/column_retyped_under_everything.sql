-- title: a column is retyped under all that can hang on it
-- roles: app
-- from
CREATE TABLE p (id int PRIMARY KEY);
CREATE TABLE t (
  a int NOT NULL DEFAULT 1 CONSTRAINT t_a_fkey REFERENCES p,
  b int GENERATED ALWAYS AS (a + 1) STORED,
  CONSTRAINT t_a_check CHECK (a > 0), CONSTRAINT t_a_key UNIQUE (a)
);
CREATE INDEX t_i ON t (a DESC) INCLUDE (b) WHERE a > 5;
CREATE INDEX t_e ON t ((a * 2));
CREATE VIEW v WITH (security_barrier=true) AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE POLICY pol ON t USING (a > 0);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION tf();
CREATE FUNCTION biggest() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT max(a)::numeric FROM t; END;
CREATE FUNCTION rows_of() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
GRANT SELECT (a) ON t TO app;
GRANT SELECT ON w TO app;
COMMENT ON COLUMN w.a IS 'seen through two views';
-- seed
INSERT INTO p VALUES (7);
INSERT INTO t (a) VALUES (7);
-- to
CREATE TABLE p (id bigint PRIMARY KEY);
CREATE TABLE t (
  a bigint NOT NULL DEFAULT 1 CONSTRAINT t_a_fkey REFERENCES p,
  b int GENERATED ALWAYS AS (a + 1) STORED,
  CONSTRAINT t_a_check CHECK (a > 0), CONSTRAINT t_a_key UNIQUE (a)
);
CREATE INDEX t_i ON t (a DESC) INCLUDE (b) WHERE a > 5;
CREATE INDEX t_e ON t ((a * 2));
CREATE VIEW v WITH (security_barrier=true) AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
CREATE MATERIALIZED VIEW m AS SELECT a FROM w;
CREATE UNIQUE INDEX m_a ON m (a);
CREATE POLICY pol ON t USING (a > 0);
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER trg BEFORE UPDATE OF a ON t FOR EACH ROW WHEN (NEW.a > 1) EXECUTE FUNCTION tf();
CREATE FUNCTION biggest() RETURNS numeric LANGUAGE sql BEGIN ATOMIC SELECT max(a)::numeric FROM t; END;
CREATE FUNCTION rows_of() RETURNS SETOF t LANGUAGE sql STABLE AS $$ SELECT * FROM t $$;
GRANT SELECT (a) ON t TO app;
GRANT SELECT ON w TO app;
COMMENT ON COLUMN w.a IS 'seen through two views';
-- seed
INSERT INTO p VALUES (7);
INSERT INTO t (a) VALUES (7);
-- shape: require alter table column; forbid drop table
-- later: CREATE VIEW later_v AS SELECT w.a, m.a AS b FROM w, m;
-- later back: CREATE VIEW later_v AS SELECT w.a, m.a AS b FROM w, m;
