PYTHON ?= .venv/bin/python

.PHONY: check test lexicon golden docs bench

check:  ## style, types, import contracts
	$(PYTHON) -m ruff check .
	$(PYTHON) -m ruff format --check .
	$(PYTHON) -m mypy
	$(PYTHON) -c "from importlinter.cli import lint_imports_command as lint; lint()"

test:  ## every test
	$(PYTHON) -m pytest -n 2

lexicon:  ## compile pint, quantulum3, overlay and English tables into lexicon.json, rules into shelf.json and docs/rules.md
	$(PYTHON) -m numcheck.lexicon.build
	$(PYTHON) -m numcheck.prepare

golden:  ## rewrite the snapshots; read the diff
	GOLDEN=1 $(PYTHON) -m pytest -n 2 tests
	git diff --stat -- tests

docs:  ## run the examples in the documents
	$(PYTHON) -m pytest tests/docs

bench:  ## start-up and speed, as ratios
	$(PYTHON) benchmarks/cold_start.py
	$(PYTHON) benchmarks/throughput.py
	$(PYTHON) benchmarks/many_articles.py
