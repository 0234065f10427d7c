-- title: an exclusion constraint comes to one table and leaves another
-- from
CREATE TABLE a (during tsrange);
CREATE TABLE b (during tsrange, CONSTRAINT b_excl EXCLUDE USING gist (during WITH &&));
-- seed
INSERT INTO a VALUES ('[2020-01-01,2020-02-01)');
INSERT INTO b VALUES ('[2020-01-01,2020-02-01)');
-- to
CREATE TABLE a (during tsrange, CONSTRAINT a_excl EXCLUDE USING gist (during WITH &&));
CREATE TABLE b (during tsrange);
-- seed
INSERT INTO a VALUES ('[2020-01-01,2020-02-01)');
INSERT INTO b VALUES ('[2020-01-01,2020-02-01)');
-- shape: require create table constraint, drop table constraint; forbid drop table, drop table column
-- later: INSERT INTO b VALUES ('[2020-01-01,2020-02-01)');
