"""Words that would bar a tie, where they say something harmless."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence

_TABLE = "cues/rates"
_WHOM = frozenset("the a it them him her us you each every taxpayers ratepayers".split())
_GATHERED = frozenset(
    "piled racked rolled notched chalked run ran clocked put mopped picked".split()
)


def harmless(sentence: Sentence, at: int) -> bool:
    """Let "the first 12 games", "more than" a figure, "up" in "adding up to" pass."""
    words = sentence.words
    if words[at] == "without":
        return not lexicon.words(_TABLE, "pauses").isdisjoint(words[at + 1 : at + 3])
    if words[at] == "may":
        return at > 0 and sentence.raw[at] == "May"
    if words[at] == "costs":
        return _charges(words[at + 1 : at + 6])
    if words[at] == "fall":
        return words[at - 1] in ("this", "last", "next", "that", "each")
    if words[at] == "fees":
        return words[at - 1] == "before"
    if words[at] == "can" and at and words[at - 1] in ("a", "each", "one", "every", "per"):
        return True
    if words[at] in ("first", "second", "third") and words[at + 1 : at + 2] == ["-"]:
        return True  # "second-class stamps"
    if words[at] in ("before", "after"):
        return words[at + 1 : at + 2] != [] and (
            words[at + 1] in lexicon.words(_TABLE, "meals")
            or (words[at] == "before" and words[at + 1] in lexicon.words(_TABLE, "levied"))
        )
    if words[at] == "part":
        return words[at - 1] in ("took", "take", "takes", "taking")
    if words[at] == "half":
        return words[at + 1 : at + 2] in (["marathon"], ["marathons"], ["term"])
    if words[at] == "league":
        return words[at - 1] == "the" and words[at + 1 : at + 2] in (["will"], ["has"], ["took"])
    if words[at] == "ago":
        return "since" in words[max(0, at - 7) : at]
    if words[at] in ("weekend", "weekends"):
        return words[at - 1][0].isdigit()
    if words[at] == "up":
        return words[at - 1] in _GATHERED or words[at - 1] in (
            "add",
            "adds",
            "adding",
            "making",
            "makes",
            "made",
        )
    if words[at] in ("than", "most", "least"):
        return words[at - 1] in ("more", "less", "fewer")
    return (
        words[at] in ("first", "next")
        and words[at + 1 : at + 2] != []
        and (words[at + 1][0].isdigit())
    )


def _charges(after: list[str]) -> bool:
    """Say whether "costs" is a verb: "costs £40", "costs the health service £40"."""
    for place, word in enumerate(after):
        if word[0] in "$£€¥0123456789":
            return True
        if not word.isalpha() or (place == 0 and word not in _WHOM):
            return False
    return False
