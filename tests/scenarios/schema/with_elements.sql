-- title: CREATE SCHEMA holds its own elements, a view before its table
-- from
CREATE SCHEMA shop;
CREATE TABLE shop.item (id int PRIMARY KEY);
-- seed
INSERT INTO shop.item VALUES (1);
-- to
CREATE SCHEMA shop
    CREATE TABLE item (id int PRIMARY KEY, price numeric(10,2) NOT NULL DEFAULT 0)
    CREATE INDEX item_price ON item (price)
    CREATE VIEW cheap AS SELECT id FROM item WHERE price < 1;
-- seed
INSERT INTO shop.item VALUES (1, 2);
-- shape: forbid drop table
-- refused back: deletes_data
