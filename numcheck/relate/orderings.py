"""Comparisons stated with their figures: "longer (610m) than the 640m bridge"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from numcheck.lexicon.words import Phrases, english_table, phrases, words
from numcheck.model.passage import Passage, Sentence, tokenize
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import amounts, bracket, comparable, is_quoted, opens, worded

TABLE = "cues/orderings"
_FAR = 14


class _Compared(NamedTuple):
    """A comparing wording: its places, which way it goes, and what it can compare."""

    sign: int
    first: int
    last: int
    word: str


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every two figures of which the sentence says that one is more than the other."""
    cues = _beginnings()
    for sentence in passage.figured:
        if cues.isdisjoint(sentence.words):
            continue
        figures = [q for q in amounts(sentence) if not q.is_range and q.kind != "ratio"]
        if len(figures) < 2 or phrases(TABLE, "loose").find(sentence.words):
            continue
        for found in _comparisons(sentence):
            yield from _than(sentence, figures, found)
        yield from _ranked(sentence, figures)
        yield from _passed(sentence, figures)


@cache
def _beginnings() -> frozenset[str]:
    table = english_table(TABLE)
    lists = [*table["more"].values(), *table["less"].values()]
    lists += [table[key] for key in ("most", "least", "past", "short")]
    return frozenset(tokenize(str(wording))[0] for group in lists for wording in group)


@cache
def _ways() -> Phrases:
    """Return "+" and "-" with the comparatives of each, whatever they compare."""
    table = english_table(TABLE)
    return Phrases(
        {
            sign: {str(word) for group in table[key].values() for word in group}
            for sign, key in (("+", "more"), ("-", "less"))
        }
    )


def _comparisons(sentence: Sentence) -> Iterator[_Compared]:
    for found in _ways().all(sentence.words):
        word = " ".join(sentence.words[found.first : found.last])
        yield _Compared(1 if found.name == "+" else -1, found.first, found.last, word)


def _measure(quantity: Quantity) -> str:
    """Return what a figure measures, as the table of comparatives calls it."""
    if quantity.kind in ("count", "number", "age"):
        return "age" if quantity.kind == "age" else "count"
    if quantity.unit is None:
        return ""
    return quantity.unit.dimension.partition(":")[0]


def _fits(compared: _Compared, quantity: Quantity) -> bool:
    measure = _measure(quantity)
    table: dict[str, list[str]] = english_table(TABLE)["more" if compared.sign > 0 else "less"]
    return compared.word in table.get(measure, ())


def _than(sentence: Sentence, figures: list[Quantity], compared: _Compared) -> Iterator[Relation]:
    """Tie "A (610m) is longer than B (640m)", "longer, at 610m, than the 640m B"."""
    tokens = sentence.words
    than = next(
        (
            p
            for p in range(compared.last, min(len(tokens), compared.last + 12))
            if tokens[p] == "than"
        ),
        -1,
    )
    if than < 0 or any(tokens[p] in (";", "but", "and") for p in range(compared.last, than)):
        return
    right = next((q for q in figures if opens(sentence, q) > than), None)
    left = next((q for q in reversed(figures) if q.last <= than), None)
    if left is None or right is None or not comparable(left, right):
        return
    if not (_fits(compared, left) and _fits(compared, right)):
        return
    if compared.word in _BARE and not (_near_than(tokens, left, compared, than)):
        return
    if left.first > compared.last and not _aside(sentence, compared.last, left):
        return
    if (
        left.last <= compared.first
        and compared.word not in _BARE
        and not _subject(sentence, left, compared.first)
    ):
        return
    if not _object(sentence, than, right):
        return
    yield _relation(sentence, left, right, compared.sign, compared.first, than + 1)


_BARE = frozenset({"more", "less", "fewer"})


def _near_than(tokens: list[str], left: Quantity, compared: _Compared, than: int) -> bool:
    """Say whether "less than the £1.2m" follows its figure at once, or has one of its own."""
    if left.first > compared.last:
        return True
    follows = tokens[than + 1 : than + 2]
    named = follows in (["the"], ["its"], ["last"], ["their"])
    between = tokens[left.noun_last : compared.first]
    return than == compared.last and named and between in ([","], ["–"], ["—"])


