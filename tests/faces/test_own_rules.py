"""The command on rules: listing, explaining, testing, configuring, letting stand."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[str]]
WRONG = "The bridge is 300 m (1,200 ft) long.\n"
RIGHT = "The bridge is 300 m (984 ft) long.\n"

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
  - The tower is 40 m (131 ft) tall.
bad:
  - text: The bridge is 300 m (1,200 ft) long.
    says: 300 m is 984 ft, not 1,200 ft
"""


def test_rules_are_listed_and_explained(numcheck: Run) -> None:
    listed = numcheck("rules").stdout.splitlines()
    assert len(listed) >= 10
    for line in listed:
        assert line.split()[1] in ("error", "warning", "note")
    (one,) = numcheck("rules", "range-runs-*").stdout.splitlines()
    assert one.startswith("range-runs-upward  ")
    page = numcheck("explain", "range-runs-upward")
    assert page.returncode == 0
    for part in ("Why\n", "It finds fault with\n", "It stays silent on\n"):
        assert part in page.stdout


def test_a_rule_of_ones_own_is_tested_and_used(numcheck: Run, desk: Path) -> None:
    (desk / "own").mkdir()
    (desk / "own" / "two-units-agree.yaml").write_text(RULE)
    done = numcheck("test", "own", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "1 rule, 3 sentences, 0 failed\n"
    words = ("--rules", "own", "--select", "two-units-agree", "--format", "concise")
    done = numcheck("check", "wrong.txt", *words, cwd=desk)
    assert done.stdout.startswith("wrong.txt:1:15: warning two-units-agree 300 m is 984 ft")


def test_a_rule_that_fails_its_sentences_is_1_and_shows_what_was_seen(
    numcheck: Run, desk: Path
) -> None:
    (desk / "two-units-agree.yaml").write_text(RULE.replace("(984 ft)", "(990 m)"))
    (desk / "two-units-differ.yaml").write_text(RULE.replace("says: 300 m", "says: 400 m"))
    done = numcheck("test", "two-units-agree.yaml", "two-units-differ.yaml", cwd=desk)
    assert done.returncode == 1
    assert done.stderr == "2 rules, 6 sentences, 1 failed\n"
    assert "two-units-differ: a bad sentence gives '300 m is 984 ft, not 1,200 ft'" in done.stdout
    assert "  figures:   '300 m' (measure, metre), '1,200 ft' (measure, foot)\n" in done.stdout
    assert "  ties:      aside(given '300 m', other '1,200 ft')\n" in done.stdout


def test_broken_rule_files_are_2_with_every_fault(numcheck: Run, desk: Path) -> None:
    (desk / "own").mkdir()
    (desk / "own" / "a.yaml").write_text(RULE.replace("severity: warning", "severity: grave"))
    (desk / "own" / "b.yaml").write_text(RULE.replace("restates", "resembles") + "colour: red\n")
    (desk / "own" / "c.yaml").write_text("rule: [")
    for words in (("check", "wrong.txt", "--rules", "own"), ("test", "own")):
        done = numcheck(*words, cwd=desk)
        assert (done.returncode, done.stdout) == (2, "")
        places = [":".join(line.split(":")[1:3]).strip() for line in done.stderr.splitlines()]
        assert places[0] == "own/a.yaml:7"
        assert {place.partition(":")[0] for place in places} == {
            "own/a.yaml", "own/b.yaml", "own/c.yaml",
        }  # fmt: skip
        assert len([place for place in places if place.startswith("own/b.yaml")]) == 2


def test_the_configuration_of_the_folder_is_read_unless_isolated(numcheck: Run, desk: Path) -> None:
    (desk / "numcheck.toml").write_text('ignore = ["conversion-in-parentheses"]\n')
    assert numcheck("check", "wrong.txt", cwd=desk).returncode == 0
    assert numcheck("check", "wrong.txt", "--isolated", cwd=desk).returncode == 1
    (desk / "numcheck.toml").write_text("ignore = 1\n")
    done = numcheck("check", "wrong.txt", cwd=desk)
    assert done.returncode == 2
    assert done.stderr.startswith("numcheck: numcheck.toml: ignore is a list of words")


def test_a_finding_can_be_accepted_by_its_fingerprint(numcheck: Run, desk: Path) -> None:
    row = json.loads(numcheck("check", "wrong.txt", "--format", "jsonl", cwd=desk).stdout)
    (desk / "numcheck.toml").write_text(f'[accept]\n{row["fingerprint"]} = "it was paced out"\n')
    done = numcheck("check", "wrong.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 suppressed" in done.stderr


def test_a_suppression_that_is_idle_is_said(numcheck: Run, desk: Path) -> None:
    comment = "<!-- numcheck-disable-next-line conversion-in-parentheses: paced out -->\n\n"
    (desk / "a.md").write_text(comment + WRONG)
    done = numcheck("check", "a.md", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 suppressed" in done.stderr
    (desk / "a.md").write_text(comment + RIGHT)
    done = numcheck("check", "a.md", "--quiet", cwd=desk)
    assert done.stderr == (
        "numcheck: a.md: line 3: conversion-in-parentheses is switched off from here, "
        "but finds nothing\n"
    )


def test_a_folder_without_rules_is_2(numcheck: Run, desk: Path) -> None:
    (desk / "rules").mkdir()
    for words in (("test", "rules"), ("check", "right.txt", "--rules", "rules")):
        done = numcheck(*words, cwd=desk)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == (
            "numcheck: rules: no rules in this folder; a rule is a file that ends in .yaml\n"
        )
