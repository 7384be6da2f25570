"""Numbers in digits: grouped, decimal, mixed with fractions, to a power."""

from __future__ import annotations

import re
from fractions import Fraction

from numcheck.extract.numbers.scaling import scaled, with_fraction
from numcheck.extract.numbers.tables import Numeral, coarse_of, tables, word_at
from numcheck.model.interval import Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

_ENGLISH = re.compile(
    r"\A(?:\d{1,3}(?:,\d{3})++(?:[.·]\d+)?|\d{1,2}(?:,\d{2})+,\d{3}(?:[.·]\d+)?)\Z"
)
_EUROPEAN = re.compile(r"\A\d{1,3}(?:\.\d{3})*+,\d{1,2}\Z")
_PLAIN = re.compile(r"\A\d++[.·]\d++\Z")
_SPACES = frozenset(" \u00a0\u2009\u202f\u2008\u2007")
_LONGEST = 400  # a million digits in a row are no figure that anyone compares
# What may go on with a number of digits, in its own token.
_GOES_ON = frozenset("/⁄-−–e^×x*·⋅'")
_TIMES = frozenset("×x*·⋅")
_SYMBOLS = frozenset("Ω N J V W K C T F Hz Pa kg eV".split())
_BEFORE_POINT = frozenset("<>=≤≥±~≈(-−–$£€")
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺", "0123456789-+")
# A slash before these is a fraction of a thing ("5/8 inch"); other pairs are n out of m.
_DENOMINATORS = frozenset({"2", "3", "4", "5", "8", "10", "16", "32", "64"})
_NAMES_A_NUMBER = frozenset({"boeing", "airbus", "route", "bus", "flight", "room", "channel", "no"})


