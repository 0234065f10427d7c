-- title: the same table from one CREATE and from a history of ALTERs
-- from
CREATE TABLE p (id int);
CREATE TABLE t (id int);
ALTER TABLE p ADD COLUMN code text;
ALTER TABLE p ADD CONSTRAINT p_pkey PRIMARY KEY (id);
CREATE UNIQUE INDEX p_code_key ON p (code);
ALTER TABLE p ADD CONSTRAINT p_code_key UNIQUE USING INDEX p_code_key;
ALTER TABLE t ADD COLUMN p int, ADD COLUMN n smallint DEFAULT 7, ADD COLUMN x int;
ALTER TABLE t ADD CONSTRAINT t_p_fkey FOREIGN KEY (p) REFERENCES p NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_p_fkey;
ALTER TABLE t ADD CONSTRAINT t_check CHECK (n > 0) NOT VALID;
ALTER TABLE t VALIDATE CONSTRAINT t_check;
ALTER TABLE t ALTER n TYPE int, ALTER n SET NOT NULL, ALTER n DROP DEFAULT, DROP COLUMN x;
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
ALTER TABLE t DISABLE ROW LEVEL SECURITY;
ALTER TABLE t SET (fillfactor = 50);
ALTER TABLE t RESET (fillfactor);
COMMENT ON TABLE t IS 'x';
COMMENT ON TABLE t IS NULL;
GRANT SELECT ON t TO PUBLIC;
REVOKE SELECT ON t FROM PUBLIC;
-- seed
INSERT INTO p VALUES (1, 'x');
INSERT INTO t VALUES (1, 1, 1);
-- to
CREATE TABLE p (id int PRIMARY KEY, code text UNIQUE);
CREATE TABLE t (id int, p int REFERENCES p, n int NOT NULL, CONSTRAINT t_check CHECK (n > 0));
-- seed
INSERT INTO p VALUES (1, 'x');
INSERT INTO t VALUES (1, 1, 1);
-- shape: forbid alter table, alter table column, create table constraint, drop table constraint, alter table constraint, create privilege, drop privilege, alter privilege
-- shape back: forbid alter table, alter table column, create table constraint, drop table constraint, alter table constraint, create privilege, drop privilege, alter privilege
