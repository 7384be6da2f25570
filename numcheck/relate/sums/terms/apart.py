"""Which parts of a list leave each other out, by their words."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.sums.terms.ends import of_two_sorts, qualified, whose
from numcheck.relate.sums.terms.kin import apart
from numcheck.relate.sums.terms.listed import Member, Series, astray
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_SETTING = frozenset({"within", "in", "under", "inside", "after", "at", "by", "every", "than"})
_TEN = 10  # "nine in ten", but "214 in 30 schools"
_MANY = 20  # times a whole that no slip makes of its part
_STOPS: tuple[list[str], ...] = ([","], ["and"], [";"], ["."], [])
_IS_A = (["is", "a"], ["is", "an"], ["was", "a"], ["was", "an"])
# A quarter may lie inside a half.
_WITHIN = (
    {"half/first", "half/1st"}, {"half/second", "half/3rd"}, {"half/second", "half/4th"},
)  # fmt: skip
_THE = frozenset({"the", "its", "his", "her", "their"})
_OTHERS = frozenset({"others", "independents"})
_GONE_TO = (["went", "to"], ["go", "to"], ["sold", "to"], ["fell", "to"])
_WHERE = frozenset({"", "in", "from", "on", "at", "near", "to", "for", "by"})


def strangers(sentence: Sentence, whole: Quantity, found: Series) -> bool:
    """Say whether a list is of no parts: all are more than the whole, or one far more.

    "A cast of 11, a chorus of 60 and 85 in the pit", "36 teachers are over 50, and 11 retire",
    "606,000 more came than left: 1.2 million in, 560,000 out".
    """
    words, size = sentence.words, whole.value or 0
    if words[whole.last : whole.last + 1] in (["more"], ["fewer"]):
        return True
    lead = words[opens(sentence, found.parts[0]) - 1]
    if found.parts[0].hedge is not None and lead in ("is", "are", "was", "were", "aged"):
        return True
    if any(part.unit is not whole.unit for part in found.parts):
        return False
    last = found.members[-1].first
    young = lexicon.phrases(_TABLE, "with_young").find(words, found.members[0].first, last)
    if young is not None and all(one.first != young.last for one in sentence.quantities):
        return True  # "90 cows, with their calves, and two bulls"
    values = [part.value or 0 for part in found.parts]
    if min(values) > size or (whole.unit is None and max(values) > _MANY * size):
        return True
    return astray(sentence, [whole], found)


def no_group(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure is no group: "a two-day show", "within two miles", "one in seven"."""
    lead = sentence.words[opens(sentence, quantity) - 1]
    if quantity.unit is not None:
        return (quantity.kind == "duration" and "-" in quantity.text) or lead in _SETTING
    at = opens(sentence, quantity) - 1
    return lead == "in" and any(
        0 <= at - closes(sentence, one) <= (quantity.noun is None) and 0 < (one.value or 0) < _TEN
        for one in sentence.quantities
    )


def exclusive(sentence: Sentence, found: Series) -> bool:
    """Say whether the parts leave each other out: for and against, men and women."""
    if apart(found.parts) or _owned(sentence, found) or placed(sentence, found):
        return True
    if _predicated(sentence, found) or _kinds(sentence, found) or negated(sentence, found):
        return True
    seen: set[str] = set()
    axes: set[str] = set()
    for member in found.members:
        pole = pole_of(sentence, member)
        if pole is None or pole in seen:
            return False
        seen.add(pole)
        axes.add(pole.partition("/")[0])
    if len(axes) != 1 or any(len(within & seen) > 1 for within in _WITHIN):
        return False
    return not qualified(sentence, found, axes.pop())


def negated(sentence: Sentence, found: Series) -> bool:
    """Say whether the second of two parts is those who did not: "90 came and 120 did not"."""
    if len(found.members) != 2:
        return False
    first, other = found.members
    words, at = sentence.words, closes(sentence, other.quantity)
    verb, end = words[at : at + 1], at + 2
    joint = words[opens(sentence, other.quantity) - 1]
    bare = other.quantity.noun is None and joint in ("and", "but", "while", ",", ";")
    if not bare or not verb or verb[0] not in lexicon.words(_TABLE, "denied"):
        return False
    denied = words[at + 1 : at + 2] == ["not"] or verb[0].endswith("n't")
    end -= verb[0].endswith("n't")
    ended = end >= len(words) or words[end] in (".", ",", ";")
    told = any(
        words[place].isalpha() for place in range(closes(sentence, first.quantity), first.end)
    )
    return denied and ended and told


