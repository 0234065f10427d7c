-- title: typmods and zones of the time types
-- from
CREATE TABLE t (a timestamp, b timestamptz, c timestamp(3), d interval, e time, f interval hour to second(2));
-- seed
INSERT INTO t VALUES ('2020-01-01 10:00', '2020-06-01 10:00+02', '2020-01-01 10:00:00', '1 day 2 hours', '10:00', '02:03:04.5');
-- to
CREATE TABLE t (a timestamptz, b timestamp, c timestamp(0), d interval day to minute, e timetz, f interval);
-- seed
INSERT INTO t VALUES ('2020-01-01 10:00+00', '2020-06-01 10:00', '2020-01-01 10:00:00', '1 day 2 hours', '10:00+00', '02:03:04.5');
-- shape: require alter table column; forbid drop table column, drop table
