-- title: a procedure's arguments are renamed, added and become out
-- from
CREATE PROCEDURE a(x int) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE b(x int) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE c(x int, OUT y int) LANGUAGE plpgsql AS $$ BEGIN y := x; END $$;
-- to
CREATE PROCEDURE a(y int) LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE b(x int, z text DEFAULT 'x') LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE PROCEDURE c(x int, OUT y text) LANGUAGE plpgsql AS $$ BEGIN y := x::text; END $$;
