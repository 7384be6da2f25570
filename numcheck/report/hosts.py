"""Annotations on the lines of a change: GitHub, and GitLab's code quality."""

from __future__ import annotations

import json
from hashlib import sha256
from typing import Any

from numcheck.model.finding import SEVERITIES, Finding
from numcheck.report import View, phrases
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally, many

_COMMANDS = {"error": "error", "warning": "warning", "note": "notice"}
_SHOWN = 10  # annotations that GitHub shows of a level and step; it drops the rest in silence
_GRAVITY = {"error": "major", "warning": "minor", "note": "info"}


class Github:
    """Workflow commands, the gravest first: GitHub shows ten of a level and drops the rest."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.faults: list[str] = []
        self.lines: dict[str, list[str]] = {level: [] for level in reversed(SEVERITIES)}

    def add(self, report: Report) -> str:
        """Take a document's findings; all is written at the end, in order of gravity."""
        path, lined = phrases.in_repository(report.path), phrases.lined(report)
        for fault in report.faults:
            where = {"file": path, "title": phrases.NOT_CHECKED}
            self.faults.append(_command("error", where, f"{report.path}: {fault}"))
        for one in report.listed(self.view.floor):
            self.lines[one.severity].append(_annotation(one, path, lined))
        return ""

    def end(self, tally: Tally) -> str:
        """Return the annotations; in plain words, how many of them GitHub does not show."""
        self.lines["error"][:0] = self.faults
        for path, sentence in tally.idle:
            where = {"file": phrases.in_repository(path), "title": phrases.IDLE}
            self.lines["note"].append(_command("notice", where, f"{path}: {sentence}"))
        said = "".join(line for lines in self.lines.values() for line in lines)
        for level, lines in self.lines.items():
            if len(lines) > _SHOWN:
                said += (
                    f"{many(len(lines), level)} in all; GitHub shows the first {_SHOWN} on the "
                    'change. --output markdown="$GITHUB_STEP_SUMMARY" lists the others.\n'
                )
        return said


def _annotation(one: Finding, path: str, lined: bool) -> str:
    where = {"file": path, "title": one.rule}
    if lined:
        at = one.location
        where |= {"line": str(at.line), "endLine": str(at.end_line)}
        if at.line == at.end_line:  # GitHub takes columns only within one line
            where |= {"col": str(at.column), "endColumn": str(at.end_column)}
    said = [phrases.placed(one, lined), phrases.folded(one.working), phrases.advice(one)]
    if one.quoted:
        said.append(phrases.QUOTED)
    return _command(_COMMANDS[one.severity], where, "\n".join(filter(None, said)))


def _command(name: str, properties: dict[str, str], said: str) -> str:
    given = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {given}::{_data(phrases.clean(said))}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(phrases.clean(text)).replace(":", "%3A").replace(",", "%2C")


class Gitlab:
    """GitLab's code quality report: a list with a fingerprint an entry."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.entries: list[dict[str, Any]] = []

    def add(self, report: Report) -> str:
        """Take a document's findings; the list is written at the end."""
        path, lined = phrases.in_repository(report.path), phrases.lined(report)
        for fault in report.faults:
            self.entries.append(
                _entry(phrases.NOT_CHECKED, phrases.folded(fault), "blocker", (path, 1, 1), fault)
            )
        for one in report.listed(self.view.floor):
            lines = (one.location.line, one.location.end_line) if lined else (1, 1)
            said = " · ".join(filter(None, (phrases.placed(one, lined), phrases.advice(one))))
            gravity = _GRAVITY[one.severity]
            self.entries.append(_entry(one.rule, said, gravity, (path, *lines), one.fingerprint))
        return ""

    def end(self, tally: Tally) -> str:
        """Return the list."""
        return json.dumps(self.entries, ensure_ascii=False, indent=2) + "\n"


def _entry(
    rule: str, said: str, gravity: str, where: tuple[str, int, int], fingerprint: str
) -> dict[str, Any]:
    """Make an entry; GitLab takes two with one fingerprint for one, so the path goes in."""
    path, line, end_line = where
    key = f"{path}\n{rule}\n{fingerprint}"
    return {
        "description": said,
        "check_name": rule,
        "fingerprint": sha256(key.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": gravity,
        "location": {"path": path, "lines": {"begin": line, "end": end_line}},
    }
