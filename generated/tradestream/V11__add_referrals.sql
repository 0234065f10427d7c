-- add referrals
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 11 of 12
-- Changes: creates table public.referral_codes, function public.generate_referral_code(), trigger create_referral_code_on_user_insert on public.users, table public.referrals, table public.referral_rewards and 1 more
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- table public.referral_codes
CREATE TABLE IF NOT EXISTS public.referral_codes (
    id          uuid        NOT NULL DEFAULT gen_random_uuid(),
    user_id     uuid        NOT NULL,
    code        varchar(20) NOT NULL,
    custom_code varchar(20),
    uses_count  integer     DEFAULT 0,
    max_uses    integer,
    expires_at  timestamptz,
    created_at  timestamptz DEFAULT now(),
    CONSTRAINT referral_codes_pkey PRIMARY KEY (id),
    CONSTRAINT referral_codes_code_key UNIQUE (code),
    CONSTRAINT referral_codes_custom_code_key UNIQUE (custom_code),
    CONSTRAINT referral_codes_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.referral_codes IS 'A user''s invitation codes; the first is made by trigger.';
COMMENT ON COLUMN public.referral_codes.code IS 'Generated, e.g. KING42.';
COMMENT ON COLUMN public.referral_codes.custom_code IS 'Chosen by the user; a premium feature.';
COMMENT ON COLUMN public.referral_codes.max_uses IS 'NULL means unlimited.';

CREATE INDEX IF NOT EXISTS idx_referral_codes_code ON public.referral_codes (code);
CREATE INDEX IF NOT EXISTS idx_referral_codes_user ON public.referral_codes (user_id);

-- function public.generate_referral_code()
CREATE OR REPLACE FUNCTION public.generate_referral_code()
RETURNS trigger
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

-- table public.users
CREATE OR REPLACE TRIGGER create_referral_code_on_user_insert AFTER INSERT ON public.users FOR EACH ROW EXECUTE FUNCTION public.generate_referral_code();

-- table public.referrals
CREATE TABLE IF NOT EXISTS public.referrals (
    id                     uuid          NOT NULL DEFAULT gen_random_uuid(),
    referrer_id            uuid          NOT NULL,
    referee_id             uuid          NOT NULL,
    referral_code_id       uuid          NOT NULL,
    status                 varchar(20)   NOT NULL DEFAULT 'pending',
    referee_reward_amount  numeric(10,2),
    referrer_reward_amount numeric(10,2),
    referrer_rewarded_at   timestamptz,
    referee_rewarded_at    timestamptz,
    qualified_at           timestamptz,
    created_at             timestamptz   DEFAULT now(),
    CONSTRAINT referrals_pkey PRIMARY KEY (id),
    CONSTRAINT referrals_referee_id_key UNIQUE (referee_id),
    CONSTRAINT referrals_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'qualified'::character varying, 'rewarded'::character varying, 'rejected'::character varying])::text[]))),
    CONSTRAINT referrals_referee_id_fkey FOREIGN KEY (referee_id) REFERENCES public.users(user_id) ON DELETE CASCADE,
    CONSTRAINT referrals_referral_code_id_fkey FOREIGN KEY (referral_code_id) REFERENCES public.referral_codes(id),
    CONSTRAINT referrals_referrer_id_fkey FOREIGN KEY (referrer_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.referrals IS 'Who brought in whom.';
COMMENT ON COLUMN public.referrals.referral_code_id IS 'No ON DELETE action.';
COMMENT ON COLUMN public.referrals.status IS 'pending: the referee signed up; qualified: the referee did the required action, such as a first signal; rewarded: both sides got their reward; rejected: fraud or a violation.';

CREATE INDEX IF NOT EXISTS idx_referrals_referee ON public.referrals (referee_id);
CREATE INDEX IF NOT EXISTS idx_referrals_referral_code ON public.referrals (referral_code_id);
CREATE INDEX IF NOT EXISTS idx_referrals_referrer ON public.referrals (referrer_id);
CREATE INDEX IF NOT EXISTS idx_referrals_status ON public.referrals (status);

-- table public.referral_rewards
CREATE TABLE IF NOT EXISTS public.referral_rewards (
    id           uuid          NOT NULL DEFAULT gen_random_uuid(),
    user_id      uuid          NOT NULL,
    referral_id  uuid          NOT NULL,
    reward_type  varchar(20)   NOT NULL,
    amount       numeric(10,2) NOT NULL,
    status       varchar(20)   NOT NULL DEFAULT 'pending',
    processed_at timestamptz,
    created_at   timestamptz   DEFAULT now(),
    CONSTRAINT referral_rewards_pkey PRIMARY KEY (id),
    CONSTRAINT referral_rewards_reward_type_check CHECK (((reward_type)::text = ANY ((ARRAY['credit'::character varying, 'cash'::character varying, 'subscription'::character varying])::text[]))),
    CONSTRAINT referral_rewards_status_check CHECK (((status)::text = ANY ((ARRAY['pending'::character varying, 'processed'::character varying, 'paid'::character varying, 'failed'::character varying])::text[]))),
    CONSTRAINT referral_rewards_referral_id_fkey FOREIGN KEY (referral_id) REFERENCES public.referrals(id),
    CONSTRAINT referral_rewards_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.referral_rewards IS 'Ledger of rewards.';
COMMENT ON COLUMN public.referral_rewards.referral_id IS 'No ON DELETE action.';

CREATE INDEX IF NOT EXISTS idx_referral_rewards_referral ON public.referral_rewards (referral_id);
CREATE INDEX IF NOT EXISTS idx_referral_rewards_user ON public.referral_rewards (user_id);

-- table public.referral_tiers
CREATE TABLE IF NOT EXISTS public.referral_tiers (
    id               varchar(20)   NOT NULL,
    name             varchar(50)   NOT NULL,
    min_referrals    integer       NOT NULL,
    referrer_reward  numeric(10,2) NOT NULL,
    referee_reward   numeric(10,2) NOT NULL,
    bonus_percentage numeric(5,2)  DEFAULT 0,
    icon             varchar(10)   NOT NULL,
    created_at       timestamptz   DEFAULT now(),
    CONSTRAINT referral_tiers_pkey PRIMARY KEY (id)
);

COMMENT ON TABLE public.referral_tiers IS 'Lookup table of reward tiers; text key.';
COMMENT ON COLUMN public.referral_tiers.id IS 'bronze, silver, gold.';
COMMENT ON COLUMN public.referral_tiers.bonus_percentage IS 'Share of revenue, from gold up.';

INSERT INTO public.referral_tiers AS t (id, name, min_referrals, referrer_reward, referee_reward, bonus_percentage, icon) VALUES
    ('bronze', 'Bronze',  1, 25.00, 25.00, 0.00, '🥉'),
    ('silver', 'Silver',  5, 50.00, 25.00, 0.00, '🥈'),
    ('gold',   'Gold',   10, 75.00, 50.00, 5.00, '🥇')
ON CONFLICT (id) DO UPDATE SET
    name = excluded.name,
    min_referrals = excluded.min_referrals,
    referrer_reward = excluded.referrer_reward,
    referee_reward = excluded.referee_reward,
    bonus_percentage = excluded.bonus_percentage,
    icon = excluded.icon
WHERE (t.name, t.min_referrals, t.referrer_reward, t.referee_reward, t.bonus_percentage, t.icon)
    IS DISTINCT FROM (excluded.name, excluded.min_referrals, excluded.referrer_reward, excluded.referee_reward, excluded.bonus_percentage, excluded.icon);
