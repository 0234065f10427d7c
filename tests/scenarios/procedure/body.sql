-- title: a procedure gets another body and commits on its way
-- from
CREATE PROCEDURE p(n int) LANGUAGE plpgsql AS $$ BEGIN PERFORM n; END $$;
-- to
CREATE PROCEDURE p(n int) LANGUAGE plpgsql AS $$
BEGIN
  FOR i IN 1..n LOOP
    COMMIT;
  END LOOP;
END $$;
-- shape: require alter procedure; forbid drop procedure
-- shape back: require alter procedure; forbid drop procedure
