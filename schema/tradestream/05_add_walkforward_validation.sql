-- Walk-forward validation: tuned on one window, judged on the next.

CREATE TABLE walkforward_validations (
    id                   uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    strategy_id          uuid          NOT NULL REFERENCES strategies (strategy_id) ON DELETE CASCADE,
    window_start         timestamptz   NOT NULL,
    window_end           timestamptz   NOT NULL,
    in_sample_score      numeric(8,6),
    out_of_sample_score  numeric(8,6),
    passed               boolean       NOT NULL DEFAULT false,
    created_at           timestamptz   DEFAULT now()
);

CREATE INDEX idx_walkforward_validations_strategy ON walkforward_validations (strategy_id);

COMMENT ON TABLE walkforward_validations IS 'Walk-forward test windows of a strategy.';
