-- title: the form of pg_dump says the same as a person, but for a comment
-- from
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (id serial PRIMARY KEY, e e NOT NULL DEFAULT 'a', s varchar(9) CHECK (s IN ('x', 'y')));
CREATE INDEX t_e ON t (e) WHERE s = 'x';
CREATE VIEW v AS SELECT id, s FROM t WHERE s IN ('x', 'y');
-- seed
INSERT INTO t (s) VALUES ('x');
-- to
SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET default_tablespace = '';
SET default_table_access_method = heap;
CREATE TYPE public.e AS ENUM (
    'a',
    'b'
);
CREATE TABLE public.t (
    id integer NOT NULL,
    e public.e DEFAULT 'a'::public.e NOT NULL,
    s character varying(9),
    CONSTRAINT t_s_check CHECK (((s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[])))
);
CREATE SEQUENCE public.t_id_seq
    AS integer
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1;
ALTER SEQUENCE public.t_id_seq OWNED BY public.t.id;
CREATE VIEW public.v AS
 SELECT t.id,
    t.s
   FROM public.t
  WHERE ((t.s)::text = ANY ((ARRAY['x'::character varying, 'y'::character varying])::text[]));
ALTER TABLE ONLY public.t ALTER COLUMN id SET DEFAULT nextval('public.t_id_seq'::regclass);
ALTER TABLE ONLY public.t
    ADD CONSTRAINT t_pkey PRIMARY KEY (id);
CREATE INDEX t_e ON public.t USING btree (e) WHERE ((s)::text = 'x'::text);
COMMENT ON TABLE public.t IS 'dumped';
RESET search_path;
-- shape: require create comment; forbid drop table constraint, drop view, alter view, drop index, alter default value, alter sequence
-- shape back: require drop comment; forbid drop table constraint, drop view, alter view, drop index, alter default value, alter sequence
