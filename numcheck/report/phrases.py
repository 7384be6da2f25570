"""What every report says alike: verdicts, messages, corrections."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from numcheck.named import NamedTuple

if TYPE_CHECKING:
    from numcheck.model.finding import Finding
    from numcheck.report.outcome import Report

VERDICTS = {
    "broken": "does not fit",
    "strained": "fits only at a stretch",
    "holds": "fits",
    "undecided": "could not be decided",
}
QUOTED = (
    "It stands in a quotation: what was said is not the writer's to mend. "
    "[sic] after the figure lets it stand."
)
NOT_CHECKED = "not-checked"
IDLE = "idle-suppression"
# Signs that XML does not allow and a log would obey.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")


class Offer(NamedTuple):
    """A correction: what to print, and in place of what, where that is known."""

    text: str
    instead: str


def clean(text: str) -> str:
    """Return a text with a sign in place of every character that cannot be printed."""
    return _UNPRINTABLE.sub("\ufffd", text)


def folded(text: str) -> str:
    """Return a text on one line, clean."""
    return " ".join(clean(text).split())


def message(one: Finding) -> str:
    """Return what a reader is told of a finding; if it is only strained, that it is."""
    said = folded(one.message)
    if one.verdict == "strained":
        return f"{VERDICTS['strained']}: {said}"
    return said


def placed(one: Finding, lined: bool) -> str:
    """Return the message with the name of its place, where the file has no lines."""
    said = message(one)
    return said if lined or not one.location.label else f"{said} ({one.location.label})"


def working(one: Finding) -> str:
    """Return the sum of a check; where none was made, its figures."""
    return folded(one.working or ", ".join(figure.text for figure in one.figures))


def offers(one: Finding) -> Iterator[Offer]:
    """Yield what would make a finding right."""
    printed = {figure.span: figure.text for figure in one.figures}
    for correction in one.suggestion:
        yield Offer(folded(correction.text), folded(printed.get(correction.span, "")))


def advice(one: Finding) -> str:
    """Return the corrections in one sentence; nothing where none is known."""
    said = [
        f"{offer.text} in place of {offer.instead}" if offer.instead else offer.text
        for offer in offers(one)
    ]
    return f"It would fit with {', or '.join(said)}." if said else ""


def place(one: Finding) -> str:
    """Return where a finding stands, in words."""
    where = one.location
    return where.label or f"line {where.line}, column {where.column}"


def in_repository(path: str) -> str:
    """Return a path as code hosts write it."""
    import os

    return path.replace(os.sep, "/").removeprefix("./")


def lined(report: Report) -> bool:
    """Say whether the document is a text, with lines and columns."""
    proof = report.proof()
    return proof is not None and bool(proof.printed)


def others(report: Report, shown: list[Finding]) -> list[Finding]:
    """Return the checks to list beside the findings: neither shown nor let stand."""
    return [one for one in report.others(shown) if one.leave is None]
