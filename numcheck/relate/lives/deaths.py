"""Deaths that sentences tell, and the ages that belong to them."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.relate.lives.ages import Age
from numcheck.relate.spans.moments import Moment, moment, moments

_TABLE = "cues/lives"


class Birth(NamedTuple):
    """A birth, the sentence that tells it, and the death where one print gives both."""

    sentence: Sentence
    quantity: Quantity
    when: Moment
    died: tuple[Quantity, Moment] | None = None


def died(
    sentence: Sentence, birth: Birth, age: Age, before: Sentence | None
) -> tuple[Quantity, Moment] | None:
    """Return the death to which an age without a year belongs, told here or just before."""
    if _lived(sentence, age) and (then := death(sentence, birth)):
        return then
    at_death = before is not None and _at_death(sentence, age, birth)
    return death(before, birth) if before is not None and at_death else None


def _at_death(sentence: Sentence, age: Age, birth: Birth) -> bool:
    """Say whether an age is that at death, of which the sentence gives no year."""
    if age.lone or _lived(sentence, age):
        return True
    dying = not lexicon.words(_TABLE, "deaths").isdisjoint(sentence.words)
    aged = sentence.words[max(0, age.quantity.first - 1)] in ("aged", "of", "at", "age")
    return dying and aged and all(one[0] is birth.quantity for one in moments(sentence))


def _lived(sentence: Sentence, age: Age) -> bool:
    """Say whether an age is that to which somebody lived, so that no year stands by it."""
    lead = sentence.words[max(0, age.quantity.first - 5) : age.quantity.first]
    at = lead.index("to") if "to" in lead else 0
    return lead[max(0, at - 1)] in ("lived", "live") if lead else False


def death(sentence: Sentence, birth: Birth) -> tuple[Quantity, Moment] | None:
    """Return the year of death that a sentence gives: what "He was 85." is said of."""
    deaths = lexicon.words(_TABLE, "deaths")
    found, near = [], []
    for quantity in sentence.quantities:
        when = moment(quantity)
        if when is None or quantity is birth.quantity or when.year <= birth.when.year:
            continue
        found.append((quantity, when))
        before = sentence.words[max(0, quantity.first - 6) : quantity.first]
        if not deaths.isdisjoint(before):
            near.append((quantity, when))
    return near[0] if len(near) == len(found) == 1 else birth.died
