-- add prediction markets
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 12 of 12
-- Changes: creates table public.prediction_platforms, table public.prediction_markets, table public.prediction_market_prices, table public.prediction_signals
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.prediction_platforms
CREATE TABLE IF NOT EXISTS public.prediction_platforms (
    id           varchar(20)  NOT NULL,
    name         varchar(100) NOT NULL,
    api_base_url text         NOT NULL,
    is_active    boolean      DEFAULT true,
    created_at   timestamptz  DEFAULT now(),
    CONSTRAINT prediction_platforms_pkey PRIMARY KEY (id)
);

COMMENT ON TABLE public.prediction_platforms IS 'Lookup table of market platforms; text key.';
COMMENT ON COLUMN public.prediction_platforms.id IS 'kalshi, polymarket.';

INSERT INTO public.prediction_platforms AS t (id, name, api_base_url) VALUES
    ('kalshi',     'Kalshi',     'https://trading-api.kalshi.com'),
    ('polymarket', 'Polymarket', 'https://gamma-api.polymarket.com')
ON CONFLICT (id) DO UPDATE SET name = excluded.name, api_base_url = excluded.api_base_url
WHERE (t.name, t.api_base_url) IS DISTINCT FROM (excluded.name, excluded.api_base_url);

-- table public.prediction_markets
CREATE TABLE IF NOT EXISTS public.prediction_markets (
    id                 uuid          NOT NULL DEFAULT gen_random_uuid(),
    platform_id        varchar(20)   NOT NULL,
    external_market_id varchar(100)  NOT NULL,
    category           varchar(50)   NOT NULL,
    title              text          NOT NULL,
    description        text,
    question           text          NOT NULL,
    settlement_date    timestamptz,
    current_yes_price  numeric(5,4),
    current_no_price   numeric(5,4),
    volume_24h         numeric(18,2),
    total_volume       numeric(18,2),
    is_active          boolean       DEFAULT true,
    settled            boolean       DEFAULT false,
    settlement_value   numeric(5,4),
    created_at         timestamptz   DEFAULT now(),
    updated_at         timestamptz   DEFAULT now(),
    CONSTRAINT prediction_markets_pkey PRIMARY KEY (id),
    CONSTRAINT prediction_markets_platform_id_external_market_id_key UNIQUE (platform_id, external_market_id),
    CONSTRAINT prediction_markets_category_check CHECK (((category)::text = ANY ((ARRAY['economics'::character varying, 'crypto'::character varying, 'politics'::character varying, 'regulatory'::character varying, 'sports'::character varying, 'other'::character varying])::text[]))),
    CONSTRAINT prediction_markets_platform_id_fkey FOREIGN KEY (platform_id) REFERENCES public.prediction_platforms(id)
);

COMMENT ON TABLE public.prediction_markets IS 'Markets listed on a platform.';
COMMENT ON COLUMN public.prediction_markets.platform_id IS 'No ON DELETE action.';
COMMENT ON COLUMN public.prediction_markets.external_market_id IS 'Identifier at the platform.';
COMMENT ON COLUMN public.prediction_markets.current_yes_price IS 'Between 0.0000 and 1.0000 (not checked).';
COMMENT ON COLUMN public.prediction_markets.settlement_value IS 'Final outcome.';

CREATE INDEX IF NOT EXISTS idx_prediction_markets_active ON public.prediction_markets (is_active) WHERE (is_active = true);
CREATE INDEX IF NOT EXISTS idx_prediction_markets_category ON public.prediction_markets (category);
CREATE INDEX IF NOT EXISTS idx_prediction_markets_platform ON public.prediction_markets (platform_id);
CREATE INDEX IF NOT EXISTS idx_prediction_markets_settlement ON public.prediction_markets (settlement_date);

CREATE OR REPLACE TRIGGER update_prediction_markets_updated_at BEFORE UPDATE ON public.prediction_markets FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.prediction_market_prices
CREATE TABLE IF NOT EXISTS public.prediction_market_prices (
    id          uuid          NOT NULL DEFAULT gen_random_uuid(),
    market_id   uuid          NOT NULL,
    yes_price   numeric(5,4)  NOT NULL,
    no_price    numeric(5,4)  NOT NULL,
    volume      numeric(18,2),
    recorded_at timestamptz   DEFAULT now(),
    CONSTRAINT prediction_market_prices_pkey PRIMARY KEY (id),
    CONSTRAINT prediction_market_prices_market_id_fkey FOREIGN KEY (market_id) REFERENCES public.prediction_markets(id) ON DELETE CASCADE
);

COMMENT ON TABLE public.prediction_market_prices IS 'Price history of a market.';

CREATE INDEX IF NOT EXISTS idx_prediction_prices_market ON public.prediction_market_prices (market_id);
CREATE INDEX IF NOT EXISTS idx_prediction_prices_time ON public.prediction_market_prices (recorded_at DESC);

-- table public.prediction_signals
CREATE TABLE IF NOT EXISTS public.prediction_signals (
    id                uuid         NOT NULL DEFAULT gen_random_uuid(),
    market_id         uuid         NOT NULL,
    strategy_id       uuid,
    signal_type       varchar(10)  NOT NULL,
    entry_price       numeric(5,4) NOT NULL,
    target_price      numeric(5,4),
    stop_loss_price   numeric(5,4),
    confidence        numeric(3,2) NOT NULL,
    opportunity_score numeric(5,2),
    reasoning         jsonb        NOT NULL,
    outcome           varchar(20),
    actual_return     numeric(8,4),
    closed_at         timestamptz,
    created_at        timestamptz  DEFAULT now(),
    CONSTRAINT prediction_signals_pkey PRIMARY KEY (id),
    CONSTRAINT prediction_signals_outcome_check CHECK (((outcome)::text = ANY ((ARRAY['PROFIT'::character varying, 'LOSS'::character varying, 'BREAKEVEN'::character varying, 'PENDING'::character varying, 'EXPIRED'::character varying])::text[]))),
    CONSTRAINT prediction_signals_signal_type_check CHECK (((signal_type)::text = ANY ((ARRAY['BUY_YES'::character varying, 'BUY_NO'::character varying, 'SELL_YES'::character varying, 'SELL_NO'::character varying])::text[]))),
    CONSTRAINT prediction_signals_market_id_fkey FOREIGN KEY (market_id) REFERENCES public.prediction_markets(id) ON DELETE CASCADE,
    CONSTRAINT prediction_signals_strategy_id_fkey FOREIGN KEY (strategy_id) REFERENCES public.strategies(strategy_id)
);

COMMENT ON TABLE public.prediction_signals IS 'Signals on prediction markets.';
COMMENT ON COLUMN public.prediction_signals.strategy_id IS 'Optional; set where a genetic algorithm found the strategy. No ON DELETE action.';
COMMENT ON COLUMN public.prediction_signals.reasoning IS 'Object with summary (text), indicators (array of objects: name plus value and signal, or position) and risk_metrics (max_loss, max_gain, kelly_size); e.g. ProbabilityRSI value 32 signal oversold, BollingerBand position below_lower, max_loss 0.68, max_gain 0.32, kelly_size 0.08.';

CREATE INDEX IF NOT EXISTS idx_prediction_signals_created ON public.prediction_signals (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_prediction_signals_market ON public.prediction_signals (market_id);
CREATE INDEX IF NOT EXISTS idx_prediction_signals_outcome ON public.prediction_signals (outcome);
CREATE INDEX IF NOT EXISTS idx_prediction_signals_strategy ON public.prediction_signals (strategy_id);
