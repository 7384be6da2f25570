"""A number announced, and the list that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.lists.items import item, items_of, pieces_of
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import is_person, kin
from numcheck.relate.sums.terms.ones import worded
from numcheck.relate.wording import closes, cue, is_quoted, opens

_TABLE = "cues/lists"
_MOST = 12  # a longer list is not announced by its number
_FURTHEST = 8  # words between the announced noun and its list
_MARKS = frozenset({":", "–", "—", "-", "(", ","})
_OTHERS = frozenset({"-", "top", "first", "last", "another", "of"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every announced number with the list that names the things counted."""
    for sentence in passage.figured:
        for quantity in sentence.quantities:
            if _announces(sentence, quantity):
                yield from _named(sentence, quantity)
                yield from _ages(sentence, quantity)


def _announces(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure may announce how many items follow."""
    if quantity.kind != "count" or quantity.noun is None or quantity.hedge or quantity.is_range:
        return False
    value = quantity.value
    if not isinstance(value, int) or not 2 <= value <= _MOST:
        return False
    if quantity.noun in lexicon.words(_TABLE, "no_heads"):
        return False
    words = sentence.words[quantity.last : quantity.noun_last]
    first = quantity.first
    before = sentence.words[first - 1] if first else ""
    of = sentence.words[first - 2] if before in lexicon.words(_TABLE, "owners") else before
    return "-" not in words and before not in _OTHERS and of != "of"


def _named(sentence: Sentence, quantity: Quantity) -> Iterator[Relation]:
    """Yield the tie of a number with the list after its noun."""
    words, after = sentence.words, closes(sentence, quantity)
    mark = _mark(sentence, after)
    if mark is None:
        return
    if "each" in words[after:mark] or "apiece" in words[after:mark]:
        return
    end = _end(sentence, quantity, after, mark)
    if end is None or end - mark < 4:
        return
    inside = [q for q in sentence.quantities if q.first > mark and q.last <= end]
    if any(kin(quantity, q) and not _aged(sentence, q) for q in inside):
        return
    if lexicon.phrases(_TABLE, "partial").find(words, mark + 1, end):
        return
    pieces = pieces_of(sentence, mark + 1, end)
    items = items_of(sentence, quantity, pieces, words[mark]) if pieces else None
    before = [q.value for q in sentence.quantities if q.last <= quantity.first]
    if items and (len(items) == quantity.value or len(items) not in before):
        yield Relation(
            "list",
            {"number": quantity, "items": tuple(item(sentence, piece) for piece in items)},
            cue(sentence, mark, mark + 1),
            quoted=is_quoted(sentence, quantity),
        )


def _ages(sentence: Sentence, quantity: Quantity) -> Iterator[Relation]:
    """Yield more ages than people: "three men aged 21, 25, 28 and 30".

    Fewer may be right: ten boys aged 11 and 12 are of two ages.
    """
    words, at = sentence.words, closes(sentence, quantity)
    at += words[at : at + 1] == [","]
    if words[at : at + 1] != ["aged"] or not is_person(quantity.noun):
        return
    ages: list[Quantity] = []
    at += 1
    while at < len(words) and words[at].isdecimal():
        ages.append(worded(sentence, at, at + 1, 1))
        at += 1
        at += words[at : at + 1] == [","]
        at += words[at : at + 1] == ["and"]
    if quantity.value is not None and len(ages) > quantity.value:
        yield Relation("list", {"number": quantity, "items": tuple(ages)}, quantity.span)


def _aged(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare figure between commas tells an age: "Ann, 6, and Raj, 3"."""
    words, last = sentence.words, quantity.last
    after = words[last] if last < len(words) else "."
    return (
        quantity.noun is None
        and words[quantity.first - 1] == ","
        and after in (",", ".", ")", "–", "—", ";")
    )


def _mark(sentence: Sentence, after: int) -> int | None:
    """Return the place of the colon, dash, comma or "are" before a list."""
    words = sentence.words
    for at in range(after, min(after + _FURTHEST, len(words))):
        if words[at] in _MARKS and not _hyphen(sentence, at):
            return at
        named = lexicon.phrases(_TABLE, "named").at(words, at)
        if named and named[1] < len(words) and sentence.raw[named[1]][0].isupper():
            return named[1] - 1
    return None


def _hyphen(sentence: Sentence, mark: int) -> bool:
    return sentence.words[mark] in "-–" and (sentence.joined(mark) or sentence.joined(mark + 1))


def _end(sentence: Sentence, quantity: Quantity, after: int, mark: int) -> int | None:
    """Return where the list after a mark ends, as its mark demands; None where it does not."""
    words, last = sentence.words, len(sentence.words)
    if words[mark] == "(":
        return words.index(")", mark) if ")" in words[mark:] and mark == after else None
    stop = last - 1 if words[-1] in ".!?" else last
    for at in range(mark + 1, last):
        if words[at] in (":", "–", "—") and not _hyphen(sentence, at):
            stop = at
            break
    if words[mark] == ",":
        return _apposed(sentence, quantity, mark, stop) if mark == after else None
    if words[mark] in ("–", "—", "-"):
        return stop if mark == after else None
    if words[mark] in ("are", "were") and not _definite(sentence, quantity):
        return None
    return stop if stop >= last - 1 else None


def _definite(sentence: Sentence, quantity: Quantity) -> bool:
    first = opens(sentence, quantity)
    before = sentence.words[first - 1] if first else ""
    return before in lexicon.words(_TABLE, "owners") or before.endswith(("'s", "s'"))


def _apposed(sentence: Sentence, quantity: Quantity, mark: int, stop: int) -> int | None:
    """Return where a list between commas ends: "her three sons, Tom, Will and Harry, were …"."""
    words, first = sentence.words, opens(sentence, quantity)
    outer = words[first - 2] if first > 1 else ""
    owned = _definite(sentence, quantity)
    if not owned and not is_person(quantity.noun):
        return None
    if outer in lexicon.words(_TABLE, "settings") and outer != "of":
        return None
    joint = next((at for at in range(mark, stop) if words[at] == "and"), None)
    if joint is None:
        return None
    close = next((at for at in range(joint, stop) if words[at] == ","), None)
    if close is None:
        return stop if owned and stop >= len(words) - 1 else None
    # "She invited three nurses, Ann and Beth, and …" may be one list of three
    finite = lexicon.words("cues/sums", "finite")
    return close if owned or (words[close + 1 : close + 2] and words[close + 1] in finite) else None
