# Two commands do everything: `make demo` and `make test`. Both set themselves up.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -q
COMPILED := toolkit/readers/pdf/_gather.c
SAMPLES := corpora/samples
COMPARED := yunjiang-dongping-rural-water-2023.pdf yunjiang-qingyuan-rural-water-2023.md yunjiang-wangshan-rural-water-2023.pdf
TESTFLAGS ?= -n auto

.PHONY: help install install-all demo test lint bench fuzz train evaluate corpus lock wheelhouse clean

help:
	@echo "make demo         装好核心并审核一份示例报告，再横向比较三份"
	@echo "make test         装好全部并运行所有检查"
	@echo "make install      只装核心：.venv/bin/jixiao 可用"
	@echo "make install-all  核心、各扩展和开发工具"
	@echo "make lint · bench · fuzz · train · evaluate · corpus · lock · wheelhouse · clean"

$(BIN)/python:
	$(PYTHON) -c 'import sys; sys.exit("需要 Python 3.11 或更新") if sys.version_info < (3, 11) else None'
	$(PYTHON) -m venv $(VENV)

$(VENV)/.core: $(BIN)/python requirements/build.txt requirements/core.txt pyproject.toml hatch_build.py $(COMPILED)
	$(PIP) install --require-hashes -r requirements/build.txt
	$(PIP) install --require-hashes --no-build-isolation -r requirements/core.txt
	$(PIP) install --no-build-isolation --no-deps -e .
	$(BIN)/python -m compileall -q toolkit
	@touch $@

$(VENV)/.dev: $(VENV)/.core requirements/dev.txt
	$(PIP) install --require-hashes --no-build-isolation -r requirements/dev.txt
	@touch $@

install: $(VENV)/.core
	@echo "已装好：$(BIN)/jixiao --help"

install-all: $(VENV)/.dev
	@echo "已装好全部扩展和开发工具"

demo: $(VENV)/.core
	@echo "── 审核一份示例报告 ──"
	@$(BIN)/jixiao --fail-on never $(SAMPLES)/yunjiang-wangshan-rural-water-2023.pdf
	@echo; echo "── 横向比较三份 ──"
	@$(BIN)/jixiao compare $(foreach name,$(COMPARED),$(SAMPLES)/$(name))

lint: $(VENV)/.dev
	$(BIN)/ruff format --check toolkit tests benchmarks hatch_build.py
	$(BIN)/ruff check toolkit tests benchmarks hatch_build.py
	$(BIN)/mypy
	$(BIN)/lint-imports

test: lint
	$(BIN)/python -m pytest $(TESTFLAGS)

bench: $(VENV)/.dev
	$(BIN)/python benchmarks/startup.py
	$(BIN)/python benchmarks/pdf_reading.py
	$(BIN)/python benchmarks/isolation.py
	$(BIN)/python benchmarks/classifying.py
	$(BIN)/python benchmarks/segmenting.py

# Made reports with their truth, to train on and to look at: make corpus SIZE=1000 OUT=made-corpus
SIZE ?= 400
OUT ?= made-corpus
corpus: $(VENV)/.core
	$(BIN)/jixiao corpus build --size $(SIZE) --out $(OUT)

# Mutants of our own files, some 30 ms each on one core: make fuzz MUTANTS=20000 FIRST=5000
MUTANTS ?= 200000
FIRST ?= 0
fuzz: $(VENV)/.dev
	$(BIN)/python -m tests.hostile.fuzz $(MUTANTS) $(FIRST)

# The models from nothing, the same bytes each time.
train: $(VENV)/.dev
	$(BIN)/jixiao train

# The whole of what the tests only sample: 21,600 composed quantities of a new seed, every pair of marks pumped; the
# models; made reports of the test split in every format (writes docs/evaluation.md, and what came of each rule to its
# page: toolkit/audit/measured.json, docs/rules.md).
SEED ?= 2026
evaluate: $(VENV)/.dev
	$(BIN)/python -m tests.measure.register_check 400 $(SEED)
	$(BIN)/python -m tests.measure.pump
	$(BIN)/jixiao evaluate
	$(BIN)/python benchmarks/evaluate.py
	JIXIAO_REGENERATE=1 $(BIN)/python -m pytest -q tests/test_docs.py -k docs/rules.md

# Renew the pinned requirements (needs uv): versions and hashes only, no index is named.
LOCK := uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header
lock:
	$(LOCK) requirements/build.in -o requirements/build.txt
	$(LOCK) pyproject.toml -o requirements/core.txt
	$(LOCK) pyproject.toml --all-extras --group dev -c requirements/core.txt -o requirements/dev.txt

# Everything an office without network needs, in one folder: pip install --no-index --find-links wheelhouse jixiao-toolkit
wheelhouse: $(VENV)/.core
	$(PIP) wheel --no-build-isolation --require-hashes -r requirements/core.txt -w wheelhouse
	$(PIP) wheel --no-build-isolation --no-deps . -w wheelhouse

clean:
	rm -rf $(VENV) build dist wheelhouse .mypy_cache .ruff_cache .pytest_cache .hypothesis
