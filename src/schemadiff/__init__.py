"""PostgreSQL schema as code: plan, emit and check idempotent Flyway migrations."""
