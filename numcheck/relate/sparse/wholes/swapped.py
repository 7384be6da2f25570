"""A figure that comes back with its digits in another order."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.wording import closes, is_quoted, opens

_THE = frozenset({"the", "that", "this", "those", "these", "all"})
_WHO = frozenset({"he", "she", "it", "they", "we", "i", "you"})
_LEAST = 3  # digits of which an order may be a slip; 12 and 21 are too often two figures
_KINDS = frozenset({"money", "count", "number", "measure", "duration"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "the $25,700 he took", and in the next sentence "to find the $27,500"."""
    near = window.near
    if near is None or _THE.isdisjoint(window.words):
        return
    for again in window.own:
        if again.kind not in _KINDS or not is_plain(again) or again.hedge is not None:
            continue
        if not _comes_back(window, again):
            continue
        told = [one for one in window.before_amounts() if _alike(one, again)]
        least = _LEAST - (_is_size(again) or again.kind == "money")
        if len(told) != 1 or not is_plain(told[0]) or not _turned(told[0], again, least):
            continue
        if not window.both_say("not_swapped"):
            yield Relation(
                "recount",
                {"first": told[0], "again": again},
                again.span,
                quoted=is_quoted(near, told[0]) and is_quoted(window.sentence, again),
            )


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
    narrowed = bool(after) and after[0] in lexicon.words("cues/sums", "narrows") - {","}
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
