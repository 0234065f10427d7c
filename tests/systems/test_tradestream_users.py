"""TradeStream from V6 to V8: sign-in, settings, watchlists, saved views, notifications."""

from __future__ import annotations

from datetime import time
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from psycopg import errors, sql
from psycopg.types.json import Jsonb

from .tradestream_rows import (
    LONG_AGO,
    insert,
    new_user,
    one,
    rows,
)

if TYPE_CHECKING:
    from .tradestream_rows import Connection


def test_a_user_can_sign_up_by_email(tradestream: Connection) -> None:
    hashed = "$argon2id$"
    user = new_user(tradestream, "ann", password_hash=hashed)
    assert rows(
        tradestream,
        "SELECT email, email_verified, password_hash, oauth_provider, is_provider"
        " FROM users WHERE user_id = %s",
        user,
    ) == [("ann@example.com", False, hashed, None, False)]


@pytest.mark.parametrize("provider", ["google", "github"])
def test_a_user_can_sign_up_by_oauth_without_email_or_password(
    tradestream: Connection, provider: str
) -> None:
    user = insert(tradestream, "users", oauth_provider=provider, oauth_id="42")
    assert rows(tradestream, "SELECT email, password_hash FROM users WHERE user_id = %s", user) == [
        (None, None)
    ]


def test_the_password_rule_is_left_to_the_application(tradestream: Connection) -> None:
    assert insert(tradestream, "users", email="only@example.com") is not None


def test_an_email_belongs_to_one_user(tradestream: Connection) -> None:
    new_user(tradestream, "ann")
    with pytest.raises(errors.UniqueViolation, match="users_email_key"), tradestream.transaction():
        new_user(tradestream, "ann")


def test_several_users_may_lack_an_email(tradestream: Connection) -> None:
    assert insert(tradestream, "users", display_name="a") != insert(tradestream, "users", display_name="b")


def test_an_oauth_account_belongs_to_one_user(tradestream: Connection) -> None:
    insert(tradestream, "users", oauth_provider="google", oauth_id="42")
    insert(tradestream, "users", oauth_provider="github", oauth_id="42")
    with (
        pytest.raises(errors.UniqueViolation, match="users_oauth_provider_oauth_id_key"),
        tradestream.transaction(),
    ):
        insert(tradestream, "users", oauth_provider="google", oauth_id="42")


def test_half_an_oauth_pair_never_clashes(tradestream: Connection) -> None:
    assert insert(tradestream, "users", oauth_provider="google") != insert(
        tradestream, "users", oauth_provider="google"
    )
    assert insert(tradestream, "users", oauth_id="42") != insert(tradestream, "users", oauth_id="42")


@pytest.mark.parametrize("table", ["email_verification_tokens", "password_reset_tokens"])
def test_a_one_time_token_is_found_used_and_unique(tradestream: Connection, table: str) -> None:
    given = {"user_id": new_user(tradestream), "token": "t1", "expires_at": LONG_AGO}
    insert(tradestream, table, **given)
    use = sql.SQL("UPDATE {} SET used_at = now() WHERE token = %s AND used_at IS NULL RETURNING user_id")
    used = use.format(sql.Identifier(table))
    assert [(given["user_id"],)] == tradestream.execute(used, ["t1"]).fetchall()
    assert tradestream.execute(used, ["t1"]).fetchall() == []
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, table, **given)


def test_a_refresh_token_is_rotated(tradestream: Connection) -> None:
    old, new = "hash of the old one", "hash of the new one"
    user = new_user(tradestream)
    given = {"user_id": user, "expires_at": "2100-01-01 00:00:00+00"}
    insert(tradestream, "refresh_tokens", token_hash=old, device_info={"agent": "curl"}, **given)
    tradestream.execute("UPDATE refresh_tokens SET revoked_at = now() WHERE token_hash = %s", [old])
    insert(tradestream, "refresh_tokens", token_hash=new, **given)
    assert rows(
        tradestream,
        "SELECT token_hash FROM refresh_tokens"
        " WHERE user_id = %s AND revoked_at IS NULL AND expires_at > now()",
        user,
    ) == [(new,)]
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "refresh_tokens", token_hash=old, **given)


def test_a_token_belongs_to_a_user_that_exists(tradestream: Connection) -> None:
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute(
            "INSERT INTO refresh_tokens (user_id, token_hash, expires_at)"
            " VALUES (gen_random_uuid(), 'h', now())"
        )


@pytest.mark.parametrize("table", ["user_settings", "notification_preferences", "referral_codes"])
def test_every_new_user_gets_exactly_one_row(tradestream: Connection, table: str) -> None:
    tradestream.execute(
        "INSERT INTO users (email) SELECT n || '@example.com' FROM generate_series(1, 20) AS n"
    )
    per_user = sql.SQL(
        "SELECT count(*), count(DISTINCT user_id), (SELECT count(*) FROM users)"
        " FROM {} JOIN users USING (user_id)"
    ).format(sql.Identifier(table))
    assert tradestream.execute(per_user).fetchall() == [(20, 20, 20)]


