-- Trading signals, the main output of the platform.

CREATE TABLE signals (
    signal_id          uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    strategy_id        uuid           REFERENCES strategies (strategy_id) ON DELETE SET NULL,
    symbol             varchar(20)    NOT NULL,
    action             varchar(10)    NOT NULL CHECK (action IN ('BUY', 'SELL', 'HOLD')),
    opportunity_score  numeric(3,2)   CHECK (opportunity_score >= 0 AND opportunity_score <= 1),
    price              numeric(18,8),
    reasoning          jsonb,
    created_at         timestamptz    DEFAULT now()
);

CREATE INDEX idx_signals_strategy ON signals (strategy_id);
CREATE INDEX idx_signals_symbol_created ON signals (symbol, created_at DESC);

COMMENT ON TABLE signals IS 'Emitted trading signals.';
COMMENT ON COLUMN signals.signal_id IS 'Identifier; provider signals, reactions and comments point at it.';
COMMENT ON COLUMN signals.symbol IS 'e.g. BTC/USD.';
COMMENT ON COLUMN signals.action IS 'The three actions are those of user_settings.default_action_filter.';
COMMENT ON COLUMN signals.opportunity_score IS 'Same 0..1 scale as the min_opportunity_score settings.';
