"""A figure that comes back with its digits in another order."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.repeats.subjects import stem
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.wording import closes, is_quoted, opens

_THE = frozenset({"the", "that", "this", "those", "these", "all"})
_ITS = frozenset({"its", "their", "his", "her"})
_EACH = (
    ["each", "of", "the"],
    ["all", "of", "the"],
    ["any", "of", "the"],
    ["every", "one", "of", "the"],
)
_PART = frozenset({"first", "second", "third", "last", "another", "further", "final"})
_WHERE = frozenset("in at on over from between to since near than of".split())
_TABLE = "cues/repeats"
_WHO = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_LEAST = 3  # digits of which an order may be a slip; 12 and 21 are too often two figures
_WILL = frozenset({"will", "would", "can", "could", "may", "might", "should"})
_TENS = frozenset({10, 100, 1000})
_KINDS = frozenset({"money", "count", "number", "measure", "duration"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "the $25,700 he took", and in the next sentence "to find the $27,500"."""
    near = window.near
    if near is None or (_THE.isdisjoint(window.vocabulary) and _owners(window.words) == []):
        return
    for again in window.own:
        if again.kind not in _KINDS or not is_plain(again) or again.hedge is not None:
            continue
        told = [one for one in window.before_amounts() if _alike(one, again)]
        if len(told) == 1 and _tenfold(told[0], again) and _named_sum(window, again):
            yield _again(window, told[0], again)
            continue
        if len(told) != 1 or not is_plain(told[0]) or not _turned(told[0], again, 2):
            continue
        sized = _of_known(window, told[0], again)
        least = _LEAST - (sized or _is_size(again) or again.kind == "money")
        if not (sized or _comes_back(window, again)) or not _turned(told[0], again, least):
            continue
        if _is_other(window, told[0], again) or (not sized and window.both_say("swap_moves")):
            continue
        if not _denied(window, again if sized else None):
            yield _again(window, told[0], again)


def _again(window: Window, one: Quantity, again: Quantity) -> Relation:
    near = window.near
    quoted = near is not None and is_quoted(near, one) and is_quoted(window.sentence, again)
    return Relation("recount", {"first": one, "again": again}, again.span, quoted=quoted)


def _tenfold(one: Quantity, again: Quantity) -> bool:
    """Say whether two figures have the same digits, noughts apart: 1.4 million and 140,000."""
    assert again.figure is not None
    if not is_plain(one) or one.hedge is not None or one.figure is None:
        return False
    low, high = sorted((Fraction(one.figure.value), Fraction(again.figure.value)))
    return one.figure.digits > 1 and high / low in _TENS


def _named_sum(window: Window, again: Quantity) -> bool:
    """Say whether a figure is of what was just told: "That haul of 140,000 tons"."""
    words, near = window.words, window.near
    at, last = opens(window.sentence, again), closes(window.sentence, again)
    if near is None or at < 3 or words[at - 1] != "of":
        return False
    at -= words[at - 2] == ","  # "The spill, of 26,000 litres, took"
    noun, pointer = words[at - 2], words[at - 3]
    known = noun in lexicon.words("cues/sparse", "told_again") or noun in near.words
    if pointer not in ("that", "this") and not (pointer == "the" and known):
        return False
    if noun in lexicon.words("cues/sparse", "taken_of_it") or window.both_say("not_swapped"):
        return False
    goes_on = lexicon.words("nouns", "finite") | _WILL
    return window.ends_at(last) or words[last] in goes_on


