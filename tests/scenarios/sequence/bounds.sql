-- title: minimum, maximum and start move together
-- from
CREATE SEQUENCE s MINVALUE 1 MAXVALUE 100 START WITH 1;
CREATE SEQUENCE u MAXVALUE 50;
-- to
CREATE SEQUENCE s MINVALUE 1000 MAXVALUE 2000 START WITH 1500;
CREATE SEQUENCE u;
-- shape: forbid drop sequence
-- shape back: forbid drop sequence
