"""Units and dimensions, with exact factors."""

from __future__ import annotations

from fractions import Fraction

from numcheck.model.interval import Rational, quotient
from numcheck.record import record, replace


@record
class Unit:
    """A unit of measurement or a currency.

    A value v of the unit is v·factor + offset in the base unit of its dimension (kelvin for
    temperatures, the currency itself for money); with `reciprocal` it is factor / v (litres per
    100 km against miles per gallon). `system` is metric, imperial (both countries), UK, US, or
    empty. `symbol` and `plural` are for printing. `compact` units print without a space (5%).
    """

    name: str
    dimension: str
    factor: Rational
    symbol: str = ""
    plural: str = ""
    offset: Rational = 0
    system: str = ""
    reciprocal: bool = False

    def to_base(self, value: Rational) -> Rational:
        """Convert a value of this unit to the base unit of its dimension, exactly."""
        if self.reciprocal:
            return quotient(self.factor, value)
        return value * self.factor + self.offset

    def from_base(self, value: Rational) -> Rational:
        """Convert a value of the base unit to this unit, exactly."""
        if self.reciprocal:
            return quotient(self.factor, value)
        return quotient(value - self.offset, self.factor)

    def convert(self, value: Rational, other: Unit, difference: bool = False) -> Rational:
        """Convert a value of this unit to `other`; a `difference` leaves offsets out.

        Raises ValueError where the dimensions differ.
        """
        if self.dimension != other.dimension:
            raise ValueError(f"{self.name} and {other.name} do not measure the same")
        if difference:
            return quotient(value * self.factor, other.factor)
        return other.from_base(self.to_base(value))

    def per(self, other: Unit) -> Unit:
        """Return the unit "this per other", as in dollars a barrel."""
        return Unit(
            name=f"{self.name} per {other.name}",
            dimension=f"{self.dimension}/{other.dimension}",
            factor=quotient(self.factor, other.factor),
            symbol=f"{self.symbol or self.plural or self.name}/{other.symbol or other.name}",
            plural=f"{self.plural or self.name} per {other.name}",
            system=self.system,
        )

    def difference(self) -> Unit:
        """Return the unit for differences: the same without its offset."""
        return replace(self, offset=Fraction(0)) if self.offset else self
