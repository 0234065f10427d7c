-- title: CREATE SCHEMA AUTHORIZATION names the schema after its role
-- roles: sc_app
-- from
CREATE TABLE t (id int);
-- to
CREATE SCHEMA AUTHORIZATION sc_app;
CREATE TABLE sc_app.t (id int);
CREATE TABLE t (id int);
-- shape: require create schema; forbid drop table
-- refused back: deletes_data
