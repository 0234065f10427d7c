-- Accounts, by e-mail or OAuth, and their one-time and refresh tokens.
--
-- Some indexes here and in later files repeat the index of a UNIQUE or the front of one: kept on purpose.

-- Behind every updated_at column stands a trigger with this function: the column moves whatever an UPDATE says.
CREATE FUNCTION update_updated_at_column() RETURNS trigger
LANGUAGE plpgsql
AS $$
BEGIN
    NEW.updated_at = now();
    RETURN NEW;
END;
$$;

CREATE TRIGGER update_strategies_updated_at
    BEFORE UPDATE ON strategies
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

CREATE TRIGGER update_strategy_specs_updated_at
    BEFORE UPDATE ON strategy_specs
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();


CREATE TABLE users (
    user_id         uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    email           varchar(255)  UNIQUE,
    email_verified  boolean       DEFAULT false,
    password_hash   varchar(255),
    oauth_provider  varchar(50),
    oauth_id        varchar(255),
    display_name    varchar(100),
    avatar_url      text,
    bio             text,
    is_provider     boolean       DEFAULT false,
    created_at      timestamptz   DEFAULT now(),
    updated_at      timestamptz   DEFAULT now(),
    last_login_at   timestamptz,
    UNIQUE (oauth_provider, oauth_id)  -- rows where either part is NULL never clash
);

CREATE INDEX idx_users_email ON users (email);
CREATE INDEX idx_users_oauth ON users (oauth_provider, oauth_id);
CREATE INDEX idx_users_provider ON users (is_provider) WHERE is_provider = TRUE;

CREATE TRIGGER update_users_updated_at
    BEFORE UPDATE ON users
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE users IS 'Accounts; the root of nearly every other table.';
COMMENT ON COLUMN users.email IS 'Unique whenever present; may be absent (several NULLs are allowed).';
COMMENT ON COLUMN users.password_hash IS
    'The application must supply it for e-mail sign-up; stays NULL for OAuth accounts.';
COMMENT ON COLUMN users.oauth_provider IS
    '''google'' or ''github''; NULL means e-mail sign-up. No CHECK on it.';
COMMENT ON COLUMN users.oauth_id IS 'Account id at the OAuth provider.';
COMMENT ON COLUMN users.is_provider IS 'True for users who publish signals.';
COMMENT ON COLUMN users.updated_at IS 'Moved by trigger.';


CREATE TABLE email_verification_tokens (
    token_id    uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id     uuid          NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    token       varchar(255)  NOT NULL UNIQUE,
    expires_at  timestamptz   NOT NULL,
    used_at     timestamptz,
    created_at  timestamptz   DEFAULT now()
);

CREATE INDEX idx_email_tokens_expires ON email_verification_tokens (expires_at) WHERE used_at IS NULL;
CREATE INDEX idx_email_tokens_token ON email_verification_tokens (token);
CREATE INDEX idx_email_tokens_user ON email_verification_tokens (user_id);

COMMENT ON TABLE email_verification_tokens IS 'One-time tokens that confirm an e-mail address.';
COMMENT ON COLUMN email_verification_tokens.expires_at IS
    'Expiry is judged by the application, not by the database.';
COMMENT ON COLUMN email_verification_tokens.used_at IS 'NULL while unused.';


CREATE TABLE password_reset_tokens (
    token_id    uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id     uuid          NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    token       varchar(255)  NOT NULL UNIQUE,
    expires_at  timestamptz   NOT NULL,
    used_at     timestamptz,
    created_at  timestamptz   DEFAULT now()
);

CREATE INDEX idx_password_tokens_token ON password_reset_tokens (token);
CREATE INDEX idx_password_tokens_user ON password_reset_tokens (user_id);

COMMENT ON TABLE password_reset_tokens IS 'One-time tokens for resetting a password.';
COMMENT ON COLUMN password_reset_tokens.expires_at IS
    'Expiry is judged by the application, not by the database.';
COMMENT ON COLUMN password_reset_tokens.used_at IS 'NULL while unused.';


CREATE TABLE refresh_tokens (
    token_id     uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    user_id      uuid          NOT NULL REFERENCES users (user_id) ON DELETE CASCADE,
    token_hash   varchar(255)  NOT NULL UNIQUE,
    device_info  jsonb,
    expires_at   timestamptz   NOT NULL,
    revoked_at   timestamptz,
    created_at   timestamptz   DEFAULT now()
);

CREATE INDEX idx_refresh_tokens_hash ON refresh_tokens (token_hash);
CREATE INDEX idx_refresh_tokens_user ON refresh_tokens (user_id);

COMMENT ON TABLE refresh_tokens IS 'JWT refresh tokens, stored hashed, so that tokens can be rotated.';
COMMENT ON COLUMN refresh_tokens.token_hash IS 'Hash of the token, never the token.';
COMMENT ON COLUMN refresh_tokens.device_info IS 'User agent, IP address and the like.';
COMMENT ON COLUMN refresh_tokens.revoked_at IS 'Set when the token is rotated or revoked.';
