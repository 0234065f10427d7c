-- add achievements
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 10 of 12
-- Changes: creates table public.achievement_definitions, table public.user_achievements, table public.user_streaks, table public.streak_history
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.achievement_definitions
CREATE TABLE IF NOT EXISTS public.achievement_definitions (
    id                varchar(50)  NOT NULL,
    name              varchar(100) NOT NULL,
    description       text         NOT NULL,
    category          varchar(50)  NOT NULL,
    icon              varchar(10)  NOT NULL,
    points            integer      DEFAULT 0,
    rarity            varchar(20)  DEFAULT 'common',
    requirement_type  varchar(50)  NOT NULL,
    requirement_value integer      NOT NULL,
    sort_order        integer      DEFAULT 0,
    created_at        timestamptz  DEFAULT now(),
    CONSTRAINT achievement_definitions_pkey PRIMARY KEY (id),
    CONSTRAINT achievement_definitions_category_check CHECK (((category)::text = ANY ((ARRAY['trading'::character varying, 'social'::character varying, 'engagement'::character varying, 'provider'::character varying, 'special'::character varying])::text[]))),
    CONSTRAINT achievement_definitions_rarity_check CHECK (((rarity)::text = ANY ((ARRAY['common'::character varying, 'uncommon'::character varying, 'rare'::character varying, 'epic'::character varying, 'legendary'::character varying])::text[])))
);

COMMENT ON TABLE public.achievement_definitions IS 'Lookup table of achievements; text key.';
COMMENT ON COLUMN public.achievement_definitions.id IS 'e.g. win_1, streak_7.';
COMMENT ON COLUMN public.achievement_definitions.icon IS 'An emoji.';
COMMENT ON COLUMN public.achievement_definitions.requirement_type IS 'Known values (not checked) with their usual thresholds: win_count 1/10/100, streak_days 7/30/100/365, follower_count 10/100/1000, signal_count 10/100/1000, referral_count 1/5/10; the rows also use provider_signal_count and verified.';

INSERT INTO public.achievement_definitions AS t (id, name, description, category, icon, points, rarity, requirement_type, requirement_value, sort_order) VALUES
    ('first_signal',      'First Signal',       'Received your first trading signal', 'trading',    '🎯',    10, 'common',    'signal_count',              1,  1),
    ('win_1',             'First Win',          'Your first profitable signal',       'trading',    '🏆',    25, 'common',    'win_count',                 1,  2),
    ('win_10',            'Getting Started',    '10 profitable signals',              'trading',    '📈',    50, 'uncommon',  'win_count',                10,  3),
    ('win_100',           'Consistent Winner',  '100 profitable signals',             'trading',    '💰',   200, 'rare',      'win_count',               100,  4),
    ('win_1000',          'Trading Master',     '1000 profitable signals',            'trading',    '👑',  1000, 'legendary', 'win_count',              1000,  5),
    ('streak_7',          'Week Warrior',       '7-day login streak',                 'engagement', '🔥',    50, 'common',    'streak_days',               7, 10),
    ('streak_30',         'Monthly Dedication', '30-day login streak',                'engagement', '💪',   150, 'uncommon',  'streak_days',              30, 11),
    ('streak_100',        'Century Club',       '100-day login streak',               'engagement', '⭐',   500, 'rare',      'streak_days',             100, 12),
    ('streak_365',        'Year of Commitment', '365-day login streak',               'engagement', '💎',  2000, 'legendary', 'streak_days',             365, 13),
    ('follower_10',       'Building Community', '10 followers',                       'social',     '👥',    50, 'common',    'follower_count',           10, 20),
    ('follower_100',      'Rising Star',        '100 followers',                      'social',     '🌟',   200, 'uncommon',  'follower_count',          100, 21),
    ('follower_1000',     'Influencer',         '1000 followers',                     'social',     '🚀',  1000, 'rare',      'follower_count',         1000, 22),
    ('follower_10000',    'Legend',             '10000 followers',                    'social',     '🏛️', 5000, 'legendary', 'follower_count',        10000, 23),
    ('provider_first',    'Signal Provider',    'Published your first signal',        'provider',   '📡',   100, 'uncommon',  'provider_signal_count',     1, 30),
    ('provider_verified', 'Verified Provider',  'Earned verified status',             'provider',   '✅',   500, 'rare',      'verified',                  1, 31),
    ('referral_1',        'Sharing is Caring',  'First successful referral',          'social',     '🤝',   100, 'common',    'referral_count',            1, 40),
    ('referral_5',        'Growth Hacker',      '5 successful referrals',             'social',     '📢',   300, 'uncommon',  'referral_count',            5, 41),
    ('referral_10',       'Ambassador',         '10 successful referrals',            'social',     '🎖️',  750, 'rare',      'referral_count',           10, 42)
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    description = excluded.description,
    category = excluded.category,
    icon = excluded.icon,
    points = excluded.points,
    rarity = excluded.rarity,
    requirement_type = excluded.requirement_type,
    requirement_value = excluded.requirement_value,
    sort_order = excluded.sort_order
