"""A made-up schema of any size, and a copy of it with the changes of an ordinary release."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

TABLES_IN_A_SCHEMA = 100
# Every so many tables, the changed copy has one change of this sort.
RETYPED, WIDENED, INDEXED, CHECKED, GONE, VIEWED = 50, 20, 25, 40, 200, 5


def _hit(number: int, every: int, *, changed: bool) -> bool:
    """True where the changed copy differs."""
    return changed and number % every == 1


def statements(tables: int, *, changed: bool = False) -> Iterator[str]:
    """The statements that build it: schemas first, then each table with all that hangs on it."""
    for number in range(0, tables, TABLES_IN_A_SCHEMA):
        yield f"CREATE SCHEMA {_schema(number)};\n" + _shared(_schema(number))
    for number in range(tables):
        if not (changed and number % GONE == GONE - 1):
            yield _table(number, changed=changed)
    for number in range(tables // GONE if changed else 0):
        yield f"CREATE TABLE area_0.new_{number} (id bigint PRIMARY KEY, label text NOT NULL UNIQUE);\n"
    for number in range(0, tables, 10):
        yield _view(number, changed=changed) + _function(number, changed=changed)


def _schema(number: int) -> str:
    return f"area_{number // TABLES_IN_A_SCHEMA}"


def _name(number: int) -> str:
    return f"{_schema(number)}.thing_{number}"


def _shared(schema: str) -> str:
    return f"""CREATE TYPE {schema}.state AS ENUM ('draft', 'open', 'closed', 'archived');
CREATE FUNCTION {schema}.touch() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.updated_at := now();
  RETURN NEW;
END $$;
"""


def _table(number: int, *, changed: bool) -> str:
    name, schema, short = _name(number), _schema(number), f"thing_{number}"
    amount = "numeric(14,2)" if _hit(number, RETYPED, changed=changed) else "numeric(12,2)"
    extra = ",\n  note text" if _hit(number, WIDENED, changed=changed) else ""
    low = 1 if _hit(number, CHECKED, changed=changed) else 0
    # A foreign key points back inside the schema, as most do; the first table of a schema has none.
    target = number - 1 if number % TABLES_IN_A_SCHEMA else None
    key = (
        f",\n  CONSTRAINT {short}_parent FOREIGN KEY (parent_id) REFERENCES {_name(target)}"
        if target is not None
        else ""
    )
    more = (
        f"CREATE INDEX {short}_label ON {name} (label);\n" if _hit(number, INDEXED, changed=changed) else ""
    )
    return f"""CREATE TABLE {name} (
  id bigint GENERATED ALWAYS AS IDENTITY,
  parent_id bigint,
  code varchar(20) NOT NULL,
  label text NOT NULL DEFAULT '',
  amount {amount} NOT NULL DEFAULT 0,
  ratio double precision,
  state {schema}.state NOT NULL DEFAULT 'draft',
  tags text[] NOT NULL DEFAULT '{{}}',
  details jsonb,
  active boolean NOT NULL DEFAULT true,
  created_at timestamptz NOT NULL DEFAULT now(),
  updated_at timestamptz NOT NULL DEFAULT now(){extra},
  CONSTRAINT {short}_key PRIMARY KEY (id),
  CONSTRAINT {short}_code UNIQUE (code),
  CONSTRAINT {short}_amount CHECK (amount >= {low}){key}
);
CREATE INDEX {short}_created ON {name} (created_at DESC);
CREATE INDEX {short}_open ON {name} (parent_id) WHERE active AND state <> 'closed';
{more}CREATE TRIGGER {short}_touch BEFORE UPDATE ON {name} FOR EACH ROW EXECUTE FUNCTION {schema}.touch();
COMMENT ON TABLE {name} IS 'Thing number {number}.';
COMMENT ON COLUMN {name}.code IS 'What people call it.';
"""


def _view(number: int, *, changed: bool) -> str:
    limit = 5 if _hit(number // 10, VIEWED, changed=changed) else 0
    return f"""CREATE VIEW {_schema(number)}.open_{number} AS
  SELECT t.id, t.code, t.label, t.ratio, t.created_at, p.code AS parent_code
  FROM {_name(number)} t LEFT JOIN {_name(number + 1)} p ON p.id = t.parent_id
  WHERE t.active AND t.id > {limit};
"""  # noqa: S608 - our own names


def _function(number: int, *, changed: bool) -> str:
    greeting = "hello" if _hit(number // 10, VIEWED, changed=changed) else "hallo"
    body = f"SELECT coalesce(max(label), fallback) FROM {_name(number)} WHERE id = wanted"  # noqa: S608
    name = f"{_schema(number)}.label_{number}"
    return f"""CREATE FUNCTION {name}(wanted bigint, fallback text DEFAULT '{greeting}')
  RETURNS text LANGUAGE sql STABLE AS $$ {body} $$;
"""
