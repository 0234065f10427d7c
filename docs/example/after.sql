CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email text NOT NULL UNIQUE,
  phone varchar(32),
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX users_created ON users (created_at DESC);

CREATE TABLE devices (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id bigint NOT NULL REFERENCES users ON DELETE CASCADE,
  seen_at timestamptz
);

CREATE VIEW recent_users AS
  SELECT id, email FROM users WHERE created_at > now() - interval '7 days';
