"""Labelled lines: a total, and the lines that add up to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import group_of, is_person
from numcheck.relate.wording import comparable

_LONGEST_LABEL = 12
_MOST_LINES = 40
_FEW = 10  # lines of which some may come to a total
_ROUND = 1000  # "366,000 tonnes" over lines of 1 and 366,000
_SUMS = frozenset({"count", "number", "measure", "money"})


class Line(NamedTuple):
    """A labelled line: its sentence, the words before the colon, and its figures."""

    sentence: Sentence
    label: list[str]
    entries: tuple[Quantity, ...]


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every total among labelled lines, with the lines that belong to it."""
    lines = list(labelled(passage))
    for at, line in enumerate(lines):
        if _is_total(line):
            yield from _below(lines, at) or _above(lines, at)


def labelled(passage: Passage) -> Iterator[Line]:
    """Yield the labelled lines of a text, a paragraph each; others in between break a run."""
    sentences = passage.sentences
    for sentence in passage.figured:
        at = sentence.index
        if at and sentences[at - 1].paragraph == sentence.paragraph:
            continue
        if at + 1 < len(sentences) and sentences[at + 1].paragraph == sentence.paragraph:
            continue
        colon = sentence.text.find(":", *sentence.span)
        if colon < 0 or colon - sentence.span.start > 80:
            continue
        words = sentence.words
        mark = words.index(":")
        if 0 < mark <= _LONGEST_LABEL:
            yield Line(sentence, words[:mark], tuple(_entries(sentence, mark + 1)))


def _entries(sentence: Sentence, first: int) -> Iterator[Quantity]:
    """Yield the amounts of a line that stand outside brackets; none where one is a rate."""
    depth, at, words = 0, first, sentence.words
    found: list[Quantity] = []
    for quantity in sentence.quantities:
        if quantity.first < first:
            continue
        for word in words[at : quantity.first]:
            depth += (word in "([") - (word in ")]")
        at = quantity.first
        if depth <= 0 and quantity.kind in _SUMS and quantity.value is not None:
            found.append(quantity)
    # "0.96 male(s)/female", "13 places per school"
    rate = any(word in ("/", "per", "each") for word in words[first:])
    yield from () if rate else found


def _is_total(line: Line) -> bool:
    if len(line.entries) != 1 or line.entries[0].hedge:
        return False
    if not any(word in lexicon.words("cues/ledgers", "total") for word in line.label):
        return False
    unit = line.entries[0].unit
    return _adds(line) and (unit is None or "/" not in unit.dimension)


def _adds(line: Line) -> bool:
    no_sum = lexicon.words("cues/ledgers", "no_sum")
    return not any(word in no_sum for word in line.label)


def _below(lines: Sequence[Line], at: int) -> list[Relation]:
    """Return the tie of a total with the lines under it, if they are its parts."""
    total, noun = lines[at], lines[at].label[-1]
    parts: list[Line] = []
    named = 0  # how many lines come before one that names the total's own noun again
    for above, line in pairwise(lines[at : at + _MOST_LINES]):
        if line.sentence.paragraph != above.sentence.paragraph + 1:
            break
        if _inside(line):
            continue
        if not _part(line, total) or (parts and _lower(parts[0]) != _lower(line)):
            break
        if not parts and _lower(total) and not _lower(line):
            break
        if parts and _qualified(line, noun):
            break
        if noun in line.label[:-1] and not named:
            named = len(parts)
            if not named:
                return []
        parts.append(line)
    return _tie(total, parts, named)


def _qualified(line: Line, noun: str) -> bool:
    """Say whether a line singles out some of what the total counts: "ports with oil terminals"."""
    if noun not in line.label[:-1] or not noun.isalpha():
        return False
    return line.label[line.label.index(noun) + 1] in lexicon.words("cues/ledgers", "singling")


def _above(lines: Sequence[Line], at: int) -> list[Relation]:
    """Return the tie of a total with the lines over it, if they are its parts."""
    total = lines[at]
    parts: list[Line] = []
    for place in range(at - 1, max(-1, at - 1 - _MOST_LINES), -1):
        line = lines[place]
        if line.sentence.paragraph != lines[place + 1].sentence.paragraph - 1:
            break
        if _inside(line):
            continue
        if not _part(line, total) or len(line.entries) > 1 or _lower(line) != _lower(total):
            break
        parts.append(line)
    return _tie(total, parts, 0) if len(parts) > 1 else []


def _inside(line: Line) -> bool:
    return lexicon.phrases("cues/ledgers", "inside").at(line.label, 0) is not None


def _lower(line: Line) -> bool:
    """Say whether a label is in lower case, as the lines under a heading are."""
    return line.sentence.raw[0][0].islower()


