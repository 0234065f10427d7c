-- add providers
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 9 of 12
-- Changes: creates table public.providers, table public.provider_signals, table public.follows, function public.update_follower_count(), table public.signal_reactions and 2 more
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.providers
CREATE TABLE IF NOT EXISTS public.providers (
    user_id                    uuid          NOT NULL,
    display_name               varchar(100)  NOT NULL,
    bio                        text,
    strategy_description       text,
    avatar_url                 text,
    banner_url                 text,
    website_url                text,
    twitter_handle             varchar(50),
    risk_level                 varchar(20)   DEFAULT 'moderate',
    specialties                varchar(50)[] DEFAULT '{}'::character varying[],
    total_signals              integer       DEFAULT 0,
    win_count                  integer       DEFAULT 0,
    loss_count                 integer       DEFAULT 0,
    win_rate                   numeric(5,4)  DEFAULT 0,
    avg_return                 numeric(8,4)  DEFAULT 0,
    total_return               numeric(10,4) DEFAULT 0,
    sharpe_ratio               numeric(6,4),
    max_drawdown               numeric(5,4),
    current_streak             integer       DEFAULT 0,
    longest_streak             integer       DEFAULT 0,
    follower_count             integer       DEFAULT 0,
    signal_likes_total         integer       DEFAULT 0,
    is_verified                boolean       DEFAULT false,
    verified_at                timestamptz,
    verification_level         varchar(20)   DEFAULT 'none',
    is_premium                 boolean       DEFAULT false,
    subscription_price_monthly numeric(10,2),
    stripe_account_id          varchar(255),
    created_at                 timestamptz   DEFAULT now(),
    updated_at                 timestamptz   DEFAULT now(),
    CONSTRAINT providers_pkey PRIMARY KEY (user_id),
    CONSTRAINT providers_risk_level_check CHECK (((risk_level)::text = ANY ((ARRAY['conservative'::character varying, 'moderate'::character varying, 'aggressive'::character varying])::text[]))),
    CONSTRAINT providers_verification_level_check CHECK (((verification_level)::text = ANY ((ARRAY['none'::character varying, 'basic'::character varying, 'pro'::character varying, 'elite'::character varying])::text[]))),
    CONSTRAINT providers_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.providers IS 'Profile of a user who opts in as a signal provider.';
COMMENT ON COLUMN public.providers.specialties IS 'e.g. crypto, forex, predictions.';
COMMENT ON COLUMN public.providers.total_signals IS 'Computed by a background job, like all figures down to longest_streak.';
COMMENT ON COLUMN public.providers.win_rate IS 'Fraction: 0.6734 means 67.34 %.';
COMMENT ON COLUMN public.providers.avg_return IS 'Fraction: 0.0423 means 4.23 %.';
COMMENT ON COLUMN public.providers.follower_count IS 'Kept by trigger on follows.';
COMMENT ON COLUMN public.providers.is_premium IS 'Monetisation, planned for Q3 or later.';
COMMENT ON COLUMN public.providers.subscription_price_monthly IS 'Monetisation, planned for Q3 or later.';
COMMENT ON COLUMN public.providers.stripe_account_id IS 'Monetisation, planned for Q3 or later.';

CREATE INDEX IF NOT EXISTS idx_providers_followers ON public.providers (follower_count DESC);
CREATE INDEX IF NOT EXISTS idx_providers_streak ON public.providers (current_streak DESC);
CREATE INDEX IF NOT EXISTS idx_providers_verified ON public.providers (is_verified) WHERE (is_verified = true);
CREATE INDEX IF NOT EXISTS idx_providers_win_rate ON public.providers (win_rate DESC);

CREATE OR REPLACE TRIGGER update_providers_updated_at BEFORE UPDATE ON public.providers FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.provider_signals
CREATE TABLE IF NOT EXISTS public.provider_signals (
    id            uuid         NOT NULL DEFAULT gen_random_uuid(),
    provider_id   uuid         NOT NULL,
    signal_id     uuid         NOT NULL,
    commentary    text,
    outcome       varchar(20),
    actual_return numeric(8,4),
    closed_at     timestamptz,
    created_at    timestamptz  DEFAULT now(),
    CONSTRAINT provider_signals_pkey PRIMARY KEY (id),
    CONSTRAINT provider_signals_provider_id_signal_id_key UNIQUE (provider_id, signal_id),
    CONSTRAINT provider_signals_outcome_check CHECK (((outcome)::text = ANY ((ARRAY['PROFIT'::character varying, 'LOSS'::character varying, 'BREAKEVEN'::character varying, 'PENDING'::character varying])::text[]))),
    CONSTRAINT provider_signals_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.providers(user_id) ON DELETE CASCADE,
    CONSTRAINT provider_signals_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES public.signals(signal_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.provider_signals IS 'Ties a signal to the provider who published it.';
COMMENT ON COLUMN public.provider_signals.commentary IS 'Optional remark by the provider.';

CREATE INDEX IF NOT EXISTS idx_provider_signals_created ON public.provider_signals (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_provider_signals_provider ON public.provider_signals (provider_id);
CREATE INDEX IF NOT EXISTS idx_provider_signals_signal ON public.provider_signals (signal_id);

-- table public.follows
CREATE TABLE IF NOT EXISTS public.follows (
    id               uuid         NOT NULL DEFAULT gen_random_uuid(),
    follower_id      uuid         NOT NULL,
    provider_id      uuid         NOT NULL,
    notify_on_signal boolean      DEFAULT true,
    copy_trades      boolean      DEFAULT false,
    copy_percentage  numeric(5,2),
    created_at       timestamptz  DEFAULT now(),
    CONSTRAINT follows_pkey PRIMARY KEY (id),
    CONSTRAINT follows_follower_id_provider_id_key UNIQUE (follower_id, provider_id),
    CONSTRAINT follows_follower_id_fkey FOREIGN KEY (follower_id) REFERENCES public.users(user_id) ON DELETE CASCADE,
    CONSTRAINT follows_provider_id_fkey FOREIGN KEY (provider_id) REFERENCES public.providers(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.follows IS 'A user follows a provider.';
COMMENT ON COLUMN public.follows.copy_trades IS 'Reserved for automatic copying.';
COMMENT ON COLUMN public.follows.copy_percentage IS 'Percentage of the provider''s position size.';

CREATE INDEX IF NOT EXISTS idx_follows_created ON public.follows (created_at DESC);
CREATE INDEX IF NOT EXISTS idx_follows_follower ON public.follows (follower_id);
CREATE INDEX IF NOT EXISTS idx_follows_provider ON public.follows (provider_id);

-- function public.update_follower_count()
CREATE OR REPLACE FUNCTION public.update_follower_count()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        UPDATE providers SET follower_count = follower_count + 1 WHERE user_id = NEW.provider_id;
    ELSIF TG_OP = 'DELETE' THEN
        UPDATE providers SET follower_count = follower_count - 1 WHERE user_id = OLD.provider_id;
    END IF;
    RETURN NULL;
END;
$$;

-- table public.follows
CREATE OR REPLACE TRIGGER update_follower_count_trigger AFTER INSERT OR DELETE ON public.follows FOR EACH ROW EXECUTE FUNCTION public.update_follower_count();

-- table public.signal_reactions
CREATE TABLE IF NOT EXISTS public.signal_reactions (
    id            uuid        NOT NULL DEFAULT gen_random_uuid(),
    signal_id     uuid        NOT NULL,
    user_id       uuid        NOT NULL,
    reaction_type varchar(20) NOT NULL,
    created_at    timestamptz DEFAULT now(),
    CONSTRAINT signal_reactions_pkey PRIMARY KEY (id),
    CONSTRAINT signal_reactions_signal_id_user_id_reaction_type_key UNIQUE (signal_id, user_id, reaction_type),
    CONSTRAINT signal_reactions_reaction_type_check CHECK (((reaction_type)::text = ANY ((ARRAY['like'::character varying, 'fire'::character varying, 'rocket'::character varying, 'sad'::character varying])::text[]))),
    CONSTRAINT signal_reactions_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES public.signals(signal_id) ON DELETE CASCADE,
    CONSTRAINT signal_reactions_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.signal_reactions IS 'Reactions of users to signals.';

CREATE INDEX IF NOT EXISTS idx_reactions_signal ON public.signal_reactions (signal_id);
CREATE INDEX IF NOT EXISTS idx_reactions_user ON public.signal_reactions (user_id);

-- table public.signal_comments
CREATE TABLE IF NOT EXISTS public.signal_comments (
    id         uuid        NOT NULL DEFAULT gen_random_uuid(),
    signal_id  uuid        NOT NULL,
    user_id    uuid        NOT NULL,
    parent_id  uuid,
    content    text        NOT NULL,
    is_edited  boolean     DEFAULT false,
    created_at timestamptz DEFAULT now(),
    updated_at timestamptz DEFAULT now(),
    CONSTRAINT signal_comments_pkey PRIMARY KEY (id),
    CONSTRAINT signal_comments_parent_id_fkey FOREIGN KEY (parent_id) REFERENCES public.signal_comments(id) ON DELETE CASCADE,
    CONSTRAINT signal_comments_signal_id_fkey FOREIGN KEY (signal_id) REFERENCES public.signals(signal_id) ON DELETE CASCADE,
    CONSTRAINT signal_comments_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.signal_comments IS 'Threaded comments on signals.';
COMMENT ON COLUMN public.signal_comments.parent_id IS 'Comment being answered; a thread goes with its root.';

CREATE INDEX IF NOT EXISTS idx_comments_parent ON public.signal_comments (parent_id);
CREATE INDEX IF NOT EXISTS idx_comments_signal ON public.signal_comments (signal_id);
CREATE INDEX IF NOT EXISTS idx_comments_user ON public.signal_comments (user_id);

CREATE OR REPLACE TRIGGER update_signal_comments_updated_at BEFORE UPDATE ON public.signal_comments FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- materialized view public.leaderboard_top_providers
CREATE MATERIALIZED VIEW IF NOT EXISTS public.leaderboard_top_providers AS
 SELECT user_id,
    display_name,
    avatar_url,
    win_rate,
    avg_return,
    follower_count,
    current_streak,
    is_verified,
    verification_level,
    row_number() OVER (ORDER BY follower_count DESC) AS rank_followers,
    row_number() OVER (ORDER BY win_rate DESC) AS rank_win_rate,
    row_number() OVER (ORDER BY avg_return DESC) AS rank_return,
    row_number() OVER (ORDER BY current_streak DESC) AS rank_streak
   FROM public.providers
  WHERE (total_signals >= 10);

COMMENT ON MATERIALIZED VIEW public.leaderboard_top_providers IS 'Providers with at least ten signals, ranked four ways; refreshed every hour.';

CREATE UNIQUE INDEX IF NOT EXISTS idx_leaderboard_user ON public.leaderboard_top_providers (user_id);