def _comes_back(window: Window, again: Quantity) -> bool:
    """Say whether a figure is one named before: "the $27,500", and no more is said of it."""
    at, last = opens(window.sentence, again), closes(window.sentence, again)
    if _of_the_thing(window, at):
        return window.ends_at(last)
    if not at or window.words[at - 1] not in _THE:
        return False
    after = window.words[last : last + 1]
    if window.ends_at(last):
        return True
    if window.near is not None and _names_again(window, last):
        return True
    if again.kind == "measure" and "-" in again.text:
        return False  # "the 1,820-tonne tug" beside the ferry
    verbs = lexicon.words("nouns", "stop") | lexicon.words("nouns", "finite")
    if after[0].isalpha() and after[0] not in verbs and "-" not in again.text:
        # "the £13,200 car" that was bought with it; but "was awarded £960", "the £690 award"
        return window.ends_at(last + 1) and _was_done(window, after[0])
    if _in_the_same(window, last):
        return True
    if after[0] in _WHO:
        return False  # "the $3.84m she had asked for"
    narrows = after[0].endswith(("ed", "ing")) or after[0] in lexicon.words("cues/sums", "narrows")
    return not narrows


def _of_known(window: Window, one: Quantity, again: Quantity) -> bool:
    """Say whether a figure is the size or number of a thing named before.

    "The bypass's 6.4 miles", "the 9,100-foot drop", "each of the 72 units in the Marlowe".
    """
    words, at = window.words, opens(window.sentence, again)
    last, known = closes(window.sentence, again), _known(window)
    lead = words[at - 1] if at else ""
    apart = words[again.last : again.last + 1] == ["-"]
    if apart or "-" in again.text:
        last = again.last + 2 * apart
        noun = words[last] if last < len(words) else ""
        sort = apart and words[last - 1] in lexicon.words(_TABLE, "sized_in")
        sort = sort and _is_named(window, one)  # "the 13-storey Carlton Tower", "the block"
        deed = again.kind == "measure" and noun in lexicon.words("cues/sparse", "deeds")
        sort = sort or (noun in lexicon.words("cues/sparse", "generics") and _is_named(window, one))
        same = stem(noun) in known or sort or deed
        if not same or not noun.islower() or lead not in _THE | _ITS:
            return False
        if words[at - 2 : at - 1] == ["it"]:
            return False  # "next to it the 53-storey tower"
        last += 1
    elif lead in _ITS and words[at - 2 : at - 1] == ["of"]:
        return _ends_there(window, last, set())  # "not one of its 94 beds"
    elif lead.endswith("'s"):
        return stem(lead[:-2]) in known and _ends_there(window, last, set())
    elif all(words[max(0, at - len(each)) : at] != each for each in _EACH):
        return False
    return _ends_there(window, last, known)


def _denied(window: Window, again: Quantity | None) -> bool:
    """Say whether a word makes it another figure; past its clause it is of something else."""
    phrases, near = lexicon.phrases("cues/sparse", "not_swapped"), window.near
    if again is None or near is None:
        return window.both_say("not_swapped")
    told = [
        one for at, one in enumerate(window.words) if window.words[at : at + 2] != ["not", "one"]
    ]
    end = next((at for at in range(again.last, len(window.words)) if window.words[at] == ","), None)
    return phrases.find(near.words) is not None or phrases.find(told[:end]) is not None


def _is_named(window: Window, one: Quantity) -> bool:
    """Say whether a name follows a figure: "the 13-storey Carlton Tower"."""
    near = window.near
    return near is not None and any(
        word[:1].isupper() for word in near.raw[one.last + 1 : one.last + 3]
    )


def _known(window: Window) -> set[str]:
    """Return the stems of the words that the sentence before names things with."""
    stop = lexicon.words("nouns", "stop")
    near = window.near.words if window.near is not None else []
    plain = (word.removesuffix("'s") for word in near if word not in stop)
    return {stem(word) for word in plain if word.isalpha()}


def _ends_there(window: Window, at: int, known: set[str]) -> bool:
    """Say whether nothing behind a noun tells it from what was named before."""
    behind = window.words[at : at + 1]
    if not lexicon.words(_TABLE, "told_apart").isdisjoint(behind):
        return False
    if known and not _WHERE.isdisjoint(behind):
        return any(stem(word) in known for word in window.words[at + 1 : at + 4])
    return behind != ["and"] or window.words[at + 1 : at + 2] != ["the"]


