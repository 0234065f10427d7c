CREATE TABLE users (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  email varchar(255) NOT NULL UNIQUE,
  nickname text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX users_created ON users (created_at);

CREATE VIEW recent_users AS
  SELECT id, email FROM users WHERE created_at > now() - interval '7 days';
