"""Tree + relation + reading → yes, no or maybe."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import reduce

from numcheck.judge.amounts import (
    COMPARE,
    FOLD,
    NO,
    UNKNOWN,
    YES,
    Amount,
    Undecidable,
    alike,
    cut_off,
    fits,
    in_base,
    one_off,
    per_cent,
    product_of,
    quotient_of,
    significant,
    size,
    together,
    word_of,
)
from numcheck.judge.restates import restates
from numcheck.judge.tree import FIELDS, Tree
from numcheck.model.finding import Verdict
from numcheck.model.interval import Interval, quotient
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace

# How the figures are read: as the bare numbers printed; as what rounds to them; with trailing
# zeros as rounding; with last digits cut off instead of rounded; with one last digit one off.
PRINTED, TIGHT, LOOSE, CUT, OFF = "printed", "tight", "loose", "cut", "off"

_COUNTED = frozenset({"count", "number", "age"})


def verdict_of(check: Tree, relation: Relation) -> Verdict:
    """Decide a check on a relation, its units and readings as they stand."""
    if check.text == "restates":
        return Reading(relation, TIGHT).restating(check)
    for number, reading in enumerate(_readings(relation)):
        truth = reading.truth(check)
        if truth == UNKNOWN:
            return "undecided"
        if truth != NO:
            return "strained" if number else "holds"
    return "broken"


def applies(where: Tree | None, relation: Relation) -> int:
    """Say how far a `where` is true, figures read as widely as the relation allows."""
    if where is None:
        return YES
    return Reading(relation, TIGHT if relation.strict else LOOSE).truth(where)


def _readings(relation: Relation) -> Iterator[Reading]:
    """Yield the ways of reading the figures, the strictest first."""
    if relation.kind == "range" and _as_printed(relation):
        yield Reading(relation, PRINTED)
        return
    yield Reading(relation, TIGHT)
    if not relation.strict:
        yield Reading(relation, LOOSE)
    yield Reading(relation, CUT)
    for one in spread(relation):
        if one.kind not in _COUNTED or (one.figure is not None and one.figure.grain != 1):
            yield Reading(relation, OFF, one)


def _as_printed(relation: Relation) -> bool:
    """Say whether a range has plain ends in one unit: no rounding turns those round.

    "Expect 15-10cm of snow" runs downward, though 10 may stand for anything up to 15.
    """
    quantities = [quantity for _, quantity in relation.figures()]
    plain = not any(one.hedge or one.upper for one in quantities)
    return plain and len({one.unit for one in quantities}) == 1


def spread(relation: Relation) -> Iterator[Quantity]:
    """Yield every quantity of a relation, lists spread, derived ones too."""
    for what in relation.roles.values():
        if isinstance(what, tuple):
            yield from what
        else:
            yield what


class Reading:
    """A relation, its figures read in one way.

    `based` says that amounts are counted in the base units of their dimensions; where all printed
    units are one, they stay as printed. `off` is the figure whose last digit may be one off.
    """

    __slots__ = ("based", "mode", "off", "relation")

    def __init__(self, relation: Relation, mode: str, off: Quantity | None = None) -> None:
        self.relation = relation
        self.mode = mode
        self.off = off
        name = ""
        self.based = False
        for one in spread(relation):
            unit = one.unit
            if unit is None or unit.name == name or unit.dimension in ("share", "points"):
                continue
            self.based = self.based or name != ""
            name = unit.name

    def truth(self, tree: Tree) -> int:
        """Say how far a statement is true of the figures."""
        if tree.kind == "comparison":
            try:
                return self._compare(tree)
            except (Undecidable, ZeroDivisionError):
                return UNKNOWN
        if tree.kind == "and":
            return min(map(self.truth, tree.parts))
        if tree.kind == "or":
            return max(map(self.truth, tree.parts))
        inner = self.truth(tree.parts[0])
        return YES - inner if inner in (YES, NO) else inner

    def _compare(self, tree: Tree) -> int:
        left, right = tree.parts
        if tree.text == "restates":
            return self._restates(tree)
        if "word" in (left.kind, right.kind) or (
            left.kind == "field" and FIELDS[left.text] == "word"
        ):
            return self._same_words(tree)
        (a, of_a), (b, of_b) = self.amounts(left, right)
        if not fits(of_a, of_b):
            raise Undecidable
        return COMPARE[tree.text](a, b)

    def restating(self, tree: Tree) -> Verdict:
        """Decide whether one figure restates another, which no reading of its print changes."""
        given, other = map(self.one, tree.parts)
        return restates(given, other, self.relation.difference, self.relation.strict)

    def _restates(self, tree: Tree) -> int:
        verdict = self.restating(tree)
        if verdict == "undecided":
            raise Undecidable
        if verdict == "strained":
            return NO if self.mode in (TIGHT, PRINTED) else YES
        return YES if verdict == "holds" else NO

    def one(self, tree: Tree) -> Quantity:
        """Return the quantity of a role that is no list."""
        what = self.relation.roles[tree.text]
        assert isinstance(what, Quantity)
        return what

    def many(self, tree: Tree) -> tuple[Quantity, ...]:
        """Return the quantities of a role, one or many."""
        what = self.relation.roles[tree.text]
        return what if isinstance(what, tuple) else (what,)

    def printed(self, tree: Tree) -> tuple[Quantity, ...]:
        """Return the quantities of a role; derived ones with the print their finder gave them."""
        quantities = self.many(tree)
        if tree.text not in self.relation.derived:
            return quantities
        return tuple(
            replace(one, text=one.figure.printed) if one.figure else one for one in quantities
        )

    def _same_words(self, tree: Tree) -> int:
        """Compare words; every item of a list must be the same, or none of them."""
        sides = [(part.text,) if part.kind == "word" else self.words(part) for part in tree.parts]
        known = [(a, b) for a in sides[0] for b in sides[1] if a is not None and b is not None]
        if len(known) < len(sides[0]) * len(sides[1]):
            return UNKNOWN
        literal = tree.parts[0].kind == "word" or tree.parts[1].kind == "word"
        same = {alike(a, b, literal) for a, b in known}
        wanted = tree.text == "="
        return YES if same == {wanted} else NO

    def words(self, field: Tree) -> tuple[str | None, ...]:
        """Return what a field says of each figure of its role; None where that is not known."""
        return tuple(word_of(one, field.text) for one in self.many(field.parts[0]))

    def amounts(self, left: Tree, right: Tree) -> tuple[Amount, Amount]:
        """Return both sides of a comparison, in base units if either names a unit itself."""
        if not self.based and (left.names_unit() or right.names_unit()):
            self.based = True
        return self.amount(left), self.amount(right)

    def amount(self, tree: Tree) -> Amount:
        """Return the values that an expression may have; raises Undecidable, ZeroDivisionError."""
        if tree.kind == "role":
            return self.figure(self.one(tree), tree.text)
        return _AMOUNTS[tree.kind](self, tree)

    def figure(self, quantity: Quantity, role: str = "") -> Amount:
        """Return the values that a printed figure may have."""
        values = self._values(quantity, role in self.relation.derived)
        unit = quantity.unit
        if quantity.kind == "percent" or quantity.kind == "points":
            return values.scale(per_cent(quantity)), "share"
        if unit is None:
            return values, "ratio" if quantity.kind == "ratio" else ""
        if unit.dimension == "share":
            return values.scale(unit.factor), "share"
        if self.based:
            values = in_base(values, unit, self.relation.difference)
        return values, unit.dimension

    def _values(self, quantity: Quantity, derived: bool) -> Interval:
        figure, mode = quantity.figure, self.mode
        if figure is None:
            raise Undecidable
        if mode == PRINTED or (derived and figure.bounds is None):
            low = Interval.point(figure.value)
            return low.hull(Interval.point(quantity.upper.value)) if quantity.upper else low
        plain = quantity.reading(mode == LOOSE, hedged=False)
        if (mode == CUT or quantity is self.off) and plain.low != plain.high:
            for end in (figure, quantity.upper):
                if end is not None and end.bounds is None:
                    plain = plain.hull(cut_off(end) if mode == CUT else one_off(end))
        if quantity.hedge is None:
            return plain
        hedged = quantity.reading(mode == LOOSE, hedged=True)
        # Only where the hedge itself is the claim may it make a figure wrong.
        return hedged if self.relation.kind == "bound" else plain.hull(hedged)

    def _number(self, tree: Tree) -> Amount:
        value = Interval.point(tree.value)
        if tree.text == "%":
            return value.scale(quotient(1, 100)), "share"
        if tree.unit is None:
            return value, ""
        return in_base(value, tree.unit, self.relation.difference), tree.unit.dimension

    def _field(self, tree: Tree) -> Amount:
        figure = self.one(tree.parts[0]).figure
        if figure is None:
            raise Undecidable
        number = figure.decimals if tree.text == "decimals" else significant(figure)
        return Interval.point(number), ""

    def _minus(self, tree: Tree) -> Amount:
        values, dimension = self.amount(tree.parts[0])
        return -values, dimension

    def _arithmetic(self, tree: Tree) -> Amount:
        a, of_a = self.amount(tree.parts[0])
        b, of_b = self.amount(tree.parts[1])
        if tree.text == "+":
            return a + b, together(of_a, of_b)
        if tree.text == "-":
            return a - b, together(of_a, of_b)
        if tree.text == "*":
            return a * b, product_of(of_a, of_b)
        return a / b, quotient_of(of_a, of_b)

    def _call(self, tree: Tree) -> Amount:
        if tree.text == "count":
            return Interval.point(len(self.many(tree.parts[0]))), ""
        if tree.text == "printed":
            plain = Reading(self.relation, PRINTED)
            plain.based = self.based
            return plain.amount(tree.parts[0])
        amounts = list(self._arguments(tree))
        if not amounts:
            raise Undecidable
        values = [values for values, _ in amounts]
        dimension = reduce(together, [dimension for _, dimension in amounts])
        if tree.text == "share":
            return values[0] / values[1], "ratio"
        if tree.text == "change":
            return values[1] / values[0] - Interval.point(1), "ratio"
        if tree.text == "abs":
            return size(values[0]), dimension
        return reduce(FOLD[tree.text], values), dimension

    def _arguments(self, tree: Tree) -> Iterator[Amount]:
        for part in tree.parts:
            if part.kind == "role":
                for one in self.many(part):
                    yield self.figure(one, part.text)
            else:
                yield self.amount(part)


_AMOUNTS: dict[str, Callable[[Reading, Tree], Amount]] = {
    "number": Reading._number, "field": Reading._field, "minus": Reading._minus,
    "arithmetic": Reading._arithmetic, "call": Reading._call,
}  # fmt: skip
