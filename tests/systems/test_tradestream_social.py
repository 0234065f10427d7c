"""TradeStream from V9 to V10: providers, follows, the leaderboard, achievements, streaks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from psycopg import errors

from .tradestream_rows import (
    LONG_AGO,
    insert,
    new_provider,
    new_signal,
    new_user,
    one,
    rows,
)

if TYPE_CHECKING:
    from .tradestream_rows import Connection


def test_a_provider_profile_is_tied_to_a_user(tradestream: Connection) -> None:
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute(
            "INSERT INTO providers (user_id, display_name) VALUES (gen_random_uuid(), 'ghost')"
        )
    provider = new_provider(tradestream)
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "providers", user_id=provider, display_name="twice")
    assert rows(
        tradestream,
        "SELECT risk_level, specialties, total_signals, follower_count, verification_level FROM providers",
    ) == [("moderate", [], 0, 0, "none")]


def follower_counts(tradestream: Connection) -> dict[str, int]:
    return dict(rows(tradestream, "SELECT display_name, follower_count FROM providers"))


def test_following_and_unfollowing_move_the_follower_count(tradestream: Connection) -> None:
    pia, quinn = new_provider(tradestream, "pia"), new_provider(tradestream, "quinn")
    ann, bob = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    insert(tradestream, "follows", follower_id=ann, provider_id=pia)
    insert(tradestream, "follows", follower_id=bob, provider_id=pia)
    insert(tradestream, "follows", follower_id=bob, provider_id=quinn)
    assert follower_counts(tradestream) == {"pia": 2, "quinn": 1}
    tradestream.execute("DELETE FROM follows WHERE follower_id = %s AND provider_id = %s", [bob, pia])
    assert follower_counts(tradestream) == {"pia": 1, "quinn": 1}
    tradestream.execute("DELETE FROM follows")
    assert follower_counts(tradestream) == {"pia": 0, "quinn": 0}


def test_one_statement_may_follow_many_providers(tradestream: Connection) -> None:
    for name in ("pia", "quinn"):
        new_provider(tradestream, name)
    ann = new_user(tradestream, "ann")
    tradestream.execute(
        "INSERT INTO follows (follower_id, provider_id) SELECT %s, user_id FROM providers", [ann]
    )
    assert follower_counts(tradestream) == {"pia": 1, "quinn": 1}


def test_a_user_follows_a_provider_once_and_a_refused_follow_does_not_count(tradestream: Connection) -> None:
    pia, ann = new_provider(tradestream), new_user(tradestream)
    insert(tradestream, "follows", follower_id=ann, provider_id=pia)
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "follows", follower_id=ann, provider_id=pia)
    assert follower_counts(tradestream) == {"pia": 1}


def test_turning_a_follow_to_another_provider_in_place_is_not_counted(tradestream: Connection) -> None:
    pia, quinn = new_provider(tradestream, "pia"), new_provider(tradestream, "quinn")
    insert(tradestream, "follows", follower_id=new_user(tradestream), provider_id=pia)
    tradestream.execute("UPDATE follows SET provider_id = %s", [quinn])
    assert follower_counts(tradestream) == {"pia": 1, "quinn": 0}


def test_a_follower_who_goes_is_no_longer_counted(tradestream: Connection) -> None:
    ann = new_user(tradestream)
    insert(tradestream, "follows", follower_id=ann, provider_id=new_provider(tradestream))
    tradestream.execute("DELETE FROM users WHERE user_id = %s", [ann])
    assert follower_counts(tradestream) == {"pia": 0}


def test_the_leaderboard_refreshes_concurrently_and_ranks_four_ways(tradestream: Connection) -> None:
    rank = {
        "total_signals": 10,
        "win_rate": "0.6",
        "avg_return": "0.01",
        "follower_count": 3,
        "current_streak": 1,
    }
    pia = new_provider(tradestream, "pia", **rank)
    new_provider(
        tradestream, "quinn", **{**rank, "win_rate": "0.7", "follower_count": 2, "current_streak": 9}
    )
    new_provider(tradestream, "rex", **{**rank, "avg_return": "0.5", "win_rate": "0.1", "follower_count": 8})
    new_provider(tradestream, "new", **{**rank, "total_signals": 9, "follower_count": 99})
    tradestream.execute("UPDATE providers SET avg_return = 0.2, current_streak = 4 WHERE user_id = %s", [pia])
    assert rows(tradestream, "SELECT display_name FROM leaderboard_top_providers") == []
    tradestream.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY leaderboard_top_providers")
    ranked = (
        "SELECT display_name, rank_followers, rank_win_rate, rank_return, rank_streak"
        " FROM leaderboard_top_providers"
    )
    assert {("pia", 2, 2, 2, 2), ("quinn", 3, 1, 3, 1), ("rex", 1, 3, 1, 3)} == set(rows(tradestream, ranked))
    tradestream.execute("UPDATE providers SET total_signals = 9 WHERE display_name = 'rex'")
    tradestream.execute("REFRESH MATERIALIZED VIEW CONCURRENTLY leaderboard_top_providers")
    assert {("pia", 1, 2, 1, 2), ("quinn", 2, 1, 2, 1)} == set(rows(tradestream, ranked))


def test_the_leaderboard_has_its_columns_in_order(tradestream: Connection) -> None:
    assert rows(
        tradestream,
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute"
        " WHERE attrelid = 'leaderboard_top_providers'::regclass AND attnum > 0 ORDER BY attnum",
    ) == [
        ("user_id", "uuid"),
        ("display_name", "character varying(100)"),
        ("avatar_url", "text"),
        ("win_rate", "numeric(5,4)"),
        ("avg_return", "numeric(8,4)"),
        ("follower_count", "integer"),
        ("current_streak", "integer"),
        ("is_verified", "boolean"),
        ("verification_level", "character varying(20)"),
        ("rank_followers", "bigint"),
        ("rank_win_rate", "bigint"),
        ("rank_return", "bigint"),
        ("rank_streak", "bigint"),
    ]


def test_a_provider_publishes_a_signal_once(tradestream: Connection) -> None:
    pia, signal = new_provider(tradestream), new_signal(tradestream)
    insert(tradestream, "provider_signals", provider_id=pia, signal_id=signal, commentary="strong")
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "provider_signals", provider_id=pia, signal_id=signal)


def test_a_user_reacts_in_each_way_once(tradestream: Connection) -> None:
    given = {"signal_id": new_signal(tradestream), "user_id": new_user(tradestream)}
    for reaction in ("like", "fire"):
        insert(tradestream, "signal_reactions", reaction_type=reaction, **given)
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "signal_reactions", reaction_type="like", **given)


def test_a_thread_of_comments_goes_with_its_root(tradestream: Connection) -> None:
    given = {"signal_id": new_signal(tradestream), "user_id": new_user(tradestream)}
    root = insert(tradestream, "signal_comments", content="root", **given)
    answer = insert(tradestream, "signal_comments", content="answer", parent_id=root, **given)
    insert(tradestream, "signal_comments", content="answer to that", parent_id=answer, **given)
    insert(tradestream, "signal_comments", content="another", **given)
    tradestream.execute("DELETE FROM signal_comments WHERE id = %s", [root])
    assert rows(tradestream, "SELECT content FROM signal_comments") == [("another",)]


def test_an_achievement_is_unlocked_once_per_user(tradestream: Connection) -> None:
    ann, bob = new_user(tradestream, "ann"), new_user(tradestream, "bob")
    for user in (ann, bob):
        insert(tradestream, "user_achievements", user_id=user, achievement_id="win_1")
    insert(tradestream, "user_achievements", user_id=ann, achievement_id="streak_7")
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "user_achievements", user_id=ann, achievement_id="win_1")
    assert one(tradestream, "SELECT count(*) FROM user_achievements WHERE notified = false") == 3


def test_only_a_defined_achievement_can_be_unlocked(tradestream: Connection) -> None:
    user = new_user(tradestream)
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        insert(tradestream, "user_achievements", user_id=user, achievement_id="win_7")


def test_an_unlocked_achievement_keeps_its_definition(tradestream: Connection) -> None:
    insert(tradestream, "user_achievements", user_id=new_user(tradestream), achievement_id="win_1")
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute("DELETE FROM achievement_definitions WHERE id = 'win_1'")


def test_each_type_of_streak_has_one_row_per_user(tradestream: Connection) -> None:
    user = new_user(tradestream)
    for streak in ("login", "profitable_signal", "analysis_post", "provider_signal"):
        insert(tradestream, "user_streaks", user_id=user, streak_type=streak, current_count=1)
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        insert(tradestream, "user_streaks", user_id=user, streak_type="login")
    insert(tradestream, "user_streaks", user_id=new_user(tradestream, "bob"), streak_type="login")


def test_an_ended_streak_of_any_type_is_kept_in_the_history(tradestream: Connection) -> None:
    ended = {"user_id": new_user(tradestream), "started_at": LONG_AGO, "ended_at": LONG_AGO}
    for final in (3, 9):
        insert(tradestream, "streak_history", streak_type="retired", final_count=final, **ended)
    assert one(tradestream, "SELECT count(*) FROM streak_history") == 2
