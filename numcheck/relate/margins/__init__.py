"""Majorities, leads and winning margins, beside the two figures that make them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.units import unit_named
from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.margins.contests import FAR, Contest, contests_in
from numcheck.relate.margins.stated import TABLE, Margin, margins_in
from numcheck.relate.setting import Setting
from numcheck.relate.wording import is_quoted, opens

_APART = 18  # words between a score and "that 16-point deficit"
_GOES_ON = frozenset("of from to they it she he we at early in into when with".split())
_MOST = 40  # figures; a sentence with more is a table that lost its lines
_ANOTHER = frozenset({"where", "whose", "when", "predecessor"})
_UNDONE = frozenset({"majority", "lead", "advantage"})
_IT_WAS = (["it", "was"], ["that", "was"], ["this", "was"])
_ITS_END = frozenset({"margin", "win", "victory", "defeat", "gap"})
_IT_WAS_A = (["it", "was", "a"], ["that", "was", "a"])
_TURNED = frozenset("turn turns turned turning transforming converting".split())
_THIS = (["the"], ["that"], ["this"])
_OF_ANOTHER = frozenset(
    "over against in at to by on of from with which that a an the last earlier next this".split()
)
_ARTICLES = frozenset({"a", "an", "the", "her", "his", "their", "its", "that", "previous", "old"})
_NO_VOTES = frozenset({"abstention", "absentee"})


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every stated majority, lead or margin with the result that it is stated of."""
    cues = words(TABLE, "nouns") | words(TABLE, "won") | words(TABLE, "ahead")
    for sentence in passage.figured:
        if cues.isdisjoint(sentence.vocabulary) or len(sentence.quantities) > _MOST:
            continue
        margins = [one for one in margins_in(sentence) if not _inherited(sentence, one)]
        if margins:
            yield from _tied(sentence, sentence, margins)
            yield from _erased(sentence, margins)
            yield from _from_before(passage, sentence, margins)


def _from_before(passage: Passage, sentence: Sentence, margins: list[Margin]) -> Iterator[Relation]:
    """Tie "Her majority was 550." to the result in the sentence before."""
    if sentence.index == 0 or len(margins) != 1:
        return
    others = [q for q in sentence.quantities if q.first != margins[0].figure.first]
    before = _result_before(passage, sentence, margins[0])
    stated = {"majority", "margin"} & set(sentence.words[: margins[0].last + 3])
    if before.paragraph != sentence.paragraph or not before.quantities:
        return
    if (others or not stated) and not _refers(sentence, margins[0], others):
        return
    contests, last = contests_in(before), margins[0].last
    then = phrases(TABLE, "other_match").find(sentence.words, last, last + 7) is not None
    if then and sentence.words[last] in _OF_ANOTHER:
        return  # "The 25-point margin at half-time", "the margin of the reverse fixture"
    if margins[0].word == "majority" and not words(TABLE, "houses").isdisjoint(sentence.vocabulary):
        return  # "281 to 280. The bill goes to a Commons in which the majority is 158"
    if len(contests) == 1 and not _of_a_moment(before):
        yield from _relate(sentence, margins[0], contests[0])


def _result_before(passage: Passage, sentence: Sentence, margin: Margin) -> Sentence:
    """Return the sentence before, or the one before that where it tells of a player alone.

    "Won 103-88. Moss had 31 points. The 25-point margin was the widest since 2016".
    """
    before = passage.sentences[sentence.index - 1]
    led = sentence.words[: margin.first] in (*_THIS[:2], *_IT_WAS_A)
    if sentence.index < 2 or not led:
        return before
    between = {one.value for one in before.quantities}
    aside = margin.figure.value not in between and not contests_in(before)
    if before.paragraph != sentence.paragraph or not aside or any(margins_in(before)):
        return before
    told = phrases(TABLE, "by_a_player").find(before.words) is not None
    other = any(phrases(TABLE, key).find(before.words) for key in ("a_match", "other_match"))
    return passage.sentences[sentence.index - 2] if told and not other else before


