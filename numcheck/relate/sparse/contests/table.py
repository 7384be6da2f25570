"""The wordings of contests, and the words that tell them."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon.words import cut, english_table

TABLE = "cues/contests"


@cache
def telling() -> frozenset[str]:
    """Return the longest word of everything that claims something of a contest."""
    table = english_table(TABLE)
    wordings = (cut(str(one)) for key in table["cues"] for one in table[key])
    return frozenset(max(wording, key=_says) for wording in wordings)


def _says(word: str) -> tuple[bool, int]:
    """Rank a word by how much it says: "T20" is told by its T, since a 20 stands anywhere."""
    return word.isalpha(), len(word)
