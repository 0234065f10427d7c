-- Prediction markets, their prices and the signals on them.

CREATE TABLE prediction_platforms (
    id            varchar(20)   PRIMARY KEY,
    name          varchar(100)  NOT NULL,
    api_base_url  text          NOT NULL,
    is_active     boolean       DEFAULT true,
    created_at    timestamptz   DEFAULT now()
);

COMMENT ON TABLE prediction_platforms IS 'Lookup table of market platforms; text key.';
COMMENT ON COLUMN prediction_platforms.id IS 'kalshi, polymarket.';

INSERT INTO prediction_platforms
    (id, name, api_base_url)
VALUES
    ('kalshi',     'Kalshi',     'https://trading-api.kalshi.com'),
    ('polymarket', 'Polymarket', 'https://gamma-api.polymarket.com');


CREATE TABLE prediction_markets (
    id                  uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    platform_id         varchar(20)    NOT NULL REFERENCES prediction_platforms (id),
    external_market_id  varchar(100)   NOT NULL,
    category            varchar(50)    NOT NULL
        CHECK (category IN ('economics', 'crypto', 'politics', 'regulatory', 'sports', 'other')),
    title               text           NOT NULL,
    description         text,
    question            text           NOT NULL,
    settlement_date     timestamptz,
    current_yes_price   numeric(5,4),
    current_no_price    numeric(5,4),
    volume_24h          numeric(18,2),
    total_volume        numeric(18,2),
    is_active           boolean        DEFAULT true,
    settled             boolean        DEFAULT false,
    settlement_value    numeric(5,4),
    created_at          timestamptz    DEFAULT now(),
    updated_at          timestamptz    DEFAULT now(),
    UNIQUE (platform_id, external_market_id)
);

CREATE INDEX idx_prediction_markets_active ON prediction_markets (is_active) WHERE is_active = TRUE;
CREATE INDEX idx_prediction_markets_category ON prediction_markets (category);
CREATE INDEX idx_prediction_markets_platform ON prediction_markets (platform_id);
CREATE INDEX idx_prediction_markets_settlement ON prediction_markets (settlement_date);

CREATE TRIGGER update_prediction_markets_updated_at
    BEFORE UPDATE ON prediction_markets
    FOR EACH ROW EXECUTE FUNCTION update_updated_at_column();

COMMENT ON TABLE prediction_markets IS 'Markets listed on a platform.';
COMMENT ON COLUMN prediction_markets.platform_id IS 'No ON DELETE action.';
COMMENT ON COLUMN prediction_markets.external_market_id IS 'Identifier at the platform.';
COMMENT ON COLUMN prediction_markets.current_yes_price IS 'Between 0.0000 and 1.0000 (not checked).';
COMMENT ON COLUMN prediction_markets.settlement_value IS 'Final outcome.';


CREATE TABLE prediction_market_prices (
    id           uuid           PRIMARY KEY DEFAULT gen_random_uuid(),
    market_id    uuid           NOT NULL REFERENCES prediction_markets (id) ON DELETE CASCADE,
    yes_price    numeric(5,4)   NOT NULL,
    no_price     numeric(5,4)   NOT NULL,
    volume       numeric(18,2),
    recorded_at  timestamptz    DEFAULT now()
);

CREATE INDEX idx_prediction_prices_market ON prediction_market_prices (market_id);
CREATE INDEX idx_prediction_prices_time ON prediction_market_prices (recorded_at DESC);

COMMENT ON TABLE prediction_market_prices IS 'Price history of a market.';


CREATE TABLE prediction_signals (
    id                 uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    market_id          uuid          NOT NULL REFERENCES prediction_markets (id) ON DELETE CASCADE,
    strategy_id        uuid          REFERENCES strategies (strategy_id),
    signal_type        varchar(10)   NOT NULL
        CHECK (signal_type IN ('BUY_YES', 'BUY_NO', 'SELL_YES', 'SELL_NO')),
    entry_price        numeric(5,4)  NOT NULL,
    target_price       numeric(5,4),
    stop_loss_price    numeric(5,4),
    confidence         numeric(3,2)  NOT NULL,
    opportunity_score  numeric(5,2),
    reasoning          jsonb         NOT NULL,
    outcome            varchar(20)   CHECK (outcome IN ('PROFIT', 'LOSS', 'BREAKEVEN', 'PENDING', 'EXPIRED')),
    actual_return      numeric(8,4),
    closed_at          timestamptz,
    created_at         timestamptz   DEFAULT now()
);

CREATE INDEX idx_prediction_signals_created ON prediction_signals (created_at DESC);
CREATE INDEX idx_prediction_signals_market ON prediction_signals (market_id);
CREATE INDEX idx_prediction_signals_outcome ON prediction_signals (outcome);
CREATE INDEX idx_prediction_signals_strategy ON prediction_signals (strategy_id);

COMMENT ON TABLE prediction_signals IS 'Signals on prediction markets.';
COMMENT ON COLUMN prediction_signals.strategy_id IS
    'Optional; set where a genetic algorithm found the strategy. No ON DELETE action.';
COMMENT ON COLUMN prediction_signals.reasoning IS
    'Object with summary (text), indicators (array of objects: name plus value and signal, or position) '
    'and risk_metrics (max_loss, max_gain, kelly_size); e.g. ProbabilityRSI value 32 signal oversold, '
    'BollingerBand position below_lower, max_loss 0.68, max_gain 0.32, kelly_size 0.08.';
