-- title: an extension in a schema that needs quotes
-- extensions: citext, btree_gist
-- from
CREATE SCHEMA "Ext schema";
-- to
CREATE SCHEMA "Ext schema";
CREATE EXTENSION citext SCHEMA "Ext schema";
CREATE EXTENSION btree_gist SCHEMA "Ext schema";
CREATE TABLE t (c "Ext schema".citext[], d "Ext schema".citext DEFAULT 'X'::"Ext schema".citext, n int, EXCLUDE USING gist (n WITH =));
-- shape: require create extension
-- refused back: deletes_data
