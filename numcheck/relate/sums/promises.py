"""Whether a list after a comma fills the whole before it."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.sums.terms.apart import exclusive, manned
from numcheck.relate.sums.terms.kin import group_of, is_generic
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"


def fills(sentence: Sentence, whole: Quantity, first: int, parts: Series | None) -> bool:
    """Say whether the list after a comma fills the whole, up to its sentence's end if not near."""
    if not _promised(sentence, whole, first, parts):
        return False
    near = first - 1 in (closes(sentence, whole), _in_all(sentence, whole))
    return near or _ends(sentence, first)


def _promised(sentence: Sentence, whole: Quantity, first: int, found: Series | None) -> bool:
    """Say whether a list after a comma fills the whole: men and women, or "a total of"."""
    before = lexicon.phrases(_TABLE, "sum_before").ending(sentence.words, opens(sentence, whole))
    summed = before is not None or _in_all(sentence, whole) > 0
    in_kinds = whole.noun in lexicon.words(_TABLE, "in_kinds")
    grouped = whole.noun is None or group_of(whole.noun) in ("people", "roles", "ages")
    if not (summed or in_kinds or grouped or is_generic(whole.noun)):
        return False
    found = found or series(sentence, first, len(sentence), whole, singles=True, least=2)
    if found is None or len(found.members) < 2:
        return False
    if manned(found) and is_generic(whole.noun):
        return True
    groups = {group_of(part.noun) for part in found.parts}
    if in_kinds:
        return exclusive(sentence, found)  # "16 boundaries, 12 fours and four sixes"
    grown = {part.noun for part in found.parts} == {"adult", "child"}
    if grown or ("sexes" in groups and groups <= {"sexes", "ages"}):
        return grouped
    return summed and all(part.noun in (None, whole.noun) for part in found.parts)


def _in_all(sentence: Sentence, whole: Quantity) -> int:
    """Return the place after "in all" behind a figure, or nought: "26 hours in all, 14 on …"."""
    hit = lexicon.phrases(_TABLE, "sum_after").at(sentence.words, closes(sentence, whole))
    return hit[1] if hit is not None else 0


def _ends(sentence: Sentence, first: int) -> bool:
    """Say whether a list goes on to the end of its sentence, and is no clause's subject."""
    last = max(closes(sentence, q) for q in sentence.quantities if q.first >= first)
    return last >= len(sentence.words) - 1 or sentence.words[last] in (",", ";")