def test_settings_start_at_their_defaults(tradestream: Connection) -> None:
    user = new_user(tradestream)
    assert [("moderate", Decimal("0.60"), ["BUY", "SELL", "HOLD"], "dark", "UTC", False, 0)] == rows(
        tradestream,
        "SELECT risk_tolerance, min_opportunity_score, default_action_filter, theme, timezone,"
        " onboarding_completed, onboarding_step FROM user_settings WHERE user_id = %s",
        user,
    )


def test_notification_preferences_start_at_their_defaults_with_quiet_hours(tradestream: Connection) -> None:
    user = new_user(tradestream)
    assert [
        (Decimal("0.70"), True, True, False, True, True, True, False, time(22), time(8), "UTC", 10)
    ] == rows(
        tradestream,
        "SELECT min_opportunity_score, notify_on_buy, notify_on_sell, notify_on_hold,"
        " notify_on_followed_provider, notify_on_achievement, notify_on_streak_risk,"
        " quiet_hours_enabled, quiet_hours_start, quiet_hours_end,"
        " quiet_hours_tz, max_notifications_per_hour FROM notification_preferences WHERE user_id = %s",
        user,
    )


def test_quiet_hours_can_be_set(tradestream: Connection) -> None:
    user = new_user(tradestream)
    assert [(True, time(23, 30), "Europe/Berlin")] == rows(
        tradestream,
        "UPDATE notification_preferences"
        " SET quiet_hours_enabled = true, quiet_hours_start = '23:30', quiet_hours_tz = 'Europe/Berlin'"
        " WHERE user_id = %s RETURNING quiet_hours_enabled, quiet_hours_start, quiet_hours_tz",
        user,
    )


def test_watchlist_rows_are_created_read_changed_and_deleted(tradestream: Connection) -> None:
    user = new_user(tradestream)
    entry = insert(tradestream, "user_watchlists", user_id=user, symbol="BTC/USD", position_size="0.12345678")
    assert [("BTC/USD", True, Decimal("0.12345678"))] == rows(
        tradestream, "SELECT symbol, alert_enabled, position_size FROM user_watchlists WHERE id = %s", entry
    )
    tradestream.execute(
        "UPDATE user_watchlists SET notes = 'dip', alert_enabled = false WHERE id = %s", [entry]
    )
    assert rows(tradestream, "SELECT notes, alert_enabled FROM user_watchlists WHERE id = %s", entry) == [
        ("dip", False)
    ]
    tradestream.execute("DELETE FROM user_watchlists WHERE id = %s", [entry])
    assert rows(tradestream, "SELECT id FROM user_watchlists") == []


def test_a_user_watches_a_symbol_once(tradestream: Connection) -> None:
    user = new_user(tradestream)
    insert(tradestream, "user_watchlists", user_id=user, symbol="BTC/USD")
    insert(tradestream, "user_watchlists", user_id=user, symbol="ETH/USD")
    insert(tradestream, "user_watchlists", user_id=new_user(tradestream, "bob"), symbol="BTC/USD")
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "user_watchlists", user_id=user, symbol="BTC/USD")


def test_saved_views_hold_json_filters(tradestream: Connection) -> None:
    filters = {
        "symbols": ["BTC/USD", "ETH/USD"],
        "actions": ["BUY"],
        "minOpportunityScore": 0.70,
        "strategyTypes": ["RSI_REVERSAL", "MACD_CROSS"],
    }
    user = new_user(tradestream)
    view = insert(tradestream, "saved_views", user_id=user, name="dips", filters=filters)
    insert(tradestream, "saved_views", user_id=user, name="empty")
    assert filters == one(tradestream, "SELECT filters FROM saved_views WHERE id = %s", view)
    assert rows(
        tradestream, "SELECT name FROM saved_views WHERE filters @> %s", Jsonb({"symbols": ["ETH/USD"]})
    ) == [("dips",)]
    assert one(tradestream, "SELECT filters FROM saved_views WHERE name = 'empty'") == {}


def test_a_user_has_one_channel_of_each_type_with_its_own_configuration(tradestream: Connection) -> None:
    user = new_user(tradestream)
    configs: dict[str, dict[str, object]] = {
        "push": {"subscription": {"endpoint": "https://push.example"}},
        "telegram": {"chat_id": 7, "bot_verified": True},
        "discord": {"webhook_url": "https://discord.example"},
        "email": {"verified": True},
        "webhook": {"url": "https://hook.example", "secret": "s"},
    }
    for channel, config in configs.items():
        insert(
            tradestream, "notification_channels", user_id=user, channel_type=channel, channel_config=config
        )
    assert configs == dict(
        rows(tradestream, "SELECT channel_type, channel_config FROM notification_channels")
    )
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "notification_channels", user_id=user, channel_type="push")


def test_the_history_takes_channels_and_kinds_that_are_not_yet_known(tradestream: Connection) -> None:
    insert(
        tradestream,
        "notification_history",
        user_id=new_user(tradestream),
        channel_type="fax",
        notification_type="brand_new",
        payload={"text": "hello"},
    )
    assert rows(tradestream, "SELECT status, sent_at FROM notification_history") == [("pending", None)]
