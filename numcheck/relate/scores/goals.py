"""Goals and those who scored them, against the score."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import Found, mapping, phrases
from numcheck.model.passage import Sentence
from numcheck.model.relation import Relation
from numcheck.relate.scores.sides import TABLE, Score, number
from numcheck.relate.wording import is_quoted, worded

_NEAR = 14
_HIGHEST = 12  # goals of one side; more are points of another game
_LIST = frozenset({",", "and", "&", "("})


def goals(sentence: Sentence, scores: list[Score]) -> Iterator[Relation]:
    """Yield the score of a match with the goals that its words tell of."""
    if len(scores) != 1 or scores[0].high > _HIGHEST:
        return
    score, tokens = scores[0], sentence.words
    yield from _level(sentence, score)
    if phrases(TABLE, "no_feat").find(tokens) is None and _result(sentence, score):
        yield from _feat(sentence, score)
        yield from _every(sentence, score)
        yield from _named(sentence, score)
        yield from _clean(sentence, score)


def _result(sentence: Sentence, score: Score) -> bool:
    """Say whether a score is the end of a match, not a moment of it."""
    after = sentence.words[score.quantity.last : score.quantity.last + 2]
    before = sentence.words[max(0, score.quantity.first - 4) : score.quantity.first]
    passing = {"lead", "leads", "up", "ahead", "down", "advantage", "led", "half", "deficit"}
    passing |= {"leading", "trailing", "trailed", "behind", "from", "make", "made", "making"}
    moment = phrases(TABLE, "half").find(sentence.words, score.quantity.last) is not None
    if after[:1] == ["at"] and (moment or after[1:] == ["one"]):
        return False
    return passing.isdisjoint(after) and passing.isdisjoint(before)


def _near(score: Score, claim: Found) -> bool:
    quantity = score.quantity
    return max(claim.first - quantity.last, quantity.first - claim.last) <= _NEAR


def _side(score: Score) -> int:
    """Return the goals of the side that the words speak of: the winner's, or the loser's."""
    return score.low if score.verdict == "lost" else score.high


def _feat(sentence: Sentence, score: Score) -> Iterator[Relation]:
    """Yield a hat-trick in a 2-1 win."""
    feats = phrases(TABLE, "feats").all(sentence.words)
    if not feats or not score.verdict:
        return
    claim = min(feats, key=lambda one: abs(one.first - score.quantity.first))
    if not _near(score, claim):
        return
    yield _goals("scored", sentence, score, claim, int(claim.name), score.high)


def _goals(
    kind: str, sentence: Sentence, score: Score, claim: Found, told: int, goals: int
) -> Relation:
    return Relation(
        kind,
        {
            "score": score.quantity,
            "said": worded(sentence, claim.first, claim.last),
            "told": number(told, score.quantity),
            "goals": number(goals, score.quantity),
        },
        sentence.span_of(claim.first, claim.last),
        derived=frozenset({"told", "goals"}),
        quoted=is_quoted(sentence, score.quantity),
    )


def _every(sentence: Sentence, score: Score) -> Iterator[Relation]:
    """Yield "both goals in a 3-1 win", "the only goal in a 2-1 win"."""
    claim = phrases(TABLE, "every_goal").find(sentence.words)
    if claim is None or not _near(score, claim):
        return
    told = int(claim.name)
    whole = score.total if told == 1 and score.verdict != "lost" else _side(score)
    if not score.verdict and told in (score.high, score.low):
        return
    yield _goals("every_goal", sentence, score, claim, told, whole)


def _named(sentence: Sentence, score: Score) -> Iterator[Relation]:
    """Yield "goals from Ito, Marsh and Bello" with the score that they made."""
    tokens = sentence.words
    cue = phrases(TABLE, "scorers_before").find(tokens)
    if cue is not None:
        names, last = _shares(sentence, cue)
        claim = Found("", cue.first, last)
    else:
        cue = phrases(TABLE, "scorers_after").find(tokens)
        if cue is None:
            return
        first = cue.first
        while first > 0 and (sentence.raw[first - 1][:1].isupper() or tokens[first - 1] in _LIST):
            first -= 1
        names, last = _names(sentence, first)
        claim = Found("", first, cue.last)
        if last != cue.first:
            return
    if names >= 2 and _near(score, claim):
        yield _goals("scored", sentence, score, claim, names, score.high)


def _shares(sentence: Sentence, cue: Found) -> tuple[int, int]:
    """Count "goals from A, B and C", "two goals from A and one each from B and C"."""
    told = next((q.value for q in sentence.quantities if q.last == cue.first), None)
    names, last = _names(sentence, cue.last)
    if not isinstance(told, int):
        return (names, last) if names else _some_twice(sentence, cue.last)
    goals, tokens = told, sentence.words
    while (more := phrases(TABLE, "one_from").at(tokens, last)) is not None:
        names, place = _names(sentence, more[1])
        goals += max(names, 1) if "each" in tokens[last : more[1]] else 1
        last = place
    return goals, last


def _some_twice(sentence: Sentence, at: int) -> tuple[int, int]:
    """Count "goals from A, B and two from C"; the goals, and the place after them."""
    tokens, goals, several = sentence.words, 0, False
    units = mapping("numerals", "units")
    while at < len(tokens):
        many = int(str(units.get(tokens[at], 0))) or int(
            tokens[at] == "a" or tokens[at] == "another"
        )
        if many and tokens[at + 1 : at + 2] in (["from"], ["by"]):
            goals, at, several = goals + many, at + 2, True
        elif sentence.raw[at][:1].isupper():
            goals += 1
        else:
            break
        while at < len(tokens) and sentence.raw[at][:1].isupper():
            at += 1
        if tokens[at : at + 1] not in ([","], ["and"]):
            break
        at += 1 + (tokens[at : at + 2] == [",", "and"])
    ended = at >= len(tokens) or tokens[at] in (".", ";")
    return (goals, at) if several and ended else (0, at)


def _names(sentence: Sentence, at: int) -> tuple[int, int]:
    """Count the names of a list "A, B and C" from token `at`; return the place after it."""
    names, fresh, place, closed = 0, True, at, False
    while place < len(sentence.words):
        word, raw = sentence.words[place], sentence.raw[place]
        if raw[:1].isupper():
            names += fresh
            fresh = False
        elif word in (",", "and", "&") and not fresh and not closed:
            closed = word != ","
            fresh = True
        else:
            break
        place += 1
    if fresh and names:  # "Petit and one from Sane"
        place -= 1
    return (names, place) if closed and not fresh else (0, place)


def _clean(sentence: Sentence, score: Score) -> Iterator[Relation]:
    """Yield a clean sheet in a 2-1 win, a goalless 1-1 draw."""
    tokens, quantity = sentence.words, score.quantity
    claim = phrases(TABLE, "clean").find(tokens)
    against = score.low
    if claim is None:
        claim, against = phrases(TABLE, "goalless").find(tokens), score.high
        if claim is None or quantity.first - claim.last not in (0, 1):
            return
    elif not _near(score, claim) or score.verdict == "lost":
        return
    yield Relation(
        "nothing",
        {
            "said": worded(sentence, claim.first, claim.last),
            "score": quantity,
            "against": number(against, quantity),
        },
        sentence.span_of(claim.first, claim.last),
        derived=frozenset({"against"}),
        quoted=is_quoted(sentence, quantity),
    )


def _level(sentence: Sentence, score: Score) -> Iterator[Relation]:
    """Yield "a 2-1 draw" and "a 2-2 win", where nothing else decided the match."""
    tokens, quantity = sentence.words, score.quantity
    after = tokens[quantity.last : quantity.last + 1]
    before = tokens[quantity.first - 1 : quantity.first]
    if phrases(TABLE, "decided_else").find(tokens) is not None:
        return
    drawn = after in (["draw"], ["stalemate"]) or before in (["drew"], ["drawing"], ["drawn"])
    won = after in (["win"], ["victory"], ["defeat"], ["loss"], ["triumph"])
    if not drawn and not won:
        return
    place = quantity.last if (won or after in (["draw"], ["stalemate"])) else quantity.first - 1
    yield Relation(
        "drawn" if drawn else "decided",
        {
            "score": quantity,
            "said": worded(sentence, place, place + 1),
            "one": number(score.one, quantity),
            "other": number(score.other, quantity),
        },
        quantity.span,
        derived=frozenset({"one", "other"}),
        quoted=is_quoted(sentence, quantity),
    )
