-- title: check options of views come, change and go
-- from
CREATE TABLE t (a int);
CREATE VIEW none AS SELECT a FROM t WHERE a > 0;
CREATE VIEW local AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW cascaded AS SELECT a FROM local WHERE a < 9 WITH CHECK OPTION;
-- to
CREATE TABLE t (a int);
CREATE VIEW none AS SELECT a FROM t WHERE a > 0 WITH LOCAL CHECK OPTION;
CREATE VIEW local AS SELECT a FROM t WHERE a > 0 WITH CASCADED CHECK OPTION;
CREATE VIEW cascaded AS SELECT a FROM local WHERE a < 9;
-- shape: require alter view; forbid drop view
-- shape back: require alter view; forbid drop view
