-- title: a parsed body names a constraint that is replaced
-- from
CREATE TABLE t (a int, b int, CONSTRAINT t_key UNIQUE (a));
CREATE FUNCTION put(x int) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO t VALUES (x, x) ON CONFLICT ON CONSTRAINT t_key DO NOTHING;
END;
-- to
CREATE TABLE t (a int, b int, CONSTRAINT t_key UNIQUE (a, b));
CREATE FUNCTION put(x int) RETURNS void LANGUAGE sql BEGIN ATOMIC
  INSERT INTO t VALUES (x, x) ON CONFLICT ON CONSTRAINT t_key DO NOTHING;
END;
