-- title: less common built-in types, with defaults
-- from
CREATE TABLE t (id int PRIMARY KEY, r int4range, m macaddr, x xml, p path);
-- seed
INSERT INTO t VALUES (1, '[1,2)', '08:00:2b:01:02:03', '<a/>', '[(0,0),(1,1)]');
-- to
CREATE TABLE t (id int PRIMARY KEY, r int4range NOT NULL DEFAULT 'empty', m macaddr8, x text, p path, mr nummultirange DEFAULT '{[1,2)}', l pg_lsn, v "char" DEFAULT 'c', n name, ir interval[] DEFAULT ARRAY['1 day'::interval]);
-- seed
INSERT INTO t VALUES (1, '[1,2)', '08:00:2b:01:02:03', '<a/>', '[(0,0),(1,1)]');
-- shape: require alter table column, create table column; forbid drop table
-- refused back: deletes_data
