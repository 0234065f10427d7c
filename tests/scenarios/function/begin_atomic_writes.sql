-- title: parsed bodies that write, with literals that print otherwise
-- from
CREATE TABLE t (a int PRIMARY KEY, b text);
-- to
CREATE TABLE t (a int PRIMARY KEY, b text);
CREATE FUNCTION put(x int, y text DEFAULT 'none') RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO t VALUES (x, y) ON CONFLICT (a) DO UPDATE SET b = excluded.b;
  DELETE FROM t WHERE b = 'gone';
  SELECT 'done';
  SELECT;
END;
CREATE FUNCTION seen() RETURNS TABLE (n bigint, x text) LANGUAGE sql STABLE BEGIN ATOMIC
  SELECT count(*), 'x' FROM t;
END;
