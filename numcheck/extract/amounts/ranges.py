"""Two figures read as one range, or sharing a unit or noun."""

from __future__ import annotations

from numcheck.extract.amounts.draft import draft_at
from numcheck.extract.amounts.measures import Draft
from numcheck.extract.numbers.tables import tables, word_at
from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure
from numcheck.record import replace

_PLURAL = frozenset({"are", "were", "have", "had", "will", "may", "could", "of"})
_DASHES = frozenset("-–—‑‐−")
_ASIDE = 12  # words of "to be precise", up to the dash that closes an aside
_LINKS = _DASHES | {"to", "and", "but", "or", "&", "~", "through", "thru", ","}
_LOWER = frozenset({"more than", "at least"})
_MODALS = frozenset({"may", "might", "could", "can", "will", "would", "should", "to"})
_OPENS = frozenset({"from", "aged", "ages"})
_UPPER = frozenset({"less than", "at most"})


def ranged(sentence: Sentence, low: Draft, floor: int) -> Draft | None:
    """Read the upper end of a range that `low` begins, and return the range; None for no range."""
    words, at = sentence.words, low.last
    raised = words[at - 1][0] in "⁰¹²³⁴⁵⁶⁷⁸⁹"  # "2³²-1 streams"
    if at + 1 >= len(words) or words[at] not in _LINKS or low.figure.vague or raised:
        return None
    link, high_at = _link(sentence, at, low)
    if not link:
        return None
    high = _upper(sentence, high_at)
    low = low if high is None else _as_parts(low, high)
    if high is None or high.figure.vague or low.ratio != high.ratio:
        return None
    if "±" in words[low.first : at] and words[at - 1][0].isdigit() and words[at] in _DASHES:
        return None  # "0.10 ± 0.72-0.16 ± 0.57" are two cells of a table
    spaced = link == "-" and not sentence.joined(at)
    if spaced and (high.first > high_at or _closes(sentence, words[at], high.last)):
        return None  # "one person in six – about 17% – is over 65"
    if spaced and low.money and high.money and high.figure.value < low.figure.value:
        return None  # "a pie and a pint cost £7.90 – £4.65 for the beer and …"
    if low.money and high.other and link == "-" and sentence.joined(high_at):
        high = replace(high, figure=high.other[0], measured=None)  # "£5m-6m"
    if low.other and high.figure.scale == 10**6 and not high.units:
        low = replace(low, figure=low.other[0], measured=None)  # "5m-6m people"
    if link in ("but", ",", "and") and _is_bounded(sentence, low, high, floor):
        return _joined(low, high, closed=True)
    parts = not low.ratio or (high.measured and low.figure.value < high.figure.value)
    if not (parts and _is_range(sentence, low, high, link, floor)):
        return None
    return _joined(low, high, closed=False)


def _as_parts(low: Draft, high: Draft) -> Draft:
    """Give the lower end the parts that only the upper names: "one to two tenths of an inch"."""
    if low.ratio or low.units or not (high.ratio and high.measured and low.figure.worded):
        return low
    grain = high.figure.grain
    figure = replace(low.figure, value=low.figure.value * grain, grain=grain, coarse=grain)
    return replace(low, figure=figure, ratio=True)


def _closes(sentence: Sentence, dash: str, after: int) -> bool:
    """Say whether a second dash closes an aside: "just under £2m – £2.3m to be precise – was"."""
    for at in range(after, min(after + _ASIDE, len(sentence.words))):
        if sentence.words[at] == dash and not sentence.joined(at):
            return True
    return False


def _link(sentence: Sentence, at: int, low: Draft) -> tuple[str, int]:
    """Read what links two ends, and where the second begins; nothing where none does."""
    word = sentence.words[at]
    if word == "~":
        return ("-", at + 1) if sentence.joined(at) and sentence.joined(at + 1) else ("", at)
    if word not in _DASHES:
        if word in ("through", "thru"):
            return "through", at + 1
        return ("", at) if word in ("or", "&") else (word, at + 1)
    tight = sentence.joined(at)
    if tight and not sentence.joined(at + 1) and word_at(sentence, at + 1) in ("to", "or"):
        return "-", at + 2  # "8- to 16-meter"
    if tight != sentence.joined(at + 1):
        # "2 -7 g" has its dash on one side only
        return ("", at) if tight or low.units or word == "—" else ("-", at + 1)
    if not tight and word == "—":
        return "", at
    if tight and word_at(sentence, at + 1) == "to" and word_at(sentence, at + 2) in _DASHES:
        return "-", at + 3  # "18-to-24-year-olds"
    return "-", at + 1


