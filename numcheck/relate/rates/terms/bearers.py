"""What has so much each, said before the figure."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence

_TABLE = "cues/rates"
_EVERY = frozenset({"every", "each", "per"})
_ONE = frozenset("a an each every one".split())


def one_for_every_place(words: list[str], at: int) -> int | None:
    """Return the place of "one" in "one teacher for every", if that ends at a place."""
    if at < 1 or words[at - 1] not in _EVERY:
        return None
    for size, ending in ((2, ["for", "every"]), (2, ["for", "each"]), (2, ["to", "every"]),
                         (1, ["per"])):  # fmt: skip
        if at < size or words[at - size : at] != ending:
            continue
        for first in (at - size - 1, at - size - 2):
            if first >= 0 and words[first] in ("one", "a", "1"):
                return first if words[first + 1].isalpha() else None
    return None


def bearer(words: list[str], at: int) -> str | None:
    """Return what is said to have so much: "a can holds", "each ticket costs"."""
    if at < 3 or words[at - 1] not in lexicon.words(_TABLE, "bearing"):
        return None
    if words[at - 3] in _ONE or (at > 3 and words[at - 4] in _ONE and words[at - 3].isalpha()):
        noun = words[at - 2]
        return noun if noun.isalpha() and lexicon.singular(noun) == noun else None
    return None


def costs(sentence: Sentence, at: int) -> bool:
    """Read "tickets cost £18", "shirts are priced at £25": what is sold, in the plural."""
    words = sentence.words
    charged = lexicon.phrases(_TABLE, "charged").ending(words, at)
    if charged is None or charged[1] < 1:
        return False
    sold = words[charged[1] - 1]
    return lexicon.is_plural(sold) and sold.isalpha()


def per_before(words: list[str], at: int) -> str | None:
    """Read what "a per-pupil cost of", "spending per pupil of", "the price per litre is" go by."""
    if at < 1 or words[at - 1] not in ("of", "is", "was", "at"):
        return None
    for place in range(at - 2, max(-1, at - 7), -1):
        if words[place] == "per":
            noun = place + 1 + (words[place + 1] == "-")
            near = at - noun < 4 and words[noun].isalpha()
            return lexicon.singular(words[noun]) if near else None
    return None
