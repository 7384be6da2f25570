"""Things by their size: "a 14-mile trail", "the tunnel is 3km long"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.mentions.mention import Mention
from numcheck.relate.wording import closes, opens

TABLE = "cues/repeats"
# "the 14-mile trail next spring", "a 24-storey tower downtown"
_ASIDE = frozenset(
    "next last also downtown uptown midtown nearby here there today tomorrow yesterday instead "
    "again now then soon".split()
)
_IN = (
    ["at", "the"],
    ["in", "the"],
    ["on", "the"],
    ["aboard", "the"],
)  # "all 41 beds at the hospice"
_SECOND = frozenset("another second other nearby neighbouring rival separate sister third".split())
_REPLACED = frozenset("replaced replaces replacing superseded supersedes abandoned".split())
_OF = (["of", "the"], ["of", "its"], ["of", "this"], ["of", "that"])


def of_thing(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "a 14-mile trail", "the £4.5m scheme", "all 41 miles of the trail"."""
    words = sentence.words
    attribute = _attribute(words, quantity)
    if attribute is None or _is_name(words, quantity):
        return
    if (subject := _predicate(sentence, quantity)) is not None:
        yield Mention(
            subject[0],
            attribute + subject[1],
            quantity,
            sentence,
            subject[2],
            barred=lexicon.words(TABLE, "rebuilt"),
        )
        return
    first, last = opens(sentence, quantity), closes(sentence, quantity)
    last += 2 * (quantity.kind == "number")
    determiner = words[first - 1] if first else ""
    hyphened = "-" in sentence.text[quantity.span.start : sentence.ends[last - 1]]
    joined = quantity.kind == "measure" and " " not in quantity.text
    if hyphened or joined or quantity.kind == "money":
        yield from _sized(sentence, quantity, attribute, (first, last))
        return
    within = quantity.noun is not None and words[last : last + 2] in _IN
    if words[last : last + 2] not in _OF and not within:
        return
    thing, after = _noun_at(sentence, last + 2)
    whole = determiner in ("all", "entire", "full") or words[max(0, first - 2) : first] == [
        "all",
        "the",
    ]
    if thing is not None and whole:
        other = _other(sentence, last, last + 5)
        where, barred = _where(sentence, after), _SECOND if within else frozenset[str]()
        yield Mention(thing, attribute, quantity, sentence, True, other, where, barred=barred)


def _sized(
    sentence: Sentence, quantity: Quantity, attribute: str, places: tuple[int, int]
) -> Iterator[Mention]:
    """Yield the thing whose size stands before it: "the 14-mile trail", "the £4.5m scheme"."""
    words, (first, last) = sentence.words, places
    determiner = words[first - 1] if first else ""
    definite = determiner in lexicon.words(TABLE, "definite")
    aspect, at = _aspect(words, last)
    thing, after = _noun_at(sentence, at)
    if thing is None or not (definite or determiner in ("a", "an")):
        return
    apart = lexicon.words(TABLE, "told_apart").intersection(words[after : after + 1])
    if quantity.kind in ("number", "count") and definite and apart:
        return  # "the 24-bed ward next door"
    other, where = _other(sentence, first, after), _where(sentence, after)
    other = other or "also" in words[after : after + 3]
    other = other or not _REPLACED.isdisjoint(words[after : after + 5])
    other = other or words[max(0, first - 2) : first] == ["it", "the"]  # "next to it the"
    yield Mention(thing, attribute + aspect, quantity, sentence, definite, other, where)


def _is_name(words: list[str], quantity: Quantity) -> bool:
    """Say whether a figure only names a sort: "the two-letter code" is not the three-letter one."""
    hyphen, *sort = words[quantity.last : quantity.last + 2] or [""]
    return hyphen == "-" and bool(sort) and sort[0] in lexicon.words(TABLE, "sorts")


def _attribute(words: list[str], quantity: Quantity) -> str | None:
    """Return what a figure gives of a thing: its length, its beds."""
    if quantity.kind == "number":
        return _sized_in(words, quantity)
    return quantity.noun if quantity.kind == "count" else _dimension(quantity)


def _sized_in(words: list[str], quantity: Quantity) -> str | None:
    """Return what the size of a thing is counted in: "a 62-bed home"."""
    hyphen, *unit = words[quantity.last : quantity.last + 2] or [""]
    if hyphen != "-" or not unit or unit[0] not in lexicon.words(TABLE, "sized_in"):
        return None
    return unit[0]


def _dimension(quantity: Quantity) -> str | None:
    if quantity.unit is None or quantity.parts.get("per"):
        return None
    dimension = quantity.unit.dimension
    return dimension if dimension != "data" else None  # "the 32-bit word", and 64-bit ones


def _aspect(words: list[str], at: int) -> tuple[str, int]:
    """Return which size of a thing "-wide" or "-deep" names, and the place after it."""
    place = at + (words[at : at + 1] == ["-"])
    name = words[place] if place < len(words) else ""
    aspects = lexicon.mapping(TABLE, "aspects")
    if name in aspects:
        return str(aspects[name]), place + 1
    return "", at


def _predicate(sentence: Sentence, quantity: Quantity) -> tuple[str, str, bool] | None:
    """Read "The tunnel is 3km long", "the tower stands 90 metres high"."""
    if quantity.kind not in ("measure", "count"):
        return None
    words, at = sentence.words, opens(sentence, quantity)
    verb = lexicon.phrases(TABLE, "measures").ending(words, at)
    if verb is None or verb[1] < 2:
        return None
    last = closes(sentence, quantity)
    name = words[last] if last < len(words) else ""
    aspects = lexicon.mapping(TABLE, "aspects")
    if name not in aspects and words[verb[1]] in ("is", "was", "will"):
        return None
    noun = words[verb[1] - 1]
    if not noun.isalpha() or noun in lexicon.words("nouns", "stop"):
        return None
    definite = words[verb[1] - 2] in ("the", "its", "this")
    return lexicon.singular(noun), str(aspects.get(name, "")), definite


def _noun_at(sentence: Sentence, at: int) -> tuple[str | None, int]:
    """Return the noun that a phrase of up to three words from token `at` ends in, and its end."""
    words, stop = sentence.words, lexicon.words("nouns", "stop")
    verbs = lexicon.words("nouns", "verbs") | lexicon.words("nouns", "finite")
    noun, last = None, at
    for place in range(at, min(at + 3, len(words))):
        word = words[place]
        if not word.isalpha() or word in stop or word in verbs:
            break
        if noun is not None and word in _ASIDE:
            break
        if noun is not None and lexicon.is_plural(word) and not lexicon.is_plural(noun):
            break  # "the 14-mile trail opens"
        noun, last = word, place + 1
    return (lexicon.singular(noun) if noun else None), last


def _where(sentence: Sentence, at: int) -> str:
    """Return the place that tells a thing from others: "the bridge at Marlow"."""
    words, raw, months = sentence.words, sentence.raw, lexicon.mapping("calendar", "months")
    if at + 1 < len(words) and words[at] in lexicon.words(TABLE, "places"):
        place = at + 1 + (words[at + 1] == "the")
        name = words[place] if place < len(words) else ""
        dated = name in lexicon.words("calendar", "weekdays") or name in months
        if name and raw[place][:1].isupper() and not dated:
            return raw[place]
    return ""


def _other(sentence: Sentence, first: int, last: int) -> bool:
    others = lexicon.words(TABLE, "another_one")
    return any(word in others for word in sentence.words[max(0, first - 2) : last])