def _part(line: Line, total: Line) -> bool:
    """Say whether a line may be a part of a total by its label and its units."""
    whole = total.entries[0]
    if not line.entries or not _adds(line):
        return False
    if any(word in lexicon.words("cues/ledgers", "total") for word in line.label):
        return False
    return all(
        entry.unit == whole.unit and comparable(entry, whole) and entry.hedge is None
        for entry in line.entries
    )


def _tie(total: Line, parts: list[Line], named: int) -> list[Relation]:
    """Return the total with the lines that come to it, or with all where none do.

    Lines in lower case end where one with a capital follows; where all have one, lines of
    another matter may follow unseen, and any number of them from the first may be meant.
    """
    if not parts or (len(parts) == 1 and _plain(parts[0])):
        return []
    entries = at_face_value([entry for line in parts for entry in line.entries])
    whole = _total(total.entries[0], entries)
    ends = list(accumulate(len(line.entries) for line in parts))
    readings = [ends[-1]] + ([ends[named - 1]] if named else [])
    if not _lower(parts[0]):
        readings += ends[1:]
    taken = next((end for end in readings if _meets(whole, entries[:end])), readings[-1])
    if not _lower(total) and _of_others(total, parts, entries):
        return []
    return [
        Relation(
            "ledger",
            {"total": whole, "lines": tuple(entries[:taken])},
            total.sentence.span_of(0, len(total.label)),
        )
    ]


def _of_others(total: Line, parts: list[Line], entries: list[Quantity]) -> bool:
    """Say whether a total counts other things than its lines: "Homes: 410", "Total residents"."""
    stop = lexicon.words("nouns", "stop") | lexicon.words("cues/ledgers", "total")
    named = [word for word in total.label if word.isalpha() and word not in stop]
    whole = total.entries[0]
    if whole.figure is None:
        return False
    values: list[Rational] = [entry.figure.value for entry in entries if entry.figure]
    come_to: Rational = sum(values)
    away = come_to - whole.figure.value
    if max(away, -away) > come_to:
        return True  # "Today: 31", "This week: 112", "Total: 4,210"
    named = named or [word for word in [whole.noun] if word]  # "Total: 140 athletes"
    if not named or whole.unit is not None:
        return False
    noun = lexicon.singular(named[-1])
    labels = [lexicon.singular(line.label[-1]) for line in parts]
    counted = {entry.noun for entry in entries} - {None, noun}
    people = {is_person(label) for label in labels if group_of(label)}
    if counted or (people and is_person(noun) not in people):
        return True
    if 3 * max(away, -away) > come_to or max(values) >= whole.figure.value:
        return True
    return _some_come_to(values, whole)


def _some_come_to(values: list[Rational], whole: Quantity) -> bool:
    """Say whether some of the lines alone come to a total: houses and flats, but no garages."""
    sums: set[Rational] = {0}
    for value in values[:_FEW]:
        sums |= {known + value for known in sums}
    return whole.value in sums and whole.value != sum(values)


def _plain(line: Line) -> bool:
    """Say whether a line lists nothing: "narrow gauge: 38", not "by gauge: narrow 38"."""
    return len(line.entries) == 1 and line.entries[0].first <= len(line.label) + 1


def _meets(total: Quantity, entries: Sequence[Quantity]) -> bool:
    low = Interval.point(0)
    for entry in entries:
        low = low + entry.reading(loose=True)
    return low.meets(total.reading(loose=True))


def at_face_value(quantities: Sequence[Quantity]) -> list[Quantity]:
    """Read lines that stand together as one column: to the finest digit that any of them prints.

    Whole numbers under each other are no roundings, "4" beside "40.9" is 4.0; "19.66 million"
    is rounded all the same.
    """
    figures = [q.figure for q in quantities if q.figure]
    if any(figure.scale > 1 for figure in figures):
        return list(quantities)
    grain = min((figure.grain for figure in figures), default=1)
    return [_refined(quantity, grain) for quantity in quantities]


def _total(whole: Quantity, entries: Sequence[Quantity]) -> Quantity:
    """Read a total: as printed, unless it is in round thousands or coarser than its lines."""
    figure = whole.figure
    assert figure is not None
    grain = min((entry.figure.grain for entry in entries if entry.figure), default=1)
    scaled = figure.scale > 1 or any(e.figure and e.figure.scale > 1 for e in entries)
    if scaled or figure.grain > grain:
        return whole
    return whole if figure.coarse >= _ROUND else _refined(whole, figure.grain)


def _refined(quantity: Quantity, grain: Rational) -> Quantity:
    figure = quantity.figure
    if figure is None or figure.bounds is not None:
        return quantity
    bounds = Interval.around(figure.value, quotient(grain, 2) if grain < 1 else 0)
    return replace(quantity, figure=replace(figure, grain=grain, coarse=grain, bounds=bounds))
