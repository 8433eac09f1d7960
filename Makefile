# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
#
# Long Biên. `make help` lists everything. Needs Python 3.11 or later and nothing else: uv comes from the path or into .boot.

SHELL := /bin/bash
.DEFAULT_GOAL := help
.ONESHELL:
.SHELLFLAGS := -euo pipefail -c
MAKEFLAGS += --no-print-directory

# uv uses the Python that is there (Debian's or pyenv's) and never downloads one.
export UV_PYTHON_DOWNLOADS := never
export UV_PYTHON_PREFERENCE := only-system

PYTHON ?= python3
UV := $(shell command -v uv 2>/dev/null || echo .boot/bin/uv)
RUN := $(UV) run --frozen --all-extras
# Tests run in as many processes as there are cores, a file at a time; WORKERS=0 runs them in one.
WORKERS ?= auto
SIDE_BY_SIDE := --numprocesses $(WORKERS) --dist loadfile

##@ Start

help: ## Show this list
	@awk 'BEGIN {FS = ":.*## "} /^##@/ {printf "\n%s\n", substr($$0, 5)} /^[a-z-]+:.*## / {printf "  make %-15s %s\n", $$1, $$2}' Makefile

setup: $(if $(filter .boot/bin/uv,$(UV)),.boot/bin/uv) ## Install the locked dependencies into .venv
	@$(UV) sync --frozen --all-extras --quiet
	for source in src/longbien/locale/*/LC_MESSAGES/django.po; do
	if [ "$$source" -nt "$${source%.po}.mo" ]; then $(RUN) python -m tools.catalogues; break; fi
	done

.boot/bin/uv:
	@command -v "$(PYTHON)" >/dev/null || { echo "Long Biên needs Python 3.11 or later: $(PYTHON) was not found (set PYTHON=/path/to/python3)." >&2; exit 1; }
	"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Long Biên needs Python 3.11 or later; $(PYTHON) is $$("$(PYTHON)" -V 2>&1). Set PYTHON=/path/to/a/newer/python3 (macOS: brew install uv)." >&2; exit 1; }
	"$(PYTHON)" -c 'import ensurepip, venv' 2>/dev/null || { echo "Python's venv module is missing. On Debian and Ubuntu: sudo apt-get install python3-venv (or put uv on the path)." >&2; exit 1; }
	"$(PYTHON)" -m venv .boot
	.boot/bin/python -m pip install --quiet --disable-pip-version-check uv

demo: setup ## Run two nodes and let a request cross (EVIDENCE=file, ONCE=1 to stop at the end)
	@EVIDENCE="$(EVIDENCE)" ONCE="$(ONCE)" $(RUN) python -m tools.demo

where: setup ## Show the room of a feature on each floor (q=word)
	@$(RUN) python -m tools.where "$(q)"

##@ Check

test: setup ## Run the tests (a=arguments for pytest)
	@$(RUN) pytest $(SIDE_BY_SIDE) $(a)

check: setup ## Run every static check and the structure tests: what a change must pass
	@$(RUN) ruff check .
	$(RUN) ruff format --check .
	$(RUN) mypy
	$(RUN) lint-imports --no-logo
	$(RUN) deptry src
	$(RUN) pytest -q tests/structure

format: setup ## Put the code in the house's form
	@$(RUN) ruff check --fix-only --quiet .
	$(RUN) ruff format --quiet .

messages: setup ## Gather sentences for translators and compile the catalogues (new=LANGUAGE begins one)
	@$(RUN) python -m tools.messages $(new)

fuzz: setup ## Throw random input at every parser (LONGBIEN_FUZZ_SECONDS=60)
	@LONGBIEN_FUZZ_SECONDS="$${LONGBIEN_FUZZ_SECONDS:-60}" $(RUN) pytest -m fuzz

browser: setup ## Run the browser tests (needs Chromium; a=arguments for pytest)
	@$(RUN) pytest -m browser $(SIDE_BY_SIDE) $(or $(a),tests/browser)

vectors: setup ## Compare the project's own test vectors with what the code makes
	@$(RUN) python -m tools.make_vectors --check

verifier: setup ## Join the stand-alone verifier into one file after changing core/evidence/verifier
	@$(RUN) python -m tools.join_verifier

wheel: setup ## Build the wheel and use it in a bare environment, without the node
	@$(RUN) python -m tools.wheel

test-postgres: setup ## Run the database tests on a throw-away PostgreSQL (a=arguments for pytest)
	@$(RUN) python -m tools.postgres $(SIDE_BY_SIDE) $(a)

test-two-nodes: setup ## Run the tests between two real nodes (a=arguments for pytest)
	@$(RUN) pytest -m two_nodes $(SIDE_BY_SIDE) $(or $(a),tests/scenarios tests/two_nodes tests/site)

crash: setup ## Kill nodes at random and count what was lost (N=20, SEED=number)
	@$(RUN) python -m tools.crash --runs "$(or $(N),20)" $(if $(SEED),--seed $(SEED))

bench: setup ## Measure; results go to benchmarks/
	@$(RUN) python -m benchmarks

##@ Tidy

clean: ## Remove caches and virtual environments
	@rm -rf .boot .venv .demo .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache htmlcov .coverage
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: help setup demo where test check format messages fuzz browser vectors verifier wheel test-postgres crash bench clean
