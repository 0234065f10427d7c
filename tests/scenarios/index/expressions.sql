-- title: expression indexes appear, change and leave
-- from
CREATE TABLE t (a text, b jsonb, c date);
CREATE INDEX t_lower ON t (lower(a));
CREATE INDEX t_json ON t ((b ->> 'id'));
CREATE INDEX t_gone ON t ((c + 1), a);
-- seed
INSERT INTO t VALUES ('A', '{"id": 1}', '2024-02-29');
-- to
CREATE TABLE t (a text, b jsonb, c date);
CREATE UNIQUE INDEX t_lower ON t (lower(btrim(a)));
CREATE INDEX t_json ON t (((b -> 'id')::text), a);
CREATE INDEX t_new ON t (extract(year FROM c), coalesce(a, ''));
