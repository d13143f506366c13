# `make` alone says what there is.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check
STAMP := $(VENV)/stamp
PYTEST_ARGS ?=
DEMO_ARGS ?=
CRASH_ARGS ?=
FUZZ_ARGS ?=
BENCH_ARGS ?=

.DEFAULT_GOAL := help
.PHONY: help run install test check crash fuzz bench lock clean

help: ## Say what there is
	@echo "make run     Start the demonstration, with nothing to set up (DEMO_ARGS adds to the command: --port, --language)"
	@echo "make install Set up the program alone, in .venv, for a service of your own (.venv/bin/doorstep --help)"
	@echo "make test    Run all tests; says what was skipped (PYTEST_ARGS adds to the command: -n 0 for one after another)"
	@echo "make check   Lint, formatting, types, import rules, dependencies, texts in every language"
	@echo "make crash   Kill the service again and again under load, and count what is lost (CRASH_ARGS: --kills, --database, --workers)"
	@echo "make fuzz    Give it a million random updates, valid and broken (FUZZ_ARGS: requests, for the web chat; --number, --database)"
	@echo "make bench   Measure side by side, an hour or so; installs more packages (BENCH_ARGS: --only, --short, --cases)"
	@echo "make lock    Write requirements/*.txt anew (UPGRADE=1 takes the newest versions)"
	@echo "make clean   Remove what these have made, the virtualenv too"

run: $(STAMP)-run
	$(BIN)/doorstep demo $(DEMO_ARGS)

# Where it may not write, as under systemd, the program would compile itself anew at each start.
install: $(STAMP)-run
	$(BIN)/python -m compileall -q bot handlers storage casework

test: $(STAMP)-test
	$(BIN)/python -m pytest -n auto --dist loadgroup $(PYTEST_ARGS)

check: $(STAMP)-test
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .
	$(BIN)/python tests/check_locales.py

crash: $(STAMP)-test
	$(BIN)/python -m tests.acceptance.crash $(CRASH_ARGS)

fuzz: $(STAMP)-test
	$(BIN)/python -m tests.fuzz $(FUZZ_ARGS)

bench: $(STAMP)-bench
	$(BIN)/python -m benchmarks $(BENCH_ARGS)

lock: $(STAMP)
	PYTHON="$(abspath $(BIN)/python)" requirements/lock.sh $(if $(UPGRADE),--upgrade)

clean:
	rm -rf $(VENV) build dist doorstep.egg-info .mypy_cache .pytest_cache .ruff_cache .import_linter_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# --- the virtualenv -------------------------------------------------------------------------------------------------

# A stamp says what is installed. The lists contain each other, so that a larger one makes the smaller stamps, too, and
# `make run` after `make test` installs nothing. The project itself is linked in, without a look at the index.
define install
	$(PIP) install --quiet --require-hashes -r requirements/$(1).txt
	$(PIP) install --quiet --no-index --no-deps --no-build-isolation --editable .
	@touch $(foreach list,$(2),$(STAMP)-$(list))
endef

$(STAMP)-run: $(STAMP) requirements/run.txt pyproject.toml
	$(call install,run,run)

$(STAMP)-test: $(STAMP) requirements/test.txt pyproject.toml
	$(call install,test,run test)

$(STAMP)-bench: $(STAMP) requirements/bench.txt pyproject.toml
	$(call install,bench,run test bench)

# What is missing is said before anything is made, in one line. Asked only when there is no virtualenv yet.
asks = $(shell "$(PYTHON)" -c 'import $(1); print($(2) or "")' 2>/dev/null)

$(STAMP):
	$(if $(call asks,sys,"found"),,$(error There is no $(PYTHON): install Python 3.11 or newer, on Debian by: apt install python3 python3-venv))
	$(if $(call asks,sys,sys.version_info >= (3, 11)),,$(error $(PYTHON) is older than Python 3.11: install a newer one and name it, as in: make PYTHON=python3.12))
	$(if $(call asks,ensurepip,"found"),,$(error $(PYTHON) can make no virtualenv: install its venv module, on Debian by: apt install python3-venv))
	"$(PYTHON)" -m venv $(VENV)
	@touch $@
