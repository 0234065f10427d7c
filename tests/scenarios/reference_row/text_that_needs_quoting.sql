-- title: texts with quotes, line ends and more
-- from
CREATE TABLE t (id text PRIMARY KEY, a text);
INSERT INTO t VALUES ('it''s', 'x');
-- to
CREATE TABLE t (id text PRIMARY KEY, a text);
INSERT INTO t VALUES
  ('it''s', E'a\nb\r\nc\td'),
  ('"; DROP TABLE t; --', E'\\''; DROP TABLE t; --'),
  ('$$ $do$ $sd$', '${placeholder} %s :name'),
  ('ключ 🐘', E'\\.\n\\q'),
  (' blank ', '');
-- refused: deletes_data
