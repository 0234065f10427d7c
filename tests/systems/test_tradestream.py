"""TradeStream as a whole: its objects, its rules for every migration, its reference rows."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from psycopg import errors, sql

from .tradestream_expected import ACHIEVEMENTS, INDEXES, PLATFORMS, TIERS, TRIGGERS
from .tradestream_rows import (
    LONG_AGO,
    everything_of_a_user,
    insert,
    new_market,
    new_strategy,
    one,
    prediction_signal,
    rows,
)

if TYPE_CHECKING:
    from .tradestream_rows import Connection

LOOKUP_TABLES = {"achievement_definitions", "referral_tiers", "prediction_platforms"}

RELATIONS = """(
    SELECT oid FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relname <> 'flyway_schema_history'
)"""
"""The schema's own relations; the history belongs to the tool that runs the files."""

TABLES = f"(SELECT oid FROM pg_class WHERE relkind IN ('r', 'p') AND oid IN {RELATIONS})"


def test_the_schema_holds_as_many_objects_as_specified(tradestream: Connection) -> None:
    constraints = f"SELECT count(*) FROM pg_constraint WHERE conrelid IN {RELATIONS} AND contype = %s"
    assert (
        one(tradestream, f"SELECT count(*) FROM {TABLES} AS t"),
        one(
            tradestream,
            "SELECT count(*) FROM pg_attribute"
            f" WHERE attrelid IN {TABLES} AND attnum > 0 AND NOT attisdropped",
        ),
    ) == (32, 305)
    assert {contype: one(tradestream, constraints, contype) for contype in "pfuc"} == {
        "p": 32,
        "f": 36,
        "u": 18,
        "c": 21,
    }
    assert (
        one(tradestream, "SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace"),
        one(tradestream, "SELECT count(*) FROM pg_matviews WHERE schemaname = 'public' AND ispopulated"),
        one(tradestream, "SELECT count(*) FROM pg_views WHERE schemaname = 'public'"),
    ) == (5, 1, 0)


def test_all_65_indexes_exist_and_are_valid(tradestream: Connection) -> None:
    definitions = rows(
        tradestream,
        f"""
        SELECT indrelid::regclass::text, indexrelid::regclass::text, pg_get_indexdef(indexrelid)
        FROM pg_index
        WHERE indrelid IN {RELATIONS} AND indisvalid AND indisready
            AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid AND contype IN ('p', 'u'))
        """,
    )
    found = {f"{table}: {name} {text.partition(' USING btree ')[2]}" for table, name, text in definitions}
    assert found == INDEXES
    assert len(INDEXES) == 65


def test_all_15_triggers_exist_are_enabled_and_fire_for_each_row(tradestream: Connection) -> None:
    definitions = rows(
        tradestream,
        "SELECT tgrelid::regclass::text, pg_get_triggerdef(oid) FROM pg_trigger"
        f" WHERE tgrelid IN {RELATIONS} AND NOT tgisinternal AND tgenabled = 'O'",
    )
    form = re.compile(
        r"CREATE TRIGGER (\w+ [A-Z ]+) ON [\w.]+ FOR EACH ROW EXECUTE FUNCTION (?:public\.)?(\w+)\(\)"
    )
    found = {f"{table}: {form.sub(r'\1 -> \2', definition)}" for table, definition in definitions}
    assert found == TRIGGERS
    assert len(TRIGGERS) == 15


def test_functions_are_volatile_plpgsql_triggers_that_run_as_the_invoker(tradestream: Connection) -> None:
    assert rows(
        tradestream,
        """
        SELECT proname FROM pg_proc JOIN pg_language AS l ON l.oid = prolang
        WHERE pronamespace = 'public'::regnamespace AND lanname = 'plpgsql' AND provolatile = 'v'
            AND prorettype = 'trigger'::regtype AND NOT prosecdef AND pronargs = 0
        ORDER BY proname
        """,
    ) == [
        ("create_notification_preferences",),
        ("create_user_settings",),
        ("generate_referral_code",),
        ("update_follower_count",),
        ("update_updated_at_column",),
    ]


def test_every_table_has_a_comment(tradestream: Connection) -> None:
    assert (
        rows(
            tradestream,
            f"SELECT oid::regclass FROM {TABLES} AS t WHERE obj_description(oid, 'pg_class') IS NULL",
        )
        == []
    )


