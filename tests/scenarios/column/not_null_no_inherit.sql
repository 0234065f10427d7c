-- title: a NOT NULL that children would not inherit
-- pg: >=18
-- from
CREATE TABLE t (a int, b int, CONSTRAINT a_needed NOT NULL a NO INHERIT, CONSTRAINT b_needed NOT NULL b);
-- to
CREATE TABLE t (a int, b int, CONSTRAINT a_needed NOT NULL a, CONSTRAINT b_needed NOT NULL b NO INHERIT);
-- shape: forbid drop table column, drop table