def _owners(words: list[str]) -> list[str]:
    """Return the words of a sentence that say whose a thing is."""
    return [word for word in words if word in _ITS or word.endswith("'s")]


def _is_other(window: Window, one: Quantity, again: Quantity) -> bool:
    """Say whether the first figure is a part: "15 miles … and 36 on", "the first 4 miles"."""
    near = window.lead(one, 2)
    if not _PART.isdisjoint(near):
        return True  # "the first 4.6 miles of the bypass"
    gap = abs(Fraction(again.value or 0) - Fraction(one.value or 0))
    others = (*window.before_amounts(), *window.own)
    return any(q.value == gap for q in others if q is not one and q is not again)


def _was_done(window: Window, noun: str) -> bool:
    """Say whether a noun has its verb in the sentence before: an award, and "awarded"."""
    near = window.near.words if window.near is not None else []
    return len(noun) > 3 and any(
        word != noun and word.startswith(noun[:5]) and word.endswith("ed") for word in near
    )


def _of_the_thing(window: Window, at: int) -> bool:
    """Say whether a figure is set off behind a thing named before: "the grant, of £1.23m,"."""
    words, near = window.words, window.near
    if near is None or at < 4 or words[at - 2 : at] != [",", "of"]:
        return False
    return words[at - 4] in _THE and words[at - 3] in near.words


def _names_again(window: Window, place: int) -> bool:
    """Say whether a figure is of a thing of the sentence before: "the £651m takeover"."""
    words, near = window.words, window.near
    noun = words[place + (words[place] == "-")] if place + 1 < len(words) else ""
    if near is None or not noun.isalpha() or noun in lexicon.words("nouns", "stop"):
        return False
    after = words[place + 1 + (words[place] == "-") :][:1]
    narrows = lexicon.words("cues/sums", "narrows") - {","} | lexicon.words(_TABLE, "told_apart")
    narrowed = bool(after) and after[0] in narrows
    return noun in near.words and not narrowed and after != ["and"]


def _in_the_same(window: Window, place: int) -> bool:
    """Say whether "all 202 beds at the hospital" are in a thing of the sentence before."""
    words, near = window.words, window.near
    led = words[place : place + 1] in (["at"], ["in"], ["of"], ["on"])
    if near is None or not led or words[place + 1 : place + 2] != ["the"]:
        return False
    thing = words[place + 2 : place + 3]
    stop = lexicon.words("nouns", "stop") | lexicon.words("cues/sums", "times")
    narrowed = words[place + 3 : place + 4]
    if narrowed and narrowed[0] in lexicon.words("cues/sums", "narrows"):
        return False  # "at the hospital in Leeds"
    return bool(thing) and thing[0] in near.words and thing[0] not in stop


def _is_size(again: Quantity) -> bool:
    """Say whether a figure is the length of a thing: "the 13-day stoppage"."""
    return again.kind == "duration" and "-" in again.text


def _alike(one: Quantity, again: Quantity) -> bool:
    """Say whether two figures may be of one thing: one kind, one unit, one noun."""
    if {one.kind, again.kind} - {"count", "number"} and one.kind != again.kind:
        return False
    units = [quantity.unit.name if quantity.unit else "" for quantity in (one, again)]
    return units[0] == units[1] and (again.noun is None or one.noun in (None, again.noun))


def _turned(one: Quantity, again: Quantity, least: int) -> bool:
    """Say whether two figures have the same digits in another order: 25,700 and 27,500."""
    assert one.figure is not None and again.figure is not None
    if one.figure.value == again.figure.value or one.figure.worded or again.figure.worded:
        return False
    ours, theirs = (
        [sign for sign in quantity.figure.printed if sign.isdigit()] if quantity.figure else []
        for quantity in (one, again)
    )
    same = sorted(ours) == sorted(theirs) and one.figure.scale == again.figure.scale
    return same and one.figure.decimals == again.figure.decimals and len(ours) >= least
