-- title: owned by whoever runs the files, said aloud
-- from
CREATE TABLE t (a int);
ALTER TABLE t OWNER TO CURRENT_USER;
-- to
CREATE TABLE t (a int, b int);
