-- title: comments that try to leave their quotes
-- from
CREATE TABLE x (a int);
CREATE TABLE t (a int, b int, c int, d int, e int, f int, g int);
-- to
CREATE TABLE x (a int);
CREATE TABLE t (a int, b int, c int, d int, e int, f int, g int);
COMMENT ON TABLE t IS '''; DROP TABLE x; --';
COMMENT ON COLUMN t.a IS E'\n\\! rm -rf .\n\\q\n';
COMMENT ON COLUMN t.b IS '$$; DROP TABLE x; $$ $do$ $migration$ $sd$';
COMMENT ON COLUMN t.c IS '*/ DROP TABLE x; /* --';
COMMENT ON COLUMN t.d IS E'a\r\nb\rc\u2028d\u0085e';
COMMENT ON COLUMN t.e IS E'\\''; DROP TABLE x; --';
COMMENT ON COLUMN t.f IS '${flyway:user} %s {0} :name :''name'' $1';
COMMENT ON COLUMN t.g IS '";DROP TABLE x;--"';
-- shape: forbid drop table
