-- add users
-- schemadiff: from schema be393331112bf1dd to c5e8bc403ea21d5d, file 6 of 12
-- Changes: creates function public.update_updated_at_column(), trigger update_strategies_updated_at on public.strategies, trigger update_strategy_specs_updated_at on public.strategy_specs, table public.users, table public.email_verification_tokens and 2 more
-- Undo: emit the way back, from the schema after this file to the one before it.

SET LOCAL search_path = ''; SET LOCAL datestyle = 'ISO, YMD'; SET LOCAL intervalstyle = 'postgres';
SET LOCAL timezone = 'UTC'; SET LOCAL extra_float_digits = '1'; SET LOCAL bytea_output = 'hex';
SET LOCAL standard_conforming_strings = 'on'; SET LOCAL quote_all_identifiers = 'off';
SET LOCAL lc_monetary = 'C'; SET LOCAL xmloption = 'content'; SET LOCAL transform_null_equals = 'off';
SET LOCAL array_nulls = 'on'; SET LOCAL check_function_bodies = 'off';

-- function public.update_updated_at_column()
CREATE OR REPLACE FUNCTION public.update_updated_at_column()
RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END;
$$;

-- table public.strategies
CREATE OR REPLACE TRIGGER update_strategies_updated_at BEFORE UPDATE ON public.strategies FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.strategy_specs
CREATE OR REPLACE TRIGGER update_strategy_specs_updated_at BEFORE UPDATE ON public.strategy_specs FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.users
CREATE TABLE IF NOT EXISTS public.users (
    user_id        uuid         NOT NULL DEFAULT gen_random_uuid(),
    email          varchar(255),
    email_verified boolean      DEFAULT false,
    password_hash  varchar(255),
    oauth_provider varchar(50),
    oauth_id       varchar(255),
    display_name   varchar(100),
    avatar_url     text,
    bio            text,
    is_provider    boolean      DEFAULT false,
    created_at     timestamptz  DEFAULT now(),
    updated_at     timestamptz  DEFAULT now(),
    last_login_at  timestamptz,
    CONSTRAINT users_pkey PRIMARY KEY (user_id),
    CONSTRAINT users_email_key UNIQUE (email),
    CONSTRAINT users_oauth_provider_oauth_id_key UNIQUE (oauth_provider, oauth_id)
);

COMMENT ON TABLE public.users IS 'Accounts; the root of nearly every other table.';
COMMENT ON COLUMN public.users.email IS 'Unique whenever present; may be absent (several NULLs are allowed).';
COMMENT ON COLUMN public.users.password_hash IS 'The application must supply it for e-mail sign-up; stays NULL for OAuth accounts.';
COMMENT ON COLUMN public.users.oauth_provider IS '''google'' or ''github''; NULL means e-mail sign-up. No CHECK on it.';
COMMENT ON COLUMN public.users.oauth_id IS 'Account id at the OAuth provider.';
COMMENT ON COLUMN public.users.is_provider IS 'True for users who publish signals.';
COMMENT ON COLUMN public.users.updated_at IS 'Moved by trigger.';

CREATE INDEX IF NOT EXISTS idx_users_email ON public.users (email);
CREATE INDEX IF NOT EXISTS idx_users_oauth ON public.users (oauth_provider, oauth_id);
CREATE INDEX IF NOT EXISTS idx_users_provider ON public.users (is_provider) WHERE (is_provider = true);

CREATE OR REPLACE TRIGGER update_users_updated_at BEFORE UPDATE ON public.users FOR EACH ROW EXECUTE FUNCTION public.update_updated_at_column();

-- table public.email_verification_tokens
CREATE TABLE IF NOT EXISTS public.email_verification_tokens (
    token_id   uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id    uuid         NOT NULL,
    token      varchar(255) NOT NULL,
    expires_at timestamptz  NOT NULL,
    used_at    timestamptz,
    created_at timestamptz  DEFAULT now(),
    CONSTRAINT email_verification_tokens_pkey PRIMARY KEY (token_id),
    CONSTRAINT email_verification_tokens_token_key UNIQUE (token),
    CONSTRAINT email_verification_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.email_verification_tokens IS 'One-time tokens that confirm an e-mail address.';
COMMENT ON COLUMN public.email_verification_tokens.expires_at IS 'Expiry is judged by the application, not by the database.';
COMMENT ON COLUMN public.email_verification_tokens.used_at IS 'NULL while unused.';

CREATE INDEX IF NOT EXISTS idx_email_tokens_expires ON public.email_verification_tokens (expires_at) WHERE (used_at IS NULL);
CREATE INDEX IF NOT EXISTS idx_email_tokens_token ON public.email_verification_tokens (token);
CREATE INDEX IF NOT EXISTS idx_email_tokens_user ON public.email_verification_tokens (user_id);

-- table public.password_reset_tokens
CREATE TABLE IF NOT EXISTS public.password_reset_tokens (
    token_id   uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id    uuid         NOT NULL,
    token      varchar(255) NOT NULL,
    expires_at timestamptz  NOT NULL,
    used_at    timestamptz,
    created_at timestamptz  DEFAULT now(),
    CONSTRAINT password_reset_tokens_pkey PRIMARY KEY (token_id),
    CONSTRAINT password_reset_tokens_token_key UNIQUE (token),
    CONSTRAINT password_reset_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.password_reset_tokens IS 'One-time tokens for resetting a password.';
COMMENT ON COLUMN public.password_reset_tokens.expires_at IS 'Expiry is judged by the application, not by the database.';
COMMENT ON COLUMN public.password_reset_tokens.used_at IS 'NULL while unused.';

CREATE INDEX IF NOT EXISTS idx_password_tokens_token ON public.password_reset_tokens (token);
CREATE INDEX IF NOT EXISTS idx_password_tokens_user ON public.password_reset_tokens (user_id);

-- table public.refresh_tokens
CREATE TABLE IF NOT EXISTS public.refresh_tokens (
    token_id    uuid         NOT NULL DEFAULT gen_random_uuid(),
    user_id     uuid         NOT NULL,
    token_hash  varchar(255) NOT NULL,
    device_info jsonb,
    expires_at  timestamptz  NOT NULL,
    revoked_at  timestamptz,
    created_at  timestamptz  DEFAULT now(),
    CONSTRAINT refresh_tokens_pkey PRIMARY KEY (token_id),
    CONSTRAINT refresh_tokens_token_hash_key UNIQUE (token_hash),
    CONSTRAINT refresh_tokens_user_id_fkey FOREIGN KEY (user_id) REFERENCES public.users(user_id) ON DELETE CASCADE
);

COMMENT ON TABLE public.refresh_tokens IS 'JWT refresh tokens, stored hashed, so that tokens can be rotated.';
COMMENT ON COLUMN public.refresh_tokens.token_hash IS 'Hash of the token, never the token.';
COMMENT ON COLUMN public.refresh_tokens.device_info IS 'User agent, IP address and the like.';
COMMENT ON COLUMN public.refresh_tokens.revoked_at IS 'Set when the token is rotated or revoked.';

CREATE INDEX IF NOT EXISTS idx_refresh_tokens_hash ON public.refresh_tokens (token_hash);
CREATE INDEX IF NOT EXISTS idx_refresh_tokens_user ON public.refresh_tokens (user_id);
