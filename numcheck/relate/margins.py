"""Majorities, leads and winning margins, beside the two figures that make them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from numcheck.lexicon.units import unit_named
from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.setting import Setting
from numcheck.relate.wording import clause, closes, derived, gap, is_quoted, opens

TABLE = "cues/margins"
_FAR = 12
_RIVALS = frozenset({None, "vote", "ballot", "seat", "medal", "point", "delegate"})
_NO_VOTES = frozenset({"abstention", "absentee"})


class _Contest(NamedTuple):
    """Two figures that were set against each other, and the token places they stand between."""

    more: Quantity
    less: Quantity
    first: int
    last: int
    shown: Quantity | None = None


class _Margin(NamedTuple):
    """A stated margin, its token places, and whether it may be one of a moment."""

    figure: Quantity
    first: int
    last: int
    passing: bool
    word: str = ""


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every stated majority, lead or margin with the result that it is stated of."""
    cues = words(TABLE, "nouns") | words(TABLE, "won") | words(TABLE, "ahead")
    for sentence in passage.figured:
        if cues.isdisjoint(sentence.words):
            continue
        margins = list(_margins(sentence))
        if margins:
            yield from _tied(sentence, sentence, margins)
            yield from _from_before(passage, sentence, margins)


def _from_before(
    passage: Passage, sentence: Sentence, margins: list[_Margin]
) -> Iterator[Relation]:
    """Tie "Her majority was 550." to the result in the sentence before."""
    if sentence.index == 0 or len(margins) != 1:
        return
    before = passage.sentences[sentence.index - 1]
    others = [q for q in sentence.quantities if q.first != margins[0].figure.first]
    stated = {"majority", "margin"} & set(sentence.words[: margins[0].last + 3])
    if others or not stated or before.paragraph != sentence.paragraph or not before.quantities:
        return
    contests = _contests(before)
    if len(contests) == 1 and not _of_a_moment(before, contests[0]):
        yield from _relate(sentence, margins[0], contests[0])


def _tied(sentence: Sentence, own: Sentence, margins: list[_Margin]) -> Iterator[Relation]:
    for margin in margins:
        contests = [
            one for one in _contests(sentence)
            if not one.first <= margin.figure.first < one.last
        ]  # fmt: skip
        scores = [one for one in contests if one.shown is not None]
        near = [one for one in contests if _near(sentence, one, margin)]
        if len(near) != 1 or (len(scores) > 1 and not _adjoins(near[0], margin)):
            continue
        passing = margin.passing and near[0].shown is not None
        if _of_a_moment(sentence, near[0]) or (passing and not _adjoins(near[0], margin)):
            continue
        yield from _relate(own, margin, near[0])


def _adjoins(contest: _Contest, margin: _Margin) -> bool:
    return 0 <= margin.first - contest.last <= 3 or 0 <= contest.first - margin.last <= 3


def _near(sentence: Sentence, contest: _Contest, margin: _Margin) -> bool:
    """Say whether nothing but words stands between a result and a margin, and not many."""
    if margin.first >= contest.last:
        first, last = contest.last, margin.first
    else:
        first, last = margin.last, contest.first
    if not 0 <= last - first <= _FAR + 4:
        return contest.first < margin.first < contest.last
    others = [q for q in sentence.quantities if first <= q.first < last]
    if any(q.kind not in ("year", "date") and q.noun not in _NO_VOTES for q in others):
        return False
    return ";" not in sentence.words[first:last]


def _of_a_moment(sentence: Sentence, contest: _Contest) -> bool:
    return phrases(TABLE, "moments").find(sentence.words) is not None


def _relate(sentence: Sentence, margin: _Margin, contest: _Contest) -> Iterator[Relation]:
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


def _like(contest: _Contest, margin: _Margin) -> Quantity | None:
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
    votes = contest.more.noun == "vote" or bool(contest.more.parts.get("vote"))
    if votes and points:
        return None
    if contest.shown is None and not votes and contest.more.value and contest.more.value < 100:
        return None if points and contest.more.noun not in ("point", None) else by
    return by


def _margins(sentence: Sentence) -> Iterator[_Margin]:
    """Yield "a majority of 550", "a 13-point margin", "won by nine points", "six points ahead"."""
    for quantity in sentence.quantities:
        if quantity.kind not in ("count", "number", "points", "percent") or quantity.is_range:
            continue
        margin = _after(sentence, quantity) or _before(sentence, quantity)
        if margin is not None:
            yield margin


def _after(sentence: Sentence, quantity: Quantity) -> _Margin | None:
    """Read "550-vote majority", "six points clear", "13-point winners"."""
    tokens, nouns, units = sentence.words, words(TABLE, "nouns"), words(TABLE, "units")
    place, counted = quantity.last, quantity.kind == "points"
    steps = 0
    while place < len(tokens) and steps < 4 and (tokens[place] in units or tokens[place] == "-"):
        counted = counted or tokens[place] in units
        place += 1
        steps += 1
    if tokens[place : place + 1] and tokens[place] in nouns:
        joined = counted or "-" in tokens[quantity.last : place] or tokens[place] == "majority"
        passing = tokens[place] in words(TABLE, "passing")
        begin = opens(sentence, quantity)
        return _Margin(quantity, begin, place + 1, passing, tokens[place]) if joined else None
    ahead = phrases(TABLE, "ahead").at(tokens, place)
    if counted and ahead is not None and quantity.kind != "percent":
        return _Margin(quantity, opens(sentence, quantity), ahead[1], False)
    return None