def digits_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read the number in digits that begins at token `at`; None where none does."""
    printed, last = sentence.raw[at], at + 1
    words = sentence.words
    if printed.isdecimal():
        if len(printed) <= 3 and last < len(words) and words[last][0].isdecimal():
            printed, last = _spaced_groups(sentence, at)
        while len(printed) <= 7 and words[last : last + 2] == [",", "000"]:
            printed, last = printed + "000", last + 2  # "50, 000 km"
    elif _EUROPEAN.match(printed):
        figure = figure_of(printed.replace(".", "").replace(",", "."), printed)
        return scaled(sentence, at, figure, last)
    elif not (_PLAIN.match(printed) or _ENGLISH.match(printed)):
        return None
    if last < len(words):
        follows = words[last]
        if follows in _GOES_ON or follows in tables().signs or follows[0].isdigit():
            special = _power(sentence, at, last, printed) or _mixed(sentence, at, last, printed)
            if special is not None:
                return special
        if follows == "point" and at == 0 and len(words) == 3 and words[2].isdecimal():
            return Numeral(figure_of(f"{printed}.{words[2]}", sentence.cut(0, 3)), 3)
    numeral = scaled(sentence, at, figure_of(printed), last)
    if word_at(sentence, numeral.last) == "and":
        return with_fraction(sentence, at, numeral)
    return numeral


def figure_of(text: str, printed: str = "") -> Figure:
    """Return the figure of a plain digit string, its grain taken from the digits printed."""
    if text.isdecimal() and len(text) < _LONGEST:
        value = int(text)
        return Figure(printed or text, value, 1, coarse_of(value, 1))
    plain = text.replace(",", "").replace("·", ".").replace("'", "")
    for space in _SPACES:
        plain = plain.replace(space, "")
    whole, _, decimals = plain[:_LONGEST].partition(".")
    if not decimals:
        value = int(whole or "0")
        return Figure(printed or text, value, 1, coarse_of(value, 1))
    grain = Fraction(1, 10 ** len(decimals))
    scaled_value = int(whole + decimals)
    exact: Rational = scaled_value * grain
    if exact.denominator == 1:
        exact = exact.numerator
    return Figure(printed or text, exact, grain, coarse_of(scaled_value, grain), len(decimals))


# ------------------------------------------------------------------------------ thousands apart


def _spaced_groups(sentence: Sentence, at: int) -> tuple[str, int]:
    """Read "1 200 000" as one number: groups of three after a single space."""
    last, text, raw = at + 1, sentence.text, sentence.raw
    while last < len(raw):
        token, gap = raw[last], text[sentence.ends[last - 1] : sentence.starts[last]]
        if len(gap) != 1 or gap not in _SPACES or not _is_group(token):
            break
        last += 1
        if len(token) > 3:  # the decimals end the number
            break
    groups = last - at
    if groups == 1 or not _groups_hold(sentence, at, last, groups):
        return raw[at], at + 1
    return sentence.cut(at, last), last


def _is_group(token: str) -> bool:
    if len(token) == 3:
        return token.isdecimal()
    return len(token) > 4 and token[3] == "." and token[:3].isdecimal() and token[4:].isdecimal()


def _groups_hold(sentence: Sentence, at: int, last: int, groups: int) -> bool:
    """Say whether groups of digits are one number, and no list, name or telephone number."""
    if sentence.text[sentence.ends[at]] != " ":
        return True
    follows, before = word_at(sentence, last), word_at(sentence, at - 1)
    if follows[:1].isdecimal() or follows in ("am", "pm") or sentence.raw[at][0] == "0":
        return False
    if groups > 2:
        return True
    money = before in ("$", "£", "€")
    return (follows[:1].isalpha() or money or follows == "%") and not (
        before[:1].isdecimal() or before in _NAMES_A_NUMBER
    )


# --------------------------------------------------------------------------- powers of ten, of n


def _power(sentence: Sentence, at: int, last: int, printed: str) -> Numeral | None:
    """Read "2.48×10−5", "1.3 x 10^6", "1.3e6" and "10^6"; None where no power stands."""
    follows = sentence.words[last]
    if follows in _TIMES:
        return _times_ten(sentence, at, last, printed)
    if follows == "e" and sentence.joined(last) and sentence.joined(last + 1):
        found = _exponent(sentence, last + 1)
        if found is None or sentence.joined(found[1]):
            return None
        return _powered(sentence, at, figure_of(printed), 10, *found)
    found = _raised(sentence, last)
    if found is None:
        return None
    value = figure_of(printed).value
    if len(printed) > 20 or not value:
        return None
    return _powered(sentence, at, Figure(printed, 1), value, *found)


def _times_ten(sentence: Sentence, at: int, last: int, printed: str) -> Numeral | None:
    base = word_at(sentence, last + 1)
    figure = figure_of(printed)
    if base == "10":
        found = _raised(sentence, last + 2) or _dropped(sentence, last + 2)
        return found and _powered(sentence, at, figure, 10, *found)
    # "3.7 × 106": the raised figure has sunk to the line.
    sunk = base.isdecimal() and 3 <= len(base) <= 4 and base[:2] == "10"
    if not sunk or base[2] == "0" or figure.value >= 10:
        return None
    if sentence.joined(last + 2) and sentence.words[last + 2] != "/":
        return None
    if not figure.decimals and not _is_symbol(sentence, last + 2):
        return None
    return _powered(sentence, at, figure, 10, int(base[2:]), last + 2)


def _is_symbol(sentence: Sentence, at: int) -> bool:
    """Say whether a unit of science stands at a place: "3 × 108 m/s"; "2 × 105 mm" are two guns."""
    divided = word_at(sentence, at + 1) == "/" and sentence.joined(at + 1)
    return divided or (at < len(sentence.raw) and sentence.raw[at] in _SYMBOLS)


def _raised(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read "^6", "^-4" or "⁻⁵" right after a number: the exponent and the place after it."""
    if not sentence.joined(at):
        return None
    if sentence.words[at] == "^" and sentence.joined(at + 1):
        return _exponent(sentence, at + 1)
    end = at
    while end < len(sentence.raw) and end - at < 4 and sentence.joined(end):
        token = sentence.raw[end]
        if token.translate(_RAISED) == token:
            break
        end += 1
    text = "".join(sentence.raw[at:end]).translate(_RAISED)
    if text.lstrip("+-").isdecimal() and text.isascii() and len(text) < 5:
        return int(text), end
    return None


def _dropped(sentence: Sentence, at: int) -> tuple[int, int] | None:
    """Read the "−5" of "×10−5", whose raised figures have sunk to the line."""
    if not sentence.joined(at) or sentence.words[at] not in ("-", "−", "–"):
        return None
    return _exponent(sentence, at) if sentence.joined(at + 1) else None


def _exponent(sentence: Sentence, at: int) -> tuple[int, int] | None:
    sign = 1
    for _ in range(2):  # "1.1^--23" is as far as any print goes
        if word_at(sentence, at) not in ("-", "−", "–", "+"):
            break
        sign = sign if sentence.words[at] == "+" else -sign
        at += 1
    text = word_at(sentence, at)
    if not text.isdecimal() or len(text) > 3 or int(text) > 308:
        return None
    return sign * int(text), at + 1


