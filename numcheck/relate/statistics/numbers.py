"""Numbers in statistical print: ".05", "−1.2", "0·04", "F(2,45)"."""

from __future__ import annotations

from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.named import NamedTuple

_MINUS = frozenset("-−–‐‑")
_SIGNS = frozenset({*_MINUS, "+"})


class Number(NamedTuple):
    """A number at token places, half open: its value, and the place of its last digit."""

    first: int
    last: int
    value: Rational
    grain: Rational
    decimals: int

    @property
    def rounded(self) -> Interval:
        """The values that round to it."""
        return Interval.around(self.value, quotient(self.grain, 2))


def number_at(sentence: Sentence, at: int, signed: bool = True) -> Number | None:
    """Read the number that begins at a token, its sign and leading point included."""
    words, first, negative = sentence.words, at, False
    if signed and at < len(words) and words[at] in _SIGNS:
        negative = words[at] in _MINUS
        at += 1
    pointed = at < len(words) and words[at] in (".", "·")
    if pointed:
        if not sentence.joined(at + 1):
            return None
        at += 1
    if at >= len(words):
        return None
    digits = words[at].replace("·", ".")
    if not digits[0].isdigit() or digits.count(".") > (0 if pointed else 1) or "," in digits:
        return None
    if pointed:
        digits = "." + digits
    return _made(first, at + 1, digits, negative)


def _made(first: int, last: int, digits: str, negative: bool) -> Number:
    whole, _, decimals = digits.partition(".")
    places = 10 ** len(decimals)
    value = quotient(int((whole + decimals) or "0"), places)
    return Number(first, last, -value if negative else value, quotient(1, places), len(decimals))


def numbers_in(sentence: Sentence, at: int) -> tuple[list[Number], int]:
    """Read the numbers of one token or more, parted by commas: "2, 45", "1,42", "0.21,0.89"."""
    out: list[Number] = []
    words = sentence.words
    while at < len(words):
        token = words[at]
        if token[0].isdigit() and "," in token:
            out += [_made(at, at + 1, piece, False) for piece in token.split(",")
                    if piece.replace(".", "", 1).isdecimal()]  # fmt: skip
            at += 1
        else:
            number = number_at(sentence, at)
            if number is None:
                break
            out.append(number)
            at = number.last
        if words[at : at + 1] != [","]:
            break
        at += 1
    return out, at


def printed(sentence: Sentence, first: int, last: int, number: Number) -> Quantity:
    """Return the quantity of a number, its print the words from `first` to `last`."""
    text = sentence.cut(first, last)
    figure = Figure(text, number.value, number.grain, number.grain, number.decimals)
    return Quantity(
        sentence.span_of(first, last), text, "number", figure, place=sentence.block.place,
        sentence=sentence.index, first=first, last=last, noun_last=last,
    )  # fmt: skip
