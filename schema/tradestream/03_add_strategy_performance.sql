-- How strategies did, period by period.

CREATE TABLE strategy_performance (
    id            uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    strategy_id   uuid           NOT NULL REFERENCES strategies (strategy_id) ON DELETE CASCADE,
    period_start  timestamptz    NOT NULL,
    period_end    timestamptz    NOT NULL,
    total_return  numeric(10,4),
    sharpe_ratio  numeric(6,4),
    max_drawdown  numeric(5,4),
    win_rate      numeric(5,4),
    trade_count   integer        NOT NULL DEFAULT 0,
    created_at    timestamptz    DEFAULT now()
);

CREATE INDEX idx_strategy_performance_strategy ON strategy_performance (strategy_id);

COMMENT ON TABLE strategy_performance IS 'Periodic performance figures of a strategy.';
