"""What GitHub and GitLab read: order, escapes, fingerprints."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

import pytest

from numcheck.check import check_text
from numcheck.record import replace
from numcheck.report import View
from numcheck.report.outcome import Report

COMMAND = re.compile(r"::(error|warning|notice) ([^:]*)::(.*)")


def commands(said: str) -> list[tuple[str, dict[str, str], str]]:
    """Read workflow commands as a runner does."""
    out = []
    for line in said.splitlines():
        match = COMMAND.fullmatch(line)
        if match:
            pairs = dict(pair.split("=", 1) for pair in match[2].split(","))
            given = {key: undone(value, ":", ",") for key, value in pairs.items()}
            out.append((match[1], given, undone(match[3])))
    return out


def undone(text: str, *signs: str) -> str:
    for sign in (*signs, "\r", "\n", "%"):
        text = text.replace(f"%{ord(sign):02X}", sign)
    return text


def test_faults_and_errors_come_first(printed: Callable[..., str]) -> None:
    said = commands(printed("github", floor="note"))
    assert [level for level, _, _ in said] == ["error"] * 5 + ["warning", "notice", "notice"]
    assert said[0][1] == {"file": "desk/lost.docx", "title": "not-checked"}
    assert said[-1][1]["title"] == "idle-suppression"


def test_paths_and_messages_come_back_from_their_escapes(printed: Callable[..., str]) -> None:
    _, given, told = commands(printed("github"))[1]
    assert given == {
        "file": "desk/“neu”, 50%: a.md", "title": "conversion-in-parentheses",
        "line": "3", "endLine": "3", "col": "17", "endColumn": "32",
    }  # fmt: skip
    assert told.splitlines()[:2] == ["300 m is 984 ft, not 1,200 ft", "300 m = 984 ft ≠ 1,200 ft"]


def test_columns_are_given_within_one_line_only(printed: Callable[..., str]) -> None:
    (given,) = (given for _, given, said in commands(printed("github")) if "41 > 40" in said)
    assert (given["line"], given["endLine"]) == ("5", "6")
    assert "col" not in given


def test_a_message_cannot_give_a_command_of_its_own(set_reports: Callable[..., str]) -> None:
    report = check_text("It is 300 m (1,200 ft) long.", "a.md")
    one = replace(report.findings[0], message="x\n::error::y\r100%", rule="a,b=c:\nd")
    said = set_reports("github", [replace(report, findings=(one,))], View())
    assert len(said.splitlines()) == 1
    ((_, given, told),) = commands(said)
    assert told.startswith("x ::error::y 100%")
    assert given["title"] == "a,b=c:\nd"


def test_what_github_drops_is_said(set_reports: Callable[..., str]) -> None:
    many = [check_text("It is 300 m (1,200 ft) long.", f"{n}.md") for n in range(11)]
    last = set_reports("github", many, View()).splitlines()[-1]
    assert last.startswith("11 errors in all; GitHub shows the first 10")
    assert "dropped" not in set_reports("github", many[:10], View())
    assert len(set_reports("github", many[:10], View()).splitlines()) == 10


@pytest.fixture
def entries(printed: Callable[..., str]) -> list[dict[str, Any]]:
    return json.loads(printed("gitlab", floor="note"))  # type: ignore[no-any-return]


def test_gitlab_entries_have_what_it_asks_for(entries: list[dict[str, Any]]) -> None:
    for one in entries:
        assert one.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
        assert one["location"]["lines"]["begin"] >= 1
    assert [one["severity"] for one in entries] == [
        "major", "minor", "major", "major", "info", "major", "blocker",
    ]  # fmt: skip
    assert len({one["fingerprint"] for one in entries}) == len(entries)


def test_the_same_sentence_in_two_files_is_two_entries(set_reports: Callable[..., str]) -> None:
    twice: list[Report] = [
        check_text("It is 300 m (1,200 ft) long.", name) for name in ("a.md", "b.md")
    ]
    first, second = json.loads(set_reports("gitlab", twice, View()))
    assert first["fingerprint"] != second["fingerprint"]


def test_a_fingerprint_outlives_edits_above_it(set_reports: Callable[..., str]) -> None:
    before, after = (
        json.loads(set_reports("gitlab", [check_text(text, "./a.md")], View()))[0]
        for text in ("It is 300 m (1,200 ft) long.", "New.\n\nIt is 300 m (1,200 ft) long.")
    )
    assert before["fingerprint"] == after["fingerprint"]
    assert (before["location"]["lines"]["begin"], after["location"]["lines"]["begin"]) == (1, 3)
    assert before["location"]["path"] == "a.md"
