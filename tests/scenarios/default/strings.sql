-- title: strings with quotes, backslashes, line breaks, dollars and unicode
-- from
CREATE TABLE t (a text DEFAULT 'it''s', b text DEFAULT E'back\\slash', c text DEFAULT E'two\nlines', d text DEFAULT '$$', e text DEFAULT '');
-- to
CREATE TABLE t (a text DEFAULT 'it''s "quoted"', b text DEFAULT 'c:\dir\', c text DEFAULT 'two
lines', d text DEFAULT '$do$ ${x} %s', e text DEFAULT 'é 日本 😀', f text DEFAULT E'\ttab', g text DEFAULT '--', h text DEFAULT ';', i text DEFAULT U&'\00e9');
-- shape: require alter default value; forbid drop table
-- refused back: deletes_data
