"""Changes told over two sentences."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.relation import Relation
from numcheck.relate.changes import directions, sums
from numcheck.relate.changes.frame.alike import alike, may_be_alike
from numcheck.relate.changes.frame.moves import CUES, moving_words
from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.changes.frame.terms import expected, expects
from numcheck.relate.changes.links import links
from numcheck.relate.changes.pairing.moments import in_order, moved_since, other_spell
from numcheck.relate.changes.pairing.pairs import Pair, outer_move
from numcheck.relate.changes.pairing.sides import beside
from numcheck.relate.wording import closes

_OPENING = 9
_NEAR = 20
_ELSE = frozenset({"in", "of", "to", "on", "for", "at", "among", "that", "by"})


def sequels(before: Scene, pairs: list[Pair], scene: Scene, own: list[Pair]) -> Iterator[Relation]:
    """Yield what a sentence says of the figures of the one before it."""
    if len(pairs) == 1 and not own:
        yield from named(pairs[0], scene)
    if not pairs and not own:
        yield from _across(before, scene)
    if len(own) == 1 and not pairs and not before.levels and refers(scene):
        yield from announced(before, own[0], scene)


def headed(headline: Scene, own: list[Pair], scene: Scene) -> Iterator[Relation]:
    """Tie "Profit leaps 60% to £14m" over a story to its first sentence: "£14m, against £10m"."""
    levels = headline.levels
    if len(own) != 1 or len(levels) > 1:
        return
    if levels:
        joined = alike(levels[0].figure, own[0].new)
        if joined is None or joined[0].value != joined[1].value:
            return
    elif scene.words[0] not in ("it", "they", "this") and not _shares_subject(
        headline, own[0], scene
    ):
        return
    yield from announced(headline, own[0], scene)


def _shares_subject(headline: Scene, pair: Pair, scene: Scene) -> bool:
    """Say whether what moves between two figures stands in the headline too: "Bus fares"."""
    first = min(pair.first, pair.move.first if pair.move else pair.first)
    stop = words("nouns", "stop") | moving_words()
    subject = scene.words[max(0, first - 5) : first]
    named = {word for word in subject if len(word) > 3 and word not in stop}
    claim = next(iter(headline.claims), None)
    told = headline.words[max(0, claim.first - 3) : claim.first] if claim else []
    return not named.isdisjoint(told)


def _across(before: Scene, scene: Scene) -> Iterator[Relation]:
    """Tie a figure of one sentence to a figure of the next."""
    pair = _then_now(before, scene)
    if pair is not None:
        yield from directions.of(pair)
    else:
        pair = _had_been(before, scene)
        move = outer_move(before, before.levels[0].first) if pair is not None else None
        if move and moved_since(before, move.last, before.levels[0].first, scene.words):
            return
        if pair is not None and move:
            yield from directions.of(pair._replace(scene=before, move=move))
    if pair is None:
        yield from _compared_back(before, scene)
        return
    for claim, one in links(scene, [pair]):
        yield from sums.of(claim, one)


def _compared_back(before: Scene, scene: Scene) -> Iterator[Relation]:
    """Tie "The centre cost £24m. That is double the £12m that was set aside"."""
    if len(before.levels) != 1 or len(scene.levels) != 1 or len(scene.claims) != 1:
        return
    claim, old = scene.claims[0], scene.levels[0]
    if phrases(CUES, "refers").at(scene.words, 0) is None or claim.first > 5:
        return
    joined = alike(old.figure, before.levels[0].figure)
    if joined is not None and beside(scene, claim, old):
        pair = Pair(*joined, old.first, old.last, "than", scene)
        yield from sums.of(claim, pair)


def named(pair: Pair, scene: Scene) -> Iterator[Relation]:
    """Tie "That is a 40% rise." to the two figures of the sentence before."""
    claims = [claim for claim in scene.claims if claim.first <= _OPENING]
    quoted = scene.words[:1] in (["“"], ['"'], ["'"], ["‘"])
    begins = phrases(CUES, "refers").at(scene.words, int(quoted))
    if (begins is None or scene.levels) and len(scene.claims) == 1:
        yield from _called(pair, scene)
    if len(claims) != 1 or begins is None or scene.levels:
        return
    claim = claims[0]
    noun = claim.form in ("noun", "times", "compare")
    if claim.form == "noun" and claim.first < 2 and _of_another(scene, claim):
        return
    if noun and not scene.barred(begins[1], claim.first):
        yield from sums.of(claim, pair._replace(scene=scene, move=None))


def _called(pair: Pair, scene: Scene) -> Iterator[Relation]:
    """Tie "Critics called the 40% rise absurd", "A 40% rise in a year hurts" to the figures."""
    claim, tokens = scene.claims[0], scene.words
    article = tokens[claim.first - 1] if claim.first else ""
    opening = article in ("a", "an") and claim.first <= 3
    definite = article in ("the", "that", "this", "such", "its") or opening
    if pair.move is not None:
        moved = pair.move.sign == claim.sign
    else:  # "6,910 pupils, compared with 7,240 a year ago. That 4.6% slide"
        moved = (
            article in ("that", "this", "the") and claim.first == 1 and _goes(pair) == claim.sign
        )
    if claim.form != "noun" or not definite or not moved or expects(scene.words):
        return
    named = set(tokens[closes(scene.sentence, claim.figure) : claim.last - 1])
    if not named <= words(CUES, "plain_change") | set(pair.scene.words):
        return  # "Sales were £41m, against £36m. The 3% pay rise"
    if any(_rivals(level, pair) for level in scene.levels) or _of_another(scene, claim):
        return
    end = max(pair.old.last, pair.old.noun_last)
    if not other_spell(tokens[claim.last :], pair.scene.words[end : end + 5], apart=True):
        yield from sums.of(claim, pair._replace(scene=scene, move=None))


def _goes(pair: Pair) -> int:
    """Return the way from an older figure to a newer one."""
    old, new = pair.old.value, pair.new.value
    return 0 if old is None or new is None else (new > old) - (new < old)


def _rivals(level: Level, pair: Pair) -> bool:
    """Say whether a change may be that of a figure beside it: of the size of its pair's."""
    joined = alike(level.figure, pair.new)
    if joined is None:
        return False
    one, other = joined[0].value or 0, joined[1].value or 0
    return one <= _NEAR * other and other <= _NEAR * one


