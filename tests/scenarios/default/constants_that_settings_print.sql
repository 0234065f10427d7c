-- title: intervals, dates, floats and bytes, whose print depends on the session
-- from
CREATE TABLE t (id int, a interval DEFAULT '1 year 2 mons 3 days', b timestamptz DEFAULT '2020-06-01 12:00+02', c float8 DEFAULT 0.1, d bytea DEFAULT '\x00ff', e date DEFAULT '2020-02-01');
-- to
CREATE TABLE t (id int, a interval DEFAULT '-1 day 02:03:04', b timestamptz DEFAULT 'infinity', c float8 DEFAULT 'NaN', d bytea DEFAULT '\xdeadbeef', e date DEFAULT '-infinity', f float4 DEFAULT 1e-30, g numeric DEFAULT 1e100, h money DEFAULT 12.34::numeric::money);
-- shape: require alter default value; forbid drop table
-- refused back: deletes_data
