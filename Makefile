# `make run`, `make test`, `make check`: the only commands a newcomer needs. All else is `.venv/bin/elite --help`.

PYTHON ?= python3
WORKERS ?= auto

.DEFAULT_GOAL := run
.PHONY: run test check prepare-run prepare-test format

# A seeded shop with everything it needs; ends with its address and sign-ins. Ctrl-C ends it. PORT=8080 make run
run: export ELITE_DEMO = 1
run: prepare-run
	@exec .venv/bin/elite dev

# The whole suite, on every engine this machine has; says at the end what was skipped, and why.
test: prepare-test
	@exec .venv/bin/python -m pytest -n $(WORKERS) --dist worksteal $(TESTS)

# Exactly what CI runs: format, lint, types, import contracts, templates, house rules, then the suite.
check: prepare-test
	.venv/bin/ruff format --check .
	.venv/bin/ruff check .
	.venv/bin/mypy
	.venv/bin/lint-imports --no-cache
	.venv/bin/djlint --lint --quiet elite/templates elite/sandbox/templates
	.venv/bin/python -m pytest -q tests/house
	@$(MAKE) --no-print-directory test

# Writes what `check` wants to see.
format: prepare-test
	.venv/bin/ruff format .
	.venv/bin/ruff check --fix .

prepare-run prepare-test: prepare-%:
	@command -v $(PYTHON) >/dev/null || { \
	  echo "Python 3.11 or newer is missing. Install it: apt-get install -y python3 python3-venv" >&2; exit 1; }
	@$(PYTHON) -m config.bootstrap $*
