-- title: the function of a policy gets another argument list
-- from
CREATE FUNCTION may(int) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT true $$;
CREATE TABLE t (a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR SELECT USING (may(a));
CREATE POLICY q ON t FOR INSERT WITH CHECK (may(a));
-- to
CREATE FUNCTION may(int, text DEFAULT current_user) RETURNS boolean LANGUAGE sql STABLE AS $$ SELECT true $$;
CREATE TABLE t (a int);
ALTER TABLE t ENABLE ROW LEVEL SECURITY;
CREATE POLICY p ON t FOR SELECT USING (may(a));
CREATE POLICY q ON t FOR INSERT WITH CHECK (may(a, 'x'));
