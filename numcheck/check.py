"""The whole walk on one page: text to findings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from numcheck import config as wishes
from numcheck import shelf
from numcheck.extract import annotate
from numcheck.judge import judge
from numcheck.model.finding import SEVERITIES, Correction, FigureShown, Finding
from numcheck.model.span import Span
from numcheck.read import read_bytes, read_text
from numcheck.relate import relate
from numcheck.report.outcome import Report

if TYPE_CHECKING:
    from numcheck.config import Config
    from numcheck.judge import Decision
    from numcheck.judge.rule import Rule
    from numcheck.model.document import Document
    from numcheck.model.finding import Severity
    from numcheck.model.passage import Passage
    from numcheck.model.quantity import Quantity
    from numcheck.model.relation import Relation

# "[sic]" may stand after the noun that the figure counts: "114 drones [sic]".
_SIC = re.compile(r"[)\]\"”’]?\s{0,3}(?:[^\W\d_]{1,30}\s){0,2}\[sic\]", re.IGNORECASE)

try:  # hashlib opens OpenSSL, which is 4 ms of every start; random.py does the same
    from _sha2 import sha256  # type: ignore[import-not-found,unused-ignore]
except ImportError:
    try:
        from _sha256 import sha256  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        from hashlib import sha256


class Walk(NamedTuple):
    """Everything that was seen on the way from a text to its decisions."""

    passage: Passage
    relations: Sequence[Relation]
    decisions: list[Decision]
    faults: tuple[str, ...]


def check_text(
    text: str,
    name: str = "<text>",
    format: str = "plain",
    date: str | None = None,
    locale: str | None = None,
    rules: Sequence[Rule] | None = None,
    config: Config | None = None,
) -> Report:
    """Check a text; without `rules`, by those that `config` asks for, else by the built-in ones."""
    return check_document(read_text(text, name, format), date, locale, rules, config)


def check_file(
    path: str,
    format: str | None = None,
    date: str | None = None,
    locale: str | None = None,
    rules: Sequence[Rule] | None = None,
    config: Config | None = None,
) -> Report:
    """Check a file, read as its name says; raises OSError or `read.Unreadable`."""
    with open(path, "rb") as file:
        data = file.read()
    return check_bytes(data, str(path), format, date, locale, rules, config)


def check_bytes(
    data: bytes,
    name: str,
    format: str | None = None,
    date: str | None = None,
    locale: str | None = None,
    rules: Sequence[Rule] | None = None,
    config: Config | None = None,
) -> Report:
    """Check a file's bytes, read as its name says; raises `read.Unreadable`."""
    return check_document(read_bytes(data, name, format), date, locale, rules, config)


def extract_text(
    text: str, name: str = "<text>", format: str = "plain", locale: str | None = None
) -> list[Quantity]:
    """Return the figures of a text, in order, with unit, noun and hedge."""
    passage = annotate(read_text(text, name, format), locale)
    return Report(name, passage=passage).quantities


def extract_file(path: str, data: bytes | None = None, locale: str | None = None) -> Report:
    """Extract the figures of a file, or of `data` by that name; the report has no checks."""
    if data is None:
        with open(path, "rb") as file:
            data = file.read()
    return Report(path, passage=annotate(read_bytes(data, path), locale))


def check_document(
    document: Document,
    date: str | None = None,
    locale: str | None = None,
    rules: Sequence[Rule] | None = None,
    config: Config | None = None,
) -> Report:
    """Check a document that has been read."""
    wish = config or wishes.Config()
    chosen = shelf.rules(wish) if rules is None else rules
    walk = walk_through(document, chosen, date, locale or wish.locale)
    passage = walk.passage
    seen: dict[str, int] = {}
    pairs = [(one, _finding(one, passage, wish, seen)) for one in walk.decisions]
    broken = [pair for pair in pairs if pair[1].verdict == "broken"]
    kept = [pair for pair in broken if not _suppressed(*pair, document, wish)]
    return Report(
        document.name,
        findings=tuple(sorted(_one_each(kept), key=lambda finding: finding.location.start)),
        checks=tuple(sorted((pair[1] for pair in pairs), key=lambda one: one.location.start)),
        figures=sum(len(sentence.quantities) for sentence in passage.figured),
        suppressed=len(broken) - len(kept),
        faults=walk.faults,
        passage=passage,
    )


def walk_through(
    document: Document, rules: Sequence[Rule], date: str | None = None, locale: str | None = None
) -> Walk:
    """Take a document through extract, relate and judge, and keep what each of them saw."""
    passage = annotate(document, locale)
    relations = relate(passage, date or document.date, locale)
    decisions, faults = _decide(rules, relations)
    return Walk(passage, relations, decisions, faults)


def _decide(
    rules: Sequence[Rule], relations: Sequence[Relation]
) -> tuple[list[Decision], tuple[str, ...]]:
    """Judge; where a rule crashes, let each rule judge alone, and name the one at fault."""
    try:
        return list(judge(rules, relations)), ()
    except Exception:
        decisions: list[Decision] = []
        faults: list[str] = []
        for rule in rules:
            try:
                decisions += judge((rule,), relations)
            except Exception as crash:
                faults.append(f"the rule {rule.id} crashed ({type(crash).__name__}: {crash})")
        return decisions, tuple(faults)


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


def _suppressed(decision: Decision, finding: Finding, document: Document, wish: Config) -> bool:
    """Say whether the document, an editor's [sic] or the configuration lets a finding stand."""
    if finding.fingerprint in wish.accepted:
        return True
    spans = [quantity.span for _, quantity in decision.relation.figures()]
    for rule, stretch in document.ignored:
        if rule in ("*", finding.rule) and any(stretch.touches(one) for one in spans):
            return True
    return any(_SIC.match(document.text, span.end) for span in spans)


def _one_each(pairs: Iterable[tuple[Decision, Finding]]) -> Iterator[Finding]:
    """Keep one finding a contradiction.

    Of two findings, the figures of one all among those of the other, the graver stays; of equally
    grave ones that with fewer figures, since it says more closely where the contradiction lies;
    of those the first.
    """
    ranked = sorted(
        (finding for _, finding in pairs),
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
