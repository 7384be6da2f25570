"""Plain names in a row: "the islands of Skerra, Holm and Vaila"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.lists.items import Piece, item
from numcheck.relate.wording import closes, cue, is_quoted

_TABLE = "cues/lists"
_TITLES = frozenset({"esq", "jr", "sr", "mp", "kc", "qc", "mbe", "obe", "cbe", "phd", "md"})
_LONGEST = 7  # words of one name


def of_names(sentence: Sentence, quantity: Quantity, *, group: bool = False) -> Iterator[Relation]:
    """Yield "the four islands of Skerra, Holm and Vaila" with its names."""
    words, after = sentence.words, closes(sentence, quantity)
    if words[after : after + 1] != ["of"]:
        return
    if not group and quantity.noun not in lexicon.words(_TABLE, "lands"):
        return
    pieces, end = _row(sentence, after + 1)
    if end < len(words) and words[end] in ("and", "or", "'", "’"):
        return
    yield from _mismatch(sentence, quantity, pieces, sentence, after)


def told_next(passage: Passage, sentence: Sentence, quantity: Quantity) -> Iterator[Relation]:
    """Yield "Two schools are shut. They are Alder, Birch and Cedar" with the names."""
    if sentence.index + 1 >= len(passage.sentences):
        return
    where = passage.sentences[sentence.index + 1]
    start = where.span.start
    if where.text[start : start + 3].lower() not in ("the", "all"):
        return
    hit = lexicon.phrases(_TABLE, "they_are").at(where.words, 0)
    if hit is None:
        return
    pieces, end = _row(where, hit[1])
    if end >= len(where) - 1:
        yield from _mismatch(sentence, quantity, pieces, where, hit[1] - 1)


def _mismatch(
    sentence: Sentence, quantity: Quantity, pieces: list[Piece], where: Sentence, at: int
) -> Iterator[Relation]:
    titled = any(where.words[piece.first] in _TITLES for piece in pieces)
    if len(pieces) > 1 and not titled:
        yield Relation(
            "list",
            {"number": quantity, "items": tuple(item(where, piece) for piece in pieces)},
            cue(where, at, at + 1),
            quoted=is_quoted(sentence, quantity),
        )


def _row(sentence: Sentence, at: int) -> tuple[list[Piece], int]:
    """Read names joined by commas and one "and", and the place after them; none for no list."""
    raw, words = sentence.raw, sentence.words
    pieces: list[Piece] = []
    joined = False
    small = lexicon.words(_TABLE, "small") - {"and"}
    while at < len(raw):
        first = at
        while at < len(raw) and (raw[at][0].isupper() or (at > first and words[at] in small)):
            at += 1
        if not 0 < at - first <= _LONGEST:
            return [], at
        pieces.append(Piece(first, at, joined))
        if joined or at >= len(raw) or words[at] not in (",", "and"):
            break
        while at < len(raw) and words[at] in (",", "and"):
            joined = joined or words[at] == "and"
            at += 1
    return (pieces, at) if joined else ([], at)
