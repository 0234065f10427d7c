-- title: a shop grows: money, stock, addresses, states of an order
-- roles: app, auditor
-- from
CREATE SCHEMA shop;
CREATE TYPE shop.order_state AS ENUM ('new', 'paid', 'cancelled');
CREATE TABLE shop.customer (id serial PRIMARY KEY, email text NOT NULL UNIQUE, name text, address text);
CREATE TABLE shop.product (id serial PRIMARY KEY, sku varchar(20) NOT NULL UNIQUE, title text NOT NULL, price int NOT NULL CHECK (price >= 0));
CREATE TABLE shop."order" (
  id serial PRIMARY KEY, customer_id int NOT NULL REFERENCES shop.customer,
  state shop.order_state NOT NULL DEFAULT 'new', placed timestamp NOT NULL DEFAULT now()
);
CREATE INDEX order_customer ON shop."order" (customer_id);
CREATE INDEX order_open ON shop."order" (placed) WHERE state = 'new';
CREATE TABLE shop.line (
  order_id int REFERENCES shop."order" ON DELETE CASCADE, product_id int REFERENCES shop.product,
  quantity int NOT NULL DEFAULT 1, price int NOT NULL, PRIMARY KEY (order_id, product_id)
);
CREATE VIEW shop.order_total AS
  SELECT o.id, o.state, sum(l.quantity * l.price) AS total FROM shop."order" o JOIN shop.line l ON l.order_id = o.id GROUP BY o.id;
CREATE VIEW shop.revenue AS SELECT date_trunc('month', o.placed) AS month, sum(t.total) AS total
  FROM shop.order_total t JOIN shop."order" o USING (id) WHERE t.state = 'paid' GROUP BY 1;
CREATE FUNCTION shop.touch() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN NEW.placed := now(); RETURN NEW; END $$;
CREATE TRIGGER touch BEFORE UPDATE OF state ON shop."order" FOR EACH ROW EXECUTE FUNCTION shop.touch();
GRANT SELECT ON shop.revenue TO auditor;
COMMENT ON TABLE shop."order" IS 'orders';
-- seed
INSERT INTO shop.customer (email, name) VALUES ('a@b', 'Ann');
INSERT INTO shop.product (sku, title, price) VALUES ('x1', 'Thing', 250);
INSERT INTO shop."order" (customer_id, state) VALUES (1, 'paid');
INSERT INTO shop.line VALUES (1, 1, 2, 250);
-- to
CREATE SCHEMA shop;
CREATE TYPE shop.order_state AS ENUM ('new', 'paid', 'sent', 'returned');
CREATE DOMAIN shop.money AS numeric(12,2) CONSTRAINT money_positive CHECK (VALUE >= 0);
CREATE TABLE shop.customer (id bigserial PRIMARY KEY, email text NOT NULL, name text NOT NULL DEFAULT '', since date);
CREATE UNIQUE INDEX customer_email ON shop.customer (lower(email));
CREATE TABLE shop.address (
  id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, customer_id bigint NOT NULL REFERENCES shop.customer ON DELETE CASCADE,
  street text NOT NULL, country char(2) NOT NULL DEFAULT 'DE', is_default boolean NOT NULL DEFAULT false
);
CREATE UNIQUE INDEX address_default ON shop.address (customer_id) WHERE is_default;
CREATE TABLE shop.product (
  id serial PRIMARY KEY, sku varchar(40) NOT NULL UNIQUE, title text NOT NULL, price shop.money NOT NULL,
  stock int NOT NULL DEFAULT 0, CONSTRAINT product_stock CHECK (stock >= 0)
);
CREATE TABLE shop."order" (
  id bigserial PRIMARY KEY, customer_id bigint NOT NULL CONSTRAINT order_customer_id_fkey REFERENCES shop.customer ON DELETE RESTRICT,
  state shop.order_state NOT NULL DEFAULT 'new', placed timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX order_customer ON shop."order" (customer_id, placed DESC);
CREATE INDEX order_open ON shop."order" (placed) WHERE state IN ('new', 'paid');
CREATE TABLE shop.line (
  order_id bigint REFERENCES shop."order" ON DELETE CASCADE, product_id int REFERENCES shop.product,
  quantity int NOT NULL DEFAULT 1, price shop.money NOT NULL,
  total shop.money GENERATED ALWAYS AS (quantity * price) STORED, PRIMARY KEY (order_id, product_id)
);
CREATE VIEW shop.order_total AS
  SELECT o.id, o.state, sum(l.total) AS total FROM shop."order" o JOIN shop.line l ON l.order_id = o.id GROUP BY o.id;
CREATE MATERIALIZED VIEW shop.revenue AS SELECT date_trunc('month', o.placed) AS month, sum(t.total) AS total
  FROM shop.order_total t JOIN shop."order" o USING (id) WHERE t.state IN ('paid', 'sent') GROUP BY 1;
CREATE UNIQUE INDEX revenue_month ON shop.revenue (month);
CREATE FUNCTION shop.take_stock() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE shop.product SET stock = stock - NEW.quantity WHERE id = NEW.product_id;
  RETURN NULL;
END $$;
CREATE TRIGGER take_stock AFTER INSERT ON shop.line FOR EACH ROW EXECUTE FUNCTION shop.take_stock();
ALTER TABLE shop.customer ENABLE ROW LEVEL SECURITY;
CREATE POLICY self ON shop.customer TO app USING (email = current_user);
GRANT SELECT ON shop.revenue TO auditor;
GRANT USAGE ON SCHEMA shop TO app, auditor;
GRANT SELECT, INSERT ON shop."order", shop.line TO app;
COMMENT ON TABLE shop."order" IS 'orders of customers';
COMMENT ON COLUMN shop.line.total IS 'computed';
-- seed
INSERT INTO shop.customer (email, name) VALUES ('a@b', 'Ann');
INSERT INTO shop.product (sku, title, price, stock) VALUES ('x1', 'Thing', 250, 10);
INSERT INTO shop."order" (customer_id, state) VALUES (1, 'paid');
INSERT INTO shop.line VALUES (1, 1, 2, 250);
-- shape: forbid drop table, drop schema
-- refused: deletes_data
