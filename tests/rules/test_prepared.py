"""The prepared rules are what the loader makes of their files, to the last node."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from numcheck import prepare, shelf
from numcheck.config import Config
from numcheck.judge.prepared import pack, unpack
from numcheck.judge.rule import Rule
from numcheck.judge.tree import Hole, Template, Tree
from numcheck.judge.written.loader import load_rule

FILES = list(shelf.rule_files(shelf.built_in_folder()))


def written(one: shelf.RuleFile) -> Rule:
    """Read a rule as it is written, whatever was prepared."""
    return load_rule(Path(one.path).read_text(encoding="utf-8"), one.path)


def test_the_file_is_up_to_date() -> None:
    """After a change to a rule: `make lexicon`."""
    assert prepare.render() == Path(shelf.PREPARED).read_text(encoding="utf-8")


def nodes(tree: Tree | None) -> object:
    """Return all of a tree, its places and units with it."""
    if tree is None:
        return None
    return (
        tree.kind,
        tree.text,
        tree.value,
        tree.unit,
        tree.at,
        [nodes(one) for one in tree.parts],
    )


def template(said: Template) -> list[object]:
    return [(nodes(one.tree), one[1:]) if isinstance(one, Hole) else one for one in said]


@pytest.mark.parametrize("one", FILES, ids=lambda one: one.name)
def test_a_prepared_rule_is_the_written_one(one: shelf.RuleFile) -> None:
    (ready,), rule = shelf.load([one]), written(one)
    assert ready[:6] == rule[:6]
    assert nodes(ready.where) == nodes(rule.where)
    assert nodes(ready.check) == nodes(rule.check)
    assert template(ready.message) == template(rule.message)
    assert [(role, template(said)) for role, said in ready.suggest] == [
        (role, template(said)) for role, said in rule.suggest
    ]
    assert ready.page() == rule.page()


RULE = """\
rule: A part is less than the whole.
why: It is a part.
match: parts(whole, parts)
check: CHECK
message: "{whole like whole:2}: {parts} {sum(parts) : 1}"
severity: note
good: [One., Two.]
bad: [{text: Three., says: Less.}]
"""


@pytest.mark.parametrize(
    "check", ["sum(parts) <= 2.5 mile", "not whole < 3% and whole.place = body", "-whole = 0.1"]
)
def test_every_kind_of_node_comes_back(check: str) -> None:
    rule = load_rule(RULE.replace("CHECK", check), "made-up.yaml")
    back = unpack(pack(rule), rule.id, rule.origin, rule.page)
    assert nodes(back.check) == nodes(rule.check)
    assert template(back.message) == template(rule.message)


def test_a_rule_that_was_changed_is_read_anew(tmp_path: Path) -> None:
    (before,) = shelf.load([one for one in FILES if one.id == "range-runs-upward"])
    changed = tmp_path / "range-runs-upward.yaml"
    text = Path(before.origin).read_text(encoding="utf-8")
    changed.write_text(text.replace(f"severity: {before.severity}", "severity: note"))
    rules = shelf.rules(Config(rules=(str(tmp_path),)))
    (after,) = (rule for rule in rules if rule.id == before.id)
    assert (after.severity, after.origin) == ("note", str(changed))
    assert nodes(after.check) == nodes(before.check)


def test_a_check_by_prepared_rules_reads_no_yaml(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The bridge is 300 m (1,200 ft) long, in 9-5 days.\n")
    code = (
        "import sys; from numcheck.cli import main;"
        "main(['check', '--isolated', '--select', 'conversion-*', 'a.txt']);"
        "sys.exit(any(name == 'yaml' or '.written' in name for name in sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, check=False
    )
    assert b"300 m is" in done.stdout
    assert done.returncode == 0
