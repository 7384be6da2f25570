"""What is taken of a whole: "19 of the 16 lifts"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.apart import exclusive, gapped, negated, owned, pole_of
from numcheck.relate.sums.terms.ends import sides
from numcheck.relate.sums.terms.kin import is_person, kin
from numcheck.relate.sums.terms.listed import Member, Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import overlaps, tie, wholes
from numcheck.relate.wording import closes, opens

_TABLE = "cues/sums"
_PAUSES = frozenset({",", ";", "and", "but", "that", ":", "–", "—"})
_STAYS = frozenset({"remain", "remains", "remained", "await", "stand", "stands", "still"})
_OF = frozenset({"of", "among", "amongst", "from", "in"})
_LEAD = 4  # words before a part that may say whose it is: "men accounted for"
_FAR = 14  # words between "of the" and the figure that is taken of it


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every whole with what the wording takes of it."""
    for sentence in passage.with_amounts(2):
        if len(sentence.quantities) > 1 and not _OF.isdisjoint(sentence.vocabulary):
            figures = wholes(sentence)
            if len(figures) > 1 and not overlaps(sentence):
                yield from _of_the(sentence, figures, passage.before(sentence))


def _of_the(
    sentence: Sentence, figures: list[Quantity], before: Sentence | None
) -> Iterator[Relation]:
    """Yield "19 of the 16 lifts", and "of the 16 lifts, 19 …"."""
    words = sentence.words
    for at, whole in enumerate(figures):
        if words[0] in ("in", "from") and is_group(sentence, whole):
            yield from _taken(sentence, whole, 0)
            continue
        begin = opens(sentence, whole)
        led = words[max(0, begin - 2) : begin]
        if at and led == ["among", "the"]:
            yield from _among(sentence, figures[:at], whole)
            continue
        first = taken_of(sentence, whole)
        if first is None or whole.value == 1:
            continue  # "of these one in three" has no parts
        if first == 0 and words[closes(sentence, whole)] == "and":
            continue  # "Of 64 and 71 respectively"
        if _a_year(sentence, whole):
            continue
        part = figures[at - 1] if at else None
        # "50 sets of four needles" are no part of four
        definite = words[begin - 1] not in ("of", "from", "among", "amongst")
        if part is not None and closes(sentence, part) == first and kin(whole, part):
            vague = part.figure is not None and part.figure.vague  # "the scores of the 12"
            vague = vague or (whole.kind == "money" and part.unit is None and not definite)
            if (definite or part.noun is None) and not (vague or taken_of(sentence, part)):
                both = _another(sentence, figures[: at - 1], whole, part, before)
                parts = both or _with_others(sentence, whole, part)
                yield tie("parts", sentence, whole, parts, first, whole.first)
        elif first == 0 or (words[first - 1] in _PAUSES if definite else words[first - 1] == ":"):
            yield from _taken(sentence, whole, first)
        elif _sampled(sentence, whole):
            yield from _answered(sentence, whole, figures[at + 1 :])


