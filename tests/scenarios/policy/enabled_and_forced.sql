-- title: row security is enabled and forced apart
-- from
CREATE TABLE off (a int);
CREATE TABLE enabled (a int);
ALTER TABLE enabled ENABLE ROW LEVEL SECURITY;
CREATE TABLE forced (a int);
ALTER TABLE forced FORCE ROW LEVEL SECURITY;
CREATE TABLE both_on (a int);
ALTER TABLE both_on ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
-- to
CREATE TABLE off (a int);
ALTER TABLE off ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE TABLE enabled (a int);
ALTER TABLE enabled FORCE ROW LEVEL SECURITY;
CREATE TABLE forced (a int);
ALTER TABLE forced ENABLE ROW LEVEL SECURITY;
CREATE TABLE both_on (a int);
ALTER TABLE both_on FORCE ROW LEVEL SECURITY;
-- shape: require alter table; forbid drop table
-- shape back: require alter table; forbid drop table
