"""The house keeps its shape: style, types, import contracts, lengths and names."""

from __future__ import annotations

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
PACKAGE = HOME / "numcheck"
SOURCES = sorted(PACKAGE.rglob("*.py"))
TESTS = sorted((HOME / "tests").rglob("*.py")) + sorted((HOME / "benchmarks").rglob("*.py"))

# Rows of equal rooms, where a new file is one more of the same kind: the faces of the package, a
# finder a tie, a reader or a reporter a format.
ROWS = {"numcheck", "read", "relate", "report"}
# Run by name, from outside: by Python, and by the Makefile.
DOORS = {"numcheck.__main__", "numcheck.lexicon.build", "numcheck.prepare"}
DRAWERS = {"utils", "util", "helpers", "common", "base", "core", "manager", "misc", "types"}


def run(*words: str) -> subprocess.CompletedProcess[str]:
    """Run a tool of this environment in the checkout."""
    return subprocess.run(
        [sys.executable, *words], cwd=HOME, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize(
    "words",
    [
        ("-m", "ruff", "check", "."),
        ("-m", "ruff", "format", "--check", "."),
        ("-m", "mypy"),
        ("-c", "from importlinter.cli import lint_imports_command as lint; lint()"),
    ],
    ids=["ruff", "format", "mypy", "imports"],
)
def test_the_tools_have_nothing_to_say(words: tuple[str, ...]) -> None:
    done = run(*words)
    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]


@pytest.mark.parametrize("path", SOURCES + TESTS, ids=lambda path: str(path.relative_to(HOME)))
def test_a_file_is_three_hundred_lines_at_most(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def functions(path: Path) -> Iterator[tuple[str, int]]:
    """Yield the name and length of every function in a file, its decorators left out."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node.name, (node.end_lineno or node.lineno) - node.lineno + 1


def test_a_function_is_forty_lines_at_most() -> None:
    long = [
        f"{path.relative_to(HOME)}: {name} has {length} lines"
        for path in SOURCES
        for name, length in functions(path)
        if length > 40
    ]
    assert not long, "\n".join(long)


def test_the_middle_function_is_short() -> None:
    assert statistics.median(n for path in SOURCES for _, n in functions(path)) <= 12


def test_a_folder_holds_ten_files_at_most() -> None:
    full = [
        f"{folder.relative_to(HOME)} has {len(files)} files"
        for folder in [PACKAGE, *PACKAGE.rglob("*/")]
        if folder.name not in ROWS and folder.name not in ("__pycache__", "english", "overlay")
        if len(files := [*folder.glob("*.py")]) > 10
    ]
    assert not full, "\n".join(full)


def test_no_module_is_a_drawer() -> None:
    assert not [path for path in SOURCES + TESTS if path.stem in DRAWERS]


def test_a_module_says_in_twelve_words_what_room_it_is() -> None:
    for path in SOURCES:
        said = ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))) or ""
        first = said.split("\n\n")[0]
        if path.name == "__init__.py" and not path.read_text(encoding="utf-8").strip():
            continue
        assert first, f"{path} does not say what it is"
        words = [word for word in first.split() if any(map(str.isalnum, word))]
        assert len(words) <= 12, f"{path}: {first!r} has {len(words)} words"


def imported(path: Path) -> Iterator[str]:
    """Yield the modules, and the names out of them, that a file imports."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_module_is_forgotten() -> None:
    """What no list names and nobody imports never runs: a finder left out of its list, say."""
    known = {name for path in SOURCES for name in imported(path)} | DOORS
    for path in SOURCES:
        name = ".".join(path.relative_to(HOME).with_suffix("").parts).removesuffix(".__init__")
        if path.name == "__init__.py":  # whoever imports a room imports its door
            assert any(one == name or one.startswith(f"{name}.") for one in known), name
            continue
        assert name in known, f"{name} is imported nowhere"


def test_nothing_runs_a_text_as_code() -> None:
    for path in SOURCES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
                assert node.func.id not in ("eval", "exec", "compile", "__import__"), path


def test_the_version_is_said_once_for_each_reader() -> None:
    import tomllib

    import numcheck

    project = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["version"] == numcheck.__version__


def test_both_lists_of_tools_are_the_same() -> None:
    import tomllib

    whole = tomllib.loads((HOME / "pyproject.toml").read_text(encoding="utf-8"))
    assert whole["dependency-groups"]["dev"] == whole["project"]["optional-dependencies"]["dev"]
