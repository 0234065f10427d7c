-- title: rooms and bookings: ranges, exclusions, prices, an audit trail
-- roles: app, Night Audit
-- extensions: btree_gist, hstore
-- from
CREATE SCHEMA hotel;
CREATE EXTENSION btree_gist SCHEMA hotel;
CREATE TABLE hotel.room (no int PRIMARY KEY, beds smallint DEFAULT 1, kind text DEFAULT 'plain');
CREATE TABLE hotel.guest (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL, notes jsonb DEFAULT '{}');
CREATE TABLE hotel.booking (
  id serial PRIMARY KEY, room_no int REFERENCES hotel.room, guest_id uuid REFERENCES hotel.guest,
  arrive date NOT NULL, leave date NOT NULL, CONSTRAINT booking_dates CHECK (leave > arrive)
);
CREATE VIEW hotel.tonight AS SELECT b.room_no, g.name FROM hotel.booking b JOIN hotel.guest g ON g.id = b.guest_id
  WHERE current_date >= b.arrive AND current_date < b.leave;
CREATE FUNCTION hotel.is_free(room int, day date) RETURNS boolean LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT NOT EXISTS (SELECT FROM hotel.booking b WHERE b.room_no = room AND day >= b.arrive AND day < b.leave);
END;
GRANT USAGE ON SCHEMA hotel TO app;
GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA hotel TO app;
INSERT INTO hotel.room VALUES (1, 1, 'plain'), (2, 2, 'sea view');
-- seed
INSERT INTO hotel.guest (name) VALUES ('Ann');
INSERT INTO hotel.booking (room_no, guest_id, arrive, leave) SELECT 1, id, '2024-01-01', '2024-01-05' FROM hotel.guest;
-- to
CREATE SCHEMA hotel;
CREATE EXTENSION btree_gist SCHEMA hotel;
CREATE EXTENSION hstore SCHEMA hotel;
CREATE TYPE hotel.room_kind AS ENUM ('plain', 'sea view', 'suite');
CREATE TABLE hotel.room (no int PRIMARY KEY, beds smallint NOT NULL DEFAULT 1, kind hotel.room_kind DEFAULT 'plain');
CREATE TABLE hotel.guest (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name text NOT NULL, notes jsonb NOT NULL DEFAULT '{}');
CREATE INDEX guest_vip ON hotel.guest ((notes ->> 'vip')) WHERE notes ? 'vip';
CREATE TABLE hotel.booking (
  id serial PRIMARY KEY, room_no int REFERENCES hotel.room, guest_id uuid REFERENCES hotel.guest ON DELETE CASCADE,
  arrive date NOT NULL, leave date NOT NULL, stay daterange GENERATED ALWAYS AS (daterange(arrive, leave)) STORED,
  price numeric(8,2), CONSTRAINT booking_dates CHECK (leave > arrive AND leave < arrive + 100),
  CONSTRAINT booking_overlap EXCLUDE USING gist (room_no WITH =, daterange(arrive, leave) WITH &&)
);
CREATE TABLE hotel.audit (at timestamptz DEFAULT now(), who name DEFAULT current_user, was hotel.hstore);
CREATE FUNCTION hotel.audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = hotel, pg_temp AS $$
BEGIN
  INSERT INTO hotel.audit (was) VALUES (hotel.hstore(OLD));
  RETURN NULL;
END $$;
CREATE TRIGGER audit AFTER UPDATE OR DELETE ON hotel.booking FOR EACH ROW EXECUTE FUNCTION hotel.audit();
CREATE VIEW hotel.tonight AS SELECT b.room_no, r.kind, g.name FROM hotel.booking b
  JOIN hotel.guest g ON g.id = b.guest_id JOIN hotel.room r ON r.no = b.room_no WHERE b.stay @> current_date;
CREATE FUNCTION hotel.is_free(room int, day date, except_booking int DEFAULT NULL) RETURNS boolean LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT NOT EXISTS (SELECT FROM hotel.booking b WHERE b.room_no = room AND b.stay @> day AND b.id IS DISTINCT FROM except_booking);
END;
GRANT USAGE ON SCHEMA hotel TO app, "Night Audit";
GRANT SELECT, INSERT, UPDATE ON hotel.room, hotel.guest, hotel.booking TO app;
GRANT SELECT ON hotel.audit, hotel.tonight TO "Night Audit";
REVOKE EXECUTE ON FUNCTION hotel.is_free(int, date, int) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION hotel.is_free(int, date, int) TO app;
INSERT INTO hotel.room VALUES (1, 1, 'plain'), (2, 3, 'sea view'), (3, 2, 'suite');
-- seed
INSERT INTO hotel.guest (name) VALUES ('Ann');
INSERT INTO hotel.booking (room_no, guest_id, arrive, leave) SELECT 1, id, '2024-01-01', '2024-01-05' FROM hotel.guest;
-- shape: forbid drop table, drop schema
-- refused: deletes_data
