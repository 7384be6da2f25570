"""Names with figures in them, and words that look like figures."""

from __future__ import annotations

from functools import cache

from numcheck.extract.names.brands import is_named
from numcheck.extract.names.citations import cited
from numcheck.extract.names.codes import code, is_run_together
from numcheck.extract.names.contacts import contact
from numcheck.extract.names.labels import label_words, labelled
from numcheck.extract.names.ordinals import ordinal_at
from numcheck.extract.names.pronouns import is_period_quarter, is_pronoun, is_rank_second
from numcheck.extract.names.titles import known_numbers, title, worded
from numcheck.extract.nearby import paid
from numcheck.extract.seen import Seen
from numcheck.lexicon.words import words
from numcheck.model.passage import Sentence

__all__ = [
    "identifier_at", "is_named", "is_period_quarter", "is_pronoun", "is_rank_second",
    "is_run_together", "ordinal_at",
]  # fmt: skip

# "4 x 100m" and "1 st": what may follow a number of a name in lower case.
_FOLLOWERS = frozenset({"x", "c", "f", "u", "s", "block"})
_OPENS = frozenset({",", "("})
_STOPS = frozenset(",.;:)%?!\"”’'")


def identifier_at(sentence: Sentence, at: int) -> Seen | None:
    """Read the name, number plate, address or reference whose figure stands at token `at`."""
    if sentence.words[at][0].isdigit():
        if paid(sentence, at) or _quiet(sentence, at) or _after_point(sentence, at):
            return None
        found = (
            title(sentence, at)
            or cited(sentence, at)
            or labelled(sentence, at)
            or contact(sentence, at)
            or code(sentence, at)
        )
    else:
        found = labelled(sentence, at) or title(sentence, at) or worded(sentence, at)
    return Seen("identifier", found[0], found[1], {}) if found else None


def _quiet(sentence: Sentence, at: int) -> bool:
    """Say quickly that a number stands between plain words or stops: "killed 12 people,"."""
    here, starts, ends = sentence.words, sentence.starts, sentence.ends
    text, before = here[at], here[at - 1] if at else "["
    if len(before) == 2 and sentence.raw[at - 1].isupper():
        return False  # "SR 20"
    if text[0] == "0" or before in _triggers() or (before in _OPENS and 3 < len(text) < 6):
        return False
    if not (before[0].isalnum() or before in _OPENS) or text in known_numbers():
        return False
    if ends[at - 1] == starts[at] and before != "(":
        return False
    if text.count(".") > 1 or (len(text) == 5 and sentence.raw[at - 1].isupper()):
        return False
    if at + 1 < len(here):
        after = here[at + 1]
        if starts[at + 1] != ends[at]:
            return sentence.raw[at + 1][0].islower() and after not in _FOLLOWERS
        if after not in _STOPS or (after == ")" and before == "("):
            return False
        if at + 2 < len(here) and starts[at + 2] == ends[at + 1] and here[at + 2][0].isalnum():
            return False
    return True


@cache
def _triggers() -> frozenset[str]:
    """Return the words before a number that may make a name of it."""
    listed = words("names", "under") | words("names", "phone_before")
    return label_words() | listed | frozenset({"al", "isbn", "doi", "pmid", "issn", "arxiv"})


def _after_point(sentence: Sentence, at: int) -> bool:
    """Say whether the digits are the decimals of ".001"."""
    if not sentence.joined(at) or sentence.words[at - 1] != ".":
        return False
    return not (sentence.joined(at - 1) and sentence.words[at - 2][0].isalnum())
