"""A list, and then how many it names: "are the two towns"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.lists.items import Piece, item, looks, pieces_of
from numcheck.relate.wording import closes, cue, is_quoted, opens

_TABLE = "cues/lists"
_DASHES = frozenset({"–", "—"})
_PARTNERS = frozenset({"firm", "company", "bank", "agency", "partnership", "practice"})
_STARTS = frozenset({";", ":", "–", "—"})


def before_number(sentence: Sentence, quantity: Quantity) -> Iterator[Relation]:
    """Yield "Hull, Goole and Selby were the two towns" with its names."""
    last = _list_end(sentence, quantity)
    if last is None:
        return
    words = sentence.words
    first = max((at + 1 for at in range(last) if words[at] in _STARTS), default=0)
    pieces = _names(sentence, pieces_of(sentence, first, last))
    partners = len(pieces) > (quantity.value or 0) and quantity.noun in _PARTNERS
    if pieces and not partners and len(pieces) not in (quantity.value, 2 * (quantity.value or 0)):
        yield Relation(
            "list",
            {"number": quantity, "items": tuple(item(sentence, piece) for piece in pieces)},
            cue(sentence, last, last + 1),
            quoted=is_quoted(sentence, quantity),
        )


def _list_end(sentence: Sentence, quantity: Quantity) -> int | None:
    """Return where a list before a number ends: at "are the four", or at a dash or comma."""
    words, first = sentence.words, opens(sentence, quantity)
    if first < 4 or words[first - 1] not in ("the", "all", "its", "his", "her", "their"):
        return None
    link = lexicon.phrases(_TABLE, "are_they").ending(words, first - 1)
    if link is not None:
        return link[1]
    if words[first - 2] in _DASHES and not sentence.joined(first - 2):
        return first - 2
    after = words[closes(sentence, quantity) :][:1]
    return first - 2 if words[first - 2] == "," and after == [","] else None


def _names(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """Return a list's pieces, if all are plain names and only the last is joined by "and"."""
    joints = [at for at, piece in enumerate(pieces) if piece.joined]
    if len(pieces) < 2 or joints != [len(pieces) - 1]:
        return []
    return pieces if all(looks(sentence, piece) == "name" for piece in pieces) else []
