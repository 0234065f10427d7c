-- title: the predicate's literal has the type that the column leaves
-- from
CREATE TABLE t (a int, s text);
CREATE INDEX t_open ON t (a) WHERE s = '1';
CREATE INDEX t_s ON t (s text_pattern_ops);
-- seed
INSERT INTO t VALUES (1, '1'), (2, '2');
-- to
CREATE TABLE t (a int, s int);
CREATE INDEX t_open ON t (a) WHERE s = 1;
CREATE INDEX t_s ON t (s);
-- seed
INSERT INTO t VALUES (1, 1), (2, 2);
