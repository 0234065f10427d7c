-- add strategy specs
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 2 of 12
-- Changes: creates table public.strategy_specs
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.strategy_specs
CREATE TABLE IF NOT EXISTS public.strategy_specs (
    spec_id          uuid         NOT NULL DEFAULT gen_random_uuid(),
    name             varchar(100) NOT NULL,
    description      text,
    indicators       jsonb        NOT NULL DEFAULT '[]',
    entry_conditions jsonb        NOT NULL DEFAULT '[]',
    exit_conditions  jsonb        NOT NULL DEFAULT '[]',
    is_active        boolean      NOT NULL DEFAULT true,
    created_at       timestamptz  DEFAULT now(),
    updated_at       timestamptz  DEFAULT now(),
    CONSTRAINT strategy_specs_pkey PRIMARY KEY (spec_id),
    CONSTRAINT strategy_specs_name_key UNIQUE (name)
);

COMMENT ON TABLE public.strategy_specs IS 'Declarative strategy definitions.';
