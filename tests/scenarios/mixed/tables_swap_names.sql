-- title: two tables exchange their columns
-- from
CREATE TABLE one (id int PRIMARY KEY, a text);
CREATE TABLE two (id int PRIMARY KEY, b date);
-- seed
INSERT INTO one VALUES (1, 'x');
INSERT INTO two VALUES (2, '2024-01-01');
-- to
CREATE TABLE one (id int PRIMARY KEY, b date);
CREATE TABLE two (id int PRIMARY KEY, a text);
-- seed
INSERT INTO one VALUES (1, '2024-01-01');
INSERT INTO two VALUES (2, 'x');
-- refused: deletes_data
