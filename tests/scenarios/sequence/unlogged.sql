-- title: a sequence is no longer written to the log
-- pg: >=15
-- from
CREATE SEQUENCE a;
CREATE UNLOGGED SEQUENCE b;
-- to
CREATE UNLOGGED SEQUENCE a;
CREATE SEQUENCE b;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
