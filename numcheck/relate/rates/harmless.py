"""Words that would bar a tie, where they say something harmless."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.sums.terms.kin import is_person

_TABLE = "cues/rates"
_WHOM = frozenset("the a it them him her us you each every taxpayers ratepayers".split())
# Words that are harmless behind these: "piled up", "this fall", "took part", "more than".
_BEHIND = {
    "capacity": "combined joint aggregate overall",
    "up": """add adds adding making makes made piled racked rolled notched chalked run ran clocked
        put mopped picked took takes taking used snapped lapped""",
    "fall": "this last next that each",
    "fees": "before",
    "save": "would will could to",
    "off": "came comes come taken cut harvested picked fetched",
    "can": "a each one every per",
    "part": "took take takes taking",
    "than": "more less fewer",
    "most": "more less fewer",
    "least": "more less fewer",
}
_DENIED = frozenset({"no", "nothing", "without"})  # "with nothing off", "no discount"
_TAKEN = frozenset("off discount discounts extra fee fees deposit tip tips reduction".split())
_STOPS = frozenset(
    {"", ",", ".", ";", ":", "–", "—", "(", ")", "and", "on", "in", "at", "each", "every"}
)
_VERBAL = ("ing", "ed")
_AVERAGES = frozenset({"average", "averages", "mean", "high", "low", "best", "leaders", "of"})
_AFTER_HALF = frozenset(
    """of the a an its their his her this that these those as again were was are is came went so
    and or but to in on at by with for from more less said say have had has do did""".split()
)
_LED = {word: frozenset(leads.split()) for word, leads in _BEHIND.items()}
_MEAN = frozenset({"average", "averages", "averaging", "mean", "typical"})
_WHOSE = frozenset("the a an its their his her our new repairs".split())
_FULL = frozenset({"a", "an", "combined", "total", "full", "joint", "overall", "whole"})
_GIVING = frozenset({"giving", "making", "creating", "yielding"})


def paid_in_part(words: list[str]) -> bool:
    """Say whether some pay less than the price: a discount, "under-16s half price"."""
    if not lexicon.words(_TABLE, "reduced").isdisjoint(words):
        return True
    return lexicon.phrases(_TABLE, "for_less").find(words) is not None


def harmless(sentence: Sentence, at: int) -> bool:
    """Let "the first 12 games", "more than" a figure, "up" in "adding up to" pass."""
    words = sentence.words
    word, before = words[at], words[at - 1] if at else ""
    if before in _DENIED and word in _TAKEN:
        return True
    after = (*words[at + 1 : at + 2], "")[0]
    if word in ("peak", "capacity") and _is_given(words, at):
        return True
    if word in _LED:
        return before in _LED[word]
    match word:
        case "without" | "including" | "with":
            return stopped(words, at) and (word != "without" or after != "the")
        case "included":  # "an average of 5mph, sleep included"
            return not lexicon.words(_TABLE, "pauses").isdisjoint(words[max(0, at - 2) : at])
        case "rest":  # "rest stops and all"
            return after in lexicon.words(_TABLE, "pauses")
        case "may":
            return at > 0 and sentence.raw[at] == "May"
        case "toward" | "towards":  # "raising £700 towards the organ"
            return words[at - 1 : at] != [] and words[at - 1][0].isdigit() and after in _WHOSE
        case "rated":  # "each panel is rated at 400 watts"
            figured = words[at + 2 : at + 3] != [] and words[at + 2][0].isdigit()
            return after == "at" and figured and _MEAN.isdisjoint(words[at:])
        case "costs":
            return _charges(words[at + 1 : at + 6])
        case "before" | "after":
            return _when(words, at)
        case "half":  # "half marathons", but "half of them", "half came"
            return after.isalpha() and after not in _AFTER_HALF and not after.endswith("ed")
        case "league":  # "the league took £4m", but "a league record", "the league average"
            return before == "the" and after not in lexicon.words(_TABLE, "bars") | _AVERAGES
        case "ago":
            return "since" in words[max(0, at - 7) : at]
        case "weekend" | "weekends":
            return before[:1].isdigit()
        case "first" | "next" | "second" | "third":  # "second-class stamps"
            return after == "-" or (word in ("first", "next") and after[:1].isdigit())
    return False


def _is_given(words: list[str], at: int) -> bool:
    """Say whether a peak is that of the whole: "giving the array a peak of 34kW"."""
    full = at > 0 and words[at - 1] in _FULL and "of" in words[at + 1 : at + 3]
    return full and not _GIVING.isdisjoint(words[max(0, at - 6) : at])


def with_takings(gap: list[str]) -> bool:
    """Say whether other takings are in a sum: "and, with the tombola, brought in £1,480"."""
    other = lexicon.words(_TABLE, "other_takings")
    more = (at for at, word in enumerate(gap) if word in ("with", "plus"))
    return any(not other.isdisjoint(gap[at + 1 : at + 4]) for at in more)


def _when(words: list[str], at: int) -> bool:
    """Say whether a noun alone follows, by which all of it was done: "before lunch", "dark"."""
    noun, behind = (*words[at + 1 : at + 3], "", "")[:2]
    if noun in lexicon.words(_TABLE, "levied"):
        return words[at] == "before"  # "£40 a head before tax"
    if not noun.isalpha() or noun in lexicon.words("nouns", "stop") or noun.endswith(_VERBAL):
        return False
    if words[at] == "after" and lexicon.is_plural(noun):
        return False  # "after refunds"
    if noun in lexicon.words(_TABLE, "reduced") or noun in lexicon.words(_TABLE, "bars"):
        return False
    return behind in _STOPS


def stopped(words: list[str], at: int) -> bool:
    """Say whether a journey's time is still all its time: "without a break", "including stops"."""
    if not lexicon.words(_TABLE, "moving").isdisjoint(words[:at]):
        return False  # "in six hours of driving, an average of 30mph including the halts"
    return not lexicon.words(_TABLE, "pauses").isdisjoint(words[at + 1 : at + 4])


def _charges(after: list[str]) -> bool:
    """Say whether "costs" is a verb: "costs £40", "costs the health service £40"."""
    for place, word in enumerate(after):
        if word[0] in "$£€¥0123456789":
            return True
        if not word.isalpha():
            return False
        if place == 0 and word not in _WHOM and not (is_person(word) or lexicon.is_plural(word)):
            return False
    return False


def manned(group: Quantity, total: Quantity) -> bool:
    """Say whether groups are of those who work: "makes 1,500 pairs on two shifts of 40"."""
    return (
        total.noun is not None
        and not is_person(total.noun)
        and group.noun in lexicon.words(_TABLE, "shift_nouns")
    )
