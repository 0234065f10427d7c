-- title: now(), CURRENT_TIMESTAMP and their kin are different defaults
-- from
CREATE TABLE t (id int, a timestamptz DEFAULT now(), b timestamptz DEFAULT CURRENT_TIMESTAMP, c date DEFAULT CURRENT_DATE, d timestamptz DEFAULT clock_timestamp(), e name DEFAULT current_user);
-- to
CREATE TABLE t (id int, a timestamptz DEFAULT CURRENT_TIMESTAMP, b timestamptz DEFAULT now(), c date DEFAULT (now() AT TIME ZONE 'UTC')::date, d timestamptz DEFAULT CURRENT_TIMESTAMP(3), e name DEFAULT session_user);
-- shape: require alter default value; forbid drop table, drop table column
