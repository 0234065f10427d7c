-- Signal providers, those who follow and answer them, and the leaderboard.

CREATE TABLE providers (
    user_id                     uuid           PRIMARY KEY REFERENCES users (user_id) ON DELETE CASCADE,
    display_name                varchar(100)   NOT NULL,
    bio                         text,
    strategy_description        text,
    avatar_url                  text,
    banner_url                  text,
    website_url                 text,
    twitter_handle              varchar(50),
    risk_level                  varchar(20)    DEFAULT 'moderate'
        CHECK (risk_level IN ('conservative', 'moderate', 'aggressive')),
    specialties                 varchar(50)[]  DEFAULT '{}',
    total_signals               integer        DEFAULT 0,
    win_count                   integer        DEFAULT 0,
    loss_count                  integer        DEFAULT 0,
    win_rate                    numeric(5,4)   DEFAULT 0,
    avg_return                  numeric(8,4)   DEFAULT 0,
    total_return                numeric(10,4)  DEFAULT 0,
    sharpe_ratio                numeric(6,4),
    max_drawdown                numeric(5,4),
    current_streak              integer        DEFAULT 0,
    longest_streak              integer        DEFAULT 0,
    follower_count              integer        DEFAULT 0,
    signal_likes_total          integer        DEFAULT 0,
    is_verified                 boolean        DEFAULT false,
    verified_at                 timestamptz,
    verification_level          varchar(20)    DEFAULT 'none'
        CHECK (verification_level IN ('none', 'basic', 'pro', 'elite')),
    is_premium                  boolean        DEFAULT false,
    subscription_price_monthly  numeric(10,2),
    stripe_account_id           varchar(255),
    created_at                  timestamptz    DEFAULT now(),
    updated_at                  timestamptz    DEFAULT now()
);

CREATE INDEX idx_providers_followers ON providers (follower_count DESC);
CREATE INDEX idx_providers_streak ON providers (current_streak DESC);
CREATE INDEX idx_providers_verified ON providers (is_verified) WHERE is_verified = TRUE;
CREATE INDEX idx_providers_win_rate ON providers (win_rate DESC);

CREATE TRIGGER update_providers_updated_at
    BEFORE UPDATE ON providers
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE providers IS 'Profile of a user who opts in as a signal provider.';
COMMENT ON COLUMN providers.specialties IS 'e.g. crypto, forex, predictions.';
COMMENT ON COLUMN providers.total_signals IS
    'Computed by a background job, like all figures down to longest_streak.';
COMMENT ON COLUMN providers.win_rate IS 'Fraction: 0.6734 means 67.34 %.';
COMMENT ON COLUMN providers.avg_return IS 'Fraction: 0.0423 means 4.23 %.';
COMMENT ON COLUMN providers.follower_count IS 'Kept by trigger on follows.';
COMMENT ON COLUMN providers.is_premium IS 'Monetisation, planned for Q3 or later.';
COMMENT ON COLUMN providers.subscription_price_monthly IS 'Monetisation, planned for Q3 or later.';
COMMENT ON COLUMN providers.stripe_account_id IS 'Monetisation, planned for Q3 or later.';


CREATE TABLE provider_signals (
    id             uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    provider_id    uuid          NOT NULL REFERENCES providers (user_id) ON DELETE CASCADE,
    signal_id      uuid          NOT NULL REFERENCES signals (signal_id) ON DELETE CASCADE,
    commentary     text,
    outcome        varchar(20)   CHECK (outcome IN ('PROFIT', 'LOSS', 'BREAKEVEN', 'PENDING')),
    actual_return  numeric(8,4),
    closed_at      timestamptz,
    created_at     timestamptz   DEFAULT now(),
    UNIQUE (provider_id, signal_id)
);

CREATE INDEX idx_provider_signals_created ON provider_signals (created_at DESC);
CREATE INDEX idx_provider_signals_provider ON provider_signals (provider_id);
CREATE INDEX idx_provider_signals_signal ON provider_signals (signal_id);

