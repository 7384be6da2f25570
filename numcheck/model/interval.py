"""A set of true values, and its arithmetic in exact fractions."""

from __future__ import annotations

from fractions import Fraction

from numcheck.record import record

Rational = int | Fraction


def quotient(a: Rational, b: Rational) -> Rational:
    """Divide exactly; raises ZeroDivisionError for b = 0."""
    result = Fraction(a) / b
    return result.numerator if result.denominator == 1 else result


@record
class Interval:
    """All values between two ends; None is no end, and an open end is not itself included."""

    low: Rational | None
    high: Rational | None
    low_open: bool = False
    high_open: bool = False

    @classmethod
    def point(cls, value: Rational) -> Interval:
        """Return the interval that holds `value` alone."""
        return cls(value, value)

    @classmethod
    def around(cls, value: Rational, slack: Rational) -> Interval:
        """Return [value − slack, value + slack]."""
        return cls(value - slack, value + slack)

    def __contains__(self, value: Rational) -> bool:
        """Say whether `value` lies inside."""
        if self.low is not None and (value < self.low or (self.low_open and value == self.low)):
            return False
        return self.high is None or not (
            value > self.high or (self.high_open and value == self.high)
        )

    @property
    def empty(self) -> bool:
        """Say whether no value lies inside."""
        if self.low is None or self.high is None:
            return False
        return self.low > self.high or (self.low == self.high and (self.low_open or self.high_open))

    def meet(self, other: Interval) -> Interval:
        """Return the values that lie in both; the result may be empty."""
        low, low_open = _tighter(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _tighter(self.high, self.high_open, other.high, other.high_open, -1)
        return Interval(low, high, low_open, high_open)

    def meets(self, other: Interval) -> bool:
        """Say whether some value lies in both."""
        return not self.meet(other).empty

    def hull(self, other: Interval) -> Interval:
        """Return the smallest interval that holds both."""
        low, low_open = _wider(self.low, self.low_open, other.low, other.low_open, 1)
        high, high_open = _wider(self.high, self.high_open, other.high, other.high_open, -1)
        return Interval(low, high, low_open, high_open)

    def widen(self, slack: Rational) -> Interval:
        """Return the interval with `slack` ≥ 0 more on each side."""
        return Interval(
            None if self.low is None else self.low - slack,
            None if self.high is None else self.high + slack,
            self.low_open,
            self.high_open,
        )

    def below(self, other: Interval) -> bool | None:
        """Say whether self < other: True for all pairs, False for none, None for some."""
        if self.high is not None and other.low is not None:
            touch = self.high_open or other.low_open
            if self.high < other.low or (self.high == other.low and touch):
                return True
        if self.low is not None and other.high is not None and self.low >= other.high:
            return False
        return None

    def __neg__(self) -> Interval:
        """Return −self."""
        return Interval(
            None if self.high is None else -self.high,
            None if self.low is None else -self.low,
            self.high_open,
            self.low_open,
        )

    def __add__(self, other: Interval) -> Interval:
        """Return every sum of a value of each."""
        return Interval(
            None if self.low is None or other.low is None else self.low + other.low,
            None if self.high is None or other.high is None else self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )

    def __sub__(self, other: Interval) -> Interval:
        """Return every difference of a value of each."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """Return a hull of every product of a value of each."""
        if None in (self.low, self.high, other.low, other.high):
            return self._times_unbounded(other)
        products = [
            (a * b, a_open or b_open) for a, a_open in _ends(self) for b, b_open in _ends(other)
        ]
        low = min(value for value, _ in products)
        high = max(value for value, _ in products)
        zero_inside = 0 in self or 0 in other
        return Interval(
            low,
            high,
            all(is_open for value, is_open in products if value == low)
            and not (low == 0 and zero_inside),
            all(is_open for value, is_open in products if value == high)
            and not (high == 0 and zero_inside),
        )

    def _times_unbounded(self, other: Interval) -> Interval:
        """Multiply where an end is missing: sound, and tight only where nothing is negative."""
        positive = all(end is not None and end >= 0 for end in (self.low, other.low))
        if not positive:
            return Interval(None, None)
        assert self.low is not None and other.low is not None
        high = None if self.high is None or other.high is None else self.high * other.high
        if (self.high == 0 and not self.high_open) or (other.high == 0 and not other.high_open):
            high = 0
        return Interval(self.low * other.low, high)

    def __truediv__(self, other: Interval) -> Interval:
        """Return a hull of every quotient; raises ZeroDivisionError where `other` holds 0."""
        return self * other.inverse()

    def inverse(self) -> Interval:
        """Return every 1/x; raises ZeroDivisionError where 0 is inside or is an end."""
        low, high = self.low, self.high
        if 0 in self or low == 0 or high == 0 or (low is None and high is None):
            raise ZeroDivisionError("the interval holds zero")
        if low is None or high is None:
            end = high if low is None else low
            assert end is not None
            if (end > 0) != (low is not None):
                raise ZeroDivisionError("the interval holds zero")
            return (
                Interval(0, quotient(1, end), True, self.low_open)
                if end > 0
                else Interval(quotient(1, end), 0, self.high_open, True)
            )
        return Interval(quotient(1, high), quotient(1, low), self.high_open, self.low_open)

    def scale(self, factor: Rational, offset: Rational = 0) -> Interval:
        """Return factor·x + offset for every x; a negative factor turns the ends round."""
        turned = (
            self if factor >= 0 else Interval(self.high, self.low, self.high_open, self.low_open)
        )
        return Interval(
            None if turned.low is None else turned.low * factor + offset,
            None if turned.high is None else turned.high * factor + offset,
            turned.low_open,
            turned.high_open,
        )


def _ends(interval: Interval) -> tuple[tuple[Rational, bool], tuple[Rational, bool]]:
    assert interval.low is not None and interval.high is not None
    return (interval.low, interval.low_open), (interval.high, interval.high_open)


def _tighter(
    a: Rational | None, a_open: bool, b: Rational | None, b_open: bool, sign: int
) -> tuple[Rational | None, bool]:
    if a is None:
        return b, b_open
    if b is None:
        return a, a_open
    if a == b:
        return a, a_open or b_open
    return (a, a_open) if (a > b) == (sign > 0) else (b, b_open)


def _wider(
    a: Rational | None, a_open: bool, b: Rational | None, b_open: bool, sign: int
) -> tuple[Rational | None, bool]:
    if a is None or b is None:
        return None, False
    if a == b:
        return a, a_open and b_open
    return (a, a_open) if (a < b) == (sign > 0) else (b, b_open)