def _aside(sentence: Sentence, at: int, figure: Quantity) -> bool:
    """Say whether a figure right after the comparative belongs to it: "longer (610m)"."""
    between = sentence.words[at : opens(sentence, figure)]
    set_off = between[-1:] == [","] and sentence.words[figure.noun_last :][:1] == [","]
    if len(between) <= 6 and (set_off or bracket(sentence, figure.first) is not None):
        return True
    return (
        len(between) <= 3
        and bool(between)
        and all(word in ("(", ",", "at", "–", "—", "-", "with") for word in between)
    )


def _subject(sentence: Sentence, figure: Quantity, at: int) -> bool:
    """Say whether a figure before the comparative is the subject's: "At 610m, it is longer"."""
    tokens = sentence.words
    if at - figure.last > 12 or any(
        word in (";", "and", "but", "which", "while") for word in tokens[figure.last : at]
    ):
        return False
    after = tokens[figure.last : figure.last + 1]
    tall = bool(after) and after[0] in ("high", "tall", "long", "deep", "wide")
    if tall or (figure.kind == "age" and after == [","]):
        return True
    before = tokens[max(0, figure.first - 1) : figure.first]
    if before in (
        ["at"],
        ["("],
        ["the"],
        ["of"],
        ["with"],
        ["a"],
        ["an"],
        ["weighing"],
        ["measuring"],
        ["costs"],
        ["cost"],
    ):
        return True
    return bracket(sentence, figure.first) is not None


def _object(sentence: Sentence, than: int, figure: Quantity) -> bool:
    """Say whether the first figure after "than" is that of what follows it."""
    between = sentence.words[than + 1 : opens(sentence, figure)]
    if len(between) > 9 or not {";", "and", "but", "by", "who", "which"}.isdisjoint(between):
        return False
    if bracket(sentence, figure.first) is not None or not between:
        return True
    if "for" in between or "in" in between:
        return False
    plain = words(TABLE, "before_object")
    return between[-1] in ("at", "of", ",") or all(
        word in plain or word.endswith("'s") for word in between
    )


def _ranked(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Tie "the largest with 34 seats, followed by the Greens with 36"."""
    tokens = sentence.words
    for key, sign in (("most", 1), ("least", -1)):
        top = phrases(TABLE, key).find(tokens)
        if top is None:
            continue
        after = [q for q in figures if q.first >= top.last]
        for left, right in pairwise(after):
            link = phrases(TABLE, "next").find(tokens, left.last, right.first)
            if link is None or not comparable(left, right) or right.first - link.last > 8:
                continue
            if (
                link.first - left.last > 5
                or left.first - top.last > 10
                or ";" in tokens[left.last : right.first]
            ):
                continue
            if sign > 0 and not words(TABLE, "lower_wins").isdisjoint(tokens):
                continue
            if _measure(left) in ("time", "") or "and" in tokens[top.last : left.first]:
                continue
            yield _relation(sentence, left, right, sign, link.first, link.last)
            break


def _passed(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Tie "39.8C, beating the previous record of 40.3C", "£5,200, short of its £6,000 target"."""
    tokens = sentence.words
    if not words(TABLE, "lower_wins").isdisjoint(tokens):
        return
    for left, right in pairwise(figures):
        for key, sign in (("past", 1), ("short", -1)):
            link = phrases(TABLE, key).find(tokens, left.last, right.first)
            if link is None or link.first - left.last > 3 or right.first - link.last > 7:
                continue
            near = tokens[link.last : right.last + 4]
            if not {"record", "target", "goal", "best", "mark", "high", "peak"} & set(near):
                continue
            if (
                comparable(left, right)
                and _measure(left) not in ("time", "")
                and _plain(tokens[link.last : right.first])
            ):
                yield _relation(sentence, left, right, sign, link.first, link.last)


def _plain(between: list[str]) -> bool:
    return not any(word in (",", ";", "by", "and", "for", "in", "when") for word in between)


def _relation(
    sentence: Sentence, left: Quantity, right: Quantity, sign: int, first: int, last: int
) -> Relation:
    left, right = replace(left, other_readings=()), replace(right, other_readings=())
    more, less = (left, right) if sign > 0 else (right, left)
    return Relation(
        "ordering",
        {"said": worded(sentence, first, last), "more": more, "less": less},
        sentence.span_of(first, last),
        strict=True,
        quoted=is_quoted(sentence, left, right),
    )
