# `make run` serves the site with demo content; `make help` lists the rest.

PORT ?= 8000
PYTHON ?= $(shell command -v python3.11 || command -v python3)
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check format bench screenshots lock clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 14

run: .venv/run.stamp .env ## serve the site with demo content (PORT=8000)
	@$(BIN)/python manage.py migrate --verbosity 0
	@$(BIN)/python manage.py load_demo --if-empty
	@$(BIN)/python manage.py demo_accounts
	@$(BIN)/python manage.py runserver --verbosity 1 127.0.0.1:$(PORT)

test: .venv/dev.stamp .env ## run the tests (DATABASE_URL=postgres://... for another database)
	@$(BIN)/python -m pytest -n 2 --dist loadgroup $(ARGS)

check: .venv/dev.stamp .env ## style, templates, direction of imports, forgotten migrations
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/djlint --lint --quiet templates
	@$(BIN)/lint-imports
	@$(BIN)/python manage.py makemigrations --check --dry-run
	@$(BIN)/python manage.py check --fail-level WARNING

format: .venv/dev.stamp ## put code into the common style
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format --quiet .

bench: .venv/dev.stamp .env ## measure the board (SIZE=10000) and what it finds first; results stand in bench/README.md
	@$(BIN)/python -m bench.requests --size $(or $(SIZE),10000)
	@$(BIN)/python -m bench.relevance
	@$(BIN)/python -m bench.screening

screenshots: .venv/dev.stamp .env ## picture of every page, phone and desk, light and dark, into var/screenshots
	@$(BIN)/python -m tests.journeys.screenshots

lock: .venv/dev.stamp ## write the exact versions and hashes of all dependencies anew
	@$(BIN)/uv pip compile -q --python-version 3.11 --generate-hashes --no-header --upgrade requirements.in -o requirements.txt
	@$(BIN)/uv pip compile -q --python-version 3.11 --generate-hashes --no-header --upgrade requirements-dev.in -o requirements-dev.txt

clean: ## forget the environment, the database and all made files
	rm -rf .venv var .env .pytest_cache .ruff_cache .hypothesis .import_linter_cache

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed")'
	@$(PYTHON) -m venv .venv

.venv/run.stamp: requirements.txt | .venv/bin/python
	@echo "Installing what the site needs ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@touch $@

.venv/dev.stamp: requirements-dev.txt .venv/run.stamp
	@echo "Installing what the tests need ..."
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

# Development settings of this checkout, made once. Whoever deploys sets the environment instead.
.env: | .venv/bin/python
	@$(BIN)/python -c 'import secrets; print("DEBUG=1\nSTAFF_SECOND_FACTOR=0\nSECRET_KEY=" + secrets.token_urlsafe(40))' > $@
