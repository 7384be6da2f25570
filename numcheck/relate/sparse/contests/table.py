"""The wordings of contests, and the words with which they begin."""

from __future__ import annotations

from functools import cache

from numcheck.lexicon.words import english_table
from numcheck.model.passage import tokenize

TABLE = "cues/contests"


@cache
def beginnings() -> frozenset[str]:
    """Return the first words of everything that claims something of a contest."""
    table = english_table(TABLE)
    return frozenset(tokenize(str(one))[0] for key in table["cues"] for one in table[key])
