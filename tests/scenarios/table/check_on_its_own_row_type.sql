-- title: a check and an index of a table call a function of its row type
-- from
CREATE TABLE parcel (w int, h int);
-- seed
INSERT INTO parcel VALUES (2, 3);
-- to
CREATE TABLE parcel (w int, h int);
CREATE FUNCTION area(p parcel) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT p.w * p.h $$;
ALTER TABLE parcel ADD CONSTRAINT not_flat CHECK (area(parcel) > 0);
CREATE INDEX parcel_area ON parcel (area(parcel));
-- seed
INSERT INTO parcel VALUES (2, 3);
-- shape: require create table constraint, create index; forbid drop table
