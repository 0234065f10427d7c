-- Referrals: codes, who brought in whom, and the ledger of rewards.

CREATE TABLE referral_codes (
    id           uuid         PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      uuid         NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    code         varchar(20)  NOT NULL UNIQUE,
    custom_code  varchar(20)  UNIQUE,
    uses_count   integer      DEFAULT 0,
    max_uses     integer,
    expires_at   timestamptz,
    created_at   timestamptz  DEFAULT now()
);

CREATE INDEX idx_referral_codes_code ON referral_codes (code);
CREATE INDEX idx_referral_codes_user ON referral_codes (user_id);

COMMENT ON TABLE referral_codes IS 'A user''s invitation codes; the first is made by trigger.';
COMMENT ON COLUMN referral_codes.code IS 'Generated, e.g. KING42.';
COMMENT ON COLUMN referral_codes.custom_code IS 'Chosen by the user; a premium feature.';
COMMENT ON COLUMN referral_codes.max_uses IS 'NULL means unlimited.';


-- Tries up to eleven codes of six hexadecimal digits, then gives up rather than loop for ever.
CREATE FUNCTION generate_referral_code() RETURNS trigger
LANGUAGE plpgsql
AS $$
DECLARE
    new_code varchar(20);
    attempts integer := 0;
BEGIN
    LOOP
        new_code := upper(substr(md5(random()::text), 1, 6));
        IF NOT EXISTS (SELECT 1 FROM referral_codes WHERE code = new_code) THEN
            INSERT INTO referral_codes (user_id, code) VALUES (NEW.user_id, new_code);
            EXIT;
        END IF;
        attempts := attempts + 1;
        IF attempts > 10 THEN
            RAISE EXCEPTION 'Could not generate unique referral code';
        END IF;
    END LOOP;
    RETURN NEW;
END;
$$;

CREATE TRIGGER create_referral_code_on_user_insert
    AFTER INSERT ON users
    FOR EACH ROW EXECUTE FUNCTION generate_referral_code();


CREATE TABLE referrals (
    id                      uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    referrer_id             uuid           NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    referee_id              uuid           NOT NULL UNIQUE REFERENCES users (user_id) ON DELETE CASCADE,
    referral_code_id        uuid           NOT NULL REFERENCES referral_codes (id),
    status                  varchar(20)    NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'qualified', 'rewarded', 'rejected')),
    referee_reward_amount   numeric(10,2),
    referrer_reward_amount  numeric(10,2),
    referrer_rewarded_at    timestamptz,
    referee_rewarded_at     timestamptz,
    qualified_at            timestamptz,
    created_at              timestamptz    DEFAULT now()
);

CREATE INDEX idx_referrals_referee ON referrals (referee_id);
CREATE INDEX idx_referrals_referral_code ON referrals (referral_code_id);
CREATE INDEX idx_referrals_referrer ON referrals (referrer_id);
CREATE INDEX idx_referrals_status ON referrals (status);

COMMENT ON TABLE referrals IS 'Who brought in whom.';
COMMENT ON COLUMN referrals.referral_code_id IS 'No ON DELETE action.';
COMMENT ON COLUMN referrals.status IS
    'pending: the referee signed up; qualified: the referee did the required action, such as a first '
    'signal; rewarded: both sides got their reward; rejected: fraud or a violation.';


-- A ledger does not vanish: a referrer whose referral was rewarded to another user cannot be deleted.
CREATE TABLE referral_rewards (
    id            uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id       uuid           NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    referral_id   uuid           NOT NULL REFERENCES referrals (id),
    reward_type   varchar(20)    NOT NULL CHECK (reward_type IN ('credit', 'cash', 'subscription')),
    amount        numeric(10,2)  NOT NULL,
    status        varchar(20)    NOT NULL DEFAULT 'pending'
        CHECK (status IN ('pending', 'processed', 'paid', 'failed')),
    processed_at  timestamptz,
    created_at    timestamptz    DEFAULT now()
);

CREATE INDEX idx_referral_rewards_referral ON referral_rewards (referral_id);
CREATE INDEX idx_referral_rewards_user ON referral_rewards (user_id);

COMMENT ON TABLE referral_rewards IS 'Ledger of rewards.';
COMMENT ON COLUMN referral_rewards.referral_id IS 'No ON DELETE action.';


CREATE TABLE referral_tiers (
    id                varchar(20)    PRIMARY KEY,
    name              varchar(50)    NOT NULL,
    min_referrals     integer        NOT NULL,
    referrer_reward   numeric(10,2)  NOT NULL,
    referee_reward    numeric(10,2)  NOT NULL,
    bonus_percentage  numeric(5,2)   DEFAULT 0,
    icon              varchar(10)    NOT NULL,
    created_at        timestamptz    DEFAULT now()
);

COMMENT ON TABLE referral_tiers IS 'Lookup table of reward tiers; text key.';
COMMENT ON COLUMN referral_tiers.id IS 'bronze, silver, gold.';
COMMENT ON COLUMN referral_tiers.bonus_percentage IS 'Share of revenue, from gold up.';

INSERT INTO referral_tiers
    (id, name, min_referrals, referrer_reward, referee_reward, bonus_percentage, icon)
VALUES
    ('bronze', 'Bronze',  1, 25.00, 25.00,    0, '🥉'),
    ('silver', 'Silver',  5, 50.00, 25.00,    0, '🥈'),
    ('gold',   'Gold',   10, 75.00, 50.00, 5.00, '🥇');
