"""Numbers in words: "one hundred and four", "two point five"."""

from __future__ import annotations

from numcheck.extract.numbers.crowds import grouped, vague_at
from numcheck.extract.numbers.digits import figure_of
from numcheck.extract.numbers.scaling import fraction_after, scaled
from numcheck.extract.numbers.shares import divided, is_proper_share, share_at
from numcheck.extract.numbers.tables import (
    Numeral,
    coarse_of,
    hyphen_at,
    tables,
    word_at,
)
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure
from numcheck.named import NamedTuple

_BEFORE_POINT = frozenset({"is", "was", "to", "by", "of", "than", "about"})


class Read(NamedTuple):
    """A whole number in words: its value, the place after it, its last scale word."""

    value: int
    last: int
    scale: int = 1


def worded_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read the number in words that begins at token `at`; None where none does."""
    word, known = sentence.words[at], tables()
    if word in known.crowds or word in known.several:
        return vague_at(sentence, at)
    share = share_at(sentence, at)
    if share is not None:
        return share
    read = cardinal_at(sentence, at)
    if read is None:
        return grouped(sentence, at)
    if (share := divided(sentence, at, read.last, read.value)) is not None:
        return share
    figure, last = _decimals(sentence, at, read) or (_figure(sentence, at, read), read.last)
    numeral = scaled(sentence, at, figure, last)
    return _fractioned(sentence, at, numeral)


def _figure(sentence: Sentence, at: int, read: Read) -> Figure:
    printed, value, scale = sentence.cut(at, read.last), read.value, read.scale
    grain = scale if value % scale == 0 else 1
    coarse = coarse_of(value, 1) if grain == 1 else grain
    return Figure(printed, value, grain, coarse, scale=scale if scale > 999 else 1, worded=True)


def _fractioned(sentence: Sentence, at: int, numeral: Numeral) -> Numeral:
    """Take in "and a half", and the scale word that may follow it."""
    found = fraction_after(sentence, numeral.last, numeral.figure)
    if found is None:
        return numeral
    value, grain, last = found
    return scaled(
        sentence, at, Figure(sentence.cut(at, last), value, grain, grain, worded=True), last
    )


# -------------------------------------------------------------------------------- whole numbers


def cardinal_at(sentence: Sentence, at: int) -> Read | None:
    """Read a whole number in words: "two million, three hundred and four thousand and five"."""
    known, words = tables(), sentence.words
    total, smallest, place, last, scale = 0, 10**40, at, at, 1
    while place < len(words):
        group = _below_thousand(sentence, place, first=place == at)
        if group is None:
            break
        value, end, hundred = group
        power = known.powers.get(word_at(sentence, end))
        joined = power is None and hyphen_at(sentence, end)
        if joined and words[end + 1] in known.powers:
            end, power = end + 1, known.powers[words[end + 1]]
        if power is None:
            if smallest <= value:
                break
            total, last, scale = total + value, end, 100 if hundred == end else 1
            break
        end += 1
        while (more := known.powers.get(word_at(sentence, end), 0)) > 1 and total == 0:
            power, end = power * more, end + 1  # "a thousand million"
        if power >= smallest:
            break
        total, smallest, last, scale = total + value * power, power, end, power
        place = _next_group(sentence, end)
        if place == 0:
            break
    return Read(total, last, scale) if last > at else None


def _next_group(sentence: Sentence, at: int) -> int:
    """Return where the next group of a number begins after a scale word; 0 where none does."""
    known, word = tables(), word_at(sentence, at)
    if word in ("and", "&"):
        follows = word_at(sentence, at + 1)
        value = known.ones.get(follows, known.tens.get(follows, 0))
        return at + 1 if value and not is_proper_share(sentence, value, at + 2) else 0
    if word == ",":
        group = _below_thousand(sentence, at + 1, first=False)
        if group is None or sentence.words[at + 1] in ("a", "an"):
            return 0
        return at + 1 if group[2] or word_at(sentence, group[1]) in known.powers else 0
    return at if word in known.ones or word in known.tens else 0


def _below_thousand(sentence: Sentence, at: int, first: bool) -> tuple[int, int, int] | None:
    """Read up to 999: value, end, and the place after "hundred" (0 without one)."""
    known = tables()
    word = word_at(sentence, at)
    if first and word in ("a", "an"):
        follows = word_at(sentence, at + 1)
        if follows == "hundred":
            return _after_hundred(sentence, 1, at + 2)
        return (1, at + 1, 0) if follows in known.powers else None
    if first and (word == "hundred" or word in known.powers):
        return _bare_scale(sentence, at, word)
    read = _below_hundred(sentence, at)
    if read is None:
        return None
    value, end = read
    skip = end + (hyphen_at(sentence, end) and word_at(sentence, end + 1) == "hundred")
    if value and word_at(sentence, skip) == "hundred":
        return _after_hundred(sentence, value, skip + 1)
    return value, end, 0


def _bare_scale(sentence: Sentence, at: int, word: str) -> tuple[int, int, int] | None:
    """Read "million-dollar", "hundred-year-old": a scale word that says "one" without it."""
    before, follows = word_at(sentence, at - 1), word_at(sentence, at + 1)
    if sentence.joined(at) or before in ("several", "few"):
        return None
    if word == "hundred" and follows in tables().powers:
        return 100, at + 1, at + 1  # "hundred thousand dollars"
    if not hyphen_at(sentence, at + 1) and (at or not follows):
        return None
    return (100, at + 1, at + 1) if word == "hundred" else (1, at, 0)


def _below_hundred(sentence: Sentence, at: int) -> tuple[int, int] | None:
    known, word = tables(), word_at(sentence, at)
    ones = known.ones.get(word)
    if ones is not None:
        return _spoken(sentence, at, ones) or (ones, at + 1)
    tens = known.tens.get(word)
    if tens is None:
        return None
    dash = word_at(sentence, at + 1) in ("-", "‑")  # "fifty - two", in copy cut into words, too
    place = at + 1 + dash
    unit = known.ones.get(word_at(sentence, place), 0)
    if 0 < unit < 10 and (dash or not hyphen_at(sentence, place + 1)):
        return tens + unit, place + 1
    return tens, at + 1


def _spoken(sentence: Sentence, at: int, ones: int) -> tuple[int, int] | None:
    """Read "one twenty two", where "hundred" is left out, and nothing else stands beside it."""
    if not 0 < ones < 10 or at > 0 or len(sentence.words) != 3:
        return None
    known = tables()
    tens = known.tens.get(sentence.words[1])
    unit = known.ones.get(sentence.words[2], 0)
    return (ones * 100 + tens + unit, 3) if tens and 0 < unit < 10 else None


def _after_hundred(sentence: Sentence, hundreds: int, at: int) -> tuple[int, int, int]:
    """Read what may follow "hundred": "and four", "fifty"."""
    value = hundreds * 100
    place = at + (word_at(sentence, at) in ("and", "&"))
    rest = _below_hundred(sentence, place)
    if rest is None or not rest[0]:
        return value, at, at
    if place > at and is_proper_share(sentence, rest[0], rest[1]):
        return value, at, at  # "one hundred and three quarters"
    if hyphen_at(sentence, rest[1]) and place == at and rest[0] < 10:
        return value, at, at  # "a hundred one-way tickets"
    return value + rest[0], rest[1], at


# ------------------------------------------------------------------------- decimals and divisions


def _decimals(sentence: Sentence, at: int, read: Read) -> tuple[Figure, int] | None:
    """Read "two point five": digits in words, or in digits, after "point"."""
    if word_at(sentence, read.last) != "point":
        return None
    digits, last = _point_digits(sentence, read.last + 1)
    if not digits or (read.value < 2 and word_at(sentence, at - 1) == "at"):
        return None
    return figure_of(f"{read.value}.{digits}", sentence.cut(at, last)), last


def _point_digits(sentence: Sentence, at: int) -> tuple[str, int]:
    known, digits = tables(), ""
    word = word_at(sentence, at)
    if word.isdecimal():
        return word[:20], at + 1
    while word in known.ones and known.ones[word] < 10 and len(digits) < 12:
        digits, at = digits + str(known.ones[word]), at + 1
        word = word_at(sentence, at)
    if digits:
        return digits, at
    read = _below_hundred(sentence, at)
    return (str(read[0]), read[1]) if read else ("", at)


def point_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read "point five", with nothing before the point."""
    digits, last = _point_digits(sentence, at + 1)
    before = word_at(sentence, at - 1)
    if not digits or (before[:1].isalnum() and before not in _BEFORE_POINT):
        return None
    return scaled(sentence, at, figure_of(f"0.{digits}", sentence.cut(at, last)), last)
