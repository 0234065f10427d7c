-- title: rows with a key of several columns
-- from
CREATE TABLE label (lang text, key text, value text, PRIMARY KEY (lang, key));
INSERT INTO label VALUES ('de', 'yes', 'ja'), ('de', 'no', 'nein'), ('en', 'yes', 'yes');
-- to
CREATE TABLE label (lang text, key text, value text, PRIMARY KEY (lang, key));
INSERT INTO label VALUES ('de', 'yes', 'Ja'), ('en', 'no', 'no'), ('en', 'yes', 'yes');
-- shape: require alter reference row, create reference row
-- refused: deletes_data
