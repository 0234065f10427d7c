-- add user settings
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 7 of 12
-- Changes: creates table public.user_settings, function public.create_user_settings(), trigger create_settings_on_user_insert on public.users, table public.user_watchlists, table public.saved_views
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.user_settings
CREATE TABLE IF NOT EXISTS public.user_settings (
    user_id               uuid          NOT NULL,
    risk_tolerance        varchar(20)   DEFAULT 'moderate',
    min_opportunity_score numeric(3,2)  DEFAULT 0.60,
    default_action_filter varchar(10)[] DEFAULT ARRAY['BUY'::text, 'SELL'::text, 'HOLD'::text],
    theme                 varchar(20)   DEFAULT 'dark',
    timezone              varchar(50)   DEFAULT 'UTC',
    onboarding_completed  boolean       DEFAULT false,
    onboarding_step       integer       DEFAULT 0,
    created_at            timestamptz   DEFAULT now(),
    updated_at            timestamptz   DEFAULT now(),
    CONSTRAINT user_settings_pkey PRIMARY KEY (user_id),
    CONSTRAINT user_settings_min_opportunity_score_check CHECK (((min_opportunity_score >= (0)::numeric) AND (min_opportunity_score <= (1)::numeric))),
    CONSTRAINT user_settings_risk_tolerance_check CHECK (((risk_tolerance)::text = ANY ((ARRAY['conservative'::character varying, 'moderate'::character varying, 'aggressive'::character varying])::text[]))),
    CONSTRAINT user_settings_theme_check CHECK (((theme)::text = ANY ((ARRAY['dark'::character varying, 'light'::character varying, 'system'::character varying])::text[]))),
    CONSTRAINT user_settings_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.user_settings IS 'One preferences row for each user, made by trigger.';

CREATE OR REPLACE TRIGGER update_user_settings_updated_at BEFORE UPDATE ON public.user_settings FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- function public.create_user_settings()
CREATE OR REPLACE FUNCTION public.create_user_settings()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO user_settings (user_id) VALUES (NEW.user_id);
    RETURN NEW;
END;
$$;

-- table public.users
CREATE OR REPLACE TRIGGER create_settings_on_user_insert AFTER INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.create_user_settings();

-- table public.user_watchlists
CREATE TABLE IF NOT EXISTS public.user_watchlists (
    id            uuid          NOT NULL DEFAULT gen_random_uuid(),
    user_id       uuid          NOT NULL,
    symbol        varchar(20)   NOT NULL,
    notes         text,
    alert_enabled boolean       DEFAULT true,
    position_size numeric(18,8),
    entry_price   numeric(18,8),
    added_at      timestamptz   DEFAULT now(),
    CONSTRAINT user_watchlists_pkey PRIMARY KEY (id),
    CONSTRAINT user_watchlists_user_id_symbol_key UNIQUE (user_id, symbol),
    CONSTRAINT user_watchlists_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.user_watchlists IS 'Symbols a user tracks.';
COMMENT ON COLUMN public.user_watchlists.position_size IS 'Optional, for tracking a held position.';
COMMENT ON COLUMN public.user_watchlists.entry_price IS 'Optional, for tracking a held position.';

CREATE INDEX IF NOT EXISTS idx_watchlists_symbol ON public.user_watchlists (symbol);
CREATE INDEX IF NOT EXISTS idx_watchlists_user ON public.user_watchlists (user_id);

-- table public.saved_views
CREATE TABLE IF NOT EXISTS public.saved_views (
    id          uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id     uuid         NOT NULL,
    name        varchar(100) NOT NULL,
    description text,
    filters     jsonb        NOT NULL DEFAULT '{}',
    is_default  boolean      DEFAULT false,
    sort_order  integer      DEFAULT 0,
    created_at  timestamptz  DEFAULT now(),
    updated_at  timestamptz  DEFAULT now(),
    CONSTRAINT saved_views_pkey PRIMARY KEY (id),
    CONSTRAINT saved_views_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.saved_views IS 'Named filter sets of a user.';
COMMENT ON COLUMN public.saved_views.filters IS 'Object with the keys symbols, actions, minOpportunityScore and strategyTypes, e.g. symbols BTC/USD and ETH/USD, actions BUY, minOpportunityScore 0.70, strategyTypes RSI_REVERSAL and MACD_CROSS.';

CREATE INDEX IF NOT EXISTS idx_saved_views_default ON public.saved_views (user_id, is_default) WHERE (is_default = true);
CREATE INDEX IF NOT EXISTS idx_saved_views_user ON public.saved_views (user_id);

CREATE OR REPLACE TRIGGER update_saved_views_updated_at BEFORE UPDATE ON public.saved_views FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();
