-- title: arguments of procedures get defaults, and other modes
-- from
CREATE PROCEDURE a(x int, y int DEFAULT 1) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE b(x int[]) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE c(x int) LANGUAGE plpgsql AS $$ BEGIN END $$;
-- to
CREATE PROCEDURE a(x int DEFAULT 0, y int DEFAULT 2) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE b(VARIADIC x int[]) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE c(INOUT x int) LANGUAGE plpgsql AS $$ BEGIN END $$;
-- shape: require alter procedure, drop procedure
