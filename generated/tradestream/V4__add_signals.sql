-- add signals
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 4 of 12
-- Changes: creates table public.signals
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.signals
CREATE TABLE IF NOT EXISTS public.signals (
    signal_id         uuid          NOT NULL DEFAULT gen_random_uuid(),
    strategy_id       uuid,
    symbol            varchar(20)   NOT NULL,
    action            varchar(10)   NOT NULL,
    opportunity_score numeric(3,2),
    price             numeric(18,8),
    reasoning         jsonb,
    created_at        timestamptz   DEFAULT now(),
    CONSTRAINT signals_pkey PRIMARY KEY (signal_id),
    CONSTRAINT signals_action_check CHECK (((action)::text = ANY ((ARRAY['BUY'::character varying, 'SELL'::character varying, 'HOLD'::character varying])::text[]))),
    CONSTRAINT signals_opportunity_score_check CHECK (((opportunity_score >= (0)::numeric) AND (opportunity_score <= (1)::numeric))),
    CONSTRAINT signals_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategies(strategy_id) ON DELETE SET NULL
);

COMMENT ON TABLE public.signals IS 'Emitted trading signals.';
COMMENT ON COLUMN public.signals.signal_id IS 'Identifier; provider signals, reactions and comments point at it.';
COMMENT ON COLUMN public.signals.symbol IS 'e.g. BTC/USD.';
COMMENT ON COLUMN public.signals.action IS 'The three actions are those of user_settings.default_action_filter.';
COMMENT ON COLUMN public.signals.opportunity_score IS 'Same 0..1 scale as the min_opportunity_score settings.';

CREATE INDEX IF NOT EXISTS idx_signals_strategy ON public.signals (strategy_id);
CREATE INDEX IF NOT EXISTS idx_signals_symbol_created ON public.signals (symbol, created_at DESC);