def _a_year(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a bare figure behind "of" is a year: "three times the 420,000 of 1990"."""
    value = whole.value
    year = value is not None and 1700 <= value <= 2100 and whole.text.isdecimal()
    return year and whole.noun is None and sentence.words[whole.first - 1] == "of"


def _another(
    sentence: Sentence,
    earlier: list[Quantity],
    whole: Quantity,
    part: Quantity,
    before: Sentence | None,
) -> tuple[Quantity, ...]:
    """Return two parts, one beside the other: "Fourteen have shut, another 22 of the 40 may"."""
    words, first = sentence.words, opens(sentence, part)
    if not earlier or words[first - 1] not in ("another", "further"):
        return ()
    if not lexicon.words(_TABLE, "days").isdisjoint(words):
        return ()
    one = earlier[-1]
    led = words[max(0, opens(sentence, one) - 1) : opens(sentence, one)]
    of_it = len(earlier) == 2 and earlier[0].value == whole.value and led == [","]
    near = before is not None and before.paragraph == sentence.paragraph
    known = near and before is not None and any(q.value == whole.value for q in before.amounts)
    alone = len(earlier) == 1 and not led and known  # the whole was told just before
    same = one.noun in (None, whole.noun) and one.unit is None and one.hedge is None
    between = words[closes(sentence, one) : first]
    if not (of_it or alone) or not same or ";" in between or not _OF.isdisjoint(between[:1]):
        return ()
    return (one, part)


def _with_others(sentence: Sentence, whole: Quantity, part: Quantity) -> tuple[Quantity, ...]:
    """Return a part with those at other poles: "34 of the 60 voted for it and 29 against"."""
    start = closes(sentence, whole)
    found = series(sentence, start, _clause_end(sentence, start), whole, fresh=False)
    if found is None or not found.members or found.has_rest:
        return (part,)
    if any(_outsized(other, whole) for other in found.parts):
        return (part,)  # "nine of the 12 districts said yes, but the plan fell 4,100 short"
    if any(member.more and _is_left(sentence, member) for member in found.members):
        return (part, *found.parts)  # "34 of the 60 are sold, 12 let and a further 16 empty"
    if _others_named(sentence, whole, found.members[0].first):
        return (part,)  # "with 61 of 72 wards declared, Labour had 58 seats, the Greens 41"
    if _acts(sentence, found):
        return (part,)  # "has given £60 of the £80, and the council will lend £30"
    if owned(sentence, found.members) and not any(q.noun for q in found.parts):
        return (part, *found.parts)  # "Labour won 34 of the 60 seats, the Greens 12"
    begun = Member(part, start, found.members[0].first)
    if pole_of(sentence, begun) is None:  # "Men accounted for 870 of the 1,560 and women for 690"
        begun = begun._replace(first=max(0, opens(sentence, part) - _LEAD))
    both = Series((begun, *found.members))
    if negated(sentence, both):
        return both.parts  # "eight of the ten found him guilty and three did not"
    poles = {pole_of(sentence, member) for member in both.members}
    apart = None not in poles and len(poles) == len(both.members)
    return both.parts if apart and exclusive(sentence, both) else (part,)


def _outsized(part: Quantity, whole: Quantity) -> bool:
    """Say whether a figure is more than twice the whole that it would be taken of."""
    return part.figure is not None and part.figure.value > 2 * (whole.value or 0)


def _others_named(sentence: Sentence, whole: Quantity, place: int) -> bool:
    """Say whether a figure between a whole and a place counts another thing by name."""
    return whole.noun is not None and any(
        q.kind == "count" and q.noun not in (None, whole.noun) and not is_person(q.noun)
        for q in sentence.quantities
        if whole.last <= q.first < place
    )


def _acts(sentence: Sentence, found: Series) -> bool:
    """Say whether a clause of its own leads to a part: "and the council will lend £30"."""
    acts = lexicon.words(_TABLE, "acts")
    return any(
        not acts.isdisjoint(sentence.words[member.first : opens(sentence, member.quantity)])
        for member in found.members
    )


def _is_left(sentence: Sentence, member: Member) -> bool:
    """Say whether a further part stays behind: "16 remain empty", but not "12 were filed"."""
    after = sentence.words[closes(sentence, member.quantity) :][:2]
    return bool(after) and not _STAYS.isdisjoint(after)


def taken_of(sentence: Sentence, whole: Quantity) -> int | None:
    """Return where "of the", "out of the", "of its" begins before a whole, if it does."""
    words, place = sentence.words, opens(sentence, whole)
    at = place
    if at and words[at - 1].endswith(("'s", "s'")):  # "15 of the club's 14 directors"
        at = next((p + 1 for p in range(at - 2, max(-1, at - 7), -1) if words[p] == "of"), at)
    while at > 0 and place - at < 3 and words[at - 1] in lexicon.words(_TABLE, "its"):
        at -= 1
    if at == 0 or words[at - 1] not in ("of", "among", "amongst", "from"):
        return None
    if words[at - 1] != "of" and at > 1:
        return None
    at -= 1
    return at - 1 if at and words[at - 1] == "out" else at


def _taken(sentence: Sentence, whole: Quantity, first: int) -> Iterator[Relation]:
    """Yield what is said of "of the 31 pupils who sat it, 34 passed"."""
    start = closes(sentence, whole)
    end = _clause_end(sentence, start)
    found = series(sentence, start, end, whole, fresh=False, singles=True)
    if found is None or not found.members:
        yield from _lastly(sentence, whole, start)
        return
    if found.members[0].first - start > _FAR:
        return
    found = found.outer(sentence)  # "£5m is for roads, £3m of it for potholes, and £2m …"
    members = found.members
    led = sentence.words[max(0, opens(sentence, members[0].quantity) - 2) :][:2]
    if led == ["and", "the"] and not members[0].rest:
        return  # "of the 62 stopped on Friday and the 70 on Saturday"
    if found.has_rest:
        yield tie("split", sentence, whole, found.parts, first, start)
    elif (
        len(members) == 1
        or exclusive(sentence, found)
        or sides(sentence, found, whole.noun)
        or (not is_person(whole.noun) and gapped(sentence, found))
    ):
        yield tie("parts", sentence, whole, found.parts, first, start)
    else:
        for part in found.parts:
            yield tie("parts", sentence, whole, (part,), first, start)


def _lastly(sentence: Sentence, whole: Quantity, start: int) -> Iterator[Relation]:
    """Yield the one bare figure that ends a clause: "out of 90 he has taken, he has scored 74"."""
    parts = [q for q in sentence.quantities if q.first >= start and kin(whole, q)]
    if len(parts) != 1 or parts[0].noun is not None:
        return
    after = sentence.words[closes(sentence, parts[0]) :][:1]
    if not after or after[0] in (".", ",", ";"):
        yield tie("parts", sentence, whole, tuple(parts), start - 1, start)


def is_group(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a figure is the size of a group: "class of 28", "51-seat", "28-strong"."""
    words, first = sentence.words, opens(sentence, whole)
    if words[whole.last : whole.last + 1] == ["strong"] and whole.noun is None:
        return True  # "the choir, 21 strong, has …"
    if "-" in words[whole.last : whole.last + 1]:
        return words[whole.last + 1 : whole.last + 2] in (["seat"], ["member"], ["strong"], ["man"])
    if words[max(0, first - 1) : first] == ["of"]:
        return first > 1 and words[first - 2] in lexicon.words("cues/groups", "bodies")
    return words[0] == "with" and words[first - 1] in ("has", "have", "had")


def _among(sentence: Sentence, before: list[Quantity], whole: Quantity) -> Iterator[Relation]:
    """Yield "seven women and four children were among the 26 dead"."""
    last = opens(sentence, whole) - 2
    parts = [q for q in before if kin(whole, q)]
    if not parts or len(parts) < len(before):
        return
    found = series(sentence, opens(sentence, parts[0]), last, whole)
    if found is None or len(found.members) != len(parts):
        return
    if len(parts) == 1 or exclusive(sentence, found):
        yield tie("parts", sentence, whole, found.parts, last, last + 2)


def _sampled(sentence: Sentence, whole: Quantity) -> bool:
    """Say whether a figure is how many were asked: "a survey of 1,004 adults"."""
    first = opens(sentence, whole)
    return first > 1 and sentence.words[first - 2] in lexicon.words(_TABLE, "samples")


def _answered(
    sentence: Sentence, whole: Quantity, figures: Sequence[Quantity]
) -> Iterator[Relation]:
    """Yield those asked with how many gave each answer."""
    answers = [q for q in figures if kin(whole, q)]
    if len(answers) < 2:
        if answers and _found_in(sentence, answers[0]):  # "a test of 120 wells found lead in 130"
            yield tie("parts", sentence, whole, (answers[0],), whole.first, whole.last)
        return
    found = series(sentence, opens(sentence, answers[0]), len(sentence), whole)
    if found is not None and len(found.members) > 1 and exclusive(sentence, found):
        yield tie("parts", sentence, whole, found.parts, whole.first, whole.last)


def _found_in(sentence: Sentence, part: Quantity) -> bool:
    """Say whether a bare figure ends what was found in those that were tested: "in 130"."""
    words, first, last = sentence.words, opens(sentence, part), closes(sentence, part)
    ended = last >= len(words) or words[last] in (".", ",", ";")
    found = not lexicon.words(_TABLE, "claims").isdisjoint(words[:first])
    return part.noun is None and words[first - 1] == "in" and ended and found


def _clause_end(sentence: Sentence, start: int) -> int:
    """Return where the clause that goes on at a place ends."""
    words = sentence.words
    for at in range(start, len(words)):
        if words[at] in (":", "–", "—") and not sentence.joined(at):
            return at
    return len(words)
