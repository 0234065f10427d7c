-- title: expressions, columns and options of one wide index
-- from
CREATE TABLE t (a text, b text, c int, d int, e date);
CREATE INDEX wide ON t (a text_pattern_ops DESC, lower(b) COLLATE "C" NULLS FIRST, (c + d), e) WHERE c > 0;
-- to
CREATE TABLE t (a text, b text, c int, d int, e date);
CREATE INDEX wide ON t (a text_pattern_ops DESC, lower(b) COLLATE "C" NULLS FIRST, (c - d), e)
  INCLUDE (c) WITH (fillfactor=90) WHERE c > 0 AND (e IS NULL OR d <> c);
