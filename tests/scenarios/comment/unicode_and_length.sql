-- title: long comments and comments of other scripts
-- from
CREATE TABLE t (a int, b int);
-- to
CREATE TABLE t (a int, b int);
COMMENT ON TABLE t IS E'Größe, ключ, 表, 🐘, \u00e9 beside e\u0301, \u200fעברית\u200e, \ufeff';
COMMENT ON COLUMN t.a IS
  'A comment that goes on for longer than one would think, so that any line of a file that holds it is long, and wraps in each terminal, and has to be kept to the letter whatever the printer thinks of it. A comment that goes on for longer than one would think.';
COMMENT ON COLUMN t.b IS E'\ttab, blank at the end ';