def _before(sentence: Sentence, quantity: Quantity) -> _Margin | None:
    """Read "a majority of 550", "the margin was 13 points", "won by nine points"."""
    tokens, at = sentence.words, opens(sentence, quantity)
    link = tokens[at - 1] if at else ""
    nouns = words(TABLE, "nouns")
    if link in ("of", "was", "is", "by", ":", "to", "at") or link in nouns:
        begin = at - 1 if link not in nouns else at
        for place in range(begin - 1, max(-1, begin - 4), -1):
            if tokens[place] in nouns and place + 3 >= begin:
                last = max(quantity.last, closes(sentence, quantity))
                passing = tokens[place] in words(TABLE, "passing")
                return _Margin(quantity, place, last, passing, tokens[place])
    follows = tokens[quantity.last : quantity.last + 1]
    if tokens[quantity.last + 1 : quantity.last + 2] in (["to"], ["against"]):
        return None  # "by 9,300 votes to 8,850"
    if link == "by" and follows == [","] and quantity.noun is None:
        beside = [q for q in sentence.quantities if q.first == quantity.last + 1]
        if beside and beside[0].kind == "score":
            return _Margin(quantity, at - 1, quantity.last, False)
    won = tokens[at - 2 : at - 1] in (["winning"], ["won"], ["losing"], ["lost"])
    if link == "by" and won and follows in ([], ["."], [","]) and quantity.kind == "number":
        return _Margin(quantity, at - 2, quantity.last, False)
    if link == "by" and follows and follows[0] in words(TABLE, "units"):
        told = phrases(TABLE, "won").find(tokens, max(0, at - 12), at)
        if told is not None or any(q.kind == "score" for q in sentence.quantities):
            return _Margin(quantity, at - 1, quantity.last + 1, False)
    return None


def _contests(sentence: Sentence) -> list[_Contest]:
    """Return the results of a sentence: scores, votes, and figures of two rivals."""
    out: list[_Contest] = []
    chain: list[Quantity] = []
    for quantity in sentence.quantities:
        if (score := _score(quantity)) is not None:
            out.append(score)
        elif _stands(sentence, quantity):
            if chain and not _rivals(sentence, chain[-1], quantity):
                out.extend(_of_chain(sentence, chain))
                chain = []
            chain.append(quantity)
    out.extend(_of_chain(sentence, chain))
    return out


def _score(quantity: Quantity) -> _Contest | None:
    """Return the two sides of "34-19", or of "51%-47%" that was read as a range."""
    if quantity.kind == "score" and "third" not in quantity.parts:
        home, away = quantity.parts.get("home"), quantity.parts.get("away")
        if isinstance(home, int) and isinstance(away, int) and not quantity.parts.get("record"):
            if home > 60 and away <= 10:
                return None  # "245-8": runs and wickets
            more, less = (derived(one, quantity, str(one), "number") for one in (home, away))
            return _Contest(more, less, quantity.first, quantity.last, quantity)
    if quantity.kind == "percent" and quantity.upper is not None and quantity.figure is not None:
        high, low = quantity.figure, quantity.upper
        more, less = (replace(quantity, figure=one, upper=None) for one in (high, low))
        if low.value < high.value and "to" not in quantity.text:
            return _Contest(more, less, quantity.first, quantity.last, quantity)
    return None


def _stands(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure may be a rival's votes or share."""
    if quantity.kind not in ("count", "number", "percent") or quantity.is_range:
        return False
    if quantity.figure is None:
        return False
    voted = {"voted", "votes"} & set(sentence.words) and "against" in sentence.words
    if quantity.noun not in _RIVALS and not voted:
        return False
    follows = sentence.words[quantity.last : quantity.last + 1]
    if quantity.parts.get("vote"):
        return True
    if follows and follows[0] in ("-", *words(TABLE, "units")) and quantity.noun is None:
        after = quantity.last + 1
        joined = any(other.first == after for other in sentence.quantities)
        return follows[0] in ("votes", "ballots") or (joined and follows == ["-"])
    return _after(sentence, quantity) is None and _before(sentence, quantity) is None


def _rivals(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether only names and words of a contest stand between two figures."""
    first, last = closes(sentence, left), opens(sentence, right)
    between = gap(sentence, left, right)
    unlike = (left.kind == "percent") != (right.kind == "percent")
    if unlike and (between != ["to"] or left.kind != "percent"):
        return False
    if not between or len(between) > _FAR or clause(sentence, first)[1] < last:
        return False
    contest = words(TABLE, "contest")
    tokens = zip(between, sentence.raw[first:last], strict=True)
    if not all(word in contest or raw[:1].isupper() or word.endswith("'s") for word, raw in tokens):
        return False
    if between == ["and"]:
        return "between" in sentence.words and not {"gap", "difference"}.isdisjoint(sentence.words)
    # "9,300 of the 20,000" is a part of a whole
    return between[0] != "of" or len(between) > 2


def _of_chain(sentence: Sentence, chain: list[Quantity]) -> Iterator[_Contest]:
    """Yield the two largest of a row of rivals' figures."""
    if len(chain) < 2:
        return
    if chain[0].kind == "percent" and chain[1].unit is None:  # "55 per cent to 45"
        chain = [chain[0], replace(chain[1], kind="percent", unit=chain[0].unit), *chain[2:]]
    ranked = sorted(chain, key=lambda one: -(one.value or 0))
    if chain[0] is not ranked[0] and len(chain) > 2:
        return
    yield _Contest(ranked[0], ranked[1], chain[0].first, closes(sentence, chain[-1]))
