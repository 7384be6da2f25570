"""The whole walk on one page: text to findings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from numcheck import desk, shelf
from numcheck.config import Config
from numcheck.extract import annotate
from numcheck.judge import judge
from numcheck.read import read_bytes, read_text
from numcheck.relate import relate
from numcheck.report.outcome import Report

if TYPE_CHECKING:
    from numcheck.judge import Decision
    from numcheck.judge.rule import Rule
    from numcheck.model.document import Document
    from numcheck.model.passage import Passage
    from numcheck.model.quantity import Quantity
    from numcheck.model.relation import Relation


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
    wish = config or Config()
    chosen = shelf.rules(wish) if rules is None else rules
    walk = walk_through(document, chosen, date, locale or wish.locale)
    edited = desk.edit(walk.decisions, walk.passage, chosen, wish)
    undecided = sum(decision.verdict == "undecided" for decision in walk.decisions)
    return Report(
        document.name,
        findings=edited.findings,
        decided=edited.checks,
        figures=sum(len(sentence.quantities) for sentence in walk.passage.figured),
        claims=len(walk.decisions) - undecided,
        undecided=undecided,
        suppressed=edited.suppressed,
        faults=walk.faults,
        idle=edited.idle,
        passage=walk.passage,
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
