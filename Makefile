# Two targets do everything on a fresh machine with Python 3.11 or newer, git and make: `make build`, `make test`.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
ifeq ($(OS),Windows_NT)
BIN := $(VENV)/Scripts
endif

SOURCES := $(shell find deskprivacy schemas templates -type f -not -name '*.pyc') pyproject.toml README.md LICENSE

.DEFAULT_GOAL := help
.PHONY: help build test test-fast test-pythons lint golden bench fuzz mutants schemas words docs clean system

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: $(VENV)/installed ## install deskprivacy in .venv and build register/ into build/
	$(BIN)/deskprivacy build register --output build

test: $(VENV)/tested system lint ## install what the tests need and run all of them
	$(BIN)/pytest
	$(BIN)/python -P tests/pythons.py --others

test-fast: $(VENV)/tested lint ## the tests without browser, Java and long proofs: under a minute
	$(BIN)/pytest -m "not system and not slow and not broad"

test-pythons: $(VENV)/tested ## what `make test` runs under the other CPythons here (reading, checking, command line), under each
	$(BIN)/python -P tests/pythons.py

lint: $(VENV)/tested ## format, lint and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

golden: $(VENV)/tested ## write the golden files anew; read their diff before you commit it
	$(BIN)/pytest tests/golden --golden-write
	git --no-pager diff --stat -- tests/golden

bench: $(VENV)/tested ## measure against bare libyaml and check-jsonschema (DAY=2026-11-22); writes docs/performance.md
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group bench
	$(BIN)/python tests/bench/measure.py $(or $(DAY),2026-11-22)

fuzz: $(VENV)/tested ## change registers that load, for MINUTES=n (1); what is found is kept in tests/proofs/corpus
	$(BIN)/python -P tests/proofs/fuzz.py $(or $(MINUTES),1)

mutants: $(VENV)/tested ## whether a test notices each of a sample of changes to the program (SAMPLE=300, all, or a part of a name)
	$(BIN)/python -P tests/mutants/run.py "$(or $(SAMPLE),300)"

schemas: $(VENV)/installed ## write the schemas that are made from the vocabulary and from the model
	$(BIN)/python -m deskprivacy.words.enumerations schemas/vocabulary.schema.json
	$(BIN)/python -m deskprivacy.render.resolved_schema schemas/output/register.schema.json

words: $(VENV)/installed ## bring a catalogue of fixed words up to date with the code (LANGUAGE=fr)
	$(BIN)/python -m deskprivacy.words.extraction deskprivacy $(or $(LANGUAGE),fr)

docs: $(VENV)/installed ## write the generated pages of the manual
	$(BIN)/python docs/generate.py
	PYTHONPATH=tests $(BIN)/python tests/cases/evidence.py

clean: ## remove what make has made
	rm -rf $(VENV) build dist

# Not editable: what is tested and published is what users install.
$(VENV)/installed: $(SOURCES) | $(VENV)/created
	$(BIN)/python -m pip install --quiet --constraint constraints.txt .
	@touch $@

$(VENV)/tested: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --constraint constraints.txt --group test
	@touch $@

$(VENV)/created:
	@$(PYTHON) -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "$(PYTHON) must be Python 3.11 or newer with venv (on Debian: apt install python3-venv); or make PYTHON=path"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade 'pip>=25.1'
	@touch $@

# Chromium and Java come from the system's packages, only as root on Debian; elsewhere the tests that need them say that they are skipped.
system:
	@if [ "$$(id -u)" = 0 ] && [ -f /etc/debian_version ]; then sh tests/system-packages; fi