def _upper(sentence: Sentence, at: int) -> Draft | None:
    """Read the figure after the link, stepping over its own currency sign or hedge."""
    words = sentence.words
    if at >= len(words):
        return None
    word = words[at]
    if word[0].isdigit() or word in tables().starters:
        return draft_at(sentence, at, floor=at)
    hedge = lexicon.phrases("hedges", "before").at(words, at)
    if hedge and hedge[0] != "about" and sentence.joined(at):
        return None  # "a five-under 67"
    begin = hedge[1] if hedge else at
    for place in (begin, begin + 1, begin + 2):  # "to US$8", "to about minus 5"
        word = word_at(sentence, place)
        if word and (word[0].isdigit() or word in tables().starters):
            high = draft_at(sentence, place, floor=begin)
            return high if high is not None and high.first <= begin else None
    return None


def _is_range(sentence: Sentence, low: Draft, high: Draft, link: str, floor: int) -> bool:
    words = sentence.words
    if link in ("but", ","):
        return False
    if low.units and not high.units:
        return _unit_carries(sentence, low, high, link)
    before = _word_before(sentence, low, floor)
    if _rate_carries(low, high) and (before != "from" or _is_ranging(sentence, low)):
        low = replace(low, measured=high.measured)  # "$5 to $10 a month"
    if low.units and high.units and low.units[0] != high.units[0]:
        return False  # "900 m to 1.2 km": two figures, which the range rule compares
    if low.measured and low.measured.hyphen and link != "-":
        return False
    scaled = _same_scale(low.figure, high.figure)
    upward = scaled.value < high.figure.value
    if link == "and":
        return before == "between" or (before == "from" and upward and bool(high.units))
    if link == "through":
        return upward and _no_change(sentence, low, before)
    if link == "to":
        if _is_gain(words, low, high):
            return False
        own = bool(low.units) or not high.units
        if low.figure.value < 0 and high.figure.value < 0:
            upward = upward or _is_ranging(sentence, low)
        changed = before == "from" or own
        return (
            upward
            and (not changed or _no_change(sentence, low, before))
            and (before in _OPENS or _ends_alike(sentence, low, high))
        )
    if upward:
        return sentence.joined(low.last) or bool(high.units) or _goes_on(sentence, high)
    follows = words[high.last] if high.last < len(words) else ""
    if "," in low.figure.printed and follows == "of":
        return True  # "12,000-10,000 of its troops": no score runs to thousands
    return bool(high.units) or (follows.isalpha() and lexicon.is_plural(follows))


def _is_gain(words: list[str], low: Draft, high: Draft) -> bool:
    """Say whether a share moved by one figure to the other: "Labour rose three to 31%"."""
    if low.units or not high.units or high.units[0].name != "percent" or low.first < 2:
        return False
    if high.figure.value <= 5 * low.figure.value or words[low.first - 2] in _MODALS:
        return False
    return words[low.first - 1] in lexicon.words("measures", "changes")


def _goes_on(sentence: Sentence, high: Draft) -> bool:
    """Say whether "1000 - 5000", its dash between spaces, ends the sentence or counts a noun."""
    follows = word_at(sentence, high.last)
    if not follows or (follows == "." and high.last + 1 == len(sentence.words)):
        return True
    return follows.isalpha() and lexicon.is_plural(follows)


