-- title: rows known by a constraint that ON CONFLICT names, and by a partial index
-- from
CREATE TABLE a (x int, y int, z text, CONSTRAINT a_key UNIQUE (x, y));
CREATE TABLE b (code text, gone boolean NOT NULL DEFAULT false, z text);
CREATE UNIQUE INDEX b_live ON b (code) WHERE NOT gone;
-- seed
INSERT INTO b VALUES ('c', true, 'an old one'), ('c', true, 'an older one');
-- to
CREATE TABLE a (x int, y int, z text, CONSTRAINT a_key UNIQUE (x, y));
CREATE TABLE b (code text, gone boolean NOT NULL DEFAULT false, z text);
CREATE UNIQUE INDEX b_live ON b (code) WHERE NOT gone;
INSERT INTO a VALUES (1, 2, 'x') ON CONFLICT ON CONSTRAINT a_key DO NOTHING;
INSERT INTO b (code, z) VALUES ('c', 'live') ON CONFLICT (code) WHERE NOT gone DO UPDATE SET z = excluded.z;
-- refused: deletes_data
