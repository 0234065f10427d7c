-- title: the same schema in another order and other words, but for one column
-- from
CREATE TABLE p (id serial, s varchar(5) DEFAULT 'x', PRIMARY KEY (id), CHECK (s IN ('x', 'y')));
CREATE TABLE c (p_id integer, CONSTRAINT c_p_id_fkey FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE NO ACTION);
CREATE VIEW v AS SELECT p.id FROM p WHERE s <> 'x' AND id BETWEEN 1 AND 5;
CREATE INDEX ON c (p_id);
-- seed
INSERT INTO p DEFAULT VALUES;
-- to
CREATE TABLE c (p_id int, late boolean);
CREATE TABLE p (id serial PRIMARY KEY, s character varying(5) DEFAULT 'x'::varchar CHECK (s IN ('x', 'y')));
ALTER TABLE c ADD FOREIGN KEY (p_id) REFERENCES p;
CREATE VIEW v AS SELECT id FROM p WHERE s <> 'x' AND id >= 1 AND id <= 5;
CREATE INDEX c_p_id_idx ON public.c USING btree (p_id ASC NULLS LAST);
-- shape: require create table column; forbid drop table, drop table constraint, drop index, drop view, alter default value, drop table column
-- refused: deletes_data
