"""TradeStream V11: referral codes, referrals, the ledger of rewards, and what it holds back when users go."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from psycopg import errors, sql

from .tradestream_rows import (
    everything_of_a_user,
    insert,
    new_referral,
    new_user,
    one,
    rows,
)

if TYPE_CHECKING:
    from .tradestream_rows import Connection


def test_a_generated_referral_code_is_six_hexadecimal_digits_in_capitals(tradestream: Connection) -> None:
    tradestream.execute(
        "INSERT INTO users (email) SELECT n || '@example.com' FROM generate_series(1, 50) AS n"
    )
    codes = [code for (code,) in rows(tradestream, "SELECT code FROM referral_codes")]
    assert len(codes) == len(set(codes)) == 50
    assert [code for code in codes if not re.fullmatch("[0-9A-F]{6}", code)] == []


def load_the_dice(tradestream: Connection, *, fresh_after: int) -> None:
    """Stand a random() before PostgreSQL's own: one and the same number, then another after so many draws."""
    tradestream.execute("CREATE SEQUENCE draws")
    tradestream.execute(
        sql.SQL(
            "CREATE FUNCTION public.random() RETURNS double precision LANGUAGE sql VOLATILE"
            " AS 'SELECT CASE WHEN nextval(''public.draws'') <= {} THEN 0.25 ELSE 0.75 END::double precision'"
        ).format(fresh_after)
    )
    tradestream.execute("SET LOCAL search_path = public, pg_catalog")


def test_a_referral_code_that_is_taken_is_drawn_again(tradestream: Connection) -> None:
    load_the_dice(tradestream, fresh_after=11)
    first, second = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    assert one(tradestream, "SELECT last_value FROM draws") == 12
    assert (
        one(
            tradestream,
            "SELECT count(DISTINCT code) FROM referral_codes WHERE user_id IN (%s, %s)",
            first,
            second,
        )
        == 2
    )


def test_a_user_is_refused_when_eleven_draws_gave_no_free_referral_code(tradestream: Connection) -> None:
    load_the_dice(tradestream, fresh_after=12)
    new_user(tradestream, "ann")
    with (
        pytest.raises(errors.RaiseException, match="Could not generate unique referral code"),
        tradestream.transaction(),
    ):
        new_user(tradestream, "bob")
    assert one(tradestream, "SELECT last_value FROM draws") == 12
    assert rows(tradestream, "SELECT email FROM users") == [("ann@example.com",)]


def test_a_user_may_hold_further_codes_but_no_code_belongs_to_two(tradestream: Connection) -> None:
    ann, bob = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    insert(tradestream, "referral_codes", user_id=ann, code="KING42", custom_code="ANN")
    for clash in ({"code": "KING42"}, {"code": "OTHER", "custom_code": "ANN"}):
        with pytest.raises(errors.UniqueViolation), tradestream.transaction():
            insert(tradestream, "referral_codes", user_id=bob, **clash)


def test_a_user_can_be_referred_once_only(tradestream: Connection) -> None:
    ann, bob, cem = (new_user(tradestream, name) for name in ("ann", "bob", "cem"))
    new_referral(tradestream, ann, cem)
    with pytest.raises(errors.UniqueViolation, match="referrals_referee_id_key"), tradestream.transaction():
        new_referral(tradestream, bob, cem)
    assert rows(tradestream, "SELECT status FROM referrals") == [("pending",)]


def test_a_referral_code_that_brought_someone_in_cannot_be_deleted(tradestream: Connection) -> None:
    new_referral(tradestream, new_user(tradestream, "ann"), new_user(tradestream, "bob"))
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute("DELETE FROM referral_codes")


def test_a_user_goes_with_all_that_hangs_on_them(tradestream: Connection) -> None:
    user = everything_of_a_user(tradestream)
    columns = rows(
        tradestream,
        "SELECT conrelid::regclass::text, attname FROM pg_constraint"
        " JOIN pg_attribute ON attrelid = conrelid AND attnum = conkey[1]"
        " WHERE contype = 'f' AND confrelid IN ('users'::regclass, 'providers'::regclass)"
        " AND (conrelid, attname) <> ('referrals'::regclass, 'referee_id')",
    )
    held = [
        sql.SQL("SELECT count(*) FROM {} WHERE {} = %s").format(sql.Identifier(table), sql.Identifier(column))
        for table, column in columns
    ]
    assert len(held) == 21
    assert [query for query in held if tradestream.execute(query, [user]).fetchall() == [(0,)]] == []
    tradestream.execute("DELETE FROM users WHERE user_id = %s", [user])
    assert [query for query in held if tradestream.execute(query, [user]).fetchall() != [(0,)]] == []


def test_a_referrer_stays_while_the_referred_user_has_a_reward_in_the_ledger(tradestream: Connection) -> None:
    ann, bob = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    referral = new_referral(tradestream, ann, bob)
    insert(
        tradestream, "referral_rewards", user_id=bob, referral_id=referral, reward_type="credit", amount=25
    )
    with (
        pytest.raises(errors.ForeignKeyViolation, match="referral_rewards_referral_id_fkey"),
        tradestream.transaction(),
    ):
        tradestream.execute("DELETE FROM users WHERE user_id = %s", [ann])
    tradestream.execute("DELETE FROM referral_rewards")
    assert tradestream.execute("DELETE FROM users WHERE user_id = %s", [ann]).rowcount == 1


def test_a_referred_user_stays_while_the_referrer_has_a_reward_in_the_ledger(tradestream: Connection) -> None:
    ann, bob = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    referral = new_referral(tradestream, ann, bob)
    insert(tradestream, "referral_rewards", user_id=ann, referral_id=referral, reward_type="cash", amount=25)
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute("DELETE FROM users WHERE user_id = %s", [bob])


def test_a_referrer_whose_referral_was_not_rewarded_can_go_and_the_referred_user_stays(
    tradestream: Connection,
) -> None:
    ann, bob = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    new_referral(tradestream, ann, bob)
    tradestream.execute("DELETE FROM users WHERE user_id = %s", [ann])
    assert [(bob,)] == rows(tradestream, "SELECT user_id FROM users")
    assert rows(tradestream, "SELECT id FROM referrals") == []
