-- title: before version 18 the name of a NOT NULL constraint is not kept
-- pg: 14-17
-- from
CREATE TABLE t (a int CONSTRAINT a_needed NOT NULL, b text);
-- to
CREATE TABLE t (a int CONSTRAINT another NOT NULL, b text CONSTRAINT b_needed NOT NULL);
-- shape: require alter table column; forbid drop table column, drop table
