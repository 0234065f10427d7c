"""TradeStream V12: prediction markets and what hangs on them."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from psycopg import errors

from .tradestream_rows import (
    LONG_AGO,
    insert,
    new_market,
    new_signal,
    new_strategy,
    prediction_signal,
    rows,
)

if TYPE_CHECKING:
    from .tradestream_rows import Connection


def test_a_strategy_takes_its_figures_along_but_leaves_its_signals(tradestream: Connection) -> None:
    strategy = new_strategy(tradestream)
    window = {"strategy_id": strategy}
    insert(tradestream, "strategy_performance", period_start=LONG_AGO, period_end=LONG_AGO, **window)
    insert(tradestream, "walkforward_validations", window_start=LONG_AGO, window_end=LONG_AGO, **window)
    signal = new_signal(tradestream, strategy_id=strategy)
    tradestream.execute("DELETE FROM strategies")
    assert rows(tradestream, "SELECT id FROM strategy_performance") == []
    assert rows(tradestream, "SELECT id FROM walkforward_validations") == []
    assert [(signal, None)] == rows(tradestream, "SELECT signal_id, strategy_id FROM signals")


def test_a_prediction_signal_holds_its_reasoning(tradestream: Connection) -> None:
    insert(tradestream, "prediction_signals", **prediction_signal(tradestream))
    assert [("ProbabilityRSI", Decimal("0.08"))] == rows(
        tradestream,
        "SELECT reasoning #>> '{indicators,0,name}', (reasoning #> '{risk_metrics,kelly_size}')::numeric"
        " FROM prediction_signals",
    )


def test_a_market_is_listed_once_per_platform(tradestream: Connection) -> None:
    new_market(tradestream)
    new_market(tradestream, platform_id="polymarket")
    with pytest.raises(errors.UniqueViolation), tradestream.transaction():
        new_market(tradestream)
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        new_market(tradestream, platform_id="betfair")


def test_a_platform_with_markets_cannot_be_deleted(tradestream: Connection) -> None:
    new_market(tradestream)
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute("DELETE FROM prediction_platforms WHERE id = 'kalshi'")


def test_a_market_takes_its_prices_and_signals_along(tradestream: Connection) -> None:
    signal = prediction_signal(tradestream)
    insert(tradestream, "prediction_signals", **signal)
    insert(
        tradestream,
        "prediction_market_prices",
        market_id=signal["market_id"],
        yes_price="0.32",
        no_price="0.68",
    )
    tradestream.execute("DELETE FROM prediction_markets")
    assert rows(tradestream, "SELECT id FROM prediction_signals") == []
    assert rows(tradestream, "SELECT id FROM prediction_market_prices") == []


def test_a_strategy_with_prediction_signals_cannot_be_deleted(tradestream: Connection) -> None:
    strategy = new_strategy(tradestream)
    insert(tradestream, "prediction_signals", **prediction_signal(tradestream, strategy_id=strategy))
    with pytest.raises(errors.ForeignKeyViolation), tradestream.transaction():
        tradestream.execute("DELETE FROM strategies")