WHERE (t.name, t.description, t.category, t.icon, t.points, t.rarity, t.requirement_type, t.requirement_value, t.sort_order)
    IS DISTINCT FROM (excluded.name, excluded.description, excluded.category, excluded.icon, excluded.points, excluded.rarity, excluded.requirement_type, excluded.requirement_value, excluded.sort_order);

-- table public.user_achievements
CREATE TABLE IF NOT EXISTS public.user_achievements (
    id             uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id        uuid        NOT NULL,
    achievement_id varchar(50) NOT NULL,
    unlocked_at    timestamptz DEFAULT now(),
    notified       boolean     DEFAULT false,
    CONSTRAINT user_achievements_pkey PRIMARY KEY (id),
    CONSTRAINT user_achievements_user_id_achievement_id_key UNIQUE (user_id, achievement_id),
    CONSTRAINT user_achievements_achievement_id_fkey FOREIGN KEY (achievement_id) REFERENCES public.achievement_definitions(id),
    CONSTRAINT user_achievements_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.user_achievements IS 'Achievements a user has unlocked.';
COMMENT ON COLUMN public.user_achievements.achievement_id IS 'No ON DELETE action.';

CREATE INDEX IF NOT EXISTS idx_user_achievements_achievement ON public.user_achievements (achievement_id);
CREATE INDEX IF NOT EXISTS idx_user_achievements_unnotified ON public.user_achievements (notified) WHERE (notified = false);
CREATE INDEX IF NOT EXISTS idx_user_achievements_user ON public.user_achievements (user_id);

-- table public.user_streaks
CREATE TABLE IF NOT EXISTS public.user_streaks (
    id                 uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id            uuid        NOT NULL,
    streak_type        varchar(50) NOT NULL,
    current_count      integer     DEFAULT 0,
    longest_count      integer     DEFAULT 0,
    last_activity_date date,
    streak_started_at  timestamptz,
    created_at         timestamptz DEFAULT now(),
    updated_at         timestamptz DEFAULT now(),
    CONSTRAINT user_streaks_pkey PRIMARY KEY (id),
    CONSTRAINT user_streaks_user_id_streak_type_key UNIQUE (user_id, streak_type),
    CONSTRAINT user_streaks_streak_type_check CHECK (((streak_type)::text = ANY ((ARRAY['login'::character varying, 'profitable_signal'::character varying, 'analysis_post'::character varying, 'provider_signal'::character varying])::text[]))),
    CONSTRAINT user_streaks_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.user_streaks IS 'Running streaks.';

CREATE INDEX IF NOT EXISTS idx_user_streaks_active ON public.user_streaks (last_activity_date);
CREATE INDEX IF NOT EXISTS idx_user_streaks_type ON public.user_streaks (streak_type);
CREATE INDEX IF NOT EXISTS idx_user_streaks_user ON public.user_streaks (user_id);

CREATE OR REPLACE TRIGGER update_user_streaks_updated_at BEFORE UPDATE ON public.user_streaks FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.streak_history
CREATE TABLE IF NOT EXISTS public.streak_history (
    id          uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id     uuid        NOT NULL,
    streak_type varchar(50) NOT NULL,
    final_count integer     NOT NULL,
    started_at  timestamptz NOT NULL,
    ended_at    timestamptz NOT NULL,
    created_at  timestamptz DEFAULT now(),
    CONSTRAINT streak_history_pkey PRIMARY KEY (id),
    CONSTRAINT streak_history_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.streak_history IS 'Ended streaks, for analytics.';
COMMENT ON COLUMN public.streak_history.streak_type IS 'No CHECK here.';

CREATE INDEX IF NOT EXISTS idx_streak_history_user ON public.streak_history (user_id);
