"""Words that would bar a tie, where they say something harmless."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence

_TABLE = "cues/rates"
_WHOM = frozenset("the a it them him her us you each every taxpayers ratepayers".split())
# Words that are harmless behind these: "piled up", "this fall", "took part", "more than".
_BEHIND = {
    "capacity": "combined joint aggregate overall",
    "up": """add adds adding making makes made piled racked rolled notched chalked run ran clocked
        put mopped picked""",
    "fall": "this last next that each",
    "fees": "before",
    "can": "a each one every per",
    "part": "took take takes taking",
    "than": "more less fewer",
    "most": "more less fewer",
    "least": "more less fewer",
}
_DENIED = frozenset({"no", "nothing", "without"})  # "with nothing off", "no discount"
_TAKEN = frozenset("off discount discounts extra fee fees deposit tip tips reduction".split())
_LED = {word: frozenset(leads.split()) for word, leads in _BEHIND.items()}


def harmless(sentence: Sentence, at: int) -> bool:
    """Let "the first 12 games", "more than" a figure, "up" in "adding up to" pass."""
    words = sentence.words
    word, before = words[at], words[at - 1] if at else ""
    if before in _DENIED and word in _TAKEN:
        return True
    after = (*words[at + 1 : at + 2], "")[0]
    if word in _LED:
        return before in _LED[word]
    match word:
        case "without":
            return not lexicon.words(_TABLE, "pauses").isdisjoint(words[at + 1 : at + 3])
        case "may":
            return at > 0 and sentence.raw[at] == "May"
        case "costs":
            return _charges(words[at + 1 : at + 6])
        case "before":
            return after in lexicon.words(_TABLE, "meals") | lexicon.words(_TABLE, "levied")
        case "after":
            return after in lexicon.words(_TABLE, "meals")
        case "half":
            return after in ("marathon", "marathons", "term")
        case "league":
            return before == "the" and after in ("will", "has", "took")
        case "ago":
            return "since" in words[max(0, at - 7) : at]
        case "weekend" | "weekends":
            return before[:1].isdigit()
        case "first" | "next":
            return after[:1].isdigit() or after == "-"
        case "second" | "third":
            return after == "-"  # "second-class stamps"
    return False


def _charges(after: list[str]) -> bool:
    """Say whether "costs" is a verb: "costs £40", "costs the health service £40"."""
    for place, word in enumerate(after):
        if word[0] in "$£€¥0123456789":
            return True
        if not word.isalpha() or (place == 0 and word not in _WHOM):
            return False
    return False
