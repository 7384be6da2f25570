"""A part, its whole, and the percentage they are said to make."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.fractions import HALVES
from numcheck.relate.setting import Setting
from numcheck.relate.shares.after import Lead, lead, rate_follows, read_tail, stays
from numcheck.relate.shares.bases import Couple, couples, is_of_all, wholes
from numcheck.relate.shares.before import explains
from numcheck.relate.shares.fits import (
    Claim,
    alike,
    as_printed,
    complement_fits,
    concludes,
    countable,
    fits,
    glued,
    matched,
    mean_of_shares,
    of_several,
    plain_percent,
)
from numcheck.relate.shares.pairs import Pair, pairs, plainly, ties_loosely
from numcheck.relate.shares.portions import portions
from numcheck.relate.shares.worded import in_percent
from numcheck.relate.sums.terms.kin import is_sort
from numcheck.relate.wording import amounts, closes, is_quoted, opens

_TABLE = "cues/shares"


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every part and whole that the wording gives with their percentage."""
    before: Sentence | None = None
    for sentence in passage.figured:
        if _tells_share(sentence):
            for claim in map(matched, _claims(sentence, before)):
                if glued(claim) or concludes(sentence, claim) or of_several(sentence, claim):
                    continue
                if not _mean_of(sentence, claim):
                    yield _relation(sentence, claim)
        before = sentence


def _tells_share(sentence: Sentence) -> bool:
    """Say whether a sentence has a percentage, or a share in words beside two figures."""
    kinds, held, many = sentence.kinds, sentence.vocabulary, len(sentence.quantities)
    if "percent" in kinds or (many > 2 and ("ratio" in kinds or "in" in held)):
        return True
    return many > 1 and not HALVES.isdisjoint(held)


def _relation(sentence: Sentence, claim: Claim) -> Relation:
    part, whole, percent = claim.part, claim.whole, as_printed(claim)
    percent = percent.parts.get("share", percent)  # "a quarter" is printed as a share
    return Relation(
        "share",
        {"part": part, "whole": whole, "percent": percent},
        part.span.hull(whole.span).hull(percent.span),
        strict=True,
        quoted=is_quoted(sentence, percent),
    )


def _mean_of(sentence: Sentence, claim: Claim) -> bool:
    """Say whether this is a mean of shares, and no share: "85.4% (34/40) of modules"."""
    if claim.part.first < claim.percent.last or claim.whole.first != claim.part.last + 1:
        return False
    behind = sentence.words[claim.whole.last : claim.whole.last + 3]
    plain = behind[1:2] == ["of"] and behind[2:3] not in (["the"], ["them"], ["all"], ["those"])
    return plain and mean_of_shares(claim)


def _claims(sentence: Sentence, before: Sentence | None) -> Iterator[Claim]:
    """Yield the claims of a sentence; no percentage and no part is used twice."""
    figures = plainly(sentence, in_percent(sentence))
    percents: set[int] = set()
    parts: set[int] = set()
    found = list(pairs(sentence, figures)) if len(figures) > 2 else []
    for pair, percent, prose in _in_order(sentence, figures, found):
        percents.add(percent)
        parts.update(pair[:2])
        yield Claim(figures[pair.part], figures[pair.whole], figures[percent], prose)
    for pair in found:
        if percents.isdisjoint({pair.last + 1}) and (hit := _percent_of(sentence, figures, pair)):
            percent, prose = hit
            claim = Claim(figures[pair.part], figures[pair.whole], figures[percent], prose)
            first, last = min(pair.first, percent), max(pair.last, percent)
            bracket = not prose and percent > pair.last
            span = figures[first].first, figures[last].last
            if percent in percents or (not bracket and _undone(sentence, claim, *span)):
                continue
            percents.add(percent)
            parts.update(pair[:2])
            yield claim
    for percent, claim in portions(sentence, figures):
        if percent not in percents:
            percents.add(percent)
            yield claim
    yield from _coupled(sentence, figures, before, percents, parts)
    yield from _rated(sentence, figures, percents)
    if before is not None and not percents:
        yield from _said_after(sentence, figures, before)


# ------------------------------------------------------------------------ a pair and its percentage


