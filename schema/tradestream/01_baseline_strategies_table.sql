-- Strategies that the optimiser discovered.
-- Their updated_at trigger is made with its function, in 06_add_users.sql.

CREATE TABLE strategies (
    strategy_id    uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    symbol         varchar(20)   NOT NULL,
    strategy_type  varchar(100)  NOT NULL,
    parameters     jsonb         NOT NULL DEFAULT '{}',
    strategy_hash  varchar(64)   UNIQUE,
    current_score  numeric(8,6),
    is_active      boolean       NOT NULL DEFAULT true,
    discovered_at  timestamptz   NOT NULL DEFAULT now(),
    created_at     timestamptz   DEFAULT now(),
    updated_at     timestamptz   DEFAULT now()
);

CREATE INDEX idx_strategies_symbol ON strategies (symbol);

COMMENT ON TABLE strategies IS 'Discovered trading strategies.';
COMMENT ON COLUMN strategies.strategy_id IS 'Identifier; prediction_signals points at it.';
COMMENT ON COLUMN strategies.symbol IS 'Instrument the strategy was found on.';
COMMENT ON COLUMN strategies.strategy_type IS 'Family name, e.g. RSI_REVERSAL or MACD_CROSS.';
COMMENT ON COLUMN strategies.parameters IS 'Tuned parameters.';
COMMENT ON COLUMN strategies.strategy_hash IS 'De-duplication key.';
COMMENT ON COLUMN strategies.current_score IS 'Latest fitness score.';
