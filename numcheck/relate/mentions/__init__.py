"""One thing's size, number or age, given twice in one text."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.mentions.counts import of_count
from numcheck.relate.mentions.mention import Known, Mention
from numcheck.relate.mentions.named import of_deal, of_named, of_price, of_year
from numcheck.relate.mentions.people import anaphor, bracketed_age, of_an_age, of_person
from numcheck.relate.mentions.things import of_thing
from numcheck.relate.setting import Setting
from numcheck.relate.wording import is_quoted, opens

_TWO, _YEAR = 2, 4  # digits of the shortest figure that can be turned, and those of a year
_SIZES = frozenset({"measure", "money", "duration", "count", "number"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield each figure of a thing with the figure given of the same thing before."""
    known: dict[tuple[str, str], Known] = {}
    blocked: set[tuple[str, str]] = set()
    before: Sentence | None = None
    for sentence in passage.figured:
        if sentence.block.place in ("table", "list"):
            continue
        for mention in _mentions(sentence):
            key = (mention.thing, mention.attribute)
            earlier = known.get(key)
            bare = mention.attribute == "age" and mention.quantity.kind == "number"
            if bare and (earlier is None or not earlier.aged):
                continue  # "Dallas, 24."
            if mention.other:
                blocked.add(key)  # two of a kind: neither can be told from the other
            elif earlier is None:
                known[key] = Known(mention)
            elif key not in blocked and _comes_back(passage, earlier, mention):
                yield _relation(earlier.first, mention)
            else:
                earlier.add(mention)
        if before is not None and (pair := anaphor(before, sentence)) is not None:
            yield _relation(*pair)
        before = sentence


def _comes_back(passage: Passage, earlier: Known, again: Mention) -> bool:
    """Say whether a thing is named again after one figure of it, and no other, was given."""
    if not again.definite:
        return False
    first, values = earlier.first, earlier.values
    if _points(first):
        return False  # "these two fields", and then "these four fields"
    if again.quantity.value in values or len(values) > 1:
        return again.quantity.value == first.quantity.value and first.sentence is not again.sentence
    if (
        again.sentence.index - first.sentence.index > again.window
        or first.sentence is again.sentence
    ):
        return False
    if again.slipped and not _slipped(first.quantity, again.quantity):
        return False
    if again.attribute == "count" and first.quantity.hedge is not None:
        return False
    if again.attribute == "count" and not first.definite and _is_far_more(again, first):
        return False  # "lice were found on 35 pupils … each of the 530 pupils"
    if _whole_of_it(first.quantity, again):
        return False
    if again.where and again.where != first.where:
        return False
    if again.owner and again.owner not in first.sentence.words:
        return False
    between = passage.sentences[first.sentence.index : again.sentence.index + 1]
    return not again.barred or all(again.barred.isdisjoint(one.words) for one in between)


def _slipped(first: Quantity, again: Quantity) -> bool:
    """Say whether digits are those of another figure turned, or those of a year all but one."""
    one, other = str(first.value), str(again.value)
    if len(one) != len(other) or len(one) < _TWO:
        return False
    apart = sum(a != b for a, b in zip(one, other, strict=True))
    return sorted(one) == sorted(other) or (len(one) == _YEAR and apart == 1)


def _whole_of_it(first: Quantity, again: Mention) -> bool:
    """Say whether the first figure is now taken of the second: "300 of its 1,100 jobs"."""
    sentence, at = again.sentence, opens(again.sentence, again.quantity)
    taken = "of" in sentence.words[max(0, at - 2) : at]
    return taken and any(one.value == first.value and one.first < at for one in sentence.quantities)


def _is_far_more(again: Mention, first: Mention) -> bool:
    """Say whether a count is that of all, of whom the first told of some."""
    one, other = again.quantity.value, first.quantity.value
    return one is not None and other is not None and one > 3 * other


def _points(mention: Mention) -> bool:
    """Say whether the words only point at a thing: what they point at next is another."""
    at = opens(mention.sentence, mention.quantity)
    return at > 0 and mention.sentence.words[at - 1] in ("this", "these", "those")


def _relation(first: Mention, again: Mention) -> Relation:
    price = again.thing.startswith("price ")  # the speaker's own, so the same as the story's
    exact = all(_exact(one.quantity) for one in (first, again)) or _turned(first, again)
    return Relation(
        "recount" if exact else "mention",
        {"first": _bare(first.quantity), "again": _bare(again.quantity)},
        again.quantity.span,
        quoted=is_quoted(again.sentence, again.quantity)
        and (not price or is_quoted(first.sentence, first.quantity)),
    )


def _turned(first: Mention, again: Mention) -> bool:
    """Say whether a whole number comes back with its digits in another order: 420 and 402."""
    figures = [one.quantity.figure for one in (first, again)]
    if first.quantity.hedge or again.quantity.hedge:
        return False
    printed = [one.printed if one and one.grain == 1 and not one.worded else "" for one in figures]
    return len(printed[0]) > 2 and sorted(printed[0]) == sorted(printed[1])


def _bare(quantity: Quantity) -> Quantity:
    """Return an age as a number of years, whether or not "years" was printed."""
    return replace(quantity, unit=None, units=()) if quantity.kind == "age" else quantity


def _exact(quantity: Quantity) -> bool:
    """Say whether a figure is no rounding: an age, a count that ends in no nought."""
    if quantity.kind == "age" or quantity.hedge is not None:
        return quantity.hedge is None
    figure = quantity.figure
    if figure is None or figure.vague:
        return False
    if quantity.kind == "money":  # "312p a share" is a price, "£4.5m" is rounded
        return figure.scale == 1 and figure.coarse == figure.grain
    if quantity.kind not in ("count", "number"):
        return False
    return figure.coarse == 1 or figure.digits > 2


def _mentions(sentence: Sentence) -> Iterator[Mention]:
    for quantity in sentence.quantities:
        kind = quantity.kind
        if quantity.figure is None or quantity.upper is not None:
            continue
        if kind == "age" or (kind == "number" and of_an_age(quantity)):
            yield from of_person(sentence, bracketed_age(sentence, quantity))
        elif kind == "year" and quantity.first > 1:
            yield from of_year(sentence, quantity)
        elif kind == "money":
            yield from of_price(sentence, quantity)
            yield from of_deal(sentence, quantity)
        if kind in _SIZES:
            yield from of_thing(sentence, quantity)
            yield from of_named(sentence, quantity)
        if kind == "count" or kind == "number":
            yield from of_count(sentence, quantity)
