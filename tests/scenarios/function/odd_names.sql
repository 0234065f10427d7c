-- title: odd names of functions, arguments and types
-- from
CREATE TYPE "T y" AS ENUM ('a');
-- to
CREATE TYPE "T y" AS ENUM ('a');
CREATE FUNCTION "F ""f"""("a b" "T y", "select" "T y"[] DEFAULT '{a}', OUT "from" char(3), OUT "ß" "char")
  LANGUAGE plpgsql AS $$ BEGIN END $$;
CREATE FUNCTION "left"(text, interval hour to minute, timestamp(3) with time zone, double precision, bit varying)
  RETURNS numeric LANGUAGE sql AS $$ SELECT 1.0 $$;
COMMENT ON FUNCTION "F ""f"""("T y", "T y"[]) IS 'odd';
