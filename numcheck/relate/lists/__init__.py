"""A number announced, and the list that follows it."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.lists.behind import before_number
from numcheck.relate.lists.ends import (
    asides_in,
    end_of,
    is_partial,
    loose,
    mark_of,
    taken_of_them,
    without_asides,
)
from numcheck.relate.lists.groups import both_in, days_of, groups_in
from numcheck.relate.lists.items import (
    Piece,
    item,
    items_of,
    looks,
    pieces_of,
    told_of,
)
from numcheck.relate.lists.names import of_names, told_next
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import is_person, kin
from numcheck.relate.sums.terms.ones import worded
from numcheck.relate.wording import closes, cue, is_quoted

_TABLE = "cues/lists"
_MOST = 12  # a longer list is not announced by its number
_TAKING = frozenset({"the", "all", "these", "those"})
_DAYS = frozenset({"night", "evening", "morning", "afternoon"})
_OWNERS = frozenset("a an the his her their its".split())
_GROUPS = frozenset("couple pair trio duo family twins parents children others".split())
_OTHERS = frozenset({"-", "top", "first", "last", "another", "of"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every announced number with the list that names the things counted."""
    for sentence in passage.figured:
        for quantity in sentence.quantities:
            if quantity.kind == "duration" or quantity.noun in _DAYS:
                yield from days_of(sentence, quantity)
            if quantity.kind == "number":
                quantity = taken_of_them(sentence, quantity)
            if quantity.kind == "count" and _announces(sentence, quantity):
                yield from _named(sentence, quantity)
                yield from _ages(sentence, quantity)
                yield from before_number(sentence, quantity)
                yield from of_names(sentence, quantity)
                if sum(_announces(sentence, one) for one in sentence.quantities) == 1:
                    yield from told_next(passage, sentence, quantity)
        if sentence.index and sentence.words[0] in _TAKING and _takes_up(sentence):
            yield from _of_row_before(passage, sentence)
    for sentence, group in (*groups_in(passage), *both_in(passage)):
        yield from _named(sentence, group, plain=True)
        yield from of_names(sentence, group, group=True)


def _takes_up(sentence: Sentence) -> bool:
    """Say whether a number is the second word of a sentence: "The four closures"."""
    return any(one.first == 1 and one.kind in ("count", "number") for one in sentence.quantities)


def _of_row_before(passage: Passage, sentence: Sentence) -> Iterator[Relation]:
    """Yield the number that takes up a row of names in the sentence before."""
    before = passage.sentences[sentence.index - 1]
    if before.paragraph != sentence.paragraph or "," not in before.words:
        return
    from numcheck.relate.sparse.closed import items
    from numcheck.relate.sparse.window import Window

    yield from items.find_before(Window(sentence, None), before)


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


def _named(sentence: Sentence, quantity: Quantity, *, plain: bool = False) -> Iterator[Relation]:
    """Yield the tie of a number with the list after its noun; `plain` asks for names alone."""
    words, after = sentence.words, closes(sentence, quantity)
    mark = mark_of(sentence, after)
    if mark is None:
        return
    if "each" in words[after:mark] or "apiece" in words[after:mark]:
        return
    end = end_of(sentence, quantity, after, mark)
    if end is None or end - mark < 4 or words[end - 1] in ("and", "or", ","):
        return  # what breaks off is no list
    pieces = _pieces(sentence, quantity, mark, end)
    items = items_of(sentence, quantity, pieces, words[mark]) if pieces else None
    if plain and not (items and all(looks(sentence, piece) == "name" for piece in items)):
        return
    if items and loose(sentence, quantity, mark) and len(items) <= (quantity.value or 0):
        return  # "visited two farms, Alton and Bath" may be a list of three
    few = items is not None and len(items) < (quantity.value or 0)
    if few and is_person(quantity.noun) and any(_several(sentence, piece) for piece in items or ()):
        return  # "six people: a couple in their 60s, their sons and the driver"
    abstract = words[mark] == ":" and quantity.noun in lexicon.words(_TABLE, "abstract")
    if items and abstract and 0 < len(items) - (quantity.value or 0) <= asides_in(sentence, items):
        return
    before = [q.value for q in sentence.quantities if q.last <= quantity.first]
    if items and (len(items) == quantity.value or len(items) not in before):
        yield Relation(
            "list",
            {"number": quantity, "items": tuple(item(sentence, piece) for piece in items)},
            cue(sentence, mark, mark + 1),
            quoted=is_quoted(sentence, quantity),
        )


