-- title: rights on sequences, free and owned
-- roles: app
-- from
CREATE SEQUENCE s;
CREATE TABLE t (id serial, n int GENERATED ALWAYS AS IDENTITY);
GRANT USAGE ON SEQUENCE s TO app;
-- to
CREATE SEQUENCE s;
CREATE TABLE t (id serial, n int GENERATED ALWAYS AS IDENTITY);
GRANT SELECT, UPDATE ON SEQUENCE s TO app WITH GRANT OPTION;
GRANT USAGE ON SEQUENCE t_id_seq TO app;
GRANT SELECT ON SEQUENCE t_n_seq TO PUBLIC;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
