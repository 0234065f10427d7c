-- title: a column goes under a view, a materialized view, a function, a policy elsewhere and a trigger, which stay without it
-- from
CREATE TABLE t (id int PRIMARY KEY, gone int, stays int);
CREATE TABLE u (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id, stays FROM t WHERE gone > 0;
CREATE MATERIALIZED VIEW mv AS SELECT id, gone + stays AS s FROM t;
CREATE INDEX mv_id ON mv (id);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT sum(gone) FROM t; END;
CREATE POLICY p ON u USING (EXISTS (SELECT FROM t WHERE t.gone = u.id));
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.gone <> NEW.gone) EXECUTE FUNCTION tf();
-- seed
INSERT INTO t VALUES (1, 2, 3);
INSERT INTO u VALUES (1);
-- to
CREATE TABLE t (id int PRIMARY KEY, stays int);
CREATE TABLE u (id int PRIMARY KEY);
CREATE VIEW v AS SELECT id, stays FROM t;
CREATE MATERIALIZED VIEW mv AS SELECT id, stays AS s FROM t;
CREATE INDEX mv_id ON mv (id);
CREATE FUNCTION f() RETURNS bigint LANGUAGE sql STABLE BEGIN ATOMIC SELECT sum(stays) FROM t; END;
CREATE POLICY p ON u USING (EXISTS (SELECT FROM t WHERE t.stays = u.id));
CREATE FUNCTION tf() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NEW; END $$;
CREATE TRIGGER tr AFTER UPDATE ON t FOR EACH ROW WHEN (OLD.stays <> NEW.stays) EXECUTE FUNCTION tf();
-- seed
INSERT INTO t VALUES (1, 3);
INSERT INTO u VALUES (1);
-- shape: require drop table column; forbid drop table
-- shape back: require create table column; forbid drop table
-- refused: deletes_data
