"""What may stand: the baseline, the list of accepted findings, and when they lapse."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import BRIDGE, TOWER, Run

LIST = ".numcheck-baseline.json"


def marks(run: Run, path: str) -> list[str]:
    """Return the fingerprints of a file's findings."""
    lines = run("check", path, "--format", "jsonl").stdout.splitlines()
    return [json.loads(line)["fingerprint"] for line in lines]


def test_a_baseline_leaves_out_what_it_lists(project: Path, numcheck: Run) -> None:
    done = numcheck("baseline")
    assert (done.returncode, done.stdout) == (0, "")
    assert numcheck("check", "--baseline", LIST).returncode == 0
    (project / "c.md").write_text(TOWER)
    done = numcheck("check", "--baseline", LIST, "--format", "concise")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["c.md"]


def test_it_outlives_edits_elsewhere_and_lapses_with_its_sentence(
    project: Path, numcheck: Run
) -> None:
    numcheck("baseline")
    (project / "a.md").write_text(f"Some words before it.\n\n{BRIDGE}\n{TOWER}")
    done = numcheck("check", "--baseline", LIST)
    assert (done.returncode, "lapsed" in done.stderr) == (0, False)
    (project / "a.md").write_text(f"{BRIDGE}\nThe tower is 100 m (328 ft) tall.\n")
    done = numcheck("check", "--baseline", LIST, "--output", "json=out.json")
    assert done.returncode == 0
    said = "lapsed: a.md, conversion-in-parentheses: The tower is 100 m (500 ft) tall."
    assert f"numcheck: {LIST}: {said}\n" in done.stderr
    assert json.loads((project / "out.json").read_text())["idle"] == [
        {"path": LIST, "message": said}
    ]


def test_what_was_not_looked_at_has_not_lapsed(project: Path, numcheck: Run) -> None:
    numcheck("baseline")
    assert "lapsed" not in numcheck("check", "sub", "--baseline", LIST).stderr
    (project / "a.md").write_text("Nothing.\n")
    some = numcheck("check", "--baseline", LIST, "--select", "range-runs-upward")
    assert "lapsed" not in some.stderr


def test_it_is_sorted_and_the_same_each_time(project: Path, numcheck: Run) -> None:
    numcheck("baseline")
    first = (project / LIST).read_bytes()
    numcheck("baseline", "sub", "a.md", "--jobs", "2")
    assert (project / LIST).read_bytes() == first
    rows = json.loads(first)["findings"]
    assert [row["path"] for row in rows] == ["a.md", "a.md", "sub/b.md"]
    assert rows[2]["excerpt"] == BRIDGE.strip()
    assert {path.name for path in project.iterdir()} == {"a.md", "sub", LIST}


def test_it_is_not_written_where_something_was_not_read(project: Path, numcheck: Run) -> None:
    (project / LIST).write_text("old")
    assert numcheck("baseline", "a.md", "gone.md").returncode == 3
    assert (project / LIST).read_text() == "old"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "there is no such baseline; `numcheck baseline` writes one"),
        ("{", "is not JSON"),
        ("[]", "is no baseline of version 1"),
        ('{"schema_version": 1, "findings": [{}]}', "finding 1 does not say path"),
    ],
)
def test_a_baseline_that_cannot_be_used_is_said(
    project: Path, numcheck: Run, text: str | None, said: str
) -> None:
    if text is not None:
        (project / LIST).write_text(text)
    done = numcheck("check", "--baseline", LIST)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr


WORD = "{}:\n  who: A. Reader\n  when: 2024-05-16\n  why: the plate on it says so\n"


def test_an_accepted_finding_stands_with_who_when_and_why(project: Path, numcheck: Run) -> None:
    bridge, _ = marks(numcheck, "a.md")
    (project / ".numcheck-ignore.yml").write_text(WORD.format(bridge))
    assert numcheck("check", "sub").returncode == 0
    done = numcheck("check", "a.md", "--format", "json")
    whole = json.loads(done.stdout)
    reason = "the plate on it says so (A. Reader, 2024-05-16)"
    assert [row["suppressed"] for row in whole["checks"] if "suppressed" in row] == [
        {"by": "project", "reason": reason}
    ]
    assert len(whole["findings"]) == 1
    (project / "sub" / "b.md").unlink()
    (project / ".numcheck-ignore.yml").write_text(WORD.format(bridge) + "  path: sub/b.md\n")
    assert len(marks(numcheck, "a.md")) == 2


def test_an_accepted_finding_that_is_gone_is_said(project: Path, numcheck: Run) -> None:
    (project / ".numcheck-ignore.yml").write_text("\n" + WORD.format("0" * 16))
    said = f"numcheck: .numcheck-ignore.yml: line 2: {'0' * 16} is accepted, but not found\n"
    assert said in numcheck("check").stderr
    assert "accepted" not in numcheck("check", "a.md").stderr
    with (project / ".numcheck-ignore.yml").open("a") as file:
        file.write("  path: a.md\n")
    assert said in numcheck("check", "a.md").stderr
    assert "accepted" not in numcheck("check", "sub/b.md").stderr


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("abc:\n  who: x\n", ":1: abc is no fingerprint"),
        (f"{'0' * 16}:\n  who: x\n  when: 2024-05-16\n", f":1: {'0' * 16} does not say why"),
        (WORD.format("0" * 16).replace("16\n", "99\n"), ".when is a day, YYYY-MM-DD"),
        (WORD.format("0" * 16) + "  whom: y\n", "did you mean 'who'?"),
        (f"{'0' * 16}: so\n", "needs who, when, why"),
    ],
)
def test_a_list_that_does_not_say_all_is_refused(
    project: Path, numcheck: Run, text: str, said: str
) -> None:
    (project / ".numcheck-ignore.yml").write_text(text)
    done = numcheck("check")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("numcheck: .numcheck-ignore.yml:")
    assert said in done.stderr


def test_an_idle_sic_is_said_and_a_useful_one_is_not(project: Path, numcheck: Run) -> None:
    (project / "c.txt").write_text("He saw 12 ships [sic].\n\nIt is 300 m (1,200 ft) [sic] long.\n")
    done = numcheck("check", "c.txt")
    assert done.returncode == 0
    said = [line for line in done.stderr.splitlines() if "sic" in line]
    assert said == ["numcheck: c.txt: line 1: [sic] after 12, but nothing contradicts it"]


def test_what_stands_does_not_come_back_as_another_rule(project: Path, numcheck: Run) -> None:
    text = "The coach carried 40 passengers: 31 pupils and 12 teachers, 43 in all, not 40.\n"
    (project / "c.md").write_text(text)
    numcheck("baseline", "c.md")
    assert numcheck("check", "c.md", "--baseline", LIST).returncode == 0
