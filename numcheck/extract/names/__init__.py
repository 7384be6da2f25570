"""Names with figures in them, and words that look like figures."""

from __future__ import annotations

from numcheck.extract.names.citations import cited
from numcheck.extract.names.codes import code
from numcheck.extract.names.contacts import contact
from numcheck.extract.names.labels import labelled
from numcheck.extract.names.ordinals import ordinal_at
from numcheck.extract.names.pronouns import is_period_quarter, is_pronoun, is_rank_second
from numcheck.extract.names.titles import title
from numcheck.extract.nearby import paid
from numcheck.extract.seen import Seen
from numcheck.model.passage import Sentence

__all__ = ["identifier_at", "is_period_quarter", "is_pronoun", "is_rank_second", "ordinal_at"]


def identifier_at(sentence: Sentence, at: int) -> Seen | None:
    """Read the name, number plate, address or reference whose figure stands at token `at`."""
    if sentence.words[at][0].isdigit():
        if paid(sentence, at) or _after_point(sentence, at):
            return None
        found = (
            title(sentence, at)
            or cited(sentence, at)
            or labelled(sentence, at)
            or contact(sentence, at)
            or code(sentence, at)
        )
    else:
        found = labelled(sentence, at) or title(sentence, at)
    return Seen("identifier", found[0], found[1], {}) if found else None


def _after_point(sentence: Sentence, at: int) -> bool:
    """Say whether the digits are the decimals of ".001"."""
    if not sentence.joined(at) or sentence.words[at - 1] != ".":
        return False
    return not (sentence.joined(at - 1) and sentence.words[at - 2][0].isalnum())
