"""Rows of the TradeStream platform, and short ways to ask for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, LiteralString

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb

if TYPE_CHECKING:
    from uuid import UUID

type Connection = psycopg.Connection[tuple[Any, ...]]

LONG_AGO = "2001-02-03 04:05:06+00"


def insert(db: Connection, table: str, **values: object) -> Any:
    """Insert one row and return its key, the first column in every table; dicts become jsonb."""
    statement = sql.SQL("INSERT INTO {} ({}) VALUES ({}) RETURNING *").format(
        sql.Identifier(table),
        sql.SQL(", ").join(map(sql.Identifier, values)),
        sql.SQL(", ").join(sql.Placeholder() * len(values)),
    )
    given = [Jsonb(value) if isinstance(value, dict) else value for value in values.values()]
    row = db.execute(statement, given).fetchone()
    assert row is not None
    return row[0]


def rows(db: Connection, query: LiteralString, *parameters: object) -> list[tuple[Any, ...]]:
    return db.execute(query, parameters).fetchall()


def one(db: Connection, query: LiteralString, *parameters: object) -> Any:
    """Return the only column of the only row."""
    ((value,),) = rows(db, query, *parameters)
    return value


def count(db: Connection, table: str) -> int:
    ((number,),) = db.execute(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))).fetchall()
    return int(number)


def new_user(db: Connection, name: str = "ann", **values: object) -> UUID:
    key: UUID = insert(db, "users", **{"email": f"{name}@example.com", **values})
    return key


def new_provider(db: Connection, name: str = "pia", **values: object) -> UUID:
    key: UUID = insert(db, "providers", user_id=new_user(db, name), display_name=name, **values)
    return key


def new_signal(db: Connection, **values: object) -> UUID:
    key: UUID = insert(db, "signals", **{"symbol": "BTC/USD", "action": "BUY", **values})
    return key


def new_strategy(db: Connection, **values: object) -> UUID:
    key: UUID = insert(db, "strategies", **{"symbol": "BTC/USD", "strategy_type": "RSI_REVERSAL", **values})
    return key


def new_market(db: Connection, **values: object) -> UUID:
    given = {
        "platform_id": "kalshi",
        "external_market_id": "FED-26DEC",
        "category": "economics",
        "title": "Fed in December",
        "question": "Will the Fed cut in December?",
    }
    key: UUID = insert(db, "prediction_markets", **{**given, **values})
    return key


def new_referral(db: Connection, referrer: UUID, referee: UUID, **values: object) -> UUID:
    code = one(db, "SELECT id FROM referral_codes WHERE user_id = %s", referrer)
    key: UUID = insert(
        db, "referrals", referrer_id=referrer, referee_id=referee, referral_code_id=code, **values
    )
    return key


def everything_of_a_user(db: Connection) -> UUID:
    """Make a user, who is a provider too, with at least one row in every table that hangs on a user."""
    user, other, signal = new_provider(db, "eve"), new_provider(db, "oli"), new_signal(db)
    for table, column in (
        ("email_verification_tokens", "token"),
        ("password_reset_tokens", "token"),
        ("refresh_tokens", "token_hash"),
    ):
        insert(db, table, user_id=user, expires_at=LONG_AGO, **{column: "t1"})
    insert(db, "user_watchlists", user_id=user, symbol="BTC/USD")
    insert(db, "saved_views", user_id=user, name="mine")
    insert(db, "notification_channels", user_id=user, channel_type="push")
    insert(
        db, "notification_history", user_id=user, channel_type="push", notification_type="welcome", payload={}
    )
    insert(db, "provider_signals", provider_id=user, signal_id=signal)
    insert(db, "follows", follower_id=user, provider_id=other)
    insert(db, "follows", follower_id=other, provider_id=user)
    insert(db, "signal_reactions", signal_id=signal, user_id=user, reaction_type="fire")
    insert(db, "signal_comments", signal_id=signal, user_id=user, content="first")
    insert(db, "user_achievements", user_id=user, achievement_id="win_1")
    insert(db, "user_streaks", user_id=user, streak_type="login")
    insert(
        db,
        "streak_history",
        user_id=user,
        streak_type="login",
        final_count=3,
        started_at=LONG_AGO,
        ended_at=LONG_AGO,
    )
    referral = new_referral(db, user, new_user(db, "rob"))
    insert(db, "referral_rewards", user_id=user, referral_id=referral, reward_type="cash", amount=25)
    return user


def prediction_signal(db: Connection, **values: object) -> dict[str, object]:
    return {
        "market_id": new_market(db),
        "signal_type": "BUY_YES",
        "entry_price": "0.3200",
        "confidence": "0.80",
        "reasoning": {
            "summary": "oversold",
            "indicators": [
                {"name": "ProbabilityRSI", "value": 32, "signal": "oversold"},
                {"name": "BollingerBand", "position": "below_lower"},
            ],
            "risk_metrics": {"max_loss": 0.68, "max_gain": 0.32, "kelly_size": 0.08},
        },
        **values,
    }