def test_comments_keep_what_no_constraint_expresses(tradestream: Connection) -> None:
    asked = (
        "SELECT col_description(attrelid, attnum) FROM pg_attribute"
        " WHERE attrelid = %s::regclass AND attname = %s"
    )
    assert "must supply it for e-mail sign-up" in one(tradestream, asked, "users", "password_hash")
    assert "telegram {chat_id, bot_verified}" in one(
        tradestream, asked, "notification_channels", "channel_config"
    )
    assert "minOpportunityScore" in one(tradestream, asked, "saved_views", "filters")
    assert "rejected: fraud" in one(tradestream, asked, "referrals", "status")


def test_every_timestamp_has_a_time_zone(tradestream: Connection) -> None:
    assert (
        rows(
            tradestream,
            "SELECT attrelid::regclass, attname FROM pg_attribute"
            f" WHERE attrelid IN {RELATIONS} AND atttypid IN ('timestamp'::regtype, 'timestamp[]'::regtype)",
        )
        == []
    )


def test_primary_keys_are_one_uuid_except_in_lookup_tables(tradestream: Connection) -> None:
    keys = rows(
        tradestream,
        f"""
        SELECT conrelid::regclass::text, array_agg(atttypid::regtype::text)
        FROM pg_constraint JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey)
        WHERE contype = 'p' AND conrelid IN {TABLES} GROUP BY conrelid
        """,
    )
    assert len(keys) == 32
    assert {table for table, types in keys if types == ["character varying"]} == LOOKUP_TABLES
    assert {table for table, types in keys if types != ["uuid"]} == LOOKUP_TABLES


def test_uuid_keys_come_from_gen_random_uuid_or_from_the_user_they_belong_to(tradestream: Connection) -> None:
    assert rows(
        tradestream,
        f"""
        SELECT conrelid::regclass::text
        FROM pg_constraint
        JOIN pg_attribute ON attrelid = conrelid AND attnum = ANY (conkey) AND atttypid = 'uuid'::regtype
        LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
        WHERE contype = 'p' AND conrelid IN {TABLES}
            AND pg_get_expr(adbin, adrelid) IS DISTINCT FROM 'gen_random_uuid()'
        ORDER BY 1
        """,
    ) == [("notification_preferences",), ("providers",), ("user_settings",)]


def test_every_foreign_key_is_the_front_of_an_index(tradestream: Connection) -> None:
    assert (
        rows(
            tradestream,
            f"""
        SELECT conrelid::regclass, conname FROM pg_constraint
        WHERE contype = 'f' AND conrelid IN {RELATIONS} AND NOT EXISTS (
            SELECT FROM pg_index
            WHERE indrelid = conrelid AND indisvalid AND indpred IS NULL
                AND (indkey::int2[])[0:cardinality(conkey) - 1] = conkey
        )
        """,
        )
        == []
    )


def test_every_updated_at_has_a_trigger_that_moves_it(tradestream: Connection) -> None:
    everything_of_a_user(tradestream)
    new_strategy(tradestream)
    insert(tradestream, "strategy_specs", name="rsi")
    new_market(tradestream)
    tables = rows(
        tradestream,
        "SELECT attrelid::regclass::text FROM pg_attribute"
        f" WHERE attname = 'updated_at' AND attrelid IN {TABLES}",
    )
    assert len(tables) == 11
    for (table,) in tables:
        moved = tradestream.execute(
            sql.SQL("UPDATE {} SET updated_at = %s RETURNING updated_at = now()").format(
                sql.Identifier(table)
            ),
            [LONG_AGO],
        ).fetchall()
        assert moved, table
        assert {(True,)} == set(moved), table


