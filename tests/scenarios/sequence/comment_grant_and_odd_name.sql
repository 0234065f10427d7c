-- title: a sequence with an odd name carries a comment and grants
-- roles: app
-- from
CREATE SEQUENCE "The ""Seq""";
-- to
CREATE SEQUENCE "The ""Seq""" MAXVALUE 77;
COMMENT ON SEQUENCE "The ""Seq""" IS 'it''s';
GRANT USAGE, SELECT ON SEQUENCE "The ""Seq""" TO app;
-- shape: forbid drop sequence
