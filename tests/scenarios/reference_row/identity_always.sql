-- title: rows that state the value of an identity column
-- from
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text);
INSERT INTO t OVERRIDING SYSTEM VALUE VALUES (1, 'one');
-- to
CREATE TABLE t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text);
INSERT INTO t (id, a) OVERRIDING SYSTEM VALUE VALUES (1, 'uno'), (2, 'due'), (7, 'sette');
-- refused: deletes_data
