"""An age that comes back with its digits turned round."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.sparse.closed.claims import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import is_quoted, opens

_AGES = range(12, 99)
_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady", "lord", "rev", "judge"})
_ONE = frozenset({"he", "she"})
_SHORT = 3  # letters of a surname


def find(window: Window) -> Iterator[Relation]:
    """Yield "Anna Kessler, 34, was cleared. Outside court Kessler, who is 43, …"."""
    near = window.near
    if near is None:
        return
    again, first = _only(window.sentence), _only(near)
    if again is None or first is None or str(again.value) != str(first.value)[::-1]:
        return
    if again.value == first.value or not _of_one(near, first, window.sentence, again):
        return
    yield Relation(
        "mention",
        {"first": _bare(first), "again": _bare(again)},
        again.span,
        quoted=is_quoted(near, first) and is_quoted(window.sentence, again),
    )


def _bare(age: Quantity) -> Quantity:
    return replace(age, kind="number", unit=None, units=())


def _only(sentence: Sentence) -> Quantity | None:
    """Return the one figure of a sentence that may be an age."""
    found = [one for one in sentence.quantities if _is_old_enough(one) and _is_age(sentence, one)]
    return found[0] if len(found) == 1 else None


def _is_old_enough(one: Quantity) -> bool:
    value = one.value
    return value is not None and value.denominator == 1 and value in _AGES


def _is_age(sentence: Sentence, one: Quantity) -> bool:
    words, at = sentence.words, opens(sentence, one)
    if one.hedge is not None or one.kind not in ("age", "number") or one.noun is not None:
        return False
    if one.kind == "age":
        return True
    after = words[one.last : one.last + 1]
    ended = not after or not after[0].isalpha()
    named = at > 1 and words[at - 1] in (",", "(") and sentence.raw[at - 2][:1].isupper()
    return ended and (named or lexicon.phrases(TABLE, "aged").ending(words, at) is not None)


def _of_one(near: Sentence, first: Quantity, own: Sentence, again: Quantity) -> bool:
    """Say whether two sentences tell of one person: by the same surname, or "she"."""
    if not lexicon.words("cues/lives", "kin").isdisjoint([*own.words, *near.words]):
        return False
    theirs = _names(near)
    shared = [at for at in _names_at(own) if own.raw[at] in theirs and len(own.raw[at]) >= _SHORT]
    if shared:
        at = shared[0]
        before = own.raw[at - 1] if at else ""
        other = before[:1].isupper() and before not in near.raw
        return not other or before.lower() in _TITLES
    alone = len([at for at in _names_at(near) if at and not near.raw[at - 1][:1].isupper()]) <= 1
    later = [at for at in _names_at(own) if at]
    return alone and not later and not _ONE.isdisjoint(own.words)


def _names(sentence: Sentence) -> set[str]:
    return {sentence.raw[at] for at in _names_at(sentence)}


def _names_at(sentence: Sentence) -> list[int]:
    stop = lexicon.words("nouns", "stop")
    return [
        at
        for at, word in enumerate(sentence.raw)
        if word[:1].isupper() and word.isalpha() and sentence.words[at] not in stop
        and sentence.words[at] not in _TITLES
    ]  # fmt: skip
