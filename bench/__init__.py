"""How long a plan takes, beside pg_dump: `python -m bench`."""
