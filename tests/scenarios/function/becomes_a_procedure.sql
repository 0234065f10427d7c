-- title: a function becomes a procedure of the same name and arguments
-- from
CREATE FUNCTION job(a int) RETURNS void LANGUAGE plpgsql AS $$ BEGIN END $$;
COMMENT ON FUNCTION job(int) IS 'a job';
-- to
CREATE PROCEDURE job(a int) LANGUAGE plpgsql AS $$ BEGIN END $$;
COMMENT ON PROCEDURE job(int) IS 'a job';
