"""Two figures read as one range, or as a pair that shares its unit."""

from __future__ import annotations

from dataclasses import replace

from numcheck.extract.assemble import Draft, draft_at
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

_DASHES = frozenset("-–—‑‐−")


def ranged(sentence: Sentence, low: Draft, floor: int) -> Draft | None:
    """Read the upper end of a range that `low` begins, and return the range; None for no range."""
    words, at = sentence.words, low.last
    if at + 1 >= len(words) or low.ratio:
        return None
    link = words[at]
    if link in _DASHES:
        if sentence.joined(at) != sentence.joined(at + 1):
            return None
    elif link not in ("to", "and"):
        return None
    high = _upper(sentence, at + 1)
    if high is None or not _is_range(sentence, low, high, link, floor):
        return None
    return _joined(low, high)


def _upper(sentence: Sentence, at: int) -> Draft | None:
    """Read the figure after the link, stepping over its own currency sign or hedge."""
    words = sentence.words
    for skip in range(4):
        if at + skip >= len(words):
            return None
        word = words[at + skip]
        high = draft_at(sentence, at + skip, floor=at)
        if high is not None:
            return high if high.first <= at or skip == 0 or _only_hedge(words, at, high) else None
        if word[0].isalnum() and skip >= 2 and word not in ("as", "many", "much", "than"):
            return None
    return None


def _only_hedge(words: list[str], at: int, high: Draft) -> bool:
    found = lexicon.phrases("hedges", "before").ending(words, high.first)
    return found is not None and found[1] <= at


def _is_range(sentence: Sentence, low: Draft, high: Draft, link: str, floor: int) -> bool:
    words = sentence.words
    if low.units and high.units and low.units[0].dimension != high.units[0].dimension:
        return False
    if low.units and not high.units:
        return _unit_carries(sentence, low, high, link)
    if low.units and high.units and low.units[0] != high.units[0]:
        return False  # "900 m to 1.2 km": two figures, which the range rule compares
    if low.measured and low.measured.hyphen:
        return False
    scaled = _same_scale(low.figure, high.figure)
    upward = scaled.value < high.figure.value
    before = _word_before(sentence, low, floor)
    if link == "and":
        return before == "between"
    if link == "to":
        own = bool(low.units) or not high.units
        changed = before == "from" or own
        return (
            upward
            and (not changed or _no_change(sentence, low, before))
            and _ends_alike(sentence, low, high)
        )
    if upward:
        return True
    follows = words[high.last] if high.last < len(words) else ""
    if follows == "of" or "," in low.figure.printed:
        return True
    return bool(high.units) or (follows.isalpha() and lexicon.is_plural(follows))


def _unit_carries(sentence: Sentence, low: Draft, high: Draft, link: str) -> bool:
    """Say whether "$5m-8m", "£5 to 8 million" leave the unit with the first figure."""
    money = low.money is not None and not high.units
    if not money or low.figure.value >= high.figure.value * (10**6):
        return False
    if link == "to":
        return _no_change(sentence, low, _word_before(sentence, low, 0))
    return link in _DASHES


def _word_before(sentence: Sentence, low: Draft, floor: int) -> str:
    """Return the word before a figure, its hedge stepped over."""
    at = low.first
    found = lexicon.phrases("hedges", "before").ending(sentence.words, at)
    if found is not None:
        at = found[1]
    return sentence.words[at - 1] if at > floor else ""


def _no_change(sentence: Sentence, low: Draft, before: str) -> bool:
    """Say whether "X to Y" names a span and not a change ("rose $1.20 to $81.45")."""
    near = sentence.words[max(0, low.first - 7) : low.first]
    changes, ranging = lexicon.words("measures", "changes"), lexicon.words("measures", "ranging")
    if any(word in ranging for word in near):
        return True
    return not any(word in changes for word in near)


def _ends_alike(sentence: Sentence, low: Draft, high: Draft) -> bool:
    """Say whether a bare "3 to 4" goes on to a unit or a noun; "3 to 1" alone may be odds."""
    if high.units or high.figure.scale > 1:
        return True
    words, at = sentence.words, high.last
    if at + 1 < len(words) and words[at] in ("-", "more") and words[at + 1].isalpha():
        return True
    follows = words[at] if at < len(words) else ""
    return follows.isalpha() and follows not in lexicon.words("nouns", "stop")


def _same_scale(low: Figure, high: Figure) -> Figure:
    """Give the lower end the scale word of the upper: "$5-8 million", "five and six million"."""
    if low.scale != 1 or high.scale == 1 or low.value >= 1000:
        return low
    scale = high.scale
    return replace(
        low, value=low.value * scale, grain=low.grain * scale, coarse=low.coarse * scale,
        scale=scale,
    )  # fmt: skip


def _joined(low: Draft, high: Draft) -> Draft:
    return Draft(
        low.first,
        high.last,
        _same_scale(low.figure, high.figure),
        high.numeral,
        low.money or high.money,
        high.measured or low.measured,
        upper=high.figure,
        other=None,
    )


def shares_unit(sentence: Sentence, draft: Draft, longest: int = 4) -> Draft | None:
    """Return the figure, at most `longest` on, whose unit a bare one shares: "5 and 6 mg"."""
    words, at = sentence.words, draft.last
    if not longest or draft.units or draft.ratio or at + 1 >= len(words):
        return None
    if words[at] == "," and at + 2 < len(words) and words[at + 1] in ("and", "or"):
        at += 1
    if words[at] not in ("and", "or", ",", "x", "×", "by"):
        return None
    if not words[at + 1][0].isdigit():
        return None
    nxt = draft_at(sentence, at + 1, floor=at + 1)
    if nxt is None or nxt.money:
        return None
    if nxt.units:
        return nxt if nxt.measured and not nxt.measured.per else None
    return shares_unit(sentence, nxt, longest - 1)
