"""Figures as printed, and the quantities with unit, hedge and noun."""

from __future__ import annotations

from fractions import Fraction
from typing import Any, Literal

from numcheck.model.document import Place
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.record import field, record, setters

Kind = Literal[
    "count", "measure", "money", "percent", "points", "ratio", "age", "duration", "number",
    "date", "year", "time", "ordinal", "score", "identifier",
]  # fmt: skip
Direction = Literal["about", "nearly", "more than", "at least", "less than", "at most"]

NOT_AMOUNTS = frozenset({"date", "year", "time", "ordinal", "score", "identifier"})
_ROUNDED = frozenset({"measure", "money", "percent", "points", "ratio", "duration"})


@record
class Hedge:
    """A word that widens or bounds a figure; `slight` keeps it near ("just over")."""

    direction: Direction
    text: str
    span: Span
    slight: bool = False


@record
class Figure:
    """A number as printed, exactly.

    `grain` is the place of the last printed digit, `coarse` of the last non-zero one, both with
    the scale word in ("1.3 million": 100,000). `bounds` overrules both for words that stand for a
    set of their own ("two-thirds", "dozens"). `scale` is the factor of the scale word. A `vague`
    figure ("several hundred", "dozens") names no one number: `value` is the least it may mean.
    """

    printed: str
    value: Rational
    grain: Rational = 1
    coarse: Rational = 1
    decimals: int = 0
    scale: int = 1
    scale_text: str = ""
    worded: bool = False
    bounds: Interval | None = None
    vague: bool = False

    def __init__(
        self,
        printed: str,
        value: Rational,
        grain: Rational = 1,
        coarse: Rational = 1,
        decimals: int = 0,
        scale: int = 1,
        scale_text: str = "",
        worded: bool = False,
        bounds: Interval | None = None,
        vague: bool = False,
    ) -> None:
        """Fill the slots, which nobody else may: every figure of a text is made here."""
        put = _FIGURE
        put[0](self, printed)
        put[1](self, value)
        put[2](self, grain)
        put[3](self, coarse)
        put[4](self, decimals)
        put[5](self, scale)
        put[6](self, scale_text)
        put[7](self, worded)
        put[8](self, bounds)
        put[9](self, vague)

    @property
    def digits(self) -> int:
        """Count the significant digits, trailing zeros left out."""
        if not self.value:
            return 1
        return len(str(abs(int(quotient(self.value, self.coarse)))))

    def tight(self) -> Interval:
        """Return the values that round to what is printed, all printed digits significant."""
        return self.bounds or Interval.around(self.value, quotient(self.grain, 2))

    def loose(self) -> Interval:
        """Return the same with trailing zeros, or a last 5, taken as rounding."""
        slack = self.coarse if self.coarse > self.grain else self.grain
        return self.bounds or Interval.around(self.value, quotient(slack, 2))


