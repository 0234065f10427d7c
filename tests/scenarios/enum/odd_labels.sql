-- title: labels with quotes, blanks, signs, 63 bytes
-- from
CREATE TYPE "E num" AS ENUM ('it''s', 'a b', '');
CREATE TABLE t (x "E num" DEFAULT 'it''s');
-- seed
INSERT INTO t VALUES ('a b'), ('');
-- to
CREATE TYPE "E num" AS ENUM ('it''s', '"', E'back\\slash', 'a b', '', 'größe', '$$', 'a,b{}',
  'aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123', E'new\nline');
CREATE TABLE t (x "E num" DEFAULT 'it''s');
-- seed
INSERT INTO t VALUES ('a b'), ('');
-- shape: require alter type; forbid drop type
