-- title: a sequence is owned by a column of a table that changes hands
-- gap: a table keeps an owner that nobody declares, its sequence is to have another
-- roles: keeper
-- from
CREATE TABLE t (id bigint NOT NULL);
ALTER TABLE t OWNER TO keeper;
CREATE SEQUENCE s;
-- to
CREATE TABLE t (id bigint NOT NULL);
CREATE SEQUENCE s OWNED BY t.id;
-- shape: forbid drop table, drop sequence
-- shape back: forbid drop table, drop sequence
