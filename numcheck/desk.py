"""The copy desk: which decisions become findings, and how grave they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from numcheck.digest import digest
from numcheck.model.finding import SEVERITIES, Correction, FigureShown, Finding, Leave
from numcheck.model.span import Span
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.report.outcome import crashed

if TYPE_CHECKING:
    from numcheck.config import Config
    from numcheck.judge import Decision
    from numcheck.judge.rule import Rule
    from numcheck.model.finding import Severity
    from numcheck.model.passage import Passage
    from numcheck.model.quantity import Quantity

# "[sic]" may stand after the noun that the figure counts: "114 drones [sic]".
_SIC = r"[)\]\"”’]?\s{0,3}(?:[^\W\d_]{1,30}\s){0,2}\[sic\]"
_FARTHEST = 80


class Edited(NamedTuple):
    """What the desk makes of a document's decisions.

    `checks` gives all of them as findings; most are worded only when that is called.
    """

    findings: tuple[Finding, ...]
    checks: Callable[[], tuple[Finding, ...]]
    suppressed: int
    idle: tuple[str, ...]
    faults: tuple[str, ...]
    stood: tuple[str, ...]


def edit(
    decisions: Sequence[Decision], passage: Passage, rules: Sequence[Rule], wish: Config
) -> Edited:
    """Word what is broken, and take out what is suppressed or told twice."""
    desk = _Desk(passage, wish)
    broken = [desk.broken(one) for one in decisions if one.verdict == "broken"]
    # What the project lets stand keeps its place among what is told twice: or the same
    # contradiction would come back under the name of another rule.
    candidates = [one for one in broken if one.leave is None or one.leave.by == "project"]
    kept = [finding for finding in _one_each(candidates) if finding.leave is None]
    faults = tuple(desk.faults)

    def checks() -> tuple[Finding, ...]:
        rest = [desk.finding(one) for one in decisions if one.verdict != "broken"]
        return _in_order([*broken, *rest])

    return Edited(
        findings=_in_order(kept),
        checks=checks,
        suppressed=sum(finding.leave is not None for finding in broken),
        idle=tuple(desk.idle(rules)),
        faults=faults,
        stood=tuple(one.fingerprint for one in candidates if one.leave is not None),
    )


class _Desk:
    """One document's desk: how often a sentence was met, which suppressions were of use."""

    def __init__(self, passage: Passage, wish: Config) -> None:
        self.passage = passage
        self.document = passage.document
        self.wish = wish
        self.met: dict[str, int] = {}
        self.used: set[tuple[str, Span]] = set()
        self.meant: set[int] = set()  # where figures end whose [sic] was of use
        self.faults: list[str] = []

    def broken(self, decision: Decision) -> Finding:
        """Put a broken decision into words, with the reason to let it stand, if there is one."""
        finding = self.finding(decision)
        leave = self.leave(decision, finding)
        return finding if leave is None else replace(finding, leave=leave)

    def finding(self, decision: Decision) -> Finding:
        """Put a decision into the words and offsets of the file."""
        relation, rule = decision.relation, decision.rule.id
        figures = list(relation.figures())
        sentence, marks = _sentence([quantity for _, quantity in figures], self.passage)
        message, working, suggestion = self.wording(decision)
        back = self.document.source.back
        return Finding(
            rule=rule,
            verdict=decision.verdict,
            severity=self.severity(decision),
            path=self.document.name,
            location=self.document.locate(relation.span),
            figures=tuple(
                FigureShown(role, one.text, back(one.span), one.span) for role, one in figures
            ),
            message=message,
            working=working,
            suggestion=tuple(Correction(back(span), text) for span, text in suggestion),
            fingerprint=self.fingerprint(rule, sentence),
            sentence=sentence,
            marks=marks,
            quoted=relation.quoted,
        )

    def severity(self, decision: Decision) -> Severity:
        """Return the rule's severity, or the project's; a quotation lowers it by a step."""
        if decision.verdict == "strained":
            return "note"
        severity = self.wish.severity.get(decision.rule.id, decision.severity)
        step = 1 if decision.relation.quoted else 0
        return SEVERITIES[max(0, SEVERITIES.index(severity) - step)]

    def wording(self, decision: Decision) -> tuple[str, str, tuple[tuple[Span, str], ...]]:
        """Return message, sum and corrections; no finding is lost because they cannot be said."""
        try:
            message, working = _one_line(decision.message), _one_line(decision.working)
            said = message, working, decision.suggestion
        except Exception as crash:
            self.faults.append(crashed(f"the wording of {decision.rule.id}", crash))
            said = decision.rule.rule, "", ()
        quoted = decision.relation.quoted and decision.verdict in ("broken", "strained")
        return (f"{said[0]} (in a quotation)", *said[1:]) if quoted else said

    def fingerprint(self, rule: str, sentence: str) -> str:
        """Return what stays the same when other parts of the file are edited."""
        key = f"{rule}\n{' '.join(sentence.casefold().split())}"
        self.met[key] = number = self.met.get(key, 0) + 1
        return digest(f"{key}\n{number}".encode("utf-8", "surrogatepass"))[:16]

    def leave(self, decision: Decision, finding: Finding) -> Leave | None:
        """Say why the document, an editor's [sic] or the configuration lets it stand."""
        spans = [quantity.span for _, quantity in decision.relation.figures()]
        here = {
            (rule, stretch)
            for rule, stretch in self.document.ignored
            if rule in ("*", finding.rule) and any(stretch.touches(span) for span in spans)
        }
        self.used |= here
        if here:
            return Leave("file")
        meant = {span.end for span in spans if _sic_after(self.document.text, span.end)}
        self.meant |= meant
        if meant:
            return Leave("file", "[sic]")
        if finding.fingerprint in self.wish.accepted:
            return Leave("project", self.wish.accepted[finding.fingerprint])
        return None

    def idle(self, rules: Sequence[Rule]) -> Iterator[str]:
        """Say which of the document's suppressions suppress nothing, though their rule has run."""
        ignored = self.document.ignored
        ran = {"*", *(rule.id for rule in rules)} if ignored else {"*"}
        for rule, stretch in ignored:
            if rule in ran and (rule, stretch) not in self.used:
                line = self.document.locate(stretch).line
                what = "every rule" if rule == "*" else rule
                yield f"line {line}: {what} is switched off from here, but finds nothing"
        yield from self._idle_sics()

    def _idle_sics(self) -> Iterator[str]:
        """Say which figures have a [sic] after them, though nothing contradicts them."""
        text = self.document.text
        if "]" not in text or "sic]" not in text.casefold():
            return
        met: dict[int, Quantity] = {}
        for figure in self.passage.quantities:
            if _sic_after(text, figure.span.end):
                met[text.find("]", figure.span.end)] = figure
        useful = {text.find("]", end) for end in self.meant}
        for at, figure in met.items():
            if at not in useful:
                line = self.document.locate(figure.span).line
                yield f"line {line}: [sic] after {figure.text}, but nothing contradicts it"


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
        printed = sentence.span.cut(sentence.text)
        begins[number] = len(said) - sentence.span.start - (len(printed) - len(printed.lstrip()))
        said += printed.strip()
        last = number
    marks = [
        Span(one.span.start + begins[one.sentence], one.span.end + begins[one.sentence])
        for one in quantities
    ]
    return said, tuple(sorted(marks))


def _one_line(said: str) -> str:
    """Return a sentence whose figures may run over the end of a line, with one space there."""
    if "\n" not in said and "\r" not in said:
        return said
    return " ".join(part for line in said.splitlines() if (part := line.strip(" \t")))


def _sic_after(text: str, at: int) -> bool:
    follows = text[at : at + _FARTHEST].lower()
    return "[sic]" in follows and re.match(_SIC, follows) is not None


def _one_each(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Keep one finding a contradiction.

    Of two findings, the figures of one all among those of the other, the graver stays; of equally
    grave ones that with fewer figures, since it says more closely where the contradiction lies;
    of those the first.
    """
    ranked = sorted(findings, key=lambda one: (-SEVERITIES.index(one.severity), len(one.figures)))
    at: dict[Span, list[frozenset[Span]]] = {}
    for finding in ranked:
        mine = frozenset(figure.span for figure in finding.figures)
        others = [other for span in mine for other in at.get(span, ())]
        if any(mine <= other or other <= mine for other in others):
            continue
        for span in mine:
            at.setdefault(span, []).append(mine)
        yield finding


def _in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(sorted(findings, key=lambda finding: finding.location.start))
