-- title: a column goes that carries an index, a unique, a check, a foreign key and a sequence
-- from
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (
    id int PRIMARY KEY,
    gone serial CONSTRAINT gone_fk REFERENCES parent CONSTRAINT gone_check CHECK (gone > 0) CONSTRAINT gone_unique UNIQUE,
    stays int);
CREATE INDEX t_gone ON t (gone);
CREATE INDEX t_both ON t (stays, gone);
CREATE INDEX t_where ON t (stays) WHERE gone > 1;
CREATE INDEX t_incl ON t (stays) INCLUDE (gone);
COMMENT ON COLUMN t.gone IS 'it goes';
-- seed
INSERT INTO parent VALUES (1);
INSERT INTO t (id, stays) VALUES (1, 1);
-- to
CREATE TABLE parent (id int PRIMARY KEY);
CREATE TABLE t (id int PRIMARY KEY, stays int);
-- seed
INSERT INTO parent VALUES (1);
-- shape: require drop table column; forbid drop table
-- shape back: require create table column, create index, create table constraint, create sequence; forbid drop table
-- refused: deletes_data
