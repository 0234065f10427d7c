-- title: an identity starts to count downwards
-- from
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY, b text);
-- to
CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY (INCREMENT BY -1), b text);
-- shape: require alter table column; forbid drop table, drop table column
