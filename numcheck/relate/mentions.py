"""One thing's size, number or age, given twice in one text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import closes, is_quoted, opens

_WINDOW = 12  # figured sentences over which a mention may come back
_SIZES = frozenset({"measure", "money", "duration", "count"})


class Mention(NamedTuple):
    """A thing and its figure: "the 14-mile trail" is (trail, length) and 14 miles."""

    thing: str
    attribute: str
    quantity: Quantity
    sentence: Sentence
    definite: bool
    other: bool


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield each figure of a thing with the next figure given of the same thing."""
    known: dict[tuple[str, str], Mention] = {}
    for number, sentence in enumerate(passage.figured):
        if sentence.block.place in ("table", "list"):
            continue
        for mention in _mentions(sentence):
            key = (mention.thing, mention.attribute)
            before = known.get(key)
            if before is None or mention.other:
                if mention.other:
                    known.pop(key, None)  # two of a kind: neither can be told from the other
                else:
                    known[key] = mention
                continue
            near = sentence.index - before.sentence.index <= _WINDOW and number >= 0
            if near and mention.definite and before.sentence is not sentence:
                yield _relation(before, mention)


def _relation(first: Mention, again: Mention) -> Relation:
    return Relation(
        "mention",
        {"first": first.quantity, "again": again.quantity},
        again.quantity.span,
        quoted=is_quoted(again.sentence, again.quantity),
    )


def _mentions(sentence: Sentence) -> Iterator[Mention]:
    for quantity in sentence.quantities:
        if quantity.figure is None or quantity.is_range:
            continue
        if quantity.kind == "age":
            yield from _of_person(sentence, quantity)
        elif quantity.kind in _SIZES:
            yield from _of_thing(sentence, quantity)


# ---------------------------------------------------------------------------------- things


def _of_thing(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "a 14-mile trail", "the £4.5m scheme", "all 41 miles of the trail"."""
    words, raw = sentence.words, sentence.raw
    attribute = quantity.noun if quantity.kind == "count" else _dimension(quantity)
    if attribute is None:
        return
    first, last = opens(sentence, quantity), closes(sentence, quantity)
    determiner = words[first - 1] if first else ""
    hyphened = "-" in sentence.text[quantity.span.start : sentence.ends[last - 1]]
    definite = determiner in lexicon.words("cues/repeats", "definite")
    if hyphened or quantity.kind == "money":
        thing = _noun_at(sentence, last)
        if thing is None or not (definite or determiner in ("a", "an")):
            return
        yield Mention(thing, attribute, quantity, sentence, definite, _other(sentence, first, last))
        return
    if words[last : last + 2] not in (["of", "the"], ["of", "its"], ["of", "this"], ["of", "that"]):
        return
    thing = _noun_at(sentence, last + 2)
    whole = determiner in ("all", "entire", "full") or words[max(0, first - 2) : first] == [
        "all",
        "the",
    ]
    if thing is not None and whole and raw:
        yield Mention(thing, attribute, quantity, sentence, True, _other(sentence, last, last + 3))


def _dimension(quantity: Quantity) -> str | None:
    if quantity.unit is None or quantity.parts.get("per"):
        return None
    return quantity.unit.dimension


def _noun_at(sentence: Sentence, at: int) -> str | None:
    """Return the noun that a phrase of up to three words from token `at` ends in."""
    words, stop = sentence.words, lexicon.words("nouns", "stop")
    noun = None
    for place in range(at, min(at + 3, len(words))):
        word = words[place]
        if not word.isalpha() or word in stop or word in lexicon.words("nouns", "verbs"):
            break
        if noun is not None and lexicon.is_plural(word) and not lexicon.is_plural(noun):
            break  # "the 14-mile trail opens"
        noun = word
    return lexicon.singular(noun) if noun else None


def _other(sentence: Sentence, first: int, last: int) -> bool:
    others = lexicon.words("cues/repeats", "another_one")
    return any(word in others for word in sentence.words[max(0, first - 2) : last + 2])


# ---------------------------------------------------------------------------------- people


def _of_person(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "Maria Reyes, 37," and "Reyes, 37,": the surname, told apart by the first name."""
    raw = sentence.raw
    at = quantity.first - 1
    if at < 1 or raw[at] not in (",", "("):
        return
    name: list[str] = []
    at -= 1
    while at >= 0 and raw[at][:1].isupper() and raw[at].isalpha() and len(name) < 4:
        name.insert(0, raw[at])
        at -= 1
    if not name or len(name[-1]) < 3:
        return
    title = name[0].lower() in ("mr", "mrs", "ms", "miss", "dr", "sir", "lady")
    full = " ".join(name[1:] if title else name)
    surname = name[-1]
    thing = full if len(name) > 1 and not title else surname
    yield Mention(f"person {thing}", "age", quantity, sentence, True, False)
    if thing != surname:
        yield Mention(f"person {surname}", "age", quantity, sentence, False, False)