def _predicated(sentence: Sentence, found: Series) -> bool:
    """Say whether each part is another kind of thing: "two are nurses and one is a porter"."""
    words, parts = sentence.words, []
    for member in found.members:
        at = closes(sentence, member.quantity)
        one = words[at : at + 2] in _IS_A and member.quantity.value == 1
        at += 2 if one else words[at : at + 1] in (["are"], ["were"])
        word = words[at] if at < member.end else ""
        if not word.isalpha() or not (one or lexicon.is_plural(word)):
            return False
        if word in lexicon.words("nouns", "verbs") or words[at + 1 : at + 2] not in _STOPS:
            return False
        parts.append(replace(member.quantity, noun=lexicon.singular(word), modifiers=()))
    return len(parts) > 1 and apart(parts)


def _kinds(sentence: Sentence, found: Series) -> bool:
    """Say whether each part is of another kind: "five of theft and four of fraud"."""
    kinds = set()
    for member in found.members:
        at = closes(sentence, member.quantity)
        phrase = sentence.words[at : at + 2]
        if len(phrase) < 2 or phrase[0] != "of" or not phrase[1].isalpha():
            return False
        kinds.add(phrase[1])
    kinds -= lexicon.words("nouns", "stop")
    return len(kinds) == len(found.members) > 1


def _owned(sentence: Sentence, found: Series) -> bool:
    return len(found.members) > 1 and owned(sentence, found.members)


def owned(sentence: Sentence, members: Sequence[Member]) -> bool:
    """Say whether each part has another owner before it: "Labour holds 28, the Greens 17"."""
    owners = set()
    for member in members:
        lead = sentence.raw[member.first : opens(sentence, member.quantity)]
        named = lead[1:2] if lead and lead[0] in _THE else list(filter(_proper, lead))
        owners.add(" ".join(named or (word for word in lead if word in _OTHERS)))
    return len(owners) == len(members) and "" not in owners


def _proper(word: str) -> bool:
    return word[0].isupper() and word.lower() not in lexicon.words("nouns", "stop")


def placed(sentence: Sentence, found: Series) -> bool:
    """Say whether each part is of another place or day: "18 from Wales and nine from Kent"."""
    behind = set()
    for member in found.members:
        phrase = _place(sentence, member)
        if phrase is None:
            return False
        behind.add(phrase)
    return len({where for where, _ in behind}) == 1 and len(behind) == len(found.members) > 1


def _place(sentence: Sentence, member: Member) -> tuple[str, str] | None:
    """Return where a part is, with its preposition: "18 from Wales", "two were Swiss"."""
    raw, at = sentence.raw, closes(sentence, member.quantity)
    behind_it = lexicon.phrases(_TABLE, "behind").at(sentence.words, at)
    at = behind_it[1] if behind_it else at
    for place in range(at, min(at + 3, member.end - 1)):
        if raw[place] in _WHERE:
            return (raw[place], raw[place + 1]) if raw[place + 1][0].isupper() else None
        if raw[place][0].isupper():
            break
        verb = sentence.words[place] in lexicon.words(_TABLE, "befalls")
        if not verb and not raw[place].endswith(("ed", "ing", "n")):
            return None
    words = sentence.words[at : at + 1]
    at += bool(words) and words[0] in ("is", "are", "was", "were")
    return ("", raw[at]) if at < member.end and _proper(raw[at]) else None


def pole_of(sentence: Sentence, member: Member) -> str | None:
    """Return at which pole of which axis a part stands: "vote/for"."""
    hits = lexicon.phrases(_TABLE, "poles").all(sentence.words, member.first, member.end)
    return hits[0].name if hits else None


