"""The documents say what happens: their commands and their Python are run."""

from __future__ import annotations

import contextlib
import io
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest

from numcheck.cli import main

HOME = Path(__file__).parents[2]
FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SHOWN = ("README.md", *sorted(f"docs/{one.name}" for one in (HOME / "docs").glob("*.md")))


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """Yield (document, text) of every fenced block in a language."""
    for name in SHOWN:
        path = HOME / name
        text = path.read_text(encoding="utf-8") if path.exists() else ""
        yield from ((name, said) for kind, said in FENCE.findall(text) if kind == language)


def commands() -> Iterator[tuple[str, str]]:
    """Yield every shown numcheck command with the output shown below it."""
    for _, block in blocks("console"):
        for part in re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]:
            line, _, output = part.partition("\n")
            if "numcheck" in line:
                yield line, output


@pytest.mark.parametrize(("line", "output"), list(commands()))
def test_a_command_prints_what_is_shown(
    line: str, output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HOME)
    words = shlex.split(line)
    if words[0] == "echo":
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(words[1].encode() + b"\n")))
        words = words[3:]
    assert words.pop(0).rpartition("/")[2] == "numcheck"
    with contextlib.suppress(SystemExit):
        main(words)
    said = capsys.readouterr()
    assert said.out + said.err == output


@pytest.mark.parametrize(("name", "block"), list(blocks("python")))
def test_the_python_runs(name: str, block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    import doctest

    monkeypatch.chdir(HOME)
    example = doctest.DocTestParser().get_doctest(block, {}, name, name, 0)
    assert example.examples, block
    assert doctest.DocTestRunner(verbose=False).run(example).failed == 0


def test_the_test_command_is_the_one_that_ci_runs() -> None:
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    ci = (HOME / ".ci" / "run").read_text(encoding="utf-8")
    (pattern,) = re.findall(r"grep -m1 -E '([^']+)' README\.md", ci)
    lines = [line for line in readme.splitlines() if re.search(pattern, line)]
    assert lines == [
        "python3 -m venv .venv && .venv/bin/pip install -q -e '.[dev]' "
        "&& .venv/bin/python -m pytest"
    ]
    assert 'bash -euo pipefail -c "$line"' in ci


def test_the_first_command_is_one_line_that_checks_the_sample() -> None:
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    lines = [one for one in readme.splitlines() if "&&" in one and "numcheck check" in one]
    (line,) = lines
    steps = [step.split() for step in line.split(" && ")]
    assert steps[0] == ["python3", "-m", "venv", ".venv"]
    assert steps[1][0] == ".venv/bin/pip"
    assert steps[2][0] == ".venv/bin/numcheck"
    assert (HOME / steps[2][-1]).exists()


def test_the_exit_statuses_of_the_readme_are_those_of_the_help() -> None:
    from numcheck import arguments, cli

    readme = (HOME / "README.md").read_text(encoding="utf-8")
    for status in (cli.FINE, cli.FOUND, cli.WRONG_USE, cli.UNREAD, cli.INTERRUPTED):
        assert f"| {status} |" in readme
        assert re.search(rf"\b{status} \w", arguments.USAGE)


def test_every_setting_format_and_suffix_is_in_the_readme() -> None:
    from numcheck import config, report
    from numcheck.read import READERS

    readme = (HOME / "README.md").read_text(encoding="utf-8")
    suffixes = [suffix for reader in READERS for suffix in reader.suffixes]
    for word in (*config.KEYS, *report.FORMATS, *suffixes):
        assert f"`{word}`" in readme
