"""People by their age: "Maria Reyes, 37," and later "Reyes, 73,"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.mentions.mention import Mention

_TITLES = frozenset({"mr", "mrs", "ms", "miss", "dr", "sir", "lady"})
_ENDS = frozenset({".", ",", ")", ";", "!", "?", '"', "”"})


def of_person(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "Maria Reyes, 37,", "Reyes, a 37-year-old nurse", "37-year-old Reyes"."""
    if quantity.kind == "number" and not _bare_age(sentence, quantity):
        return
    name = _before(sentence, quantity) or _after(sentence, quantity)
    if not name or len(name[-1]) < 3:
        return
    title = name[0].lower() in _TITLES
    full = " ".join(name[1:] if title else name)
    surname = name[-1]
    thing = full if len(name) > 1 and not title else surname
    yield Mention(f"person {thing}", "age", quantity, sentence, True)
    if thing != surname:
        yield Mention(f"person {surname}", "age", quantity, sentence, False)


def of_an_age(quantity: Quantity) -> bool:
    """Say whether a bare number is one that a person's age may be."""
    value = quantity.value
    return isinstance(value, int) and 10 <= value <= 105


def bracketed_age(sentence: Sentence, quantity: Quantity) -> Quantity:
    """Return the number of "Ahmed Rashid (41) was elected" as an age."""
    words, last = sentence.words, quantity.last
    if quantity.kind != "number" or words[quantity.first - 1 : quantity.first] != ["("]:
        return quantity
    after = sentence.raw[last + 1 : last + 2]
    person = of_an_age(quantity) and words[last : last + 1] == [")"]
    if person and after and after[0].isalpha() and after[0].islower():
        return replace(quantity, kind="age")
    return quantity


def _bare_age(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a bare number after a name is an age: "said Doyle, 46."."""
    if quantity.kind != "number" or quantity.hedge is not None:
        return False
    if not of_an_age(quantity) or not sentence.raw[quantity.first].isdecimal():
        return False
    after = sentence.words[quantity.last : quantity.last + 1]
    return not after or after[0] in _ENDS


def _before(sentence: Sentence, quantity: Quantity) -> list[str]:
    """Return the name before an age: "Doyle, 46", "Doyle (46)", "Doyle, a 46-year-old"."""
    words, at = sentence.words, quantity.first - 1
    if quantity.kind == "age":
        while at >= 1 and words[at] in ("a", "an", "now", "the", "aged", "who", "is", "was"):
            at -= 1
        if at >= 1 and at < quantity.first - 1 and words[at] not in (",", "("):
            at += 1 if sentence.raw[at][:1].isupper() else 0
            return _name(sentence, at - 1) if words[at] in ("aged", "is", "was") else []
    if at < 1 or words[at] not in (",", "(") or (quantity.kind == "number" and words[at] == "("):
        return []
    return _name(sentence, at - 1)


def _name(sentence: Sentence, at: int) -> list[str]:
    """Return the capitalised words that end at token `at`."""
    raw, name = sentence.raw, list[str]()
    while at >= 0 and raw[at][:1].isupper() and raw[at].isalpha() and len(name) < 4:
        name.insert(0, raw[at])
        at -= 1
    return name


def _after(sentence: Sentence, quantity: Quantity) -> list[str]:
    """Return the name after an age: "the 46-year-old Doyle"."""
    raw, at, name = sentence.raw, quantity.last, list[str]()
    if quantity.kind != "age":
        return []
    while at < len(raw) and raw[at][:1].isupper() and raw[at].isalpha() and len(name) < 4:
        name.append(raw[at])
        at += 1
    return name


def anaphor(before: Sentence, sentence: Sentence) -> tuple[Mention, Mention] | None:
    """Return the age of the one person of a sentence, and "The 46-year-old" that opens the next."""
    if sentence.index != before.index + 1 or not _of_one_age(sentence):
        return None
    turned = _turned(before, sentence)
    again = _the_aged(sentence, turned=turned)
    ages = [q for q in before.quantities if q.kind == "age" or _bare_age(before, q)]
    if again is None or len(ages) != 1 or ages[0].is_range:
        return None
    named = _before(before, ages[0]) or _after(before, ages[0])
    if not named and before.words[ages[0].first - 1] not in ("a", "an"):
        return None
    people = lexicon.words("nouns", "people") | lexicon.words("cues/repeats", "people")
    own = {before.words[ages[0].last]} if ages[0].last < len(before.words) else set()
    plain = {lexicon.singular(word) for word in before.words} - own
    if not (turned or people.isdisjoint(plain)) or sentence.paragraph != before.paragraph:
        return None
    names = [at for at in range(1, len(before.raw)) if _opens_name(before, at)]
    if len(names) > 2:
        return None
    first = Mention("", "age", ages[0], before, True)
    return first, Mention("", "age", again, sentence, True)


def _of_one_age(sentence: Sentence) -> bool:
    """Say whether a sentence gives one age, right after "the"."""
    ages = [q for q in sentence.quantities if q.kind == "age"]
    return len(ages) == 1 and sentence.words[ages[0].first - 1 : ages[0].first] == ["the"]


def _turned(before: Sentence, sentence: Sentence) -> bool:
    """Say whether two sentences have one age each, with the same digits: 29 and 92."""
    ages = [
        [q.value for q in one.quantities if q.kind == "age" or _bare_age(one, q)]
        for one in (before, sentence)
    ]
    if any(len(some) != 1 for some in ages) or ages[0] == ages[1]:
        return False
    return str(ages[0][0]) == str(ages[1][0])[::-1]


def _the_aged(sentence: Sentence, *, turned: bool = False) -> Quantity | None:
    """Return the age of "the 46-year-old" that stands for a person, with no noun after it."""
    age = next(q for q in sentence.quantities if q.kind == "age")
    after = sentence.words[age.last : age.last + 1]
    verbs = lexicon.words("nouns", "finite") | lexicon.words("nouns", "stop")
    if after and after[0].isalpha() and after[0] not in verbs:
        return None
    people = lexicon.words("nouns", "people")
    plain = {lexicon.singular(word) for word in sentence.words[: age.first]}
    return age if turned or people.isdisjoint(plain) else None


def _opens_name(sentence: Sentence, at: int) -> bool:
    return sentence.raw[at][:1].isupper() and not sentence.raw[at - 1][:1].isupper()