def _percent_of(sentence: Sentence, figures: list[Quantity], pair: Pair) -> tuple[int, bool] | None:
    """Return the place of the percentage given for a pair, and whether in running prose."""
    after = pair.last + 1
    if after < len(figures) and plain_percent(figures[after]) and not figures[after].elided:
        percent, last = figures[after], figures[pair.last]
        led = lead(sentence, closes(sentence, last), percent)
        suits = led and (
            led.rate
            or led.mark in ("(", "[")
            or not pair.loose
            or _rate_before(sentence, figures, pair)
        )
        if led and suits and _plain_after(sentence, percent, led, figures, pair):
            return after, led.mark not in ("(", "[")
    if pair.whole == pair.part + 2 and plain_percent(figures[pair.part + 1]):
        return pair.part + 1, False
    if pair.first > 0 and not (pair.loose and not _shot(sentence, figures[pair.first - 1])):
        percent = figures[pair.first - 1]
        if explains(sentence, percent, figures[pair.first], figures[pair.last]):
            return pair.first - 1, False
    return None


def _rate_before(sentence: Sentence, figures: list[Quantity], pair: Pair) -> bool:
    """Say whether a rate is said to be what follows: "the hit rate was 57 from 60"."""
    first = figures[pair.first].first
    rates = lexicon.words(_TABLE, "rates")
    return not rates.isdisjoint(sentence.words[max(0, first - 3) : first])


def _shot(sentence: Sentence, percent: Quantity) -> bool:
    """Say whether a percentage is one of shots: "hitting 75%", "a 75% strike rate"."""
    near = sentence.words[max(0, percent.first - 3) : percent.last + 4]
    return any(word in lexicon.words(_TABLE, "shooting") for word in near) or any(
        word in lexicon.words(_TABLE, "rates") for word in near
    )


def _plain_after(
    sentence: Sentence, percent: Quantity, led: Lead, figures: list[Quantity], pair: Pair
) -> bool:
    """Say whether the percentage is the pair's: not its other half's, nor a turnout's."""
    if not stays(sentence, percent, led, figures[pair.whole]):
        return False
    words = sentence.words
    begin = closes(sentence, figures[pair.last])
    between = words[begin : percent.first]
    after = words[percent.last : percent.last + 3]
    if any(word in lexicon.words(_TABLE, "turnouts") for word in [*between, *after]):
        near = [*words[max(0, figures[pair.first].first - 5) : begin], *between]
        if not any(word in lexicon.words(_TABLE, "voting") for word in near):
            return False
        return not any(word in lexicon.words(_TABLE, "backing") for word in near)
    if led.mark == "," and not led.strong:
        closed = after[:1] == [] or not after[0][0].isalpha() or after[0] == "of"
        return closed or not lexicon.words(_TABLE, "rates").isdisjoint(after)
    return True


def _undone(sentence: Sentence, pair: Claim, first: int, last: int) -> bool:
    """Say whether the percentage may be of the rest: "missed nine of 36, a success rate of 75%"."""
    near = sentence.words[max(0, first - 6) : last + 4]
    if not any(word in lexicon.words(_TABLE, "negative") for word in near):
        return False
    return complement_fits(pair.part, pair.whole, pair.percent)


def _in_order(
    sentence: Sentence, figures: list[Quantity], found: list[Pair]
) -> Iterator[tuple[Pair, int, bool]]:
    """Yield pairs with percentages in the same order: "12/40 v 15/50 (30% v 30%)"."""
    for one, two in pairwise(found):
        first = two.last + 1
        if one.last + 1 != two.first or first + 1 >= len(figures):
            continue
        left, right = figures[first], figures[first + 1]
        if left.kind != "percent" or right.kind != "percent":
            continue
        between = sentence.words[left.last : right.first]
        into = sentence.words[closes(sentence, figures[two.last]) : left.first]
        if into[-1:] in (["("], ["["]) and between and between[-1] in _IN_TURN and len(between) < 3:
            yield one, first, False
            yield two, first + 1, False


_IN_TURN = frozenset("and v vs versus . compared against / ; ,".split())