def _refers(sentence: Sentence, margin: Margin, others: list[Quantity]) -> bool:
    """Say whether a margin is that just told: "The 14-point defeat was their worst since 2011"."""
    tokens, at = sentence.words, margin.first
    if any(q.unit is None and q.kind not in ("year", "date", "age", "ordinal") for q in others):
        return False
    if margin.word not in words(TABLE, "final"):
        return False
    if phrases(TABLE, "other_match").find(tokens) is not None:
        return False
    if tokens[:3] in _IT_WAS_A and at == 3:  # "It was a 25-point win."
        return tokens[margin.last : margin.last + 1] in (["."], [","], [])
    if margin.figure.first != at:  # "It was the widest gap, 19 points, in a final since 2003"
        return tokens[:2] in _IT_WAS and tokens[at + 1 : at + 2] == [","]
    follows = tokens[margin.last : margin.last + 1]
    return tokens[at - 1 : at] in _THIS and not (follows and follows[0] in _OF_ANOTHER)


def _tied(sentence: Sentence, own: Sentence, margins: list[Margin]) -> Iterator[Relation]:
    results = contests_in(sentence)
    for margin in margins:
        contests = [one for one in results if not one.first <= margin.figure.first < one.last]
        scores = [one for one in contests if one.shown is not None]
        near = [one for one in contests if _near(sentence, one, margin)]
        near = [one for one in near if not _of_then(sentence, one)]
        near = [one for one in near if not _over_others(sentence, one, margin)]
        if len(near) != 1 or (len(scores) > 1 and not _adjoins(near[0], margin)):
            continue
        if any(_fits(one, near[0]) for one in _figures(sentence, margin, near[0])):
            continue  # "won by 310 votes, 4,120 to 3,810, where in 2019 the majority was 55"
        passing = margin.passing and near[0].shown is not None
        if _of_a_moment(sentence) or (passing and not _adjoins(near[0], margin)):
            continue
        if passing and _begins_anew(sentence, near[0], margin):
            continue
        yield from _relate(own, margin, near[0])


def _inherited(sentence: Sentence, margin: Margin) -> bool:
    """Say whether a majority is that of before: "overturning one of 2,550", "she had in 2019"."""
    tokens, at = sentence.words, min(margin.first, opens(sentence, margin.figure))
    turned = not _TURNED.isdisjoint(tokens[:at])
    if margin.word not in _UNDONE and not (turned and margin.word == "deficit"):
        return False
    end = at
    while at and (tokens[at - 1] in _ARTICLES or tokens[at - 1].endswith("'s")):
        at -= 1
    if at < end and tokens[max(0, at - 1)] in words(TABLE, "undoing"):
        return tokens[at - 1] != "into" or not turned
    back = phrases(TABLE, "of_before").find(tokens, margin.last, min(len(tokens), margin.last + 6))
    return back is not None


def _figures(sentence: Sentence, margin: Margin, contest: Contest) -> list[Quantity]:
    """Return the figures beside a margin and its result: "cutting a majority of 55 to 40"."""
    apart = (margin.figure.first, contest.more.first, contest.less.first)
    return [one for one in sentence.amounts if one.first not in apart]


def _fits(figure: Quantity, contest: Contest) -> bool:
    """Say whether a figure is just the difference of a result."""
    more, less = contest.more.value, contest.less.value
    return more is not None and less is not None and figure.value == abs(more - less)


def _erased(sentence: Sentence, margins: list[Margin]) -> Iterator[Relation]:
    """Tie "Trailing 62-48 with nine minutes to go, they erased that 14-point deficit"."""
    contests = [one for one in contests_in(sentence) if one.shown is not None]
    if len(contests) != 1 or len(margins) != 1:
        return
    contest, margin, tokens = contests[0], margins[0], sentence.words
    between = tokens[contest.last : margin.first]
    if not 3 < len(between) <= _APART or between[-1] not in ("that", "the", "this"):
        return
    at = contest.first - (tokens[contest.first - 1 : contest.first] == ["by"])
    behind, ahead = words(TABLE, "trailing"), words(TABLE, "in_front")
    states = {"deficit": behind, "lead": ahead, "advantage": ahead, "cushion": ahead}
    if at < 1 or tokens[at - 1] not in states.get(margin.word, ()):
        return
    follows = tokens[margin.last : margin.last + 1]
    doubt = words(TABLE, "other_moment")
    if doubt.isdisjoint(between) and not (follows and follows[0] in doubt | _GOES_ON):
        yield from _relate(sentence, margin, contest)


