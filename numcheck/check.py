"""The whole walk on one page: text to findings."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, TypeVar

from numcheck import desk, shelf
from numcheck.config import BrokenConfig, Config, shown
from numcheck.extract import annotate
from numcheck.judge import judge
from numcheck.named import NamedTuple
from numcheck.read import read_bytes, read_text
from numcheck.relate import FINDERS, LAST, relate
from numcheck.relate.setting import Setting
from numcheck.report.outcome import Report, crashed

if TYPE_CHECKING:
    from numcheck.judge import Decision
    from numcheck.judge.rule import Rule
    from numcheck.model.document import Document
    from numcheck.model.passage import Passage
    from numcheck.model.quantity import Quantity
    from numcheck.model.relation import Relation
    from numcheck.model.unit import Unit
    from numcheck.parlance import Parlance

_Part = TypeVar("_Part")
_Result = TypeVar("_Result")


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
    fields = config.fields if config else ()
    return check_document(read_text(text, name, format, fields), date, locale, rules, config)


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
    fields = config.fields if config else ()
    return check_document(read_bytes(data, name, format, fields), date, locale, rules, config)


def extract_text(
    text: str, name: str = "<text>", format: str = "plain", locale: str | None = None
) -> list[Quantity]:
    """Return the figures of a text, in order, with unit, noun and hedge."""
    passage = annotate(read_text(text, name, format), locale)
    return Report(name, passage=passage).quantities


def extract_file(
    path: str, data: bytes | None = None, locale: str | None = None, config: Config | None = None
) -> Report:
    """Extract the figures of a file, or of `data` by that name; the report has no checks."""
    if data is None:
        with open(path, "rb") as file:
            data = file.read()
    fields = config.fields if config else ()
    return Report(path, passage=annotated(read_bytes(data, path, None, fields), locale, config))


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
    walk = walk_through(document, chosen, date, locale or wish.locale, wish)
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
        faults=(*walk.faults, *edited.faults),
        idle=edited.idle,
        passage=walk.passage,
        stood=edited.stood,
    )


def own_units(wish: Config) -> Mapping[str, Unit]:
    """Return a project's own units, and its other words for units, by spelling.

    Raises BrokenConfig.
    """
    at = "units"
    try:
        units = _spelt(wish.units) if wish.units else {}
        at = "words"
        said = _parlance(wish)
        return {**units, **said.units} if said and said.units else units
    except ValueError as fault:
        raise BrokenConfig(f"{shown(wish.path)}: {at}: {fault}") from fault


@cache
def _spelt(units: tuple[str, ...]) -> Mapping[str, Unit]:
    from numcheck.lexicon.rare import spell

    return spell(units)


def _parlance(wish: Config) -> Parlance | None:
    if not wish.words:
        return None
    from numcheck.parlance import understood

    return understood(tuple(wish.words.items()))


def walk_through(
    document: Document,
    rules: Sequence[Rule],
    date: str | None = None,
    locale: str | None = None,
    wish: Config | None = None,
) -> Walk:
    """Take a document through extract, relate and judge, and keep what each of them saw.

    Where a finder or a rule crashes, the others run nevertheless, and the faults name it.
    """
    # Nothing dies before the end of a walk. Looking for the dead again and again, in all that
    # grows, made ten times the text cost thirteen times as much.
    collects = gc.isenabled()
    gc.disable()
    try:
        passage = annotated(document, locale, wish)
        return _walk(passage, rules, Setting(date or document.date, locale))
    finally:
        if collects:
            gc.enable()


def _walk(passage: Passage, rules: Sequence[Rule], setting: Setting) -> Walk:
    faults: list[str] = []
    try:
        relations = relate(passage, setting.date, setting.locale)
    except Exception:
        relations = _apart(FINDERS, lambda find: find(passage, setting), faults)
        known = tuple(relations)
        relations += _apart((LAST,), lambda find: find(passage, known), faults)
    try:
        decisions = list(judge(rules, relations))
    except Exception:
        decisions = _apart(rules, lambda rule: judge((rule,), relations), faults)
    return Walk(passage, relations, decisions, tuple(faults))


def annotated(document: Document, locale: str | None, wish: Config | None) -> Passage:
    """Read the figures of a document, in the words of a project; raises BrokenConfig."""
    if wish is None:
        return annotate(document, locale)
    passage = annotate(document, locale or wish.locale, own_units(wish))
    said = _parlance(wish)
    if said is None:
        return passage
    from numcheck.parlance import settle

    return settle(passage, said)


def _apart(
    parts: Iterable[_Part], run: Callable[[_Part], Iterable[_Result]], faults: list[str]
) -> list[_Result]:
    """Run each part alone; those that crash are named among the faults."""
    results: list[_Result] = []
    for part in parts:
        try:
            results += run(part)
        except Exception as crash:
            name = getattr(part, "id", None) or getattr(part, "__module__", str(part))
            faults.append(crashed(f"the check {name}", crash))
    return results