def _coupled(
    sentence: Sentence,
    figures: list[Quantity],
    before: Sentence | None,
    percents: set[int],
    parts: set[int],
) -> Iterator[Claim]:
    for couple in couples(sentence, figures):
        if couple.percent in percents or couple.part in parts:
            continue
        places = wholes(sentence, figures, couple)
        if places is None:
            continue
        candidates = [figures[at] for at in places]
        if not candidates and not _other_of(sentence, figures, couple):
            candidates = _from_before(sentence, figures[couple.part], before)
        claim = _kindest(figures, couple, candidates)
        if claim is not None:
            percents.add(couple.percent)
            yield claim


def _kindest(figures: list[Quantity], couple: Couple, candidates: list[Quantity]) -> Claim | None:
    """Choose the whole that fits; where none does, the nearest."""
    part, percent = figures[couple.part], figures[couple.percent]
    chosen: Quantity | None = None
    for whole in reversed(candidates):
        if fits(part, whole, percent):
            return Claim(part, whole, percent, couple.prose)
        chosen = chosen or whole
    return Claim(part, chosen, percent, couple.prose) if chosen else None


def _other_of(sentence: Sentence, figures: list[Quantity], couple: Couple) -> bool:
    """Say whether "of …" after a couple names a group of its own: "224 (56%) of its managers"."""
    last = max(couple.part, couple.percent)
    at = closes(sentence, figures[last])
    return not is_of_all(sentence.words, at) and "of" in sentence.words[at : at + 2]


def _from_before(sentence: Sentence, part: Quantity, before: Sentence | None) -> list[Quantity]:
    """Return the whole in the sentence before, where that counts one thing only."""
    here = sentence.index - 1, sentence.paragraph
    if before is None or (before.index, before.paragraph) != here:
        return []
    counts = [one for one in amounts(before) if countable(one) and one.unit is None]
    if len(counts) != 1 or any(one.kind == "percent" for one in before.quantities):
        return []
    whole = counts[0]
    if whole.noun is None or not alike(part, whole):
        return []
    assert whole.figure is not None and part.figure is not None
    larger = whole.figure.value > part.figure.value
    return [whole] if larger and is_sort(whole.noun, part.noun or whole.noun) else []


def _rated(sentence: Sentence, figures: list[Quantity], percents: set[int]) -> Iterator[Claim]:
    """Yield two counts with the rate that they make: "84 entered and 63 passed, a pass rate"."""
    for at, percent in enumerate(figures):
        if at < 2 or at in percents or not plain_percent(percent):
            continue
        if (pair := ties_loosely(sentence, figures, at)) is None:
            continue
        led = lead(sentence, closes(sentence, figures[pair.last]), percent)
        if led is None or led.mark != ",":
            continue
        if not led.rate and not rate_follows(sentence, percent, ended=True):
            continue
        if not _plain_after(sentence, percent, led, figures, pair):
            continue
        claim = Claim(figures[pair.part], figures[pair.whole], percent, True)
        if not _undone(sentence, claim, figures[pair.first].first, percent.last):
            yield claim


def _said_after(sentence: Sentence, figures: list[Quantity], before: Sentence) -> Iterator[Claim]:
    """Yield the pair of one sentence with the rate of the next: "That is a pass rate of 75%"."""
    if before.index != sentence.index - 1 or not figures or not plain_percent(figures[0]):
        return
    words, end = sentence.words, opens(sentence, figures[0])
    if words[0] not in ("that", "this", "it", "that's", "it's") or end > 10 or len(words) < 3:
        return
    if "'" not in words[0] and words[1] not in lexicon.words(_TABLE, "saying"):
        return
    earlier = plainly(before, amounts(before))
    found = [pair for pair in pairs(before, earlier) if pair.last == len(earlier) - 1]
    if len(earlier) != 2 or not found:
        return
    pair, percent = found[0], figures[0]
    led = read_tail("", words[:end])
    led = led and led._replace(outright=True)
    if led is None or not stays(sentence, percent, led, earlier[pair.whole]):
        return
    claim = Claim(earlier[pair.part], earlier[pair.whole], percent, True)
    if not _undone(before, claim, earlier[pair.first].first, earlier[pair.last].last):
        yield claim
