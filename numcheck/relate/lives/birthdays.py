"""Birthdays, anniversaries and jubilees, against the year of the beginning."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.spans.moments import before_length, lengths, moments
from numcheck.relate.wording import derived, is_quoted, worded

_TABLE = "cues/spans"
_COUNTED = frozenset({"after", "before", "since"})
_PERSONS = frozenset({"founder", "owner", "patron", "chairman", "president", "man", "woman",
                      "namesake", "landlord", "landlady"})  # fmt: skip
_STARTS = frozenset({"it", "he", "she", "they", "the", "its", "this", "in"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every birthday with the year in which it began."""
    before: Sentence | None = None
    for sentence in passage.figured:
        near = before if before is not None and sentence.index - before.index == 1 else None
        ranks = list(_ranks(sentence))
        if len(ranks) == 1 and not _excused(sentence):
            yield from _birthday(sentence, near, ranks[0], setting)
        before = sentence


def _excused(sentence: Sentence) -> bool:
    excused = lexicon.words(_TABLE, "excused")
    return any(word in excused for word in sentence.words)


# --------------------------------------------------------------------------------- birthdays


def _ranks(sentence: Sentence) -> Iterator[tuple[Quantity, int]]:
    """Yield "its 110th birthday", "the centenary", "their golden wedding", each with its years."""
    words = sentence.words
    named = lexicon.words(_TABLE, "birthdays")
    for quantity in sentence.quantities if "ordinal" in sentence.kinds else ():
        if quantity.kind == "ordinal" and quantity.figure is not None:
            follows = words[quantity.last : quantity.last + 3]
            counted = words[max(0, quantity.first - 3) : quantity.first]
            if not _COUNTED.isdisjoint(counted):
                continue  # "six years after its 150th birthday"
            if any(word in named for word in follows[: 2 + ("wedding" in follows)]) or (
                _is_nth_year(sentence, quantity)
            ):
                yield quantity, int(quantity.figure.value)
    marked = lexicon.phrases(_TABLE, "marked")
    for length in lengths(sentence) if marked.may_stand(sentence) else ():
        at = before_length(sentence, length)
        if _is_all(sentence, length) and marked.ending(words, at) is not None:
            yield length, int(length.figure.value) if length.figure is not None else 0
    jubilees = lexicon.phrases(_TABLE, "jubilees")
    for hit in jubilees.all(words) if jubilees.may_stand(sentence) else ():
        yield worded(sentence, hit.first, hit.last), int(hit.name.removeprefix("y"))


def _is_nth_year(sentence: Sentence, rank: Quantity) -> bool:
    """Say whether a rank is that of a year of a thing: "in its 33rd year in 2016"."""
    words, at = sentence.words, rank.last
    lead = words[max(0, rank.first - 2) : rank.first]
    told = lead[-1:] in (["its"], ["their"]) and len(lead) > 1
    led = told and (lead[0] == "in" or lead[0] in lexicon.words(_TABLE, "marked"))
    if not led or words[at : at + 1] != ["year"]:
        return False
    follows = words[at + 1 : at + 3]
    return follows[:1] in ([], [","], ["."], ["when"]) or (
        follows[:1] == ["in"] and follows[-1].isdecimal()
    )


def _is_all(sentence: Sentence, length: Quantity) -> bool:
    """Say whether years are all that something has had: "50 years of friendship", "60 years."."""
    words, at = sentence.words, length.last
    if length.unit is None or length.unit.name != "year" or "-" in length.text or length.hedge:
        return False
    if words[at : at + 1] == ["of"]:
        return words[at + 1 : at + 2] != [] and words[at + 1] in lexicon.words(_TABLE, "existence")
    if words[at : at + 1] == ["in"]:  # "marked 25 years in the league" by a club that is older
        told = words[at + 1 : at + 2]
        return told != [] and (told[0].isdigit() or told[0] in lexicon.words(_TABLE, "existence"))
    ends = words[at : at + 1] in ([], [","], ["."], [";"], ["since"], ["together"])
    return ends and "born" not in words


