-- Where, when and about what a user is notified, and what was sent.

CREATE TABLE notification_channels (
    id              uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id         uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    channel_type    varchar(20)  NOT NULL
        CHECK (channel_type IN ('push', 'telegram', 'discord', 'email', 'webhook')),
    channel_config  jsonb        NOT NULL DEFAULT '{}',
    enabled         boolean      DEFAULT true,
    verified        boolean      DEFAULT false,
    last_sent_at    timestamptz,
    failure_count   integer      DEFAULT 0,
    created_at      timestamptz  DEFAULT now(),
    updated_at      timestamptz  DEFAULT now(),
    UNIQUE (user_id, channel_type)  -- at most one channel of each type
);

CREATE INDEX idx_notification_channels_type ON notification_channels (channel_type, enabled)
    WHERE enabled = TRUE;
CREATE INDEX idx_notification_channels_user ON notification_channels (user_id);

CREATE TRIGGER update_notification_channels_updated_at
    BEFORE UPDATE ON notification_channels
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE notification_channels IS 'Delivery channels of a user.';
COMMENT ON COLUMN notification_channels.channel_config IS
    'Shape by type: push {subscription: web-push subscription}; telegram {chat_id, bot_verified}; discord '
    '{webhook_url}; email {verified}, sent to the user''s own address; webhook {url, secret}.';


CREATE TABLE notification_preferences (
    user_id                      uuid          PRIMARY KEY REFERENCES users (user_id) ON DELETE CASCADE,
    min_opportunity_score        numeric(3,2)  DEFAULT 0.70
        CHECK (min_opportunity_score >= 0 AND min_opportunity_score <= 1),
    notify_on_buy                boolean       DEFAULT true,
    notify_on_sell               boolean       DEFAULT true,
    notify_on_hold               boolean       DEFAULT false,
    notify_on_followed_provider  boolean       DEFAULT true,
    notify_on_achievement        boolean       DEFAULT true,
    notify_on_streak_risk        boolean       DEFAULT true,
    quiet_hours_enabled          boolean       DEFAULT false,
    quiet_hours_start            time          DEFAULT '22:00:00',
    quiet_hours_end              time          DEFAULT '08:00:00',
    quiet_hours_tz               varchar(50)   DEFAULT 'UTC',
    max_notifications_per_hour   integer       DEFAULT 10,
    created_at                   timestamptz   DEFAULT now(),
    updated_at                   timestamptz   DEFAULT now()
);

CREATE TRIGGER update_notification_preferences_updated_at
    BEFORE UPDATE ON notification_preferences
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE notification_preferences IS 'One row for each user, made by trigger.';
COMMENT ON COLUMN notification_preferences.notify_on_streak_risk IS
    'Warn the user that a streak is about to lapse.';


CREATE FUNCTION create_notification_preferences() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO notification_preferences (user_id) VALUES (NEW.user_id);
    RETURN NEW;
END;
$$;

CREATE TRIGGER create_prefs_on_user_insert
    AFTER INSERT ON users
    FOR EACH ROW EXECUTE FUNCTION create_notification_preferences();


CREATE TABLE notification_history (
    id                 uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id            uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    channel_type       varchar(20)  NOT NULL,
    notification_type  varchar(50)  NOT NULL,
    payload            jsonb        NOT NULL,
    status             varchar(20)  NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'sent', 'delivered', 'failed', 'skipped')),
    error_message      text,
    sent_at            timestamptz,
    created_at         timestamptz  DEFAULT now()
);

CREATE INDEX idx_notification_history_created ON notification_history (created_at);
CREATE INDEX idx_notification_history_status ON notification_history (status)
    WHERE status = 'pending';
CREATE INDEX idx_notification_history_user ON notification_history (user_id);

COMMENT ON TABLE notification_history IS 'Log of notifications, for analytics and debugging.';
COMMENT ON COLUMN notification_history.channel_type IS 'No CHECK here.';
COMMENT ON COLUMN notification_history.notification_type IS
    'Known values (not checked): signal_alert, provider_signal, achievement_unlocked, streak_at_risk, '
    'streak_lost, referral_signup, welcome.';
