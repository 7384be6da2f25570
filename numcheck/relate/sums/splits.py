"""A whole, then the parts that fill it, within a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.sums.promises import fills
from numcheck.relate.sums.takings import is_group
from numcheck.relate.sums.terms.apart import exclusive, strangers
from numcheck.relate.sums.terms.ends import sides, spots
from numcheck.relate.sums.terms.kin import apart, group_of, is_person, kin
from numcheck.relate.sums.terms.listed import Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import meets, overlaps, tie, wholes
from numcheck.relate.wording import bracket, closes, gap, opens

_TABLE = "cues/sums"
_DASHES = frozenset({"–", "—", "-"})
_MARKS = frozenset({"(", ",", ";", "were", "are", "-"})  # "a crew of 12, seven men and five women"
_ONE = 6  # words of a part that is no figure: "a driver and"
_LONGEST_LINK = 16  # words between a whole and the colon or "made up of" before its parts


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every whole with the parts that a sentence says it consists of."""
    for sentence in passage.with_amounts(1):
        if len(sentence.quantities) < 2:
            continue
        told = not _MARKS.isdisjoint(sentence.vocabulary)
        told = told or lexicon.phrases(_TABLE, "all_of_it").may_begin(sentence.words)
        figures = wholes(sentence, spans=True) if told else []
        if not figures or overlaps(sentence):
            continue
        last = sentence.quantities[-1]
        for at, whole in enumerate(figures):
            if whole is last:
                break  # nothing is left that could fill it
            yield from _listed(sentence, figures, at, whole)


# ------------------------------------------------------------------ the whole, then its parts


def _listed(
    sentence: Sentence, figures: list[Quantity], at: int, whole: Quantity
) -> Iterator[Relation]:
    """Yield the tie of a whole with the list after it: a bracket, a colon, "made up of"."""
    words, after = sentence.words, closes(sentence, whole)
    if after >= len(words) or words[opens(sentence, whole) - 1] == "than":
        return  # "deeper than 2,000 m: one at 2,197 m and one at 2,212 m"
    if words[after] == "(":
        inside = bracket(sentence, after + 1)
        if inside is not None:
            end = _list_end(sentence, after + 1, inside[1])
            found = series(sentence, after + 1, end, whole, least=2)
            yield from _bracketed(sentence, whole, found, after)
        return
    twin = at > 0 and gap(sentence, figures[at - 1], whole) == ["and"]  # "six men and six women"
    link = None if twin else _link(sentence, figures, at, after)
    if link is None:
        return
    first, mark, strong = link
    end = _end(sentence, first, mark)
    parts = series(sentence, first, end, whole, singles=True, least=2)
    found = parts and parts.outer(sentence)
    if found is None or len(found.members) < 2 or not _begins(found, first):
        return
    if strong is None:
        strong = fills(sentence, whole, first, parts if end == len(words) else None)
    if not _may_fill(sentence, whole, found, first, strong):
        return
    if strong and (found.closed or _even(sentence, found)):
        meant = _meant(figures[: at + 1], found.parts)
        if not meant.hedge or meant.hedge.direction != "at least":
            yield tie("split", sentence, meant, found.parts, after, first)
        return
    if not strong and whole.noun and found.has_rest and found.members[0].first == first:
        yield tie("split", sentence, whole, found.parts, after, first)
    elif found.open if strong else whole.noun and _bare(sentence, whole, found, after, first):
        yield tie("parts", sentence, whole, found.parts, after, first)


def _may_fill(sentence: Sentence, whole: Quantity, found: Series, first: int, strong: bool) -> bool:
    """Say whether a list may be of the parts of a whole, and of nothing else."""
    if strong and (_clause(sentence, found) or _announced(whole, found)):
        return False
    if strangers(sentence, whole, found):
        return False
    if _answers(sentence, first, found):
        return False  # "we surveyed 200 drivers: 90 used a phone and 120 ate at the wheel"
    # "three states: a solid, a liquid and a gas" is a list
    return not all(member.worded for member in found.members)


def _answers(sentence: Sentence, first: int, found: Series) -> bool:
    """Say whether those who were asked may have done one thing and the other."""
    if lexicon.words(_TABLE, "surveyed").isdisjoint(sentence.words[:first]):
        return False
    if any(is_person(part.noun) for part in found.parts):
        return False
    return any(part.noun for part in found.parts) or not exclusive(sentence, found)


def _bare(sentence: Sentence, whole: Quantity, found: Series, after: int, first: int) -> bool:
    """Say whether figures after a comma take a whole apart: "cheeses, 18 from Wales and …".

    What counts something of its own goes on with the list: "40 cows, 30 sheep and 12 pigs".
    """
    if opens(sentence, found.parts[0]) != first or any(part.noun for part in found.parts):
        return False
    behind = closes(sentence, found.parts[0])
    if any(word[0].isupper() for word in sentence.raw[behind : behind + 1]):
        return False  # "1.3 million Lagos, 1.1 million Kano"
    between = sentence.raw[after : first - 1]
    if any(word[0].isupper() for word in between):
        return False  # "200 marched in Hull, 150 in Leeds and 90 in York"
    poles = lexicon.phrases(_TABLE, "poles").find(sentence.words, after, first)
    if poles is not None:
        return False
    each = exclusive(sentence, found) or sides(sentence, found, whole.noun)
    return each or (group_of(whole.noun) != "deeds" and spots(sentence, found))


def _announced(whole: Quantity, found: Series) -> bool:
    """Say whether a figure numbers the places listed: "three sites: 140 in Hull, 85 in …"."""
    return (
        whole.value == len(found.members)
        and not meets(whole, found.parts)
        and any(
            part.figure and whole.figure and part.figure.value >= whole.figure.value
            for part in found.parts
        )
    )


