"""Wholes announced at the opening: "Altogether it raised 929, 412 from …"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Rational
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.kin import kin
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_OPENING = frozenset({"altogether", "in", "all", "overall", "between"})
_MARKS = frozenset({",", "–", "—", "-"})
_FAR = 9  # words from "altogether" to the whole
_NEAR = 4  # a slip is within a quarter of the whole
_LEFT_OUT = 20  # more than a twentieth may be a part that is left out: "45 games, 30 for the club"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield "Altogether the drive brought in 929 coats, 412 from schools and 517 from clubs"."""
    for sentence in passage.with_amounts(2):
        if sentence.words[0] not in _OPENING or len(sentence.amounts) < 3:
            continue
        opening = lexicon.phrases(_TABLE, "opening").at(sentence.words, 0)
        figures = wholes(sentence)
        if opening is None or len(figures) != len(sentence.amounts) or overlaps(sentence):
            continue
        whole = figures[0]
        if opens(sentence, whole) - opening[1] <= _FAR and whole.hedge is None:
            yield from _taken_apart(sentence, whole, figures[1:])


def _taken_apart(sentence: Sentence, whole: Quantity, parts: list[Quantity]) -> Iterator[Relation]:
    """Tie a whole with the list that follows its comma, one figure each from another source."""
    words, after = sentence.words, closes(sentence, whole)
    first = opens(sentence, parts[0])
    if first != after + 1 or words[after] not in _MARKS or not all(kin(whole, p) for p in parts):
        return
    if any(part.noun not in (None, whole.noun) or part.hedge for part in parts):
        return
    if lexicon.phrases(_TABLE, "elsewhere").find(words) is not None:
        return
    found = series(sentence, first, len(words), whole, least=2)
    if found is None or not found.closed or len(found.members) != len(parts):
        return
    ways = {" ".join(words[closes(sentence, part) :][:1]) for part in parts}
    if len(ways) != 1 or not ways <= lexicon.words(_TABLE, "places") | {"for", "with"}:
        return
    if _near(whole, parts):
        yield tie("split", sentence, whole, found.parts, after, first)


def _near(whole: Quantity, parts: list[Quantity]) -> bool:
    """Say whether parts come so near a whole that they are meant to fill it."""
    value: Rational = whole.figure.value if whole.figure else 0
    total: Rational = sum(part.figure.value for part in parts if part.figure)
    apart = total - value
    return apart * _NEAR <= value if apart > 0 else -apart * _LEFT_OUT <= value
