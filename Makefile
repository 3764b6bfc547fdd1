# EAA Checker. A reader's door: `make help`.
SHELL := /bin/bash
.SHELLFLAGS := -eu -o pipefail -c
.DEFAULT_GOAL := help
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready
URL ?=
ORG ?=
WINDOW ?=
CASE ?=

.PHONY: help install browser system reader server demo scan window test check lint types contracts bench act rules-manual statement screenshots lock clean office

help: ## Show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sort | awk -F':.*## ' '{printf "  make %-14s %s\n", $$1, $$2}'

$(READY): packaging/requirements.lock pyproject.toml
	@bash packaging/prepare-python.sh "$(PYTHON)" "$(VENV)"
	@touch $@

install: $(READY) ## Install everything into .venv (pinned, with hashes)

browser: $(READY) ## Make sure there is a Chromium; install one where there is none
	@bash packaging/prepare-browser.sh $(BIN)/python

system: $(READY)
	@bash packaging/prepare-window.sh $(BIN)/python

demo: browser system ## Serve the demo site, scan it, print a summary, write a report (CASE=1: a case too; WINDOW=1: and the window)
	@$(BIN)/eaa-checker demo --folder demo-output $(if $(CASE),--case) \
	  $(if $(or $(WINDOW),$(DISPLAY),$(WAYLAND_DISPLAY)),--case --window)

scan: browser ## Scan a real site: make scan URL=https://… ORG="…"
	@if [ -z "$(URL)" ]; then echo 'Say which site: make scan URL=https://… ORG="…"'; exit 2; fi
	@$(BIN)/eaa-checker scan "$(URL)" --organisation "$(ORG)"

window: browser system ## Open the window on your own database
	@$(BIN)/eaa-checker-window

reader: system
	@bash packaging/prepare-window.sh $(BIN)/python reader

server: $(READY)
	@bash packaging/prepare-database.sh

office:
	@bash packaging/prepare-office.sh

test: browser reader server office ## Run all tests: units, rules, journeys with a real browser, the window offscreen
	@$(BIN)/python -m pytest -q --numprocesses 2 --durations 15

lint: $(READY)
	@$(BIN)/ruff check eaa_checker ui rules tests packaging

types: $(READY)
	@$(BIN)/mypy

contracts: $(READY)
	@$(BIN)/lint-imports

check: lint types contracts test ## Everything CI checks: ruff, mypy --strict, import contracts, tests

bench: browser system ## Print how fast it is, each figure beside its reference
	@$(BIN)/python tests/bench/run.py

act: browser ## Run the rules over W3C's ACT test cases (CASES=testcases.json)
	@$(BIN)/eaa-checker act "$${CASES:-../shared/act/testcases.json}" --out act-report.json

rules-manual: $(READY) ## Write the manual of the rules from the rule files
	@$(BIN)/python packaging/rules_manual.py docs/rules

statement: browser reader ## Write the accessibility statement of the window from what its own tests show
	@$(BIN)/python packaging/statement.py

screenshots: browser system ## Render the window's places into docs/screenshots
	@$(BIN)/python packaging/screenshots.py docs/screenshots

lock: $(READY) ## Pin the newest allowed dependencies again
	@$(BIN)/uv pip compile pyproject.toml --extra window --extra language --extra hearing \
	  --extra development --generate-hashes \
	  --no-emit-index-url --no-annotate --no-header --quiet --upgrade --output-file packaging/requirements.lock

clean: ## Remove .venv and what was made
	@rm -rf $(VENV) demo-output .mypy_cache .ruff_cache .pytest_cache act-report.json
