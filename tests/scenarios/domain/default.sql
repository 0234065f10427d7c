-- title: defaults of domains come, change and go
-- from
CREATE DOMAIN a AS int;
CREATE DOMAIN b AS text DEFAULT 'x';
CREATE DOMAIN c AS timestamptz DEFAULT now();
CREATE TABLE t (a a, b b, c c);
-- seed
INSERT INTO t VALUES (1, 'q', now());
-- to
CREATE DOMAIN a AS int DEFAULT 1 + 1;
CREATE DOMAIN b AS text DEFAULT 'it''s';
CREATE DOMAIN c AS timestamptz;
CREATE TABLE t (a a, b b, c c);
-- shape: require alter type; forbid drop type, alter table column
-- shape back: require alter type; forbid drop type
