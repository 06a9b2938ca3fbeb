# The verbs of this project; `make help` lists them. Needs Python >= 3.11 and make, nothing else:
# the first verb used sets up .venv from the pins in requirements/ (uv is used where it is found).

SHELL := /bin/sh
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:

VENV := .venv
PY := $(VENV)/bin/python
SANDING := $(VENV)/bin/sanding

# The first interpreter found that is new enough; `make run PYTHON=/path/to/python` chooses another.
PYTHON ?= $(shell for found in python3 python3.14 python3.13 python3.12 python3.11 python; do \
	if $$found -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1; \
	then echo $$found; break; fi; done)
UV ?= $(shell command -v uv 2>/dev/null)

export SANDING_HOME ?= sanding-data
SANDING_PORT ?= 8000
COOPERATIVE ?= kkmp-3673011007
# The browser of the tests; empty: the first Chromium found.
export CHROMIUM ?=
JOBS ?= auto
# Tests start many processes: what is compiled is kept beside the code, or each would compile it anew.
unexport PYTHONDONTWRITEBYTECODE
# Each worker of the tests takes one core; linear algebra with threads of its own would make them wait for each other.
ONE_THREAD := env OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1
CHECKED := features models recommender api tests tools

# ── use ──────────────────────────────────────────────────────────────────────────────────────────

.PHONY: help
help: ## list these verbs
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-13s %s\n", $$1, $$2}' Makefile

.PHONY: run
# The demonstration always uses the file in SANDING_HOME, whatever database the shell points to.
run: SANDING := env -u SANDING_DATABASE_URL $(SANDING)
run: $(VENV)/.core ## set up, load the sample of Kota Serang, print suggestions, serve the pages
	@test -e "$(SANDING_HOME)/sanding.db" || $(SANDING) init --sample serang
	@$(SANDING) suggest $(COOPERATIVE) --top 5
	@echo "Pages: http://127.0.0.1:$(SANDING_PORT)/   (Ctrl+C stops the server)"
	@exec $(SANDING) serve --port $(SANDING_PORT)

.PHONY: setup
setup: $(VENV)/.dev ## make or refresh .venv with everything for development

# ── check ────────────────────────────────────────────────────────────────────────────────────────

.PHONY: test
test: $(VENV)/.dev browser ## every test and every example in a docstring
	$(ONE_THREAD) $(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder

.PHONY: fast
fast: $(VENV)/.dev ## the tests that take seconds (under three minutes together)
	$(ONE_THREAD) $(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder -m "not slow and not postgres and not browser"

.PHONY: check
check: format-check lint types imports test ## everything a change must pass

.PHONY: browser
browser: $(VENV)/.made ## install a Chromium for the tests in a browser, where that goes unasked
	@sh tools/browser.sh "$(VENV)/.browser-attempt"

.PHONY: format
format: $(VENV)/.dev ## rewrite the layout of the code and repair what ruff can repair
	$(PY) -m ruff format .
	$(PY) -m ruff check --fix .

.PHONY: format-check
format-check: $(VENV)/.dev ## is the layout as the formatter makes it?
	$(PY) -m ruff format --check .

.PHONY: lint
lint: $(VENV)/.dev ## ruff, every rule but the ones excepted with a reason
	$(PY) -m ruff check .

.PHONY: types
types: $(VENV)/.dev ## mypy, strict
	$(PY) -m mypy

.PHONY: imports
imports: $(VENV)/.dev ## who may import whom (pyproject.toml, import-linter)
	$(VENV)/bin/lint-imports --no-logo

.PHONY: coverage
coverage: $(VENV)/.dev ## which branches no test has taken
	$(ONE_THREAD) $(PY) -m pytest -n $(JOBS) --dist loadfile --no-loadscope-reorder --cov --cov-report=term

.PHONY: bench
bench: $(VENV)/.dev ## measure the product against the floor each job has; writes bench-results/
	$(PY) -m tools.bench --out bench-results

.PHONY: notebooks
notebooks: $(VENV)/.dev ## run every notebook on the sample
	$(PY) -m tools.notebooks

# ── make ─────────────────────────────────────────────────────────────────────────────────────────

.PHONY: openapi
openapi: $(VENV)/.dev ## write the REST surface to docs/openapi.json
	$(PY) -m tools.openapi docs/openapi.json

.PHONY: screens
screens: $(VENV)/.dev browser ## take the pictures of the pages in docs/screens
	$(PY) -m tools.screens docs/screens

.PHONY: wheel
wheel: $(VENV)/.dev ## build the wheel into dist/
	$(PY) -m build --wheel --no-isolation

# dev.txt is solved first; core.txt is held to it, so that both name the same versions.
PIN = "$(or $(UV),$(VENV)/bin/uv)" pip compile --quiet --universal --python-version 3.11 \
	--generate-hashes --no-emit-index-url --no-header $(UPGRADE)

.PHONY: pins
pins: ## solve the pins anew (needs uv; UPGRADE=--upgrade takes newer versions)
	@test -x "$(or $(UV),$(VENV)/bin/uv)" || { echo "make pins needs uv." >&2; exit 1; }
	$(PIN) requirements/dev.in --override requirements/left-out.in -o requirements/dev.txt
	$(PIN) requirements/core.in requirements/build.in -c requirements/dev.txt \
		-o requirements/core.txt

.PHONY: clean
clean: ## remove what tools leave behind (not .venv, not your data)
	rm -rf build dist htmlcov bench-results .coverage* .pytest_cache .mypy_cache .ruff_cache \
		.import_linter_cache .hypothesis *.egg-info
	find $(wildcard $(CHECKED)) notebooks -name __pycache__ -type d -prune -exec rm -rf {} +

.PHONY: clean-venv
clean-venv: ## remove .venv; the next verb makes it again
	rm -rf $(VENV)

# ── set-up ───────────────────────────────────────────────────────────────────────────────────────
# A stamp says for which pins the environment was filled; with it in place a verb starts at once.
# The pins name every package, so nothing is resolved (--no-deps): pip takes an extra such as `coverage[toml]`,
# which a package asks for, for unpinned as soon as a newer release appears.

ifneq ($(UV),)
INSTALL = "$(UV)" pip install --quiet --python $(PY)
else
# Twice quiet: errors are shown, remarks about the machine's own pip settings are not.
INSTALL = $(PY) -m pip install -qq --disable-pip-version-check
endif

$(VENV)/.core: requirements/core.txt pyproject.toml $(VENV)/.made
	@echo "Installing what the product needs ..."
	@$(INSTALL) --no-deps --require-hashes -r requirements/core.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@

$(VENV)/.dev: requirements/dev.txt pyproject.toml $(VENV)/.made
	@echo "Installing what development needs ..."
	@$(INSTALL) --no-deps --require-hashes -r requirements/dev.txt
	@$(INSTALL) --no-deps --no-build-isolation -e .
	@touch $@ $(VENV)/.core

$(VENV)/.made:
	@sh tools/make_venv.sh "$(VENV)" "$(PYTHON)" "$(UV)"
	@touch $@
