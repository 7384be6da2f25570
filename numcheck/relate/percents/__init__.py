"""Percentages of one whole: for and against, "the other 22%"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.fractions import shares_in
from numcheck.relate.percents.leftovers import left_over, of_some, told_again
from numcheck.relate.percents.pies import (
    answers_of_one,
    asked_once,
    base,
    blend,
    by_how_much,
    dated,
    elsewhere,
    in_places,
    more_of_them,
    moved,
    named,
    owners,
    parties,
    pie,
    printed,
    rivals,
    said_again,
    sexes,
    shared_out,
    split_up,
)
from numcheck.relate.setting import Setting
from numcheck.relate.shares.worded import FRACTIONS
from numcheck.relate.sums.terms.apart import negated, pole_of
from numcheck.relate.sums.terms.listed import Member, Series
from numcheck.relate.sums.terms.members import series
from numcheck.relate.sums.terms.ties import overlaps
from numcheck.relate.wording import closes, cue, following, gap, is_quoted, opens

_SHORT = 5  # words of "to Mr Dean's"
_LONG = 11  # words of "of first-preference votes, ahead of Ms Li on"
_TABLE = "cues/percents"
_WORDED = frozenset({"half", "third", "quarter", "fifth", "sixth", "tenth"})
_BASES = frozenset({"of", "among", "in"})
_OF_IT = (["of", "it"], ["of", "them"], ["of", "which"])
_UNTOLD = FRACTIONS | {"each"}  # "40% to each of the two sons"
_MATTERS = frozenset({"scale", "trend", "often"})
_APPROVED = frozenset({"approve", "approved", "disapprove", "disapproved"})
_ALL = Quantity(Span(0, 0), "100%", "percent", Figure("100%", 100))
"""The whole that shares of one base have in common."""


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every run of percentages that are shares of one whole."""
    before: tuple[Sentence, list[Quantity]] | None = None
    for sentence in passage.figured:
        shares = [q for q in sentence.quantities if q.kind in ("percent", "ratio") and _is_share(q)]
        if not shares:
            continue
        shares = shares[told_again(sentence, shares) :]
        if before and before[0].index + 1 == sentence.index and not overlaps(sentence):
            yield from _left_over(*before, sentence, shares)
        alone = (
            not overlaps(sentence) and not _unread(sentence) and not by_how_much(sentence, shares)
        )
        if len(shares) > 1 and alone:
            apart = elsewhere(sentence) and not asked_once(sentence)
            ties = [] if apart else list(_shared(sentence, shares))
            left = not ties and left_over(sentence, shares)
            yield from [_tie("full", sentence, tuple(shares))] if left else ties
        before = sentence, shares


def _unread(sentence: Sentence) -> bool:
    """Say whether a share in words was not read as a figure: "20% on pay, half on rent"."""
    if _WORDED.isdisjoint(sentence.vocabulary):
        return False
    read = {at for one in sentence.quantities for at in range(one.first, one.last)}
    return any(word in _WORDED and at not in read for at, word in enumerate(sentence.words))


def _is_share(quantity: Quantity) -> bool:
    if quantity.is_range or quantity.figure is None:
        return False
    return quantity.kind == "percent" or (
        quantity.kind == "ratio" and quantity.unit is None and quantity.figure.value < 1
    )


def _shared(sentence: Sentence, shares: list[Quantity]) -> Iterator[Relation]:
    """Yield the first tie that holds the percentages of a sentence together."""
    # "A quarter went to Hall, 41% to Dean and the remaining 34% to Li"
    first = next(q for q in sentence.quantities if q.kind in ("percent", "ratio"))
    first = shares[0] if told_again(sentence, [first, *shares]) else first
    found = series(sentence, opens(sentence, first), len(sentence), _ALL)
    found = printed(sentence, shares, found)
    if found is not None and len(found.members) > 1 and not said_again(found):
        if found.has_rest:
            begun = found.parts[-1].first if "each" in sentence.vocabulary else first.first
            worded = any(one.last <= begun for one in shares_in(sentence, rough=True))
            worded = worded or not _UNTOLD.isdisjoint(sentence.words[:begun])
            if of_some(found.parts) or following(sentence, found.parts[-1], 2) in _OF_IT:
                return  # "the rest, 15% of it solar, was imported"
            if not (worded or _of_a_part(sentence, found.parts)):  # "six in ten …, 31% …"
                yield _tie("full", sentence, found.parts)
            return
        if in_places(sentence, found):
            return
        if (
            _poles_apart(sentence, found)
            or pie(sentence, found)
            or blend(sentence, shares, found)
            or shared_out(sentence, found)
            or split_up(sentence, found)
            or parties(sentence, found)
            or sexes(sentence, found)
            or owners(sentence, found)
            or rivals(sentence, found)
            or named(sentence, found)
            or more_of_them(sentence, found)
            or _one_each(sentence, found)
            or (negated(sentence, found) and not dated(sentence, found.members))
        ):
            yield _tie("together", sentence, found.parts)
            return
    for left, right in pairwise(q for q in shares if q.kind == "percent"):
        if _against(sentence, left, right):
            yield _tie("together", sentence, (left, right))
            return


