-- title: sequences that were used keep their position while bounds, step and type change
-- from
CREATE SEQUENCE a AS integer MAXVALUE 1000;
CREATE SEQUENCE b INCREMENT BY -1 MINVALUE -50 MAXVALUE 50 START WITH 50;
CREATE TABLE t (id int, n bigint DEFAULT nextval('a'));
-- seed
SELECT setval('a', 41), setval('b', 7);
-- to
CREATE SEQUENCE a AS bigint MINVALUE 10 START WITH 10 CACHE 5;
CREATE SEQUENCE b INCREMENT BY -2 MINVALUE -20 MAXVALUE 20 START WITH 20 CYCLE;
CREATE TABLE t (id int, n bigint DEFAULT nextval('a'));
-- later: DO $$ BEGIN ASSERT (SELECT last_value FROM a) = 41 AND (SELECT last_value FROM b) = 7; END $$;