def _is_bounded(sentence: Sentence, low: Draft, high: Draft, floor: int) -> bool:
    """Say whether two bounds make a range: "more than 20 but at most 35"."""
    found = lexicon.phrases("hedges", "before").ending(sentence.words, low.first)
    other = lexicon.phrases("hedges", "before").ending(sentence.words, high.first)
    if found is None or other is None or found[1] < floor or low.units != high.units:
        return False
    at = low.last + 1
    outer = other[1] <= at or sentence.words[at : other[1]] == ["is"]
    if not outer:
        return False
    if low.figure.value > high.figure.value:
        return found[0] in _UPPER and other[0] in _LOWER
    return found[0] in _LOWER and other[0] in _UPPER


def _unit_carries(sentence: Sentence, low: Draft, high: Draft, link: str) -> bool:
    """Say whether "$5m-8m", "£5 to 8 million" leave the unit with the first figure."""
    money = low.money is not None and not high.units
    if not money or _same_scale(low.figure, high.figure).value >= high.figure.value:
        return False
    if link == "to":
        if _counts(sentence, high.last):
            return False  # "gave £500 to 12 local charities"
        return _no_change(sentence, low, _word_before(sentence, low, 0))
    if link == "and":
        return _word_before(sentence, low, 0) == "between"
    return link in _DASHES


def _rate_carries(low: Draft, high: Draft) -> bool:
    """Say whether both ends are per what only the upper names."""
    rated = high.measured
    if rated is None or not rated.per or not low.units or (low.measured and low.measured.per):
        return False
    return rated.base == low.units[0]


def _counts(sentence: Sentence, at: int) -> bool:
    """Say whether a plural stands among the next few words, before a noun phrase would end."""
    stop = lexicon.words("nouns", "stop")
    for word in sentence.words[at : at + 3]:
        if word in stop or not word[0].isalpha():
            return False
        if lexicon.is_plural(word):
            return True
    return False


def _word_before(sentence: Sentence, low: Draft, floor: int) -> str:
    """Return the word before a figure, its hedge stepped over."""
    at = low.first
    found = lexicon.phrases("hedges", "before").ending(sentence.words, at)
    if found is not None and found[1] >= floor:
        at = found[1]
    return sentence.words[at - 1] if at > floor else ""


def _no_change(sentence: Sentence, low: Draft, before: str) -> bool:
    """Say whether "X to Y" names a span and not a change ("rose $1.20 to $81.45")."""
    near = sentence.words[max(0, low.first - 7) : low.first]
    if before != "from" and "from" in near[-4:]:  # "doubled …, from an average of £1 to £3"
        near = sentence.words[max(0, low.first - 16) : low.first]
    if before == "by" and not {"may", "might", "could"}.isdisjoint(near):
        return True  # "may rise by 30cm to 60cm"
    changes = lexicon.words("measures", "changes")
    return _is_ranging(sentence, low) or not any(word in changes for word in near)


def _is_ranging(sentence: Sentence, low: Draft) -> bool:
    ranging = lexicon.words("measures", "ranging")
    return any(word in ranging for word in sentence.words[max(0, low.first - 7) : low.first])


def _ends_alike(sentence: Sentence, low: Draft, high: Draft) -> bool:
    """Say whether a bare "3 to 4" goes on to a unit or a noun; "3 to 1" alone may be odds."""
    if high.units or high.figure.scale > 1:
        return True
    words, at = sentence.words, high.last
    if at < len(words) and words[at] == ")" and words[max(0, low.first - 1)] == "(":
        return high.figure.value < 1000  # "few visits (1 to 4)"; "capital (1763 to 1960)"
    if at + 1 < len(words) and words[at] in ("-", "more") and words[at + 1].isalpha():
        return True
    follows = words[at] if at < len(words) else ""
    if follows in _PLURAL and high.figure.value <= 2 * low.figure.value:
        found = lexicon.phrases("hedges", "before").ending(words, low.first)
        if found is not None and found[0] == "about":
            return True  # "some 180,000 to 200,000 are without power"
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


def _joined(low: Draft, high: Draft, closed: bool) -> Draft:
    below, above = _same_scale(low.figure, high.figure), high.figure
    if below.value > above.value and (closed or below.value < 0):
        below, above = above, below  # "at most 100 and at least 20", "from -18 to -34"
    return Draft(
        low.first,
        high.last,
        below,
        high.numeral,
        low.money or high.money,
        high.measured or low.measured,
        upper=above,
        closed=closed,
    )
