-- title: names of 63 bytes and of other scripts, cut and uncut
-- from
CREATE TABLE "таблица_с_очень_длинным_имен_табли" ("ключ" int PRIMARY KEY, U&"\00e9" text, U&"e\0301" text);
-- seed
INSERT INTO "таблица_с_очень_длинным_имен_табли" VALUES (1, 'nfc', 'nfd');
-- to
CREATE TABLE "таблица_с_очень_длинным_имен_табли" (
  "ключ" bigint PRIMARY KEY, U&"\00e9" varchar(40), U&"e\0301" text,
  "столбец_с_очень_длинным_имене_имен" int UNIQUE,
  "🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘abc" int CHECK ("🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘🐘abc" > 0),
  id_aaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff123 serial
);
CREATE TABLE t_aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1 (
  c_aaaaaaaaaabbbbbbbbbbccccccccccddddddddddeeeeeeeeeeffffffffff1 bigint REFERENCES "таблица_с_очень_длинным_имен_табли"
);
CREATE INDEX ON "таблица_с_очень_длинным_имен_табли" (U&"\00e9", U&"e\0301");
CREATE VIEW "ビュー" AS SELECT U&"\00e9" AS "列", U&"e\0301" FROM "таблица_с_очень_длинным_имен_табли";
-- seed
INSERT INTO "таблица_с_очень_длинным_имен_табли" ("ключ", U&"\00e9", U&"e\0301") VALUES (1, 'nfc', 'nfd');
-- shape: forbid drop table
-- refused: deletes_data
