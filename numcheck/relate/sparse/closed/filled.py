"""Wholes that what follows fills: "the herd of 85 comprises"."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.wording import closes, opens

_TABLE = "cues/closed"
_NEAR = 6  # words between a whole and "comprises", or the colon
_SHORT = 3  # words of the name before "has 350"


def filled(sentence: Sentence, one: Quantity) -> int | None:
    """Return where the parts of a whole begin: behind "comprises", or "640 acres: Hugh has 350".

    After the colon each part stands by the one who has it, so that nobody is left out.
    """
    words, last = sentence.words, closes(sentence, one)
    parts = [q for q in sentence.amounts if q.first >= last]
    if len(parts) < 2 or parts[0] is sentence.amounts[0] or one is not sentence.amounts[0]:
        return None
    first = opens(sentence, parts[0])
    hit = lexicon.phrases(_TABLE, "filling").find(words, last, min(first, last + _NEAR))
    if hit is not None:
        return hit.last if hit.last == first else None
    if ":" not in words[last : min(first, last + _NEAR)]:
        return None
    mark = words.index(":", last)
    lead = words[mark + 1 : first]
    had = lexicon.words(_TABLE, "had_by")
    named = 0 < len(lead) - 1 <= _SHORT and lead[-1] in had
    return mark + 1 if named and sentence.raw[mark + 1][:1].isupper() else None