def _pieces(sentence: Sentence, quantity: Quantity, mark: int, end: int) -> list[Piece]:
    """Return the items between a mark and the end of its list; none where it may be no list."""
    words = sentence.words
    inside = [q for q in sentence.quantities if q.first > mark and q.last <= end and q.value != 0]
    abstract = words[mark] == ":" and quantity.noun in lexicon.words(_TABLE, "abstract")
    alike = [q for q in inside if kin(quantity, q) and not _aged(sentence, q)]
    if abstract:
        alike = [q for q in alike if q.noun in (None, quantity.noun) and _bare(sentence, q)]
    if alike or any(words[at : at + 2] == ["and", ","] for at in range(mark, end)):
        return []  # "and, at the depots, a review of rotas and breaks"
    either = quantity.noun in lexicon.words(_TABLE, "choices")
    pieces = pieces_of(sentence, mark + 1, end, either=either)
    if abstract and ";" not in words[mark:end]:
        pieces = without_asides(sentence, pieces)
    until = pieces[-1].first + 2 if told_of(sentence, pieces) else end
    partial = lexicon.phrases(_TABLE, "partial").all(words, mark + 1, until)
    if abstract:
        partial = partial if is_partial(sentence, pieces) else []
    begins = {piece.first for piece in pieces if looks(sentence, piece) == "asks"}
    if len(begins) == len(pieces):
        partial = []  # "who knew, when they knew and why"
    return (
        []
        if any(not either or words[hit.first] not in ("or", "from") for hit in partial)
        else pieces
    )


def _bare(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure may count the things listed: "four: two of cost", no "14-team table"."""
    whole = isinstance(quantity.value, int) and quantity.kind in ("count", "number")
    return whole and sentence.words[quantity.last : quantity.last + 1] != ["-"]


def _several(sentence: Sentence, piece: Piece) -> bool:
    """Say whether what is listed may be several people: "a couple", "her twin sons"."""
    for word in sentence.raw[piece.first : piece.last]:
        if word.lower() in lexicon.words("nouns", "stop") and word.lower() not in _OWNERS:
            return False
        if word.lower() in _GROUPS or (word.islower() and lexicon.is_plural(word)):
            return True
    return False


def _ages(sentence: Sentence, quantity: Quantity) -> Iterator[Relation]:
    """Yield more ages than people: "three men aged 21, 25, 28 and 30".

    Fewer may be right: ten boys aged 11 and 12 are of two ages.
    """
    words, at = sentence.words, closes(sentence, quantity)
    if not is_person(quantity.noun) or quantity.value is None:
        return
    at += words[at : at + 1] in ([","], ["–"], ["—"], ["("])
    at += words[at : at + 1] in (["aged"], ["ages"], ["age"])
    places = {one.first: one for one in sentence.quantities if one.kind in ("age", "number")}
    places |= {one.last - 1: one for one in places.values()}  # "aged four" is one figure
    ages: list[Quantity] = []
    joined = False
    while at in places and not joined and not places[at].is_range:
        at = places[at].last
        ages.append(worded(sentence, at - 1, at, 1))
        at += words[at : at + 1] == [","]
        joined = words[at : at + 1] == ["and"]
        at += joined
    if joined and at in places:
        ages.append(worded(sentence, at, at + 1, 1))
    told = "aged" in words or "ages" in words or quantity.noun in lexicon.words(_TABLE, "young")
    if told and joined and len(ages) > quantity.value:
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
