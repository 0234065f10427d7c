"""The session that reads: pinned settings, so that PostgreSQL prints one text for one definition."""

from __future__ import annotations

from typing import Final

# Each changes what a definition prints as, or what our own literals mean.
PINNED: Final = {
    "search_path": "",
    "datestyle": "ISO, YMD",
    "intervalstyle": "postgres",
    "timezone": "UTC",
    "extra_float_digits": "1",
    "bytea_output": "hex",
    "standard_conforming_strings": "on",
    "quote_all_identifiers": "off",
    "lc_monetary": "C",
    "xmloption": "content",
    "transform_null_equals": "off",
    "array_nulls": "on",
    "check_function_bodies": "off",
}

PIN: Final = "SELECT " + ", ".join(
    f"set_config('{name}', '{value}', false)" for name, value in PINNED.items()
)

# What the deparsing functions read with the current catalog instead of our snapshot.
STAMP: Final = """
SELECT coalesce(sum(stamp), 0)::text FROM (
  SELECT sum(hashint8(c.oid::int8 << 32 | c.xmin::text::int8)) AS stamp FROM pg_class c
    JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname !~ '^pg_(temp|toast)' AND c.oid >= 16384
  UNION ALL SELECT sum(hashint8(a.attrelid::int8 << 32 | a.xmin::text::int8)) FROM pg_attribute a
    JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
    WHERE a.attrelid >= 16384 AND a.attnum > 0 AND n.nspname !~ '^pg_(temp|toast)'
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_proc WHERE oid >= 16384
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_namespace
    WHERE nspname !~ '^pg_(temp|toast)'
  UNION ALL SELECT sum(hashint8(t.oid::int8 << 32 | t.xmin::text::int8)) FROM pg_type t
    WHERE t.oid >= 16384 AND t.typrelid = 0 AND t.typelem = 0
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_constraint WHERE oid >= 16384
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_trigger
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_policy
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_rewrite WHERE oid >= 16384
  UNION ALL SELECT sum(hashint8(oid::int8 << 32 | xmin::text::int8)) FROM pg_enum
) AS parts
"""
