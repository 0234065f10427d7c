-- title: a table becomes a view of its name over a new table
-- roles: app
-- from
CREATE TABLE users (id serial PRIMARY KEY, email text UNIQUE);
CREATE TABLE login (user_id int REFERENCES users, at timestamptz);
CREATE VIEW recent AS SELECT u.email, l.at FROM users u JOIN login l ON l.user_id = u.id;
GRANT SELECT ON users TO app;
-- to
CREATE TABLE users_base (id serial PRIMARY KEY, email text UNIQUE, deleted timestamptz);
CREATE TABLE login (user_id int REFERENCES users_base, at timestamptz);
CREATE VIEW users AS SELECT id, email FROM users_base WHERE deleted IS NULL;
CREATE VIEW recent AS SELECT u.email, l.at FROM users u JOIN login l ON l.user_id = u.id;
GRANT SELECT ON users TO app;
-- refused: deletes_data