def _adjoins(contest: Contest, margin: Margin) -> bool:
    return 0 <= margin.first - contest.last <= 3 or 0 <= contest.first - margin.last <= 3


def _over_others(sentence: Sentence, contest: Contest, margin: Margin) -> bool:
    """Say whether those behind come after: "nine clear of the Tories, with Reform on 14%"."""
    between = sentence.words[margin.last : contest.first]
    return between[:1] == ["of"] and contest.shown is None and "with" in between


def _of_then(sentence: Sentence, contest: Contest) -> bool:
    """Say whether the second figure is that of an earlier time: "against 13 last year"."""
    past = phrases("cues/sparse", "past").at(sentence.words, contest.last)
    return contest.shown is None and past is not None


def _begins_anew(sentence: Sentence, contest: Contest, margin: Margin) -> bool:
    """Say whether a lead and a score are of two moments: "led by 17 before winning 31-30"."""
    first, last = min(contest.last, margin.last), max(contest.first, margin.first)
    between = sentence.words[first:last]
    return not {"before", "and", "but", "then", "after", "only"}.isdisjoint(between)


def _near(sentence: Sentence, contest: Contest, margin: Margin) -> bool:
    """Say whether nothing but words stands between a result and a margin, and not many."""
    if margin.first >= contest.last:
        first, last = contest.last, margin.first
    else:
        first, last = margin.last, contest.first
    if not 0 <= last - first <= FAR + 4:
        return contest.first < margin.first < contest.last
    others = [q for q in sentence.quantities if first <= q.first < last]
    if not _TURNED.isdisjoint(sentence.words[first:last]):  # "turning a deficit of 310 into one of"
        old = {one.figure.first for one in margins_in(sentence) if _inherited(sentence, one)}
        others = [q for q in others if q.first not in old]
    times = ("year", "date", "duration")  # "a deficit of 940 four years ago"
    if any(q.kind not in times and q.noun not in _NO_VOTES for q in others):
        return False
    between = sentence.words[first:last]
    if margin.first >= contest.last and not _ANOTHER.isdisjoint(between):
        return False
    if between == [",", "and", "the"] and margin.word in _ITS_END:
        follows = sentence.words[margin.last : margin.last + 1]
        return bool(follows) and follows[0] not in _OF_ANOTHER
    return (";" not in between or len(between) <= 3) and between[1:3] not in (
        ["and", "the"],
        ["and", "in"],
        ["and", "on"],
    )


def _of_a_moment(sentence: Sentence) -> bool:
    return phrases(TABLE, "moments").find(sentence.words) is not None


def _relate(sentence: Sentence, margin: Margin, contest: Contest) -> Iterator[Relation]:
    by = _like(contest, margin)
    if by is None:
        return
    roles = {"one": contest.more, "other": contest.less, "by": by}
    derived_roles: frozenset[str] = frozenset()
    if contest.shown is not None:
        roles = {"result": contest.shown, **roles}
        derived_roles = frozenset({"one", "other"})
    yield Relation(
        "margin" if contest.shown is not None else "difference",
        roles,
        sentence.span_of(margin.first, margin.last),
        strict=True,
        derived=derived_roles,
        quoted=is_quoted(sentence, margin.figure),
    )


def _like(contest: Contest, margin: Margin) -> Quantity | None:
    """Return the margin in what the result is counted in; None where they differ."""
    by = margin.figure
    shares = contest.more.kind == "percent"
    points = by.kind == "points" or by.noun in ("point", "pt") or by.kind == "percent"
    if shares:
        if not points and by.noun is not None:
            return None
        point = unit_named("percentage point")
        return replace(by, kind="points", unit=point, units=(point,), noun=None, counts=None)
    if by.unit is not None or by.kind not in ("count", "number"):
        return None
    if contest.more.noun == "seat" and margin.word == "majority":
        return None  # a majority of seats is one over all others
    nouns = {by.noun, contest.more.noun, contest.less.noun} - {None, "pt"}
    if contest.shown is None and len(nouns) > 1:
        return None  # "City, on 50 points, beat United, on 41, by three goals"
    votes = contest.more.noun == "vote" or bool(contest.more.parts.get("vote"))
    if votes and points:
        return None
    if contest.shown is None and not votes and contest.more.value and contest.more.value < 100:
        return None if points and contest.more.noun not in ("point", None) else by
    return by