def _one_each(sentence: Sentence, found: Series) -> bool:
    """Say whether everybody had one answer: "asked for their one favourite, 38% chose toffee"."""
    if not asked_once(sentence):
        return False
    shares = [member.quantity for member in found.members]
    based = sum(not _BASES.isdisjoint(following(sentence, one)) for one in shares)
    if based > 1 or not all(map(_is_share, shares)) or dated(sentence, found.members):
        return False
    return answers_of_one(sentence, shares)


def _left_over(
    earlier: Sentence, taken: list[Quantity], sentence: Sentence, shares: list[Quantity]
) -> Iterator[Relation]:
    """Yield "Some 48% agreed and 39% did not. The other 22% had no view"."""
    if opens(sentence, shares[0]) > 3 or len(shares) > 1 or overlaps(earlier):
        return
    first = series(sentence, 0, len(sentence), _ALL)
    begun = series(earlier, opens(earlier, taken[0]), len(earlier), _ALL)
    if first is None or begun is None or not first.members or begun.has_rest:
        return
    parts = (*begun.parts, *first.parts)
    if not first.has_rest:
        both = (*begun.members, *first.members)
        if len(parts) == len(both) == 2 and _goes_on(earlier, sentence, both):
            yield _tie("together", sentence, parts)
        return
    if len(begun.parts) == len(taken) and not _of_a_part(earlier, parts):
        yield _tie("full", sentence, parts)


def _goes_on(earlier: Sentence, sentence: Sentence, both: tuple[Member, Member]) -> bool:
    """Say whether a sentence gives another answer: "Half agreed. A further 61% did not"."""
    if elsewhere(earlier) or elsewhere(sentence) or moved(earlier) or moved(sentence):
        return False
    first, then = both
    days = lexicon.words("cues/sums", "days")
    bases = {base(earlier, first.quantity), base(sentence, then.quantity)} - {""}
    if len(bases) > 1 or not days.isdisjoint(sentence.vocabulary):
        return False
    poles = pole_of(earlier, first), pole_of(sentence, then)
    if None in poles:
        return then.more
    axes = {str(pole).partition("/")[0] for pole in poles}
    return poles[0] != poles[1] and len(axes) == 1 and axes <= lexicon.words(_TABLE, "axes")


def _of_a_part(sentence: Sentence, parts: tuple[Quantity, ...]) -> bool:
    """Say whether the first share is itself the whole: "of the 60% who voted, 40% … 20%"."""
    if sentence.words[max(0, opens(sentence, parts[0]) - 1)] not in ("of", "the", "among"):
        return False
    rest = Interval.point(0)
    for part in parts[1:]:
        rest = rest + part.reading()
    return len(parts) > 2 and rest.meets(parts[0].reading())