@pytest.mark.parametrize(
    ("table", "column", "good", "bad"),
    [
        ("user_settings", "risk_tolerance", ["conservative", "moderate", "aggressive"], ["reckless"]),
        ("user_settings", "theme", ["dark", "light", "system"], ["pink"]),
        ("user_settings", "min_opportunity_score", [0, 1, None], ["-0.01", "1.01"]),
        ("notification_preferences", "min_opportunity_score", [0, 1, None], ["-0.01", "1.01"]),
        ("providers", "risk_level", ["conservative", "moderate", "aggressive"], ["reckless"]),
        ("providers", "verification_level", ["none", "basic", "pro", "elite"], ["god"]),
        ("signals", "action", ["BUY", "SELL", "HOLD"], ["buy"]),
        ("signals", "opportunity_score", [0, 1, None], ["-0.01", "1.01"]),
        ("provider_signals", "outcome", ["PROFIT", "LOSS", "BREAKEVEN", "PENDING", None], ["EXPIRED"]),
        (
            "notification_channels",
            "channel_type",
            ["push", "telegram", "discord", "email", "webhook"],
            ["fax"],
        ),
        ("notification_history", "status", ["pending", "sent", "delivered", "failed", "skipped"], ["lost"]),
        ("signal_reactions", "reaction_type", ["like", "fire", "rocket", "sad"], ["angry"]),
        (
            "user_streaks",
            "streak_type",
            ["login", "profitable_signal", "analysis_post", "provider_signal"],
            ["x"],
        ),
        (
            "achievement_definitions",
            "category",
            ["trading", "social", "engagement", "provider", "special"],
            ["x"],
        ),
        (
            "achievement_definitions",
            "rarity",
            ["common", "uncommon", "rare", "epic", "legendary"],
            ["mythic"],
        ),
        ("referrals", "status", ["pending", "qualified", "rewarded", "rejected"], ["paid"]),
        ("referral_rewards", "reward_type", ["credit", "cash", "subscription"], ["shares"]),
        ("referral_rewards", "status", ["pending", "processed", "paid", "failed"], ["rejected"]),
        (
            "prediction_markets",
            "category",
            ["economics", "crypto", "politics", "regulatory", "sports", "other"],
            ["weather"],
        ),
        ("prediction_signals", "signal_type", ["BUY_YES", "BUY_NO", "SELL_YES", "SELL_NO"], ["BUY"]),
        (
            "prediction_signals",
            "outcome",
            ["PROFIT", "LOSS", "BREAKEVEN", "PENDING", "EXPIRED", None],
            ["WON"],
        ),
    ],
)
def test_a_checked_column_takes_what_is_listed_and_nothing_else(
    tradestream: Connection, table: str, column: str, good: list[object], bad: list[object]
) -> None:
    everything_of_a_user(tradestream)
    insert(tradestream, "prediction_signals", **prediction_signal(tradestream))
    key = sql.SQL("SELECT ctid FROM {} LIMIT 1").format(sql.Identifier(table))
    update = sql.SQL("UPDATE {} SET {} = %s WHERE ctid = ({})").format(
        sql.Identifier(table), sql.Identifier(column), key
    )
    for value in good:
        assert tradestream.execute(update, [value]).rowcount == 1
    for value in bad:
        with pytest.raises(errors.CheckViolation, match=f"{table}_{column}_check"), tradestream.transaction():
            tradestream.execute(update, [value])


def test_achievement_definitions_are_seeded_exactly_once(tradestream: Connection) -> None:
    assert (
        as_lines(
            rows(
                tradestream,
                "SELECT id, name, description, category, icon, points, rarity, requirement_type,"
                " requirement_value, sort_order FROM achievement_definitions ORDER BY sort_order",
            ),
            icon=4,
        )
        == ACHIEVEMENTS
    )
    assert len(ACHIEVEMENTS) == 18


def test_the_tiers_bronze_silver_and_gold_are_seeded_exactly_once(tradestream: Connection) -> None:
    assert (
        as_lines(
            rows(
                tradestream,
                "SELECT id, name, min_referrals, referrer_reward, referee_reward, bonus_percentage, icon"
                " FROM referral_tiers ORDER BY min_referrals",
            ),
            icon=6,
        )
        == TIERS
    )


def test_kalshi_and_polymarket_are_seeded_exactly_once(tradestream: Connection) -> None:
    assert (
        as_lines(
            rows(
                tradestream, "SELECT id, name, api_base_url, is_active FROM prediction_platforms ORDER BY id"
            )
        )
        == PLATFORMS
    )


def as_lines(found: list[tuple[Any, ...]], *, icon: int | None = None) -> list[str]:
    return [
        "|".join(code_points(value) if at == icon else str(value) for at, value in enumerate(row))
        for row in found
    ]


def code_points(text: str) -> str:
    return " ".join(f"U+{ord(character):04X}" for character in text)
