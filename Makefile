# Wants only Python 3.11 or newer and make; everything else goes into .venv.

PYTHON ?= $(shell for name in python3 python python3.14 python3.13 python3.12 python3.11; do \
	$$name -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && echo $$name && break; done)
VENV := .venv
BIN := $(VENV)/$(if $(filter Windows_NT,$(OS)),Scripts,bin)
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock

.PHONY: draft test samples messages lint bench clean

draft: $(VENV)/drafter ## writes the report of July 2023 to out/
	@$(BIN)/drafter draft examples/lang-son 2023-07

test: $(VENV)/test ## runs the tests
	@$(BIN)/python -m pytest

samples: $(VENV)/drafter ## drafts every sample in examples/ again
	@$(BIN)/python examples/make_samples.py

messages: $(VENV)/drafter ## collects the messages of the code into the catalogue, and compiles it
	@$(BIN)/python -m tests.catalogue

lint: $(VENV)/dev ## ruff and mypy
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy

bench: $(VENV)/bench ## speed and memory beside docxtpl
	@$(BIN)/python -m tests.benchmarks

clean: ## takes out what the other targets made
	rm -rf $(VENV) out

$(VENV)/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/drafter: $(VENV)/python pyproject.toml requirements.lock
	@echo "installing drafter into $(VENV) …"
	@$(INSTALL) --editable .
	@touch $@

# Each of test, dev and bench installs the extra dependencies of its name.
$(VENV)/test $(VENV)/dev $(VENV)/bench: $(VENV)/%: $(VENV)/drafter
	@echo "installing what '$*' needs …"
	@$(INSTALL) --editable ".[$*]"
	@touch $@
