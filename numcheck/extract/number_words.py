"""Numbers in words, and shares in words."""

from __future__ import annotations

from fractions import Fraction
from typing import cast

from numcheck.extract.scales import Numeral, coarse_of, number_words, scaled
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure


def worded_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read the number in words that begins at token `at`; None where none does."""
    if ratio := _fraction_words(sentence, at):
        return ratio
    value, last, grain = _sum_of_words(sentence, at)
    if last == at:
        return None
    half = _and_a_half(sentence, last)
    if half:
        value, last, grain = value + half[0], half[1], half[2]
    scale = int(grain) if grain >= 1000 and value % grain == 0 else 1
    figure = Figure(
        sentence.cut(at, last), value, grain, _word_coarse(value, grain), scale=scale, worded=True
    )
    return scaled(sentence, at, figure, last)


def _word_coarse(value: Rational, grain: Rational) -> Rational:
    return coarse_of(int(value), 1) if isinstance(value, int) and grain == 1 else grain


def _and_a_half(sentence: Sentence, last: int) -> tuple[Rational, int, Rational] | None:
    """Read "and a half", "and three-quarters" after a number word."""
    words = sentence.words
    if words[last : last + 3] == ["and", "a", "half"]:
        return Fraction(1, 2), last + 3, Fraction(1, 2)
    if words[last : last + 3] == ["and", "a", "quarter"]:
        return Fraction(1, 4), last + 3, Fraction(1, 4)
    if words[last : last + 2] == ["and", "three"] and "quarters" in words[last + 2 : last + 4]:
        return (
            Fraction(3, 4),
            last + 2 + words[last + 2 : last + 4].index("quarters") + 1,
            Fraction(1, 4),
        )
    return None


def _sum_of_words(sentence: Sentence, at: int) -> tuple[Rational, int, Rational]:
    """Read "one hundred and four thousand and twelve": value, end, grain."""
    words, tables = sentence.words, number_words()
    total = current = 0
    place, last, grain, smallest = at, at, 1, 10**30
    if words[at] in ("a", "an"):
        place, current = at + 1, 1
        follows = words[place] if place < len(words) else ""
        if follows not in tables.scales and follows not in ("dozen", "couple", "score", "pair"):
            return 0, at, 1
        if follows in tables.open_scales:
            return 0, at, 1
    while place < len(words):
        word = words[place]
        if word in tables.small or word in tables.tens:
            step = _small_group(sentence, place, current, place > at and last == place)
            if step is None:
                break
            amount, place = step
            current, last, grain = current + amount, place, 1
        elif word in ("dozen", "couple", "pair", "score") and (current or place > at):
            group = _group_word(sentence, place)
            if group is None:
                break
            current, place = max(current, 1) * group[0], group[1]
            last, grain = place, 1
        elif word in tables.scales and word not in tables.open_scales:
            scale = tables.scales[word]
            if scale >= smallest or (place == at and word in ("dozen",)):
                break
            if scale == 100:
                current = max(current, 1) * 100
            else:
                total, current, smallest = total + max(current, 1) * scale, 0, scale
            place += 1
            last, grain = place, scale
        elif word == "and" and last == place and _goes_on(sentence, place, grain):
            place += 1
        elif word == "-" and sentence.joined(place) and sentence.joined(place + 1):
            follows = words[place + 1]
            if follows not in tables.scales or follows in tables.open_scales:
                break
            place += 1
        else:
            break
    return total + current, last, grain


def _small_group(
    sentence: Sentence, place: int, current: int, follows: bool
) -> tuple[int, int] | None:
    """Read a number below 100 ("sixty-six"); None where it cannot join what was read."""
    words, tables = sentence.words, number_words()
    word = words[place]
    if follows and current % 100:
        return None
    if word in tables.small:
        return tables.small[word], place + 1
    amount, place = tables.tens[word], place + 1
    dash = place + 1 < len(words) and words[place] in "-‑–" and sentence.joined(place)
    at = place + 1 if dash else place
    unit = tables.small.get(words[at]) if at < len(words) else None
    if unit is not None and 0 < unit < 10:
        return amount + unit, at + 1
    return amount, place


def _group_word(sentence: Sentence, place: int) -> tuple[int, int] | None:
    """Read "dozen", "couple of", "score of": size and end."""
    words = sentence.words
    size = number_words().groups[words[place]]
    of = place + 1 < len(words) and words[place + 1] == "of"
    if words[place] != "dozen" and not of:
        return None
    if words[place] == "pair" and not (of and place + 2 < len(words)):
        return None
    return size, place + 2 if of and words[place] != "pair" else place + 1


def _goes_on(sentence: Sentence, place: int, grain: int) -> bool:
    """Say whether "and" continues a number ("a hundred and four") rather than a list."""
    words, tables = sentence.words, number_words()
    follows = words[place + 1] if place + 1 < len(words) else ""
    if grain < 100 or not (follows in tables.small or follows in tables.tens):
        return False
    before = words[place - 1]
    return (
        before in ("hundred", "thousand", "million", "billion")
        and tables.small.get(follows, 20) > 0
    )


def _fraction_words(sentence: Sentence, at: int) -> Numeral | None:
    """Read "half", "two-thirds", "a quarter", "half a million", "three and a half"."""
    words, tables = sentence.words, number_words()
    word = words[at]
    if word == "half":
        return _half(sentence, at)
    place = at + 1
    if place < len(words) and words[place] == "-" and sentence.joined(place):
        place += 1
    if place >= len(words) or words[place] not in tables.fractions:
        return None
    top = 1 if word in ("a", "an") else tables.small.get(word, 0)
    name = words[place]
    if not top or (top > 1) != name.endswith(("s", "halves")):
        return None
    if _is_rank(sentence, at, place, top):
        return None
    return _share(sentence, at, place + 1, top, name)


def _half(sentence: Sentence, at: int) -> Numeral | None:
    words, tables = sentence.words, number_words()
    follows = words[at + 1] if at + 1 < len(words) else ""
    before = words[at - 1] if at else ""
    if before in (
        "first",
        "second",
        "other",
        "better",
        "latter",
        "this",
        "that",
        "opening",
        "final",
    ):
        return None
    if follows in ("-", "hour") and follows == "-" and sentence.joined(at + 1):
        nxt = words[at + 2] if at + 2 < len(words) else ""
        if nxt in ("time", "century", "marathon", "term", "back", "brother", "sister", "way"):
            return None
        if nxt == "a":
            at_scale = at + 4 if words[at + 3 : at + 4] == ["-"] else at + 3
            return _half_scale(sentence, at, at_scale)
        return _share(sentence, at, at + 1, 1, "half")
    if follows in ("time", "way", "past", "term", "brother", "sister"):
        return None
    if follows in ("a", "an") and at + 2 < len(words) and words[at + 2] in tables.scales:
        return _half_scale(sentence, at, at + 2)
    if follows in ("dozen", "million", "billion"):
        return _half_scale(sentence, at, at + 1)
    if follows in ("a", "an"):
        return _share(sentence, at, at + 2, 1, "half")
    return _share(sentence, at, at + 1, 1, "half")


def _half_scale(sentence: Sentence, first: int, at: int) -> Numeral | None:
    tables = number_words()
    word = sentence.words[at] if at < len(sentence.words) else ""
    scale = tables.scales.get(word)
    if scale is None or word in tables.open_scales:
        return None
    figure = Figure(
        sentence.cut(first, at + 1),
        quotient(scale, 2),
        quotient(scale, 10) if scale > 100 else 1,
        quotient(scale, 10) if scale > 100 else 1,
        scale=1,
        worded=True,
    )
    return Numeral(figure, at + 1)


def _is_rank(sentence: Sentence, at: int, place: int, top: int) -> bool:
    """Say whether "a third" or "a quarter" is a rank, a coin or a period rather than a share."""
    words = sentence.words
    name, follows = words[place], words[place + 1] if place + 1 < len(words) else ""
    if name in ("halves", "halve"):
        return False
    if name in ("quarter", "quarters") and follows in ("-", "final", "finals", "back", "century"):
        return True
    if top == 1 and words[at] in ("a", "an"):
        if name == "quarter":
            return follows in ("to", "past") or words[at - 1 : at] == ["for"]
        return follows.isalpha() and follows not in _AFTER_SHARE
    return False


_AFTER_SHARE = frozenset(
    "of said say were was are is have had would want back support think believe in to from over "
    "more less higher lower or and on by since this last for cheaper did do who when as".split()
)


def _share(sentence: Sentence, first: int, last: int, top: int, name: str) -> Numeral:
    """Build the figure of a share in words, with the range for which careful copy lets it stand."""
    entry = number_words().fractions[name]
    over, under = cast("list[int]", entry["value"])
    value = Fraction(top * over, under)
    if value == Fraction(2, 3):
        bounds = Interval(Fraction(64, 100), Fraction(69, 100))
    elif value == Fraction(3, 4):
        bounds = Interval(Fraction(73, 100), Fraction(77, 100))
    else:
        low, high = cast("int", entry["low"]), cast("int", entry["high"])
        bounds = Interval(Fraction(low * top, 1000), Fraction(high * top, 1000))
    if top * over > 3 and value < 1:
        bounds = Interval.around(value, Fraction(2, 100))
    number: Rational = value.numerator if value.denominator == 1 else value
    figure = Figure(
        sentence.cut(first, last), number, Fraction(1, under), Fraction(1, under),
        worded=True, bounds=bounds,
    )  # fmt: skip
    return Numeral(figure, last, ratio=True)
