"""Each format prints the sample article as it did; GOLDEN=1 rewrites what is kept."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from numcheck.cli import main

HOME = Path(__file__).parents[2]
KEPT = Path(__file__).parent / "snapshots"
ENDS = {"text": "txt", "concise": "txt"}
FORMATS = ("text", "concise", "json", "jsonl")  # the others are kept in tests/report


def compare(name: str, printed: str) -> None:
    """Compare with what is kept, or keep it."""
    path = KEPT / name
    if os.environ.get("GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(printed, encoding="utf-8")
    assert printed == path.read_text(encoding="utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_prints_the_sample_as_it_did(
    format: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HOME)
    words = ["check", "samples/ferry.md", "--isolated", "--quiet", "--format", format]
    assert main([*words, "--show-passed"]) == 1
    said = capsys.readouterr()
    assert said.err == ""
    compare(f"{format}.{ENDS.get(format, format)}", said.out)


@pytest.mark.parametrize("format", ["text", "jsonl"])
def test_the_figures_print_as_they_did(
    format: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(HOME)
    assert main(["extract", "samples/ferry.md", "--format", format]) == 0
    compare(f"extract.{ENDS.get(format, format)}", capsys.readouterr().out)


def test_a_rule_page_prints_as_it_did(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain", "range-runs-upward", "--isolated"]) == 0
    compare("explain.txt", capsys.readouterr().out)