def _of_another(scene: Scene, claim: Claim) -> bool:
    """Say whether a change is said to be of something: "that 3% slide in income"."""
    if claim.last >= len(scene.words) or scene.over_time(claim.last)[0] > claim.last:
        return False
    word = scene.words[claim.last]  # "the 4% rise Wall Street had looked for"
    return (
        word in _ELSE
        or word in words(CUES, "whose_change")
        or scene.sentence.raw[claim.last] != word
    )


def announced(before: Scene, pair: Pair, scene: Scene) -> Iterator[Relation]:
    """Tie "Fees will rise 25%" to the figures after it: "They go from £500 to £600"."""
    claims = [claim for claim in before.claims if claim.kind in ("percent", "times")]
    if len(claims) == len(before.claims) == 1 and not scene.claims:
        claim: Claim = claims[0]
        end = max(pair.old.last, pair.old.noun_last)
        if other_spell(before.words[claim.last :], pair.scene.words[end : end + 5], apart=True):
            return  # "It rose 1.2% in April. It is £291,000, against £281,000 a year earlier"
        yield from sums.of(claim, pair._replace(scene=before, move=None))


def may_go_on(before: Sentence, now: Sentence) -> bool:
    """Say whether a sentence may have the other figure of the one before it; cheap to ask."""
    if not any(
        may_be_alike(one, other)
        for one in before.amounts
        if one.figure is not None
        for other in now.amounts
        if other.figure is not None
    ):
        return False
    if refers(now):
        return True
    return all(
        any(q.kind in ("year", "date", "number") for q in sentence.quantities)
        or phrases(CUES, when).find(sentence.words) is not None
        for sentence, when in ((now, "now"), (before, "past"))
    )


def refers(scene: Scene | Sentence) -> bool:
    """Say whether a sentence goes on about what the one before it spoke of."""
    return phrases(CUES, "refers").find(scene.words, 0, _OPENING) is not None


def _then_now(before: Scene, scene: Scene) -> Pair | None:
    """Join "In 2015 there were 80 nests. By 2020 the figure had grown to 100, …"."""
    if len(before.levels) != 1 or len(scene.levels) != 1:
        return None
    old, new = before.levels[0], scene.levels[0]
    joined = alike(old.figure, new.figure)
    if joined is None or expected(before, old) or expected(scene, new):
        return None
    if new.mark in ("from", "than", "against") or old.mark in ("from", "than") or before.claims:
        return None
    a, b = _when(before, old), _when(scene, new)
    moved = new.mark == "to" and old.mark == "at" and refers(scene)
    ordered = in_order(a, b) or (moved and not in_order(b, a))
    same = refers(scene) or (old.figure.noun is not None and old.figure.noun == new.figure.noun)
    if not ordered or not (same or new.figure.unit is None):
        return None
    move = outer_move(scene, new.first) if new.mark == "to" else None
    return Pair(*joined, new.first, new.last, "sequel", scene, move)


def _had_been(before: Scene, scene: Scene) -> Pair | None:
    """Join "Inflation rose to 2.1% in May. It had been 2.4%", the older figure last."""
    if len(before.levels) != 1 or len(scene.levels) != 1 or not refers(scene):
        return None
    new, old = before.levels[0], scene.levels[0]
    joined = alike(old.figure, new.figure)
    if joined is None or expected(before, new) or expected(scene, old):
        return None
    back = phrases(CUES, "year_before").at(scene.words, 0) is not None
    if new.mark not in ("to", "at", "", "of"):
        return None
    if new.mark != "to" and new.when != "now" and not back:
        return None
    if phrases(CUES, "had_been").find(scene.words, 0, old.figure.first) is None:
        return None
    return Pair(*joined, old.first, old.last, "sequel", scene)


def _when(scene: Scene, level: Level) -> str:
    """Return the time of a figure, or of its sentence: "By 2020 the figure had grown to 100"."""
    whole = scene.when(0, len(scene.words))
    return whole if whole.isdigit() else level.when or whole
