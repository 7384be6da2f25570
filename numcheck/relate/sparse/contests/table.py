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
    return frozenset(max(wording, key=len) for wording in wordings)
