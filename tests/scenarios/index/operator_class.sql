-- title: indexes change their operator classes
-- from
CREATE TABLE t (a text, b jsonb, c varchar(20));
CREATE INDEX t_a ON t (a);
CREATE INDEX t_b ON t USING gin (b);
CREATE INDEX t_c ON t (c varchar_pattern_ops);
-- to
CREATE TABLE t (a text, b jsonb, c varchar(20));
CREATE INDEX t_a ON t (a text_pattern_ops);
CREATE INDEX t_b ON t USING gin (b jsonb_path_ops);
CREATE INDEX t_c ON t (c);
