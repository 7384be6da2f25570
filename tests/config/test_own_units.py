"""A project's own units are read, converted, and refused where they make no sense."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from numcheck.check import check_text
from numcheck.config import Config

from .conftest import Run

PITCH = "football_pitch = 7140 * meter ** 2 = _ = pitch"
OWN = Config(units=(PITCH,))


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("The site covers 40 football pitches.", "40 football pitches"),
        ("The site is a 40-pitch park.", "40-pitch"),
        ("They laid three more football pitches of turf.", "three more football pitches"),
        ("The yard is a quarter of a football pitch.", "a quarter of a football pitch"),
    ],
)
def test_they_are_read_wherever_units_stand(text: str, printed: str) -> None:
    (quantity,) = check_text(text, config=OWN).quantities
    assert quantity.unit is not None
    assert (quantity.text, quantity.unit.name) == (printed, "football pitch")
    assert all(one.unit is None for one in check_text(text).quantities)


def test_they_are_converted(project: Path, numcheck: Run) -> None:
    (project / "numcheck.toml").write_text(f'units = ["{PITCH}"]\n')
    (project / "c.md").write_text("The site covers 40 football pitches (71 ha).\n")
    (row,) = map(json.loads, numcheck("check", "c.md", "--format", "jsonl").stdout.splitlines())
    assert row["message"] == "40 football pitches is 29 ha, not 71 ha"
    assert numcheck("check", "c.md", "--isolated").stdout == ""


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("pitch", "'pitch' defines no unit"),
        ("pitch = 3 * blorp", "knows no unit called 'blorp'"),
        ("mile = 3 * meter", "'mile' already is a unit, of length"),
    ],
)
def test_what_defines_no_unit_stops_the_run(
    project: Path, numcheck: Run, unit: str, said: str
) -> None:
    (project / "sub" / "numcheck.toml").write_text(f'units = ["{unit}"]\n')
    done = numcheck("check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("numcheck: sub/numcheck.toml: units: ")
    assert said in done.stderr


def test_the_cache_knows_them(project: Path, numcheck: Run) -> None:
    (project / "c.md").write_text("The site covers 40 football pitches (71 ha).\n")
    words = ("check", "c.md", "--cache", "kept", "--format", "concise")
    assert numcheck(*words).stdout == ""
    (project / "numcheck.toml").write_text(f'units = ["{PITCH}"]\n')
    assert "29 ha" in numcheck(*words).stdout
