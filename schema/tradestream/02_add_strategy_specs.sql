-- Strategies written down as declarations rather than found.
-- Their updated_at trigger is made with its function, in 06_add_users.sql.

CREATE TABLE strategy_specs (
    spec_id           uuid          PRIMARY KEY DEFAULT gen_random_uuid(),
    name              varchar(100)  NOT NULL UNIQUE,
    description       text,
    indicators        jsonb         NOT NULL DEFAULT '[]',
    entry_conditions  jsonb         NOT NULL DEFAULT '[]',
    exit_conditions   jsonb         NOT NULL DEFAULT '[]',
    is_active         boolean       NOT NULL DEFAULT true,
    created_at        timestamptz   DEFAULT now(),
    updated_at        timestamptz   DEFAULT now()
);

COMMENT ON TABLE strategy_specs IS 'Declarative strategy definitions.';
