"""Results set against each other: scores, votes, shares of two rivals."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.margins.stated import TABLE, after_figure, before_figure
from numcheck.relate.wording import closes, derived, gap, opens, set_off

FAR = 12
_OLDEST = 110
_RIVALS = frozenset({None, "vote", "ballot", "seat", "medal", "point", "delegate"})


class Contest(NamedTuple):
    """Two figures that were set against each other, and the token places they stand between."""

    more: Quantity
    less: Quantity
    first: int
    last: int
    shown: Quantity | None = None


def contests_in(sentence: Sentence) -> list[Contest]:
    """Return the results of a sentence: scores, votes, and figures of two rivals."""
    out: list[Contest] = []
    chain: list[Quantity] = []
    for quantity in sentence.quantities:
        if (score := _score(quantity)) is not None:
            out.append(score)
        elif _stands(sentence, quantity) and not _is_aside(sentence, quantity):
            if chain and not _rivals(sentence, chain[-1], quantity):
                out.extend(_of_chain(sentence, chain))
                chain = []
            chain.append(quantity)
    out.extend(_of_chain(sentence, chain))
    return out


def _score(quantity: Quantity) -> Contest | None:
    """Return the two sides of "34-19", or of "51%-47%" that was read as a range."""
    if quantity.kind == "score" and "third" not in quantity.parts:
        home, away = quantity.parts.get("home"), quantity.parts.get("away")
        if isinstance(home, int) and isinstance(away, int) and not quantity.parts.get("record"):
            if home > 60 and away <= 10:
                return None  # "245-8": runs and wickets
            more, less = (derived(one, quantity, str(one), "number") for one in (home, away))
            return Contest(more, less, quantity.first, quantity.last, quantity)
    if quantity.kind == "percent" and quantity.upper is not None and quantity.figure is not None:
        high, low = quantity.figure, quantity.upper
        more, less = (replace(quantity, figure=one, upper=None) for one in (high, low))
        if low.value < high.value and "to" not in quantity.text:
            return Contest(more, less, quantity.first, quantity.last, quantity)
    return None


def _stands(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a figure may be a rival's votes or share."""
    if quantity.kind not in ("count", "number", "percent") or quantity.is_range:
        return False
    if quantity.figure is None:
        return False
    if quantity.kind == "percent" and _of_one_side(sentence, quantity):
        return False
    voted = {"voted", "votes"} & set(sentence.words) and "against" in sentence.vocabulary
    if quantity.noun not in _RIVALS and not voted:
        return False
    follows = sentence.words[quantity.last : quantity.last + 1]
    if quantity.parts.get("vote"):
        return True
    pointed = sentence.words[quantity.first - 1 : quantity.first] == ["the"]
    if pointed and quantity.noun is None and quantity.figure.worded:
        return False  # "the gap between the two, eight points in March"
    if follows and follows[0] in ("-", *words(TABLE, "units")) and quantity.noun is None:
        after = quantity.last + 1
        joined = any(other.first == after for other in sentence.quantities)
        return follows[0] in ("votes", "ballots") or (joined and follows == ["-"])
    return after_figure(sentence, quantity) is None and before_figure(sentence, quantity) is None


def _of_one_side(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a share is a change: "margin widened to 12.5% from 10%, a 25% improvement"."""
    return phrases("cues/changes", "nouns").at(sentence.words, quantity.last) is not None


def _is_aside(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a small figure is told of a candidate: "who entered politics at 24,"."""
    if quantity.noun is not None or (quantity.value or 0) > _OLDEST:
        return False
    voted = any(one.noun == "vote" and (one.value or 0) > _OLDEST for one in sentence.quantities)
    return voted and set_off(sentence, quantity)


def _rivals(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether only names and words of a contest stand between two figures."""
    first, last = closes(sentence, left), opens(sentence, right)
    between = gap(sentence, left, right)
    unlike = (left.kind == "percent") != (right.kind == "percent")
    if unlike and (between != ["to"] or left.kind != "percent"):
        return False
    if not between or len(between) > FAR or between == ["for"]:
        return False  # "58 for five": runs and wickets
    begin = opens(sentence, left)
    if "who" in between and "of" in sentence.words[max(0, begin - 2) : begin]:
        return False  # "Of the 70 who voted 41 backed it, a majority of 12"
    contest = words(TABLE, "contest")
    tokens = zip(between, sentence.raw[first:last], strict=True)
    if not all(word in contest or raw[:1].isupper() or word.endswith("'s") for word, raw in tokens):
        return False
    if between == ["and"]:
        return "between" in sentence.vocabulary and not {"gap", "difference"}.isdisjoint(
            sentence.vocabulary
        )
    # "9,300 of the 20,000" is a part of a whole
    return between[0] != "of" or len(between) > 2


def _of_chain(sentence: Sentence, chain: list[Quantity]) -> Iterator[Contest]:
    """Yield the two largest of a row of rivals' figures."""
    if len(chain) < 2:
        return
    if chain[0].kind == "percent" and chain[1].unit is None:  # "55 per cent to 45"
        chain = [chain[0], replace(chain[1], kind="percent", unit=chain[0].unit), *chain[2:]]
    ranked = sorted(chain, key=lambda one: -(one.value or 0))
    if chain[0] is not ranked[0] and len(chain) > 2:
        return
    yield Contest(ranked[0], ranked[1], chain[0].first, closes(sentence, chain[-1]))