def _poles_apart(sentence: Sentence, found: Series) -> bool:
    """Say whether each share is another answer to one question, asked of the same people."""
    poles = [pole_of(sentence, member) for member in found.members]
    if poles[0] is None:  # "approval stands at 52%, disapproval at 45%"
        first = found.members[0]
        poles[0] = pole_of(sentence, first._replace(first=max(0, first.first - 5), end=first.first))
    if (
        "vote/against" in poles and sentence.words.count("of") < 2
    ):  # "47% approved, 44% disapproved"
        poles = ["vote/for" if pole == "decision/yes" else pole for pole in poles]
    if None in poles or len(set(poles)) < len(poles) or _years_apart(sentence):
        return False
    axes = {str(pole).partition("/")[0] for pole in poles}
    if len(axes) > 1 or not axes <= lexicon.words(_TABLE, "axes"):
        return False
    if axes in ({"mood"}, {"vote"}) and not _one_object(sentence):
        return False
    if axes == {"mark"} and not _same_question(sentence, found):
        return False
    if axes & _MATTERS and not _one_matter(sentence, found):
        return False
    bases = {base(sentence, member.quantity) for member in found.members}
    return len(bases - {""}) < 2 and not dated(sentence, found.members)


def _one_matter(sentence: Sentence, found: Series) -> bool:
    """Say whether later answers name no other matter: "37% said they were about right"."""
    poles, asked = lexicon.phrases("cues/sums", "poles"), lexicon.words(_TABLE, "asked")
    for member in found.members[1:]:
        after = closes(sentence, member.quantity)
        hit = poles.find(sentence.words, after, member.end)
        if hit is None or not asked.issuperset(sentence.words[after : hit.first]):
            return False
    return True


def _years_apart(sentence: Sentence) -> bool:
    """Say whether a sentence has figures of two years: "60% in 2019; in 2023, 55%"."""
    return sum(1 for q in sentence.quantities if q.kind in ("year", "date")) > 1


def _one_object(sentence: Sentence) -> bool:
    """Say whether people are content with one thing, or approve of it, and not of two."""
    words = sentence.words
    things = {
        tuple(words[at + 1 : at + 3])
        for at, word in enumerate(words)
        if (word == "with" or (word == "of" and words[at - 1] in _APPROVED))
        and words[at + 1 : at + 2] not in (["it"], ["them"], ["him"], ["her"])
    }
    return len(things) < 2


def _same_question(sentence: Sentence, found: Series) -> bool:
    """Say whether every answer is of one thing: "52% said it was good, 31% said it was fair"."""
    for member in found.members[1:]:
        after = sentence.words[closes(sentence, member.quantity) :][:3]
        if (
            not {"it", "them", "this", "so"}.intersection(after)
            and pole_of(sentence, member._replace(end=closes(sentence, member.quantity) + 1))
            is None
        ):
            return False
    return True


def _against(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether two shares are the two sides of a vote: "by 58% to 45%", "53% to his 49%"."""
    between = gap(sentence, left, right)
    words = sentence.words
    before = words[: opens(sentence, left)]
    if not lexicon.words(_TABLE, "moves").isdisjoint(before):
        return False
    votes = lexicon.words(_TABLE, "votes")
    if between in (["to"], ["-"], ["–"], ["against"], ["versus"], ["v"], ["vs"]):
        return not votes.isdisjoint(words)
    if between == ["and"]:
        return _both_of(sentence, right)
    if between[:1] in (["to"], ["against"]) and len(between) < _SHORT:
        whose = sentence.raw[opens(sentence, right) - len(between) + 1]
        named = whose[0].isupper() or whose in ("his", "her", "their")
        return named and not votes.isdisjoint(words)
    if not between or between[0] != "of" or len(between) > _LONG:
        return False
    between = [word for word in between if word != "," or "ahead" not in between]
    pies, links = lexicon.words(_TABLE, "pies"), ("to", "against", "versus", "ahead")
    return any(a in pies and b in links for a, b in pairwise(between))


def _both_of(sentence: Sentence, right: Quantity) -> bool:
    """Say whether two shares are of one vote: "took 48% and 44% of the vote"."""
    words, after = sentence.words, closes(sentence, right)
    rest = words[after : after + 4]
    if rest[:1] != ["of"] or lexicon.words(_TABLE, "pies").isdisjoint(rest):
        return False
    return not any(q.kind in ("year", "date") for q in sentence.quantities if q.first > after)


def _tie(kind: str, sentence: Sentence, shares: tuple[Quantity, ...]) -> Relation:
    return Relation(
        kind,
        {"shares": shares},
        cue(sentence, closes(sentence, shares[-1]), closes(sentence, shares[-1]) + 1),
        strict=True,
        quoted=is_quoted(sentence, *shares),
    )
