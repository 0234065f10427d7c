-- What a user sets and keeps: settings, watchlists, saved views.

CREATE TABLE user_settings (
    user_id                uuid           PRIMARY KEY REFERENCES users (user_id) ON DELETE CASCADE,
    risk_tolerance         varchar(20)    DEFAULT 'moderate'
        CHECK (risk_tolerance IN ('conservative', 'moderate', 'aggressive')),
    min_opportunity_score  numeric(3,2)   DEFAULT 0.60
        CHECK (min_opportunity_score >= 0 AND min_opportunity_score <= 1),
    default_action_filter  varchar(10)[]  DEFAULT ARRAY['BUY', 'SELL', 'HOLD'],
    theme                  varchar(20)    DEFAULT 'dark' CHECK (theme IN ('dark', 'light', 'system')),
    timezone               varchar(50)    DEFAULT 'UTC',
    onboarding_completed   boolean        DEFAULT false,
    onboarding_step        integer        DEFAULT 0,
    created_at             timestamptz    DEFAULT now(),
    updated_at             timestamptz    DEFAULT now()
);

CREATE TRIGGER update_user_settings_updated_at
    BEFORE UPDATE ON user_settings
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE user_settings IS 'One preferences row for each user, made by trigger.';


CREATE FUNCTION create_user_settings() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO user_settings (user_id) VALUES (NEW.user_id);
    RETURN NEW;
END;
$$;

CREATE TRIGGER create_settings_on_user_insert
    AFTER INSERT ON users
    FOR EACH ROW EXECUTE FUNCTION create_user_settings();


CREATE TABLE user_watchlists (
    id             uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id        uuid           NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    symbol         varchar(20)    NOT NULL,
    notes          text,
    alert_enabled  boolean        DEFAULT true,
    position_size  numeric(18,8),
    entry_price    numeric(18,8),
    added_at       timestamptz    DEFAULT now(),
    UNIQUE (user_id, symbol)
);

CREATE INDEX idx_watchlists_symbol ON user_watchlists (symbol);
CREATE INDEX idx_watchlists_user ON user_watchlists (user_id);

COMMENT ON TABLE user_watchlists IS 'Symbols a user tracks.';
COMMENT ON COLUMN user_watchlists.position_size IS 'Optional, for tracking a held position.';
COMMENT ON COLUMN user_watchlists.entry_price IS 'Optional, for tracking a held position.';


CREATE TABLE saved_views (
    id           uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      uuid          NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    name         varchar(100)  NOT NULL,
    description  text,
    filters      jsonb         NOT NULL DEFAULT '{}',
    is_default   boolean       DEFAULT false,
    sort_order   integer       DEFAULT 0,
    created_at   timestamptz   DEFAULT now(),
    updated_at   timestamptz   DEFAULT now()
);

CREATE INDEX idx_saved_views_default ON saved_views (user_id, is_default) WHERE is_default = TRUE;
CREATE INDEX idx_saved_views_user ON saved_views (user_id);

CREATE TRIGGER update_saved_views_updated_at
    BEFORE UPDATE ON saved_views
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE saved_views IS 'Named filter sets of a user.';
COMMENT ON COLUMN saved_views.filters IS
    'Object with the keys symbols, actions, minOpportunityScore and strategyTypes, e.g. symbols BTC/USD '
    'and ETH/USD, actions BUY, minOpportunityScore 0.70, strategyTypes RSI_REVERSAL and MACD_CROSS.';
