-- title: a column of a composite type stays while the type gets an attribute
-- from
CREATE TYPE money_amount AS (value numeric, currency char(3));
CREATE TABLE t (id int PRIMARY KEY, price money_amount, prices money_amount[]);
CREATE VIEW v AS SELECT (price).value FROM t;
-- seed
INSERT INTO t VALUES (1, ROW(1.5, 'CHF'), ARRAY[ROW(1, 'EUR')::money_amount]);
-- to
CREATE TYPE money_amount AS (value numeric, currency char(3), rate numeric);
CREATE TABLE t (id int PRIMARY KEY, price money_amount, prices money_amount[]);
CREATE VIEW v AS SELECT (price).value FROM t;
-- shape: forbid drop table, drop table column, drop view
-- refused back: deletes_data
