"""A start imports what it needs, and nothing that is dear."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

# Everything that checking a plain text may import, beside what Python itself starts with. Each
# name has been argued for; a new one costs every user a few milliseconds a start.
ALLOWED = {
    "argparse", "bisect", "calendar", "collections", "contextlib", "copyreg", "datetime",
    "decimal", "enum", "errno", "fractions", "functools", "gc", "gettext", "importlib", "itertools",
    "json", "keyword", "locale", "math", "numbers", "numcheck", "operator", "re", "reprlib",
    "struct", "types", "typing", "warnings",
}  # fmt: skip
DEAR = {
    "pint", "quantulum3", "rich", "markdown_it", "asyncio", "importlib.metadata", "jinja2", "lxml",
    "concurrent.futures", "multiprocessing", "subprocess", "tempfile", "hashlib", "difflib",
    "logging", "msgspec", "tomllib", "html.parser", "xml", "zipfile", "random", "shutil", "yaml",
    "dataclasses", "inspect", "pathlib",
}  # fmt: skip


def modules(tmp_path: Path, *words: str) -> set[str]:
    """Run the command, and return the names of all modules that were imported meanwhile."""
    code = (
        "import sys\n"
        "before = set(sys.modules)\n"
        "from numcheck.cli import main\n"
        f"main({list(words)!r})\n"
        "now = set(sys.modules)\n"
        "import json\n"
        "print('\\n' + json.dumps(sorted(now - before)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-I", "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout.splitlines()[-1]))


@pytest.mark.parametrize("format", ["text", "concise", "jsonl"])
def test_a_check_imports_what_is_on_the_list(tmp_path: Path, format: str) -> None:
    (tmp_path / "x.txt").write_text("The bridge is 300 m (1,200 ft) long, up from 250 m.\n")
    seen = modules(tmp_path, "check", "x.txt", "--format", format)
    assert "numcheck.check" in seen
    tops = {name.partition(".")[0] for name in seen}
    assert not {top for top in tops if not top.startswith("_")} - ALLOWED
    assert not [name for name in seen for dear in DEAR if f"{name}.".startswith(f"{dear}.")]


def test_markdown_does_not_bring_in_a_library_for_colour(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("# Bridge\n\nThe bridge is 300 m (984 ft) long.\n")
    seen = modules(tmp_path, "check", "x.md")
    own = {"markdown_it", "html.parser", "logging", "dataclasses", "inspect", "pathlib"}
    dear = DEAR - own  # what markdown-it itself imports
    assert not [name for name in seen for one in dear if f"{name}.".startswith(f"{one}.")]


@pytest.mark.parametrize("words", [(), ("--version",), ("--help",)])
def test_saying_what_it_is_imports_no_room(tmp_path: Path, words: tuple[str, ...]) -> None:
    seen = modules(tmp_path, *words)
    assert not seen & {"numcheck.check", "numcheck.extract", "numcheck.relate", "yaml"}


def test_importing_the_package_imports_nothing_else() -> None:
    code = "import numcheck, sys; print([m for m in sys.modules if m.startswith('numcheck.')])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
