-- title: a column comes whose default is the key of a new row
-- from
CREATE TABLE t (id int PRIMARY KEY);
-- seed
INSERT INTO t VALUES (1);
-- to
CREATE TABLE tenant (id int PRIMARY KEY, name text NOT NULL);
INSERT INTO tenant VALUES (0, 'default');
CREATE TABLE t (id int PRIMARY KEY, tenant_id int NOT NULL DEFAULT 0 CONSTRAINT t_tenant_fkey REFERENCES tenant);
-- seed
INSERT INTO t VALUES (1);
-- refused: deletes_data
