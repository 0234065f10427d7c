-- Achievements and streaks.

CREATE TABLE achievement_definitions (
    id                 varchar(50)   PRIMARY KEY,
    name               varchar(100)  NOT NULL,
    description        text          NOT NULL,
    category           varchar(50)   NOT NULL
        CHECK (category IN ('trading', 'social', 'engagement', 'provider', 'special')),
    icon               varchar(10)   NOT NULL,
    points             integer       DEFAULT 0,
    rarity             varchar(20)   DEFAULT 'common'
        CHECK (rarity IN ('common', 'uncommon', 'rare', 'epic', 'legendary')),
    requirement_type   varchar(50)   NOT NULL,
    requirement_value  integer       NOT NULL,
    sort_order         integer       DEFAULT 0,
    created_at         timestamptz   DEFAULT now()
);

COMMENT ON TABLE achievement_definitions IS 'Lookup table of achievements; text key.';
COMMENT ON COLUMN achievement_definitions.id IS 'e.g. win_1, streak_7.';
COMMENT ON COLUMN achievement_definitions.icon IS 'An emoji.';
COMMENT ON COLUMN achievement_definitions.requirement_type IS
    'Known values (not checked) with their usual thresholds: win_count 1/10/100, streak_days '
    '7/30/100/365, follower_count 10/100/1000, signal_count 10/100/1000, referral_count 1/5/10; the rows '
    'also use provider_signal_count and verified.';

INSERT INTO achievement_definitions
    (id, name, description, category, icon, points, rarity, requirement_type, requirement_value, sort_order)
VALUES
    ('first_signal',      'First Signal',       'Received your first trading signal', 'trading',    '🎯',   10, 'common',    'signal_count',              1,  1),
    ('win_1',             'First Win',          'Your first profitable signal',       'trading',    '🏆',   25, 'common',    'win_count',                 1,  2),
    ('win_10',            'Getting Started',    '10 profitable signals',              'trading',    '📈',   50, 'uncommon',  'win_count',                10,  3),
    ('win_100',           'Consistent Winner',  '100 profitable signals',             'trading',    '💰',  200, 'rare',      'win_count',               100,  4),
    ('win_1000',          'Trading Master',     '1000 profitable signals',            'trading',    '👑', 1000, 'legendary', 'win_count',              1000,  5),
    ('streak_7',          'Week Warrior',       '7-day login streak',                 'engagement', '🔥',   50, 'common',    'streak_days',               7, 10),
    ('streak_30',         'Monthly Dedication', '30-day login streak',                'engagement', '💪',  150, 'uncommon',  'streak_days',              30, 11),
    ('streak_100',        'Century Club',       '100-day login streak',               'engagement', '⭐',  500, 'rare',      'streak_days',             100, 12),
    ('streak_365',        'Year of Commitment', '365-day login streak',               'engagement', '💎', 2000, 'legendary', 'streak_days',             365, 13),
    ('follower_10',       'Building Community', '10 followers',                       'social',     '👥',   50, 'common',    'follower_count',           10, 20),
    ('follower_100',      'Rising Star',        '100 followers',                      'social',     '🌟',  200, 'uncommon',  'follower_count',          100, 21),
    ('follower_1000',     'Influencer',         '1000 followers',                     'social',     '🚀', 1000, 'rare',      'follower_count',         1000, 22),
    ('follower_10000',    'Legend',             '10000 followers',                    'social',     '🏛️', 5000, 'legendary', 'follower_count',        10000, 23),
    ('provider_first',    'Signal Provider',    'Published your first signal',        'provider',   '📡',  100, 'uncommon',  'provider_signal_count',     1, 30),
    ('provider_verified', 'Verified Provider',  'Earned verified status',             'provider',   '✅',  500, 'rare',      'verified',                  1, 31),
    ('referral_1',        'Sharing is Caring',  'First successful referral',          'social',     '🤝',  100, 'common',    'referral_count',            1, 40),
    ('referral_5',        'Growth Hacker',      '5 successful referrals',             'social',     '📢',  300, 'uncommon',  'referral_count',            5, 41),
    ('referral_10',       'Ambassador',         '10 successful referrals',            'social',     '🎖️',  750, 'rare',      'referral_count',           10, 42);


CREATE TABLE user_achievements (
    id              uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id         uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    achievement_id  varchar(50)  NOT NULL REFERENCES achievement_definitions (id),
    unlocked_at     timestamptz  DEFAULT now(),
    notified        boolean      DEFAULT false,
    UNIQUE (user_id, achievement_id)
);

CREATE INDEX idx_user_achievements_achievement ON user_achievements (achievement_id);
CREATE INDEX idx_user_achievements_unnotified ON user_achievements (notified) WHERE notified = FALSE;
CREATE INDEX idx_user_achievements_user ON user_achievements (user_id);

COMMENT ON TABLE user_achievements IS 'Achievements a user has unlocked.';
COMMENT ON COLUMN user_achievements.achievement_id IS 'No ON DELETE action.';


CREATE TABLE user_streaks (
    id                  uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id             uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    streak_type         varchar(50)  NOT NULL
        CHECK (streak_type IN ('login', 'profitable_signal', 'analysis_post', 'provider_signal')),
    current_count       integer      DEFAULT 0,
    longest_count       integer      DEFAULT 0,
    last_activity_date  date,
    streak_started_at   timestamptz,
    created_at          timestamptz  DEFAULT now(),
    updated_at          timestamptz  DEFAULT now(),
    UNIQUE (user_id, streak_type)
);

CREATE INDEX idx_user_streaks_active ON user_streaks (last_activity_date);
CREATE INDEX idx_user_streaks_type ON user_streaks (streak_type);
CREATE INDEX idx_user_streaks_user ON user_streaks (user_id);

CREATE TRIGGER update_user_streaks_updated_at
    BEFORE UPDATE ON user_streaks
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE user_streaks IS 'Running streaks.';


CREATE TABLE streak_history (
    id           uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    streak_type  varchar(50)  NOT NULL,
    final_count  integer      NOT NULL,
    started_at   timestamptz  NOT NULL,
    ended_at     timestamptz  NOT NULL,
    created_at   timestamptz  DEFAULT now()
);

CREATE INDEX idx_streak_history_user ON streak_history (user_id);

COMMENT ON TABLE streak_history IS 'Ended streaks, for analytics.';
COMMENT ON COLUMN streak_history.streak_type IS 'No CHECK here.';