@record
class Quantity:
    """A figure in its text: with its unit, what it counts, and its hedge.

    `span` covers figure and unit, without the hedge. `upper` is the second figure of a range.
    `units` are all units that the wording leaves open, `unit` the first of them. `counts` is the
    noun phrase counted, `noun` its head in the singular, lower case; `modifiers` are its other
    words. `elided` says that the noun was carried over from elsewhere. `first` and `last` are the
    token places (half open) in the sentence number `sentence`, `noun_last` the place after the
    noun phrase (or after the figure, where nothing is counted). `parts` holds what kinds of their
    own consist of: year, month, day, weekday, hour, minute, zone, home, away …; and, under
    `carried`, the noun that a bare figure takes from elsewhere ("of which 66"). `other_readings`
    are figures the same print may stand for ("300m": three hundred metres, or million).
    """

    span: Span
    text: str
    kind: Kind
    figure: Figure | None = None
    upper: Figure | None = None
    unit: Unit | None = None
    units: tuple[Unit, ...] = ()
    counts: str | None = None
    noun: str | None = None
    modifiers: tuple[str, ...] = ()
    hedge: Hedge | None = None
    elided: bool = False
    place: Place = "body"
    sentence: int = 0
    first: int = 0
    last: int = 0
    noun_last: int = 0
    parts: dict[str, Any] = field(factory=dict)
    other_readings: tuple[Quantity, ...] = ()

    def __init__(
        self,
        span: Span,
        text: str,
        kind: Kind,
        figure: Figure | None = None,
        upper: Figure | None = None,
        unit: Unit | None = None,
        units: tuple[Unit, ...] = (),
        counts: str | None = None,
        noun: str | None = None,
        modifiers: tuple[str, ...] = (),
        hedge: Hedge | None = None,
        elided: bool = False,
        place: Place = "body",
        sentence: int = 0,
        first: int = 0,
        last: int = 0,
        noun_last: int = 0,
        parts: dict[str, Any] | None = None,
        other_readings: tuple[Quantity, ...] = (),
    ) -> None:
        """Fill the slots, which nobody else may: every figure of a text is made here."""
        filled = (
            span, text, kind, figure, upper, unit, units, counts, noun, modifiers, hedge, elided,
            place, sentence, first, last, noun_last, {} if parts is None else parts, other_readings,
        )  # fmt: skip
        for put, value in zip(_QUANTITY, filled, strict=True):
            put(self, value)

    @property
    def value(self) -> Rational | None:
        """The exact value in the printed unit; None for ranges and where no one number is named."""
        figure = self.figure
        return None if figure is None or self.upper is not None or figure.vague else figure.value

    @property
    def is_range(self) -> bool:
        """Say whether two ends were printed."""
        return self.upper is not None

    @property
    def whole_span(self) -> Span:
        """The span with the hedge, where it has one."""
        return self.span.hull(self.hedge.span) if self.hedge else self.span

    @property
    def exact(self) -> bool:
        """Say whether the figure is taken as exact: ages, small counts, unrounded counts."""
        if self.figure is None or self.figure.bounds is not None or self.hedge is not None:
            return False
        if self.kind in _ROUNDED:
            return False
        value, coarse = self.figure.value, self.figure.coarse
        return self.figure.grain == 1 and (-100 < value < 100 or coarse == 1)

    def reading(self, loose: bool = False, hedged: bool = True) -> Interval:
        """Return the values, in the printed unit, for which this print may stand.

        Section 3 of the decision record on intervals gives the sets; raises ValueError for kinds
        without a number.
        """
        if self.figure is None:
            raise ValueError(f"{self.text!r} has no number")
        low = self._one(self.figure, loose)
        if self.upper is not None:
            low = low.hull(self._one(self.upper, loose))
        return _hedged(self, low) if hedged and self.hedge else low

    def _one(self, figure: Figure, loose: bool) -> Interval:
        if figure.bounds is not None:
            return figure.bounds
        if self.kind in _ROUNDED or figure.grain > 1 or isinstance(figure.value, Fraction):
            return figure.loose() if loose else figure.tight()
        rounded = loose and abs(figure.value) >= 100 and self.kind not in ("age", "score", "year")
        return figure.loose() if rounded and figure.coarse > 1 else Interval.point(figure.value)

    def to_dict(self) -> dict[str, Any]:
        """Return the quantity as the public JSON describes it."""
        figure, upper = self.figure, self.upper
        years = self.kind == "age" and self.unit is None  # "Ann Hall, 45, said"
        return {
            "text": self.text,
            "start": self.span.start,
            "end": self.span.end,
            "kind": self.kind,
            "value": None if self.value is None else json_number(self.value),
            "low": json_number(figure.value) if figure and upper and not figure.vague else None,
            "high": json_number(upper.value) if upper else None,
            "unit": self.unit.name if self.unit else "year" if years else None,
            "dimension": self.unit.dimension if self.unit else "time" if years else None,
            "counts": self.counts,
            "hedge": self.hedge.direction if self.hedge else None,
            "hedge_text": self.hedge.text if self.hedge else None,
        }


def _hedged(quantity: Quantity, plain: Interval) -> Interval:
    """Apply a hedge to the plain reading, as the table of hedges says."""
    assert quantity.hedge is not None and quantity.figure is not None
    value = quantity.figure.value
    top = quantity.upper.value if quantity.upper else value
    tenth = quotient(value if value >= 0 else -value, 10)
    match quantity.hedge.direction:
        case "about":
            slack = tenth if tenth > quantity.figure.coarse else quantity.figure.coarse
            return plain.hull(Interval.around(value, slack))
        case "nearly":
            return Interval(value - tenth, value, high_open=value != 0)
        case "more than":
            return Interval(value, value + tenth if quantity.hedge.slight else None, low_open=True)
        case "at least":
            return Interval(value, None)
        case "at most":
            return Interval(min(0, top), top)
        case "less than":
            return Interval(min(0, top) if top else None, top, high_open=True)


def json_number(value: Rational) -> int | float | str:
    """Return a JSON number where a double is exact, or the fraction endless; else a string."""
    if isinstance(value, int) or value.denominator == 1:
        whole = int(value)
        return whole if abs(whole) <= 2**53 else str(whole)
    return float(value)


_FIGURE, _QUANTITY = setters(Figure), setters(Quantity)
