-- add walkforward validation
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 5 of 12
-- Changes: creates table public.walkforward_validations
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.walkforward_validations
CREATE TABLE IF NOT EXISTS public.walkforward_validations (
    id                  uuid         NOT NULL DEFAULT gen_random_uuid(),
    strategy_id         uuid         NOT NULL,
    window_start        timestamptz  NOT NULL,
    window_end          timestamptz  NOT NULL,
    in_sample_score     numeric(8,6),
    out_of_sample_score numeric(8,6),
    passed              boolean      NOT NULL DEFAULT false,
    created_at          timestamptz  DEFAULT now(),
    CONSTRAINT walkforward_validations_pkey PRIMARY KEY (id),
    CONSTRAINT walkforward_validations_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategies(strategy_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.walkforward_validations IS 'Walk-forward test windows of a strategy.';

CREATE INDEX IF NOT EXISTS idx_walkforward_validations_strategy ON public.walkforward_validations (strategy_id);