def parallel(sentence: Sentence, found: Series) -> bool:
    """Say whether each part is somewhere else: "one was found in Bath and two at a house"."""
    words = sentence.words
    places = lexicon.words(_TABLE, "places")
    first, *others = found.members
    lead = words[closes(sentence, first.quantity) : first.end]
    if not lexicon.words(_TABLE, "graded").isdisjoint(lead[:3]):
        # "four were rated outstanding, nine good"
        return all(_after(words, sentence, m) not in (",", ".", "and") for m in others)
    if any(_after(words, sentence, member) not in places for member in others):
        return False
    if not lead:
        return False
    return lead[0] in places or (
        lead[0] in lexicon.words(_TABLE, "befalls") and not places.isdisjoint(lead)
    )


def _after(words: Sequence[str], sentence: Sentence, member: Member) -> str:
    at = closes(sentence, member.quantity)
    return words[at] if at < len(words) else ""


def sourced(sentence: Sentence, found: Series) -> bool:
    """Say whether sums of money come from, or go to, one place after another."""
    if any(part.kind != "money" for part in found.parts):
        return False
    words = sentence.words
    crossing = lexicon.words(_TABLE, "crossing")
    crossed = [not crossing.isdisjoint(words[m.first : m.end]) for m in found.members]
    if any(crossed) and not all(crossed):
        return False  # "$5.3 billion from groceries and $4.2 billion from orders placed online"
    ways = {_after(words, sentence, member) for member in found.members}
    if "in" in ways and len(ways) > 1 and len(crossed) < 3:
        return False  # "$5m from groceries and $4m in one-hour orders"
    return ways <= {"from", "in", "via", "through"} or ways <= {"for", "on", "to", "towards"}


def origins(sentence: Sentence, found: Series) -> bool:
    """Say whether three parts or more come from one group each: "31 from the ruling party, …"."""
    phrases = set()
    for member in found.members:
        at = closes(sentence, member.quantity)
        if member.quantity.noun is not None or sentence.words[at : at + 1] != ["from"]:
            return False
        phrases.add(tuple(sentence.words[at + 1 : at + 4]))
    return found.closed and len(phrases) == len(found.members) > 2


def gapped(sentence: Sentence, found: Series) -> bool:
    """Say whether parts share one verb: "five are electric, four hybrid and three diesel"."""
    first, *others = found.members
    words, at = sentence.words, closes(sentence, found.members[0].quantity)
    if others and words[at : at + 2] in _GONE_TO:  # "18 went to farms and 16 to families"
        ends = [whose(sentence, at + 2, first.end)]
        for one in others:
            ends.append(whose(sentence, closes(sentence, one.quantity) + 1, one.end))
        to_each = all(_after(words, sentence, member) == "to" for member in others)
        return to_each and not of_two_sorts(sentence, ends, True)
    if words[at : at + 1] not in (["are"], ["were"]) or not others:
        return False
    stops = frozenset({",", ";", ".", "and"})
    return first.quantity.noun is None and all(
        member.quantity.noun is None
        and (after := words[closes(sentence, member.quantity) :][:2])
        and after[0].isalpha()
        and (len(after) < 2 or after[1] in stops)
        for member in others
    )


def adds(sentence: Sentence, found: Series) -> bool:
    """Say whether a figure came on top: "lost 31 of them, then bought 20, which leaves 85"."""
    words, gained = sentence.words, lexicon.words(_TABLE, "gained")
    came = lexicon.words(_TABLE, "came")
    if any(not came.isdisjoint(words[closes(sentence, one) :][:1]) for one in found.parts):
        return True  # "three of the 20 left and two came, leaving 19"
    return any(
        not gained.isdisjoint(words[member.first : opens(sentence, member.quantity)])
        for member in found.members[1:]
    )


def manned(found: Series) -> bool:
    """Say whether a list is of those aboard: "14 passengers and four crew"."""
    crew = lexicon.words(_TABLE, "crew")
    manned = [not crew.isdisjoint({part.noun or "", *part.modifiers}) for part in found.parts]
    return found.closed and len(manned) == 2 and manned.count(True) == 1
