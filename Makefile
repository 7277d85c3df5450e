# The project's commands. A machine needs python3 (3.11–3.13) and make.

PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
RUN := $(BIN)/python manage.py
CATALOGUES := $(wildcard site_config/locale/*/LC_MESSAGES/django.po)

.PHONY: help demo test lint format messages catalogues bench

help: ## show this list
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*##/\t/'

# uv is in the lock file itself; the first copy comes from pip, the pinned one from then on.
.venv/installed: uv.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 13))' \
		|| { echo "Python 3.11, 3.12 or 3.13 is needed; name one with PYTHON=python3.12"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv \
		|| { echo "python3 has no venv module (Debian: apt install python3-venv)"; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/python -m pip install --quiet --disable-pip-version-check uv==0.13.9
	@UV_PROJECT_ENVIRONMENT=.venv $(BIN)/uv sync --locked --quiet --python $(BIN)/python
	@touch $@

catalogues: .venv/installed $(CATALOGUES:.po=.mo) ## compile the translations

%.mo: %.po .venv/installed
	@$(BIN)/pybabel --quiet compile --use-fuzzy -i $< -o $@

demo: catalogues ## set the demo up if needed, then serve it with a worker (PORT=8000)
	@$(RUN) migrate --verbosity 0
	@$(RUN) load_demo --base-url http://localhost:$(PORT)
	@echo
	@echo "The site:  http://localhost:$(PORT)/"
	@echo "The CMS:   http://localhost:$(PORT)/cms/   (admin, editor, translator-sv or organiser; password osallisuus)"
	@echo "Ctrl+C stops both."
	@echo
	@trap 'trap "" INT TERM; kill 0; wait' EXIT INT TERM; $(RUN) worker & $(RUN) runserver --noreload $(PORT)

test: catalogues ## run everything that can run on this machine; says what was skipped and why
	@$(BIN)/pytest -ra

lint: .venv/installed ## check style, templates, migrations and settings
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/djade --check --target-version 5.2 $$(git ls-files 'templates/*.html')
	$(RUN) check
	$(RUN) makemigrations --check --dry-run

format: .venv/installed ## put code and templates into the project's format
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .
	$(BIN)/djade --target-version 5.2 $$(git ls-files 'templates/*.html')

messages: .venv/installed ## gather new messages into the catalogues (needs gettext)
	$(RUN) makemessages --no-location --no-obsolete --no-wrap -l fi -l sv

bench: catalogues ## queries, CPU milliseconds and size of each page type, beside a bare view
	@$(BIN)/python -m tests.bench
