-- title: a free sequence is owned by a column, another is let go
-- from
CREATE SEQUENCE a;
CREATE TABLE t (id bigint NOT NULL, n bigint);
CREATE SEQUENCE b OWNED BY t.n;
-- to
CREATE TABLE t (id bigint NOT NULL, n bigint);
CREATE SEQUENCE a OWNED BY t.id;
CREATE SEQUENCE b;
-- shape: require alter sequence; forbid drop sequence
-- shape back: require alter sequence; forbid drop sequence