def _powered(
    sentence: Sentence, at: int, figure: Figure, base: Rational, power: int, last: int
) -> Numeral:
    factor = Fraction(base) ** power
    value = figure.value * factor
    printed = sentence.cut(at, last)
    grain = figure.grain * factor if base == 10 else value
    return scaled(sentence, at, Figure(printed, _plain(value), _plain(grain), _plain(grain)), last)


def _plain(value: Rational) -> Rational:
    return value.numerator if value.denominator == 1 else value


# ----------------------------------------------------------------------------- mixed with shares


def _mixed(sentence: Sentence, at: int, last: int, printed: str) -> Numeral | None:
    """Read "2½", "2 1/2", "1/2" and "5⁄8"; None where the digits stand alone."""
    raw = sentence.raw
    if not printed.isdecimal() and " " not in printed:
        return None
    sign = last + (raw[last] == "-")
    pair = tables().signs.get(raw[sign]) if sign < len(raw) else None
    if pair is not None and (sign == last or sentence.joined(last)):
        return _with_share(sentence, at, printed, pair, sign + 1)
    if _is_slash(sentence, last):
        if not _is_fraction(sentence, at, printed, last):
            return None
        return _with_share(sentence, at, "0", (int(printed), int(raw[last + 1])), last + 2)
    if raw[last].isdecimal() and len(raw[last]) < 3 and _is_slash(sentence, last + 1):
        top, bottom = int(raw[last]), int(raw[last + 2])
        if 0 < top < bottom and raw[last + 2] in _DENOMINATORS and not sentence.joined(last):
            return _with_share(sentence, at, printed, (top, bottom), last + 3)
    return None


def _with_share(
    sentence: Sentence, at: int, whole: str, pair: tuple[int, int], last: int
) -> Numeral:
    """Return a whole number and a share as one numeral; the share alone may count a thing."""
    value, grain = figure_of(whole).value + Fraction(*pair), Fraction(1, pair[1])
    figure = Figure(sentence.cut(at, last), _plain(value), grain, grain)
    numeral = scaled(sentence, at, figure, last)
    return numeral._replace(ratio=value < 1 and word_at(sentence, last) == "of")


def _is_slash(sentence: Sentence, at: int) -> bool:
    """Say whether a joined slash and then a short run of digits stand at `at`."""
    raw = sentence.raw
    return (
        at + 1 < len(raw)
        and raw[at] in "/⁄"
        and sentence.joined(at)
        and raw[at + 1].isdecimal()
        and len(raw[at + 1]) < 5
        and sentence.joined(at + 1)
    )


def _is_fraction(sentence: Sentence, at: int, top: str, slash: int) -> bool:
    """Say whether top/bottom is a fraction of something: a real one, with a thing after it."""
    raw, words = sentence.raw, sentence.words
    bottom, last = raw[slash + 1], slash + 2
    if len(top) > 4 or not int(bottom):
        return False
    if raw[slash] == "⁄":
        return True
    after = word_at(sentence, last)
    if not 0 < int(top) < int(bottom) or (after == "/" and sentence.joined(last)):
        return False
    alone = last == len(words) and at <= 1 and (at == 0 or words[0] in ("-", "−"))
    if alone or after == "of":
        return True
    if bottom not in _DENOMINATORS:
        return int(bottom) % 100 == 0 and after.isalpha()
    return after in ("-", "”", '"', "″", "in", "inch", "inches") or after.isalpha()


def opens_decimal(sentence: Sentence, at: int) -> bool:
    """Say whether a point stands before digits, with no word before it: ".05", "<.001", "-.35"."""
    apart = not sentence.joined(at) or sentence.words[at - 1] in _BEFORE_POINT
    return apart and sentence.joined(at + 1)


def leading_point(sentence: Sentence, at: int) -> Numeral | None:
    """Read ".05": a point with digits after it and no word before it."""
    digits = sentence.raw[at + 1] if at + 1 < len(sentence.raw) else ""
    if not digits.isdecimal() or not opens_decimal(sentence, at):
        return None
    return scaled(sentence, at, figure_of("." + digits), at + 2)


def sign_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read "½" and its kin on their own."""
    pair = tables().signs.get(sentence.raw[at])
    return pair and _with_share(sentence, at, "0", pair, at + 1)
