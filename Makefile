# Every target sets up what it needs; `make preview` and `make test` are the two commands of the README.
PYTHON ?= python3
BIN := venv/bin

.PHONY: preview test check bench docs pack dist control

venv/.runtime: requirements.txt pyproject.toml
	$(PYTHON) -m venv venv
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements.txt
	touch $@

venv/.dev: venv/.runtime requirements-dev.txt
	$(BIN)/pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	touch $@

preview: venv/.runtime
	$(BIN)/guard preview --stack dev

test: venv/.dev
	$(BIN)/pytest -n 2

check: venv/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m tests.types.check

bench: venv/.dev
	$(BIN)/python -m bench.run

docs: venv/.dev
	$(BIN)/python docs/generate.py

# What `pulumi preview --policy-pack policies` runs the pack with; without it the engine waits for ever.
pack: policies/venv/.installed

policies/venv/.installed: policies/requirements.txt
	$(PYTHON) -m venv policies/venv
	policies/venv/bin/pip install --quiet --disable-pip-version-check --requirement policies/requirements.txt
	touch $@

dist: venv/.dev
	rm -rf dist
	$(BIN)/python -m build --no-isolation --outdir dist .

# make control ID=rds-something [VIEW=DbCluster] [PROPERTY=copyTagsToSnapshot]
control: venv/.dev
	@$(BIN)/python scripts/new_control.py $(ID) --view "$(VIEW)" --property "$(PROPERTY)"
