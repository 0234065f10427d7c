-- title: functions and procedures in C change file and symbol
-- from
CREATE FUNCTION a() RETURNS int LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION b() RETURNS int LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION c() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
CREATE PROCEDURE p() LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
-- to
CREATE FUNCTION a() RETURNS int LANGUAGE c COST 2 AS 'plpgsql', 'plpgsql_call_handler';
CREATE FUNCTION b() RETURNS int LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_validator';
CREATE FUNCTION c() RETURNS int LANGUAGE c AS '$libdir/plpgsql', 'plpgsql_call_handler';
CREATE PROCEDURE p() LANGUAGE c AS 'plpgsql', 'plpgsql_call_handler';
-- shape: forbid drop function, drop procedure
-- shape back: forbid drop function, drop procedure
