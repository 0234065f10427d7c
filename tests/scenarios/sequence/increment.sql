-- title: a sequence takes other steps, even backwards
-- from
CREATE SEQUENCE a INCREMENT BY 1;
CREATE SEQUENCE b INCREMENT BY 1;
-- to
CREATE SEQUENCE a INCREMENT BY 10;
CREATE SEQUENCE b INCREMENT BY -1 MINVALUE -100 MAXVALUE 100 START WITH 100;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
