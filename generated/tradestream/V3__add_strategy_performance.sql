-- add strategy performance
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 3 of 12
-- Changes: creates table public.strategy_performance
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.strategy_performance
CREATE TABLE IF NOT EXISTS public.strategy_performance (
    id           uuid          NOT NULL DEFAULT gen_random_uuid(),
    strategy_id  uuid          NOT NULL,
    period_start timestamptz   NOT NULL,
    period_end   timestamptz   NOT NULL,
    total_return numeric(10,4),
    sharpe_ratio numeric(6,4),
    max_drawdown numeric(5,4),
    win_rate     numeric(5,4),
    trade_count  integer       NOT NULL DEFAULT 0,
    created_at   timestamptz   DEFAULT now(),
    CONSTRAINT strategy_performance_pkey PRIMARY KEY (id),
    CONSTRAINT strategy_performance_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategies(strategy_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.strategy_performance IS 'Periodic performance figures of a strategy.';

CREATE INDEX IF NOT EXISTS idx_strategy_performance_strategy ON public.strategy_performance (strategy_id);
