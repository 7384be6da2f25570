"""Rules are found where they stand, chosen as asked, and refused with all that is wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import shelf
from numcheck.config import Config

RULE = """\
rule: A figure given again in other units is the same amount.
why: Readers act on whichever unit they know.
match: aside(given, other)
where: given.measures = other.measures and given.unit != other.unit
check: given restates other
message: "{given} is {given like other}, not {other}"
severity: warning
good:
  - The bridge is 300 m (984 ft) long.
  - The oven was at 180 °C (356 °F).
bad:
  - text: The bridge is 300 m (1,200 ft) long.
    says: 300 m is 984 ft, not 1,200 ft
"""


def ids(**wish: tuple[str, ...]) -> set[str]:
    return {rule.id for rule in shelf.rules(Config(**wish))}


def test_packs_are_off_until_asked_for() -> None:
    usual = ids()
    packs = {one.id for one in shelf.rule_files(shelf.built_in_folder()) if one.id != one.name}
    assert usual and packs and not usual & packs
    assert ids(select=("style/*",)) == packs
    assert ids(select=("default", "style/*")) == usual | packs
    assert ids(select=("*",)) == usual


def test_select_names_what_runs_and_ignore_what_does_not() -> None:
    usual = ids()
    assert ids(select=("range-runs-upward",)) == {"range-runs-upward"}
    assert ids(select=("range-runs-*",)) == {"range-runs-upward"}
    assert ids(ignore=("range-runs-upward",)) == usual - {"range-runs-upward"}


def test_a_rule_of_ones_own_takes_the_place_of_its_namesake(tmp_path: Path) -> None:
    (tmp_path / "range-runs-upward.yaml").write_text(RULE)
    (tmp_path / "desk").mkdir()
    (tmp_path / "desk" / "our-own.yaml").write_text(RULE)
    rules = {rule.id: rule for rule in shelf.rules(Config(rules=(str(tmp_path),)))}
    assert rules["range-runs-upward"].severity == "warning"
    assert len(rules) == len(ids()) + 1


def test_all_faults_of_all_files_are_told_at_once(tmp_path: Path) -> None:
    (tmp_path / "one.yaml").write_text(RULE.replace("severity: warning", "severity: grave"))
    (tmp_path / "two.yaml").write_text("rule: [")
    (tmp_path / "three.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(shelf.BrokenShelf) as broken:
        shelf.rules(Config(rules=(str(tmp_path),)))
    said = "\n".join(broken.value.sentences)
    for name in ("one.yaml:7:", "two.yaml:", "three.yaml: is not UTF-8"):
        assert name in said


def test_a_pattern_that_fits_no_rule_is_a_fault() -> None:
    with pytest.raises(shelf.BrokenShelf, match="no rule is called 'colour'"):
        shelf.rules(Config(ignore=("colour",)))
