"""The copy desk: which decisions become findings, and how grave they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from numcheck.model.finding import SEVERITIES, Correction, FigureShown, Finding
from numcheck.model.span import Span

if TYPE_CHECKING:
    from numcheck.config import Config
    from numcheck.judge import Decision
    from numcheck.judge.rule import Rule
    from numcheck.model.document import Document
    from numcheck.model.finding import Severity
    from numcheck.model.passage import Passage
    from numcheck.model.quantity import Quantity

# "[sic]" may stand after the noun that the figure counts: "114 drones [sic]".
_SIC = r"[)\]\"”’]?\s{0,3}(?:[^\W\d_]{1,30}\s){0,2}\[sic\]"
_FARTHEST = 80

Ignored = tuple[str, Span]

try:  # hashlib opens OpenSSL, which is 4 ms of every start; random.py does the same
    from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from hashlib import sha256


class Edited(NamedTuple):
    """What the desk makes of a document's decisions.

    `checks` gives all of them as findings; they are worded when that is called.
    """

    findings: tuple[Finding, ...]
    checks: Callable[[], tuple[Finding, ...]]
    suppressed: int
    idle: tuple[str, ...]


def edit(
    decisions: Sequence[Decision], passage: Passage, rules: Sequence[Rule], wish: Config
) -> Edited:
    """Word what is broken, and take out what is suppressed or told twice."""
    seen: dict[str, int] = {}
    broken = [
        (one, _finding(one, passage, wish, seen)) for one in decisions if one.verdict == "broken"
    ]
    used: set[Ignored] = set()
    kept = [
        finding
        for decision, finding in broken
        if not _suppressed(decision, finding, passage.document, wish, used)
    ]

    def checks() -> tuple[Finding, ...]:
        numbers = dict(seen)
        rest = (one for one in decisions if one.verdict != "broken")
        passed = [_finding(one, passage, wish, numbers) for one in rest]
        return _in_order([*(finding for _, finding in broken), *passed])

    return Edited(
        findings=_in_order(_one_each(kept)),
        checks=checks,
        suppressed=len(broken) - len(kept),
        idle=tuple(_idle(passage.document, used, rules)),
    )


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.location.start))


def _finding(decision: Decision, passage: Passage, wish: Config, seen: dict[str, int]) -> Finding:
    """Put a decision into the words and offsets of the file."""
    document, relation, rule = passage.document, decision.relation, decision.rule.id
    figures = list(relation.figures())
    sentence, marks = _sentence([quantity for _, quantity in figures], passage)
    severity: Severity = wish.severity.get(rule, decision.severity)
    message = decision.message
    if decision.verdict == "strained":
        severity = "note"
    if relation.quoted:
        severity, message = _lower(severity), f"{message} (in a quotation)" if message else ""
    back = document.source.back
    return Finding(
        rule=rule,
        verdict=decision.verdict,
        severity=severity,
        path=document.name,
        location=document.locate(relation.span),
        figures=tuple(FigureShown(role, one.text, back(one.span)) for role, one in figures),
        message=message,
        working=decision.working,
        suggestion=tuple(Correction(back(span), text) for span, text in decision.suggestion),
        fingerprint=_fingerprint(rule, sentence, seen),
        sentence=sentence,
        marks=marks,
    )


def _lower(severity: Severity) -> Severity:
    return SEVERITIES[max(0, SEVERITIES.index(severity) - 1)]


def _sentence(quantities: list[Quantity], passage: Passage) -> tuple[str, tuple[Span, ...]]:
    """Return the sentences that the figures stand in, and where in them the figures are.

    Sentences that do not follow each other are joined by an ellipsis.
    """
    said, begins = "", {}
    last = None
    for number in sorted({quantity.sentence for quantity in quantities}):
        sentence = passage.sentences[number]
        if last is not None:
            said += " " if number == last + 1 else " … "
        print_ = sentence.span.cut(sentence.text)
        begins[number] = len(said) - sentence.span.start - (len(print_) - len(print_.lstrip()))
        said += print_.strip()
        last = number
    marks = [
        Span(one.span.start + begins[one.sentence], one.span.end + begins[one.sentence])
        for one in quantities
    ]
    return said, tuple(sorted(marks))


def _fingerprint(rule: str, sentence: str, seen: dict[str, int]) -> str:
    """Return what stays the same when other parts of the file are edited."""
    key = f"{rule}\n{' '.join(sentence.casefold().split())}"
    seen[key] = number = seen.get(key, 0) + 1
    digest: str = sha256(f"{key}\n{number}".encode("utf-8", "surrogatepass")).hexdigest()
    return digest[:16]


def _suppressed(
    decision: Decision, finding: Finding, document: Document, wish: Config, used: set[Ignored]
) -> bool:
    """Say whether the document, an editor's [sic] or the configuration lets a finding stand.

    What the document says is gathered in `used`.
    """
    spans = [quantity.span for _, quantity in decision.relation.figures()]
    here = {
        (rule, stretch)
        for rule, stretch in document.ignored
        if rule in ("*", finding.rule) and any(stretch.touches(span) for span in spans)
    }
    used |= here
    return (
        bool(here)
        or finding.fingerprint in wish.accepted
        or any(_sic_after(document.text, span.end) for span in spans)
    )


def _sic_after(text: str, at: int) -> bool:
    follows = text[at : at + _FARTHEST].lower()
    return "[sic]" in follows and re.match(_SIC, follows) is not None


def _idle(document: Document, used: set[Ignored], rules: Sequence[Rule]) -> Iterator[str]:
    """Say which of the document's suppressions suppress nothing, though their rule has run."""
    ran = {"*", *(rule.id for rule in rules)}
    for rule, stretch in document.ignored:
        if rule in ran and (rule, stretch) not in used:
            where = document.locate(stretch)
            what = "every rule" if rule == "*" else rule
            yield f"line {where.line}: {what} is switched off from here, but finds nothing"


def _one_each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Keep one finding a contradiction.

    Of two findings, the figures of one all among those of the other, the graver stays; of equally
    grave ones that with fewer figures, since it says more closely where the contradiction lies;
    of those the first.
    """
    ranked = sorted(
        findings,
        key=lambda one: (-SEVERITIES.index(one.severity), len(one.figures)),
    )
    at: dict[Span, list[frozenset[Span]]] = {}
    for finding in ranked:
        mine = frozenset(figure.span for figure in finding.figures)
        others = [other for span in mine for other in at.get(span, ())]
        if any(mine <= other or other <= mine for other in others):
            continue
        for span in mine:
            at.setdefault(span, []).append(mine)
        yield finding