def _birthday(
    sentence: Sentence, before: Sentence | None, rank: tuple[Quantity, int], setting: Setting
) -> Iterator[Relation]:
    """Tie "opened in 1924", "its 110th birthday" and "in 2024"."""
    dated = moments(sentence)
    other = _is_of_another(sentence, before, rank[0])
    person = _is_persons(sentence, rank[0])
    begun = [
        one
        for one in dated
        if begins(sentence, one[0])
        and not (person and one[0].first < rank[0].first and "born" not in sentence.words)
        and not (other and one[0].first < rank[0].first)
    ]
    if not begun and len(dated) == 2:
        begun = [one for one in dated if _counted_from(sentence, rank[0], one[0])][:1]
    later = [one for one in dated if one not in begun]
    if not begun and before is not None and sentence.words[0] in _STARTS and not other:
        begun = [one for one in moments(before) if begins(before, one[0])]
        if len(moments(before)) != 1:
            return
    if len(begun) != 1 or len(later) > 1:
        return
    last = later[0][1].year if later else _this_year(sentence, setting)
    start = begun[0][1].year
    if last is None or last <= start:
        return
    years = last - start
    if _is_nth_year(sentence, rank[0]):  # the year begun counts, and one may have been missed
        years = rank[1] if abs(rank[1] - years - 1) <= 1 else years + 1
    yield birthday(sentence, begun[0][0], rank, years)


def _is_persons(sentence: Sentence, rank: Quantity) -> bool:
    """Say whether a birthday is that of somebody: "signed in 2009 on his 17th birthday"."""
    lead = sentence.words[max(0, rank.first - 1) : rank.first]
    return lead in (["his"], ["her"], ["my"]) and sentence.words[rank.last :][:1] == ["birthday"]


def _this_year(sentence: Sentence, setting: Setting) -> int | None:
    """Return the year of writing, where the wording dates the birthday by it."""
    words = set(sentence.words)
    if setting.date is None or {"will", "next", "last"} & words:
        return None
    return int(setting.date[:4]) if lexicon.words(_TABLE, "this_year") & words else None


def birthday(
    sentence: Sentence, begun: Quantity, rank: tuple[Quantity, int], years: int
) -> Relation:
    """Return the tie of a birthday, whose rank is told, with the year in which it all began."""
    said, number = rank
    return Relation(
        "birthday",
        {
            "begun": begun,
            "rank": said,
            "stated": derived(number, said, said.text, kind="count"),
            "years": derived(years, said, str(years), kind="count"),
        },
        said.span,
        strict=True,
        derived=frozenset({"stated", "years"}),
        quoted=is_quoted(sentence, said),
    )


def _is_of_another(sentence: Sentence, before: Sentence | None, rank: Quantity) -> bool:
    """Say whether what is marked is not the beginning: "the 60th anniversary of the flood"."""
    words, at = sentence.words, rank.last + 1
    if rank.kind != "ordinal" or words[at : at + 1] != ["of"]:
        return False
    told = words[: rank.first] + (before.words if before is not None else [])
    own = lexicon.words(_TABLE, "own_beginning")
    things = words[at + 1 : at + 5]
    if words[at - 1] == "birthday" and not _PERSONS.isdisjoint(things):
        return True  # "the 90th birthday of its founder"
    return not any(word in own or (len(word) > 3 and word in told) for word in things)


def _counted_from(sentence: Sentence, rank: Quantity, year: Quantity) -> bool:
    """Say whether a year is what is counted from: "the 50th anniversary of the fire of 1969"."""
    between = sentence.words[rank.last : year.first]
    if between[:3] == ["anniversary", "of", "the"] and len(between) == 3:
        return True  # "the 25th anniversary of the 1989 disaster"
    last = max((at for at, word in enumerate(between) if word == ","), default=-1)
    if last >= 0 and between[last + 1 : last + 2] in (["the"], ["a"], ["an"]):
        return False  # "the 150th anniversary of the abolition, the chapel of 1855 …"
    return 3 < len(between) < 9 and "of" in between[:2] and between[-1] in ("of", "in")


def begins(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a year is one in which something began."""
    before = sentence.words[max(0, quantity.first - 6) : quantity.first]
    cut = max((at for at, word in enumerate(before) if word in (",", ";", ".")), default=-1)
    found = lexicon.phrases(_TABLE, "beginnings").find(before[cut + 1 :])
    return found is not None or (
        cut >= 0 and len(before) - cut <= 2
        and lexicon.phrases(_TABLE, "beginnings").find(before) is not None
    )  # fmt: skip
