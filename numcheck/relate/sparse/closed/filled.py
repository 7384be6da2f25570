"""Wholes that what follows fills: "the herd of 85 comprises"."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.wording import closes, opens

_TABLE = "cues/closed"
_NEAR = 6  # words between a whole and "comprises", or the colon
_SHORT = 3  # words of the name before "has 350"
_THE = frozenset({"all", "the", "its", "their"})
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had", "others", "rest"})


def filled(sentence: Sentence, one: Quantity) -> int | None:
    """Return where the parts of a whole begin: behind "comprises", or "640 acres: Hugh has 350".

    After the colon each part stands by the one who has it, so that nobody is left out.
    """
    if one is not sentence.amounts[0]:
        return None
    words, last = sentence.words, closes(sentence, one)
    parts = [q for q in sentence.amounts if q.first >= last]
    if len(parts) < 2 or parts[0] is one:
        return None
    first = opens(sentence, parts[0])
    if _both_sexes(sentence, one, parts):
        return first
    key = "held_by" if one.noun in lexicon.words(_TABLE, "seats") else "filling"
    if key == "held_by" and not _all_of_them(words, opens(sentence, one), parts[-1].first):
        key = "filling"
    hit = lexicon.phrases(_TABLE, key).find(words, last, min(first, last + _NEAR))
    if hit is not None:
        return hit.last if hit.last == first else None
    if ":" not in words[last : min(first, last + _NEAR)]:
        return None
    mark = words.index(":", last)
    lead = words[mark + 1 : first]
    had = lexicon.words(_TABLE, "had_by")
    named = 0 < len(lead) - 1 <= _SHORT and lead[-1] in had
    return mark + 1 if named and sentence.raw[mark + 1][:1].isupper() else None


def _all_of_them(words: list[str], at: int, last: int) -> bool:
    """Say whether a figure is of all there are: "the council's 15 seats", "all 15 seats".

    No verb follows, as in "are taken by 19 patients, and two wards are shut".
    """
    before = words[at - 1] if at else ""
    return (before in _THE or before.endswith("'s")) and _VERBS.isdisjoint(words[last:])


def _both_sexes(sentence: Sentence, one: Quantity, parts: Sequence[Quantity]) -> bool:
    """Say whether two sexes fill a body: "the class of 31 has 16 girls and 14 boys"."""
    words, at = sentence.words, opens(sentence, one)
    if len(parts) != 2 or words[max(0, at - 1)] != "of" or at < 2:
        return False
    last = closes(sentence, parts[1])
    if words[last : last + 1] not in ([], ["."], [","], [";"]):
        return False
    lead = words[closes(sentence, one) : opens(sentence, parts[0])]
    joined = words[closes(sentence, parts[0]) : opens(sentence, parts[1])] == ["and"]
    if not joined or lexicon.phrases(_TABLE, "consists").at([*lead, ""], 0) is None:
        return False
    sexes = {parts[0].noun, parts[1].noun}
    body = words[at - 2]
    bodies = (("young", "young_bodies"), ("grown", "grown_bodies"))
    of_age = [kept for key, kept in bodies if sexes == lexicon.words(_TABLE, key)]
    return any(body in lexicon.words(_TABLE, kept) for kept in of_age)
