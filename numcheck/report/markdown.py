"""Markdown for a pull request's comment, or a step's summary."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from numcheck.model.finding import SEVERITIES, Finding
from numcheck.report import View, phrases
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally, many

MARK = "<!-- numcheck report -->"  # by which a script finds its own comment again
_LONGEST = 65_536  # characters in a comment
_SIGNS = re.compile(r"([\\`*_\[\]<>|~])")
_OPENS = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=-]))")
# A comment that quotes "@name" or "#12" would call a person, or link a ticket.
_CALLS = re.compile(r"([@#])(?=\w)")
_BADGES = {"error": "🔴 error", "warning": "🟠 warning", "note": "🔵 note"}


def escaped(text: str) -> str:
    """Return a text on one line that prints as it is, calls nobody and links nothing."""
    said = _SIGNS.sub(r"\\\1", phrases.folded(text).replace("&", "&amp;"))
    said = _CALLS.sub("\\1&#8203;", _OPENS.sub(r"\1\\", said))
    # Between two dollars GitHub sets mathematics.
    return said.replace("$", "<span>$</span>").replace("://", ":&#8203;//")


def code(text: str) -> str:
    """Return a text as code, fenced by one tick more than it has in a row."""
    said = phrases.folded(text)
    longest = max((len(ticks) for ticks in re.findall("`+", said)), default=0)
    fence = "`" * (longest + 1)
    pad = " " if longest else ""
    return f"{fence}{pad}{said}{pad}{fence}"


class Markdown:
    """The counts, the findings with their sums, then all that was checked, folded away.

    What a comment has no room for is cut: first the list of what was checked, then the details.
    """

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.found: dict[str, list[Finding]] = {}
        self.checked: list[Finding] = []

    def add(self, report: Report) -> str:
        """Take a document's findings and checks; all is written at the end."""
        shown = report.listed(self.view.floor)
        if shown:
            self.found.setdefault(report.path, []).extend(shown)
        self.checked += [one for one in report.others(shown) if one.verdict != "broken"]
        return ""

    def end(self, tally: Tally) -> str:
        """Return the page."""
        head = f"{MARK}\n### numcheck: {_verdict(tally)}\n\n{escaped(str(tally))}\n\n"
        head += _listed("Not checked", tally.faults)
        head += _listed("Suppresses nothing any more", tally.idle)
        room = _LONGEST - len(head) - 200
        body = _fitted(list(self._findings()), room)
        room -= len(body)
        return head + body + _checks(self.checked, room)

    def _findings(self) -> Iterator[tuple[str, str]]:
        """Yield the findings in full, and on one line each, for want of room."""
        for path, findings in self.found.items():
            head = f"\n#### {escaped(path)}\n\n"
            for one in findings:
                yield head + _in_full(one), head + _on_a_line(one)
                head = ""


def _verdict(tally: Tally) -> str:
    """Return the outcome in a few words."""
    said = [
        many(tally.findings[level], level)
        for level in reversed(SEVERITIES)
        if tally.findings[level]
    ]
    if tally.faults:
        said.append(f"{many(len(tally.faults), 'fault')}, so not all was checked")
    return ", ".join(said) or "the figures fit"


def _listed(title: str, told: Sequence[tuple[str, str]]) -> str:
    """Return sentences about files under a title, as many as a comment has room for."""
    said = [f"- **{escaped(path)}**: {escaped(sentence)}\n" for path, sentence in told[:50]]
    if len(told) > len(said):
        said.append(f"- and {len(told) - len(said):,} more\n")
    return f"**{title}**\n\n{''.join(said)}\n" if said else ""


def _on_a_line(one: Finding) -> str:
    where = escaped(phrases.place(one))
    return f"- {_BADGES[one.severity]} · {where} · {escaped(phrases.message(one))}\n"


def _in_full(one: Finding) -> str:
    said = _on_a_line(one).rstrip() + f" · {code(one.rule)}\n"
    if one.sentence:
        said += f"  > {_marked(one)}\n\n"
    said += f"  {code(one.working)}\n" if one.working else ""
    offers = [
        code(offer.text) + (f" in place of {escaped(offer.instead)}" if offer.instead else "")
        for offer in phrases.offers(one)
    ]
    if offers:
        said += f"  <br>It would fit with {', or '.join(offers)}.\n"
    return said + (f"  <br>{escaped(phrases.QUOTED)}\n" if one.quoted else "")


def _marked(one: Finding) -> str:
    """Return the sentence with its figures in bold."""
    said, at = "", 0
    for mark in one.marks:
        if mark.start >= at:
            said += _edged(one.sentence[at : mark.start])
            said += f"<b>{escaped(mark.cut(one.sentence))}</b>"
            at = mark.end
    return said + _edged(one.sentence[at:])


def _edged(text: str) -> str:
    """Return a stretch of a sentence with a space at each end where it has one."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return left + escaped(text) + right


def _fitted(findings: list[tuple[str, str]], room: int) -> str:
    """Return as many findings in full as there is room for while all others have a line."""
    lines = sum(len(line) for _, line in findings)
    said = ""
    for number, (whole, line) in enumerate(findings):
        lines -= len(line)
        chosen = whole if len(said) + len(whole) + lines <= room else line
        if len(said) + len(chosen) > room:
            return said + f"\nand {many(len(findings) - number, 'finding')} more\n\n"
        said += chosen
    return said + "\n" * bool(said)


def _checks(checks: list[Finding], room: int) -> str:
    """Return the table of what was checked, folded away; as many rows as there is room for."""
    if not checks:
        return ""
    head = (
        f"<details><summary>What else was checked ({len(checks):,})</summary>\n\n"
        "| where | rule | the sum | |\n|---|---|---|---|\n"
    )
    foot = "\n</details>\n"
    rows, left = "", room - len(head) - len(foot) - 40
    for number, one in enumerate(checks):
        where = escaped(f"{one.path}: {phrases.place(one)}")
        row = f"| {where} | {escaped(one.rule)} | {escaped(phrases.working(one))} "
        row += f"| {phrases.VERDICTS[one.verdict]} |\n"
        if len(row) > left:
            rows += f"| and {len(checks) - number:,} more | | | |\n"
            break
        left -= len(row)
        rows += row
    return head + rows + foot if room > len(head) + len(foot) + 100 else ""