def _meant(figures: list[Quantity], parts: tuple[Quantity, ...]) -> Quantity:
    """Return the figure before a list that its parts come to, else the last.

    "Ten people were hurt in 13 accidents: …" may go on with either.
    """
    for figure in reversed(figures):
        if all(kin(figure, part) for part in parts) and meets(figure, parts):
            return figure
    return figures[-1]


def _link(
    sentence: Sentence, figures: list[Quantity], at: int, after: int
) -> tuple[int, int, bool | None] | None:
    """Return where the list after a whole begins, its mark, and whether its wording is a promise.

    None says that the parts tell it.
    """
    words = sentence.words
    until = len(words)
    for other in figures[at + 1 :]:
        if kin(figures[at], other):
            until = opens(sentence, other)
            break
    hit = lexicon.phrases(_TABLE, "all_of_it").find(
        words, after, min(len(words), until, after + _LONGEST_LINK)
    )
    group = _group_of(sentence, figures, at, after) if hit is None else None
    if group is not None:
        return group
    if hit is None and words[after] in ("were", "are"):
        first = opens(sentence, figures[at + 1]) if at + 1 < len(figures) else 0
        if first == after + 1 and figures[at].noun:  # "the 26 medals were nine gold, eight …"
            return first, after, True
    if hit is None:
        return _apposition(sentence, after, until)
    if any(word in (";", ")", "]", "(", "[") for word in words[after : hit.first]):
        return None
    bare = figures[at].noun is None and figures[at].unit is None
    if words[hit.first] in _DASHES and hit.first == after and bare:
        return None  # "137 – 55", "6.3 – 10.9"
    if lexicon.phrases(_TABLE, "some_of_it").find(words, after, hit.first):
        return None
    if words[hit.first] in _DASHES and (sentence.joined(hit.first) or hit.first > after + 8):
        return None
    return hit.last, hit.first, True


def _group_of(
    sentence: Sentence, figures: list[Quantity], at: int, after: int
) -> tuple[int, int, bool] | None:
    """Return where the parts of "a five-member panel of three judges and two jurors" begin."""
    if at + 1 >= len(figures):
        return None
    first = opens(sentence, figures[at + 1])
    near = first - after < 5 and sentence.words[first - 1] == "of"
    return (first, first - 1, True) if near and is_group(sentence, figures[at]) else None


def _apposition(sentence: Sentence, after: int, until: int) -> tuple[int, int, bool | None] | None:
    """Return where a list after a comma begins: "a crew of 12, seven men and five women, …"."""
    if sentence.words[after] == ",":
        return after + 1, after, None
    if until < len(sentence.words) and sentence.words[until - 1] == ";":
        return until, until - 1, False  # "has 118 staff; 71 are nurses and the other 47 …"
    until = _before_one(sentence, after, until)
    if until < len(sentence.words) and sentence.words[until - 1] == ",":
        return until, until - 1, None  # "17 people from the block, nine adults and …"
    return None


def _before_one(sentence: Sentence, after: int, until: int) -> int:
    """Return where a list begins whose first part is no figure: "a driver and 10 pupils"."""
    words = sentence.words
    if words[until - 1 : until] != ["and"]:
        return until
    first = next(
        (at for at in range(until - 2, max(after, until - _ONE), -1) if words[at] == ","), 0
    )
    return first + 1 if first and words[first + 1] in ("a", "an", "the", "one") else until


def _end(sentence: Sentence, first: int, mark: int) -> int:
    """Return where the list that begins at a place ends: the closing dash, the next colon."""
    words, dashed = sentence.words, sentence.words[mark] in _DASHES
    for at in range(first, len(words)):
        if words[at] in ("–", "—", ":") and not sentence.joined(at):
            return at
        if words[at] == ":" or (dashed and words[at] == "-" and not sentence.joined(at)):
            return at
    return len(words)


def _begins(found: Series, first: int) -> bool:
    return found.members[0].first - first <= 2


def _list_end(sentence: Sentence, first: int, last: int) -> int:
    """Return where a bracket goes on to other things: "(31 men, 19 women; mean age 44)"."""
    begins = {opens(sentence, q) for q in sentence.quantities}
    for at in range(first, last):
        if sentence.words[at] == ";" and not begins & {at + 1, at + 2}:
            return at
    return last


def _even(sentence: Sentence, found: Series) -> bool:
    """Say whether a list without "and" is one all the same: parts between semicolons."""
    if found.open or len(found.members) < 2:
        return False
    return all(
        sentence.words[member.first - 1] in (";", ",", "/") for member in found.members[1:]
    ) and all(member.end - member.first <= 4 for member in found.members)


def _clause(sentence: Sentence, found: Series) -> bool:
    """Say whether a clause stands where a list should: "two cars had collided"."""
    verbs, first = lexicon.words(_TABLE, "auxiliaries"), found.members[0]
    follows = sentence.words[closes(sentence, first.quantity) : first.end]
    return first.quantity.noun is not None and any(word in verbs for word in follows[:2])


def _bracketed(
    sentence: Sentence, whole: Quantity, found: Series | None, after: int
) -> Iterator[Relation]:
    """Yield the tie of a whole with a bracket that names parts and nothing else."""
    if found is None or len(found.members) < 2 or not _begins(found, after + 1):
        return
    if is_person(whole.noun) and all((one.value or 0) > (whole.value or 0) for one in found.parts):
        return  # ages: "four brothers (8, 10, 11 and 16)"
    groups = {group_of(part.noun) for part in found.parts}
    sexes = groups == {"sexes"} and len({part.noun for part in found.parts}) == len(found.parts)
    if sexes or (found.closed and (apart(found.parts) or not any(p.noun for p in found.parts))):
        yield tie("split", sentence, whole, found.parts, after, after + 1)
