-- title: an ascending sequence becomes a descending one with the bounds of such
-- from
CREATE SEQUENCE s;
-- to
CREATE SEQUENCE s INCREMENT BY -1;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
