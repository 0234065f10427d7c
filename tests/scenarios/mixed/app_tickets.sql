-- title: a ticket system is turned inside out
-- roles: app, keeper
-- from
CREATE TYPE priority AS ENUM ('low', 'high');
CREATE TYPE contact AS (name text, phone varchar(20));
CREATE DOMAIN short_text AS varchar(100) CONSTRAINT short_text_filled CHECK (VALUE <> '');
CREATE TABLE team (id int PRIMARY KEY, name short_text, lead int);
CREATE TABLE person (id int PRIMARY KEY, name short_text NOT NULL, team_id int REFERENCES team);
ALTER TABLE team ADD CONSTRAINT team_lead FOREIGN KEY (lead) REFERENCES person DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE ticket (
  id serial PRIMARY KEY, title short_text, prio priority DEFAULT 'low', who int REFERENCES person, closed boolean DEFAULT false,
  opened date DEFAULT current_date
);
CREATE TABLE log (id bigserial, ticket_id int, note text, at timestamptz DEFAULT now());
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.log (ticket_id, note) VALUES (NEW.id, TG_ARGV[0]);
  RETURN NEW;
END $$;
CREATE TRIGGER log_prio AFTER UPDATE OF prio ON ticket FOR EACH ROW WHEN (OLD.prio <> NEW.prio) EXECUTE FUNCTION log_change('prio');
CREATE VIEW open_ticket AS SELECT id, title, prio, who FROM ticket WHERE NOT closed WITH CHECK OPTION;
CREATE VIEW my_ticket AS SELECT t.* FROM open_ticket t JOIN person p ON p.id = t.who WHERE p.name = current_user;
CREATE MATERIALIZED VIEW load AS SELECT who, prio, count(*) AS n FROM open_ticket GROUP BY who, prio;
CREATE UNIQUE INDEX load_key ON load (who, prio);
CREATE FUNCTION age_of(ticket) RETURNS int LANGUAGE sql STABLE AS $$ SELECT current_date - $1.opened $$;
GRANT SELECT ON my_ticket TO app;
ALTER VIEW my_ticket OWNER TO keeper;
-- seed
INSERT INTO team VALUES (1, 'Core', NULL);
INSERT INTO person VALUES (1, 'Ann', 1);
INSERT INTO ticket (title, prio, who) VALUES ('Broken', 'high', 1);
-- to
CREATE TYPE priority AS ENUM ('high', 'normal', 'low');
CREATE TYPE contact AS (name text, phone varchar(20), mail text);
CREATE DOMAIN short_text AS varchar(120) CONSTRAINT short_text_filled CHECK (btrim(VALUE) <> '');
CREATE TABLE team (id int PRIMARY KEY, name short_text NOT NULL, lead bigint, contact contact);
CREATE TABLE person (id bigint PRIMARY KEY, name short_text NOT NULL, team_id int REFERENCES team ON DELETE SET NULL);
ALTER TABLE team ADD CONSTRAINT team_lead FOREIGN KEY (lead) REFERENCES person;
CREATE TABLE ticket (
  id serial PRIMARY KEY, title short_text, prio priority NOT NULL DEFAULT 'normal', who bigint REFERENCES person,
  closed_at timestamptz, opened timestamptz DEFAULT now(), watchers bigint[] NOT NULL DEFAULT '{}'
);
CREATE INDEX ticket_open ON ticket (who, prio) WHERE closed_at IS NULL;
CREATE INDEX ticket_watchers ON ticket USING gin (watchers);
CREATE TABLE log (id bigserial PRIMARY KEY, ticket_id int REFERENCES ticket, note text, at timestamptz NOT NULL DEFAULT now());
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO public.log (ticket_id, note) SELECT n.id, TG_ARGV[0] FROM changed AS n;
  RETURN NULL;
END $$;
CREATE TRIGGER log_prio AFTER UPDATE ON ticket REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION log_change('any');
CREATE VIEW open_ticket WITH (security_barrier=true) AS SELECT id, title, prio, who, opened FROM ticket WHERE closed_at IS NULL;
CREATE VIEW my_ticket AS SELECT t.* FROM open_ticket t JOIN person p ON p.id = t.who WHERE p.name = current_user;
CREATE MATERIALIZED VIEW load AS SELECT who, prio, count(*) AS n FROM open_ticket GROUP BY who, prio;
CREATE UNIQUE INDEX load_key ON load (who, prio);
CREATE FUNCTION age_of(ticket) RETURNS interval LANGUAGE sql STABLE AS $$ SELECT now() - $1.opened $$;
CREATE PROCEDURE close_old(older interval DEFAULT '90 days') LANGUAGE sql BEGIN ATOMIC
  UPDATE ticket SET closed_at = now() WHERE opened < now() - older AND closed_at IS NULL;
END;
GRANT SELECT ON my_ticket TO app;
ALTER VIEW my_ticket OWNER TO keeper;
ALTER TABLE log OWNER TO keeper;
-- seed
INSERT INTO team VALUES (1, 'Core', NULL);
INSERT INTO person VALUES (1, 'Ann', 1);
INSERT INTO ticket (title, prio, who) VALUES ('Broken', 'high', 1);
-- shape: forbid drop table
-- refused: deletes_data
