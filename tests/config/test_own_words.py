"""A project says of its words what they are: names, nouns, units."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.check import check_text
from numcheck.config import BrokenConfig, Config

from .conftest import Run

OWN = Config(
    words={
        "Team 7": "name", "Fab 4": "name", "stone": "noun", "fat quarter": "noun",
        "hop": "kilometre", "ton": "long ton",
    },
)  # fmt: skip


def read(text: str, config: Config | None) -> list[tuple[str, str, str | None, str | None]]:
    found = check_text(text, config=config).quantities
    return [(one.text, one.kind, one.unit and one.unit.name, one.counts) for one in found]


@pytest.mark.parametrize(
    ("text", "without", "own"),
    [
        ("The Fab 4 met 60 fans.", 2, [("60", "count", None, "fans")]),
        ("The fab 4 met.", 1, [("4", "number", None, None)]),
        (
            "The long-awaited new record of Team\n7 costs £40.",
            2,
            [("£40", "money", "pound sterling", None)],
        ),
        ("Team 70 went for £40.", 2, None),
        ("It has 12 stones.", 1, [("12", "count", None, "stones")]),
        ("A 12-stone circle.", 1, [("12", "count", None, "stone")]),
        ("They ran 8 hops.", 1, [("8 hops", "measure", "kilometre", None)]),
        ("It weighs 5 tons.", 1, [("5 tons", "measure", "long ton", None)]),
    ],
)
def test_words_are_read_as_they_are_meant(
    text: str, without: int, own: list[tuple[str, str, str | None, str | None]] | None
) -> None:
    plain = read(text, None)
    assert len(plain) == without
    assert read(text, OWN) == (plain if own is None else own)
    if own is not None:
        assert plain != own or text.startswith("The fab")


def test_a_noun_of_ones_own_is_counted_with_others() -> None:
    said = "The trust keeps nine stones: four stones in Wales and six stones in Kent."
    (finding,) = check_text(said, config=OWN).findings
    assert finding.figures[0].text in ("nine", "four", "six")


def test_they_hold_for_a_check_and_for_an_extraction(project: Path, numcheck: Run) -> None:
    (project / "c.md").write_text("They ran 8 hops (3 miles).\n")
    assert numcheck("check", "c.md").stdout == ""
    (project / "numcheck.toml").write_text('[words]\nhop = "kilometre"\n')
    (row,) = map(json.loads, numcheck("check", "c.md", "--format", "jsonl").stdout.splitlines())
    assert row["rule"] == "conversion-in-parentheses"
    first = numcheck("extract", "c.md", "--format", "jsonl").stdout.splitlines()[0]
    assert json.loads(first)["unit"] == "kilometre"
    assert json.loads(
        numcheck("extract", "c.md", "--format", "jsonl", "--isolated").stdout.splitlines()[0]
    )["unit"] is None  # fmt: skip


def test_the_cache_knows_them(project: Path, numcheck: Run) -> None:
    (project / "c.md").write_text("They ran 8 hops (3 miles).\n")
    words = ("check", "c.md", "--cache", "kept", "--format", "concise")
    assert numcheck(*words).stdout == ""
    (project / "numcheck.toml").write_text('[words]\nhop = "kilometre"\n')
    assert "conversion" in numcheck(*words).stdout


@pytest.mark.parametrize("command", ["check", "extract"])
@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('hop = "blorp"', "words: 'hop' is no 'blorp': say \"name\" of what is no figure"),
        ("hop = 3", 'words.hop is "name", "noun" or a unit, not 3'),
    ],
)
def test_what_is_no_unit_stops_the_run(
    project: Path, numcheck: Run, command: str, value: str, said: str
) -> None:
    (project / "numcheck.toml").write_text(f"[words]\n{value}\n")
    done = numcheck(command, "a.md")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("numcheck: numcheck.toml: ")
    assert said in done.stderr
    with pytest.raises(BrokenConfig, match="blorp"):
        check_text("It is 3 m.", config=Config(words={"hop": "blorp"}))
