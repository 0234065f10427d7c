-- baseline strategies table
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 1 of 12
-- Changes: creates table public.strategies
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.strategies
CREATE TABLE IF NOT EXISTS public.strategies (
    strategy_id   uuid         NOT NULL DEFAULT gen_random_uuid(),
    symbol        varchar(20)  NOT NULL,
    strategy_type varchar(100) NOT NULL,
    parameters    jsonb        NOT NULL DEFAULT '{}',
    strategy_hash varchar(64),
    current_score numeric(8,6),
    is_active     boolean      NOT NULL DEFAULT true,
    discovered_at timestamptz  NOT NULL DEFAULT now(),
    created_at    timestamptz  DEFAULT now(),
    updated_at    timestamptz  DEFAULT now(),
    CONSTRAINT strategies_pkey PRIMARY KEY (strategy_id),
    CONSTRAINT strategies_strategy_hash_key UNIQUE (strategy_hash)
);

COMMENT ON TABLE public.strategies IS 'Discovered trading strategies.';
COMMENT ON COLUMN public.strategies.strategy_id IS 'Identifier; prediction_signals points at it.';
COMMENT ON COLUMN public.strategies.symbol IS 'Instrument the strategy was found on.';
COMMENT ON COLUMN public.strategies.strategy_type IS 'Family name, e.g. RSI_REVERSAL or MACD_CROSS.';
COMMENT ON COLUMN public.strategies.parameters IS 'Tuned parameters.';
COMMENT ON COLUMN public.strategies.strategy_hash IS 'De-duplication key.';
COMMENT ON COLUMN public.strategies.current_score IS 'Latest fitness score.';

CREATE INDEX IF NOT EXISTS idx_strategies_symbol ON public.strategies (symbol);
