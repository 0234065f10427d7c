-- add notifications
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 8 of 12
-- Changes: creates table public.notification_channels, table public.notification_preferences, function public.create_notification_preferences(), trigger create_prefs_on_user_insert on public.users, table public.notification_history
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.notification_channels
CREATE TABLE IF NOT EXISTS public.notification_channels (
    id             uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id        uuid        NOT NULL,
    channel_type   varchar(20) NOT NULL,
    channel_config jsonb       NOT NULL DEFAULT '{}',
    enabled        boolean     DEFAULT true,
    verified       boolean     DEFAULT false,
    last_sent_at   timestamptz,
    failure_count  integer     DEFAULT 0,
    created_at     timestamptz DEFAULT now(),
    updated_at     timestamptz DEFAULT now(),
    CONSTRAINT notification_channels_pkey PRIMARY KEY (id),
    CONSTRAINT notification_channels_user_id_channel_type_key UNIQUE (user_id, channel_type),
    CONSTRAINT notification_channels_channel_type_check CHECK (((channel_type)::text = ANY ((ARRAY['push'::character varying, 'telegram'::character varying, 'discord'::character varying, 'email'::character varying, 'webhook'::character varying])::text[]))),
    CONSTRAINT notification_channels_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.notification_channels IS 'Delivery channels of a user.';
COMMENT ON COLUMN public.notification_channels.channel_config IS 'Shape by type: push {subscription: web-push subscription}; telegram {chat_id, bot_verified}; discord {webhook_url}; email {verified}, sent to the user''s own address; webhook {url, secret}.';

CREATE INDEX IF NOT EXISTS idx_notification_channels_type ON public.notification_channels (channel_type, enabled) WHERE (enabled = true);
CREATE INDEX IF NOT EXISTS idx_notification_channels_user ON public.notification_channels (user_id);

CREATE OR REPLACE TRIGGER update_notification_channels_updated_at BEFORE UPDATE ON public.notification_channels FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.notification_preferences
CREATE TABLE IF NOT EXISTS public.notification_preferences (
    user_id                     uuid         NOT NULL,
    min_opportunity_score       numeric(3,2) DEFAULT 0.70,
    notify_on_buy               boolean      DEFAULT true,
    notify_on_sell              boolean      DEFAULT true,
    notify_on_hold              boolean      DEFAULT false,
    notify_on_followed_provider boolean      DEFAULT true,
    notify_on_achievement       boolean      DEFAULT true,
    notify_on_streak_risk       boolean      DEFAULT true,
    quiet_hours_enabled         boolean      DEFAULT false,
    quiet_hours_start           time         DEFAULT '22:00:00',
    quiet_hours_end             time         DEFAULT '08:00:00',
    quiet_hours_tz              varchar(50)  DEFAULT 'UTC',
    max_notifications_per_hour  integer      DEFAULT 10,
    created_at                  timestamptz  DEFAULT now(),
    updated_at                  timestamptz  DEFAULT now(),
    CONSTRAINT notification_preferences_pkey PRIMARY KEY (user_id),
    CONSTRAINT notification_preferences_min_opportunity_score_check CHECK (((min_opportunity_score >= (0)::numeric) AND (min_opportunity_score <= (1)::numeric))),
    CONSTRAINT notification_preferences_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.notification_preferences IS 'One row for each user, made by trigger.';
COMMENT ON COLUMN public.notification_preferences.notify_on_streak_risk IS 'Warn the user that a streak is about to lapse.';

CREATE OR REPLACE TRIGGER update_notification_preferences_updated_at BEFORE UPDATE ON public.notification_preferences FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- function public.create_notification_preferences()
CREATE OR REPLACE FUNCTION public.create_notification_preferences()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    INSERT INTO notification_preferences (user_id) VALUES (NEW.user_id);
    RETURN NEW;
END;
$$;

-- table public.users
CREATE OR REPLACE TRIGGER create_prefs_on_user_insert AFTER INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.create_notification_preferences();

-- table public.notification_history
CREATE TABLE IF NOT EXISTS public.notification_history (
    id                uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id           uuid        NOT NULL,
    channel_type      varchar(20) NOT NULL,
    notification_type varchar(50) NOT NULL,
    payload           jsonb       NOT NULL,
    status            varchar(20) NOT NULL DEFAULT 'pending',
    error_message     text,
    sent_at           timestamptz,
    created_at        timestamptz DEFAULT now(),
    CONSTRAINT notification_history_pkey PRIMARY KEY (id),
    CONSTRAINT notification_history_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'sent'::character varying, 'delivered'::character varying, 'failed'::character varying, 'skipped'::character varying])::text[]))),
    CONSTRAINT notification_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.notification_history IS 'Log of notifications, for analytics and debugging.';
COMMENT ON COLUMN public.notification_history.channel_type IS 'No CHECK here.';
COMMENT ON COLUMN public.notification_history.notification_type IS 'Known values (not checked): signal_alert, provider_signal, achievement_unlocked, streak_at_risk, streak_lost, referral_signup, welcome.';

CREATE INDEX IF NOT EXISTS idx_notification_history_created ON public.notification_history (created_at);
CREATE INDEX IF NOT EXISTS idx_notification_history_status ON public.notification_history (status) WHERE ((status)::text = 'pending'::text);
CREATE INDEX IF NOT EXISTS idx_notification_history_user ON public.notification_history (user_id);