COMMENT ON TABLE provider_signals IS 'Ties a signal to the provider who published it.';
COMMENT ON COLUMN provider_signals.commentary IS 'Optional remark by the provider.';


CREATE TABLE follows (
    id                uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    follower_id       uuid          NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    provider_id       uuid          NOT NULL REFERENCES providers (user_id) ON DELETE CASCADE,
    notify_on_signal  boolean       DEFAULT true,
    copy_trades       boolean       DEFAULT false,
    copy_percentage   numeric(5,2),
    created_at        timestamptz   DEFAULT now(),
    UNIQUE (follower_id, provider_id)
);

CREATE INDEX idx_follows_created ON follows (created_at DESC);
CREATE INDEX idx_follows_follower ON follows (follower_id);
CREATE INDEX idx_follows_provider ON follows (provider_id);

-- A change of provider_id in place is not counted: a follow is ended and made anew.
CREATE FUNCTION update_follower_count() RETURNS trigger
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

CREATE TRIGGER update_follower_count_trigger
    AFTER INSERT OR DELETE ON follows
    FOR EACH ROW EXECUTE FUNCTION update_follower_count();

COMMENT ON TABLE follows IS 'A user follows a provider.';
COMMENT ON COLUMN follows.copy_trades IS 'Reserved for automatic copying.';
COMMENT ON COLUMN follows.copy_percentage IS 'Percentage of the provider''s position size.';


CREATE TABLE signal_reactions (
    id             uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    signal_id      uuid         NOT NULL REFERENCES signals (signal_id) ON DELETE CASCADE,
    user_id        uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    reaction_type  varchar(20)  NOT NULL CHECK (reaction_type IN ('like', 'fire', 'rocket', 'sad')),
    created_at     timestamptz  DEFAULT now(),
    UNIQUE (signal_id, user_id, reaction_type)
);

CREATE INDEX idx_reactions_signal ON signal_reactions (signal_id);
CREATE INDEX idx_reactions_user ON signal_reactions (user_id);

COMMENT ON TABLE signal_reactions IS 'Reactions of users to signals.';


CREATE TABLE signal_comments (
    id          uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    signal_id   uuid         NOT NULL REFERENCES signals (signal_id) ON DELETE CASCADE,
    user_id     uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    parent_id   uuid         REFERENCES signal_comments (id) ON DELETE CASCADE,
    content     text         NOT NULL,
    is_edited   boolean      DEFAULT false,
    created_at  timestamptz  DEFAULT now(),
    updated_at  timestamptz  DEFAULT now()
);

CREATE INDEX idx_comments_parent ON signal_comments (parent_id);
CREATE INDEX idx_comments_signal ON signal_comments (signal_id);
CREATE INDEX idx_comments_user ON signal_comments (user_id);

CREATE TRIGGER update_signal_comments_updated_at
    BEFORE UPDATE ON signal_comments
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE signal_comments IS 'Threaded comments on signals.';
COMMENT ON COLUMN signal_comments.parent_id IS 'Comment being answered; a thread goes with its root.';


-- Refreshed every hour with CONCURRENTLY, which needs the unique index and a populated view.
CREATE MATERIALIZED VIEW leaderboard_top_providers AS
SELECT
    user_id,
    display_name,
    avatar_url,
    win_rate,
    avg_return,
    follower_count,
    current_streak,
    is_verified,
    verification_level,
    ROW_NUMBER() OVER (ORDER BY follower_count DESC) AS rank_followers,
    ROW_NUMBER() OVER (ORDER BY win_rate DESC) AS rank_win_rate,
    ROW_NUMBER() OVER (ORDER BY avg_return DESC) AS rank_return,
    ROW_NUMBER() OVER (ORDER BY current_streak DESC) AS rank_streak
FROM providers
WHERE total_signals >= 10;  -- fewer signals do not rank

CREATE UNIQUE INDEX idx_leaderboard_user ON leaderboard_top_providers (user_id);

COMMENT ON MATERIALIZED VIEW leaderboard_top_providers IS
    'Providers with at least ten signals, ranked four ways; refreshed every hour.';
