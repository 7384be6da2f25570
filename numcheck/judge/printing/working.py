"""The sum shown, drawn from the check's own tree."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.judge.amounts import NO, Undecidable, fits, per_cent
from numcheck.judge.evaluate import PRINTED, TIGHT, Reading
from numcheck.judge.printing.numerals import Manner, digits, exact_decimals, in_style
from numcheck.judge.printing.varieties import note_on
from numcheck.judge.tree import FIELDS, Tree, decimal
from numcheck.model.finding import Verdict
from numcheck.model.interval import Interval, Rational, quotient
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple

_BROKEN = {
    "~=": "≠",
    "=": "≠",
    "restates": "≠",
    "!=": "=",
    "<": "≥",
    "<=": ">",
    ">": "≤",
    ">=": "<",
}
_HELD = {"!=": "≠", "<": "<", "<=": "≤", ">": ">", ">=": "≥"}
_OPPOSITE: dict[Verdict, Verdict] = {"broken": "holds", "holds": "broken", "strained": "broken"}
_SIGNS = {"+": (" + ", 4), "-": (" − ", 4), "*": (" × ", 5), "/": (" ÷ ", 5)}


class _Line(NamedTuple):
    text: str
    sums: bool


def working(check: Tree, relation: Relation, verdict: Verdict) -> str:
    """Write out the arithmetic of a check: `8 + 5 = 13 > 12`."""
    lines = list(_lines(check, relation, verdict))
    sums = [line.text for line in lines if line.sums] or [line.text for line in lines]
    return "; ".join(dict.fromkeys(sums))


def _lines(tree: Tree, relation: Relation, verdict: Verdict) -> Iterator[_Line]:
    """Yield the comparisons that decided, those of words and digits marked as lesser."""
    if tree.kind == "comparison":
        yield _comparison(tree, relation, verdict)
    elif tree.kind == "not":
        yield from _lines(tree.parts[0], relation, _OPPOSITE.get(verdict, verdict))
    else:
        tight = Reading(relation, TIGHT)
        failed = [part for part in tree.parts if tight.truth(part) == NO]
        passed = [part for part in tree.parts if part not in failed]
        telling = failed if verdict == "broken" else passed
        for part in telling or tree.parts:
            yield from _lines(part, relation, verdict)


def _comparison(tree: Tree, relation: Relation, verdict: Verdict) -> _Line:
    left, right = tree.parts
    reading = Reading(relation, PRINTED)
    if any(part.kind == "field" and FIELDS[part.text] == "word" for part in tree.parts):
        sides = [part.text if part.kind == "word" else _words(part, reading) for part in tree.parts]
        equal = (verdict == "broken") == (tree.text == "!=")
        return _Line(f"{sides[0]} {'=' if equal else '≠'} {sides[1]}", False)
    lesser = left.kind == "field" or right.kind == "field"
    try:
        if tree.text == "restates":
            return _Line(_restating(reading.one(left), reading.one(right), reading, verdict), True)
        text = _amounts(tree, reading, verdict)
    except (Undecidable, ZeroDivisionError):
        text = f"{_expression(left, reading)[0]} ? {_expression(right, reading)[0]}"
    return _Line(text, not lesser)


def _words(field: Tree, reading: Reading) -> str:
    return ", ".join(word or "unknown" for word in reading.words(field))


def _amounts(tree: Tree, reading: Reading, verdict: Verdict) -> str:
    left, right = tree.parts
    (a, of_a), (b, of_b) = reading.amounts(left, right)
    if not fits(of_a, of_b):
        raise Undecidable
    sides = _side(left, right, reading, verdict), _side(right, left, reading, verdict)
    return f"{sides[0]} {_sign(tree.text, a, b, verdict, reading)} {sides[1]}"


def _sign(operator: str, a: Interval, b: Interval, verdict: Verdict, reading: Reading) -> str:
    """Return the sign between two sides, the bare numbers on which are `a` and `b`."""
    assert a.low is not None and b.low is not None
    if verdict == "undecided":
        return "?"
    if verdict == "broken":
        if reading.relation.kind == "bound" and _BROKEN[operator] == "≠":
            return "<" if a.low < b.low else ">" if a.low > b.low else "="
        return _BROKEN[operator]
    point = a.low == a.high and b.low == b.high
    if operator in _HELD:
        truth = {"!=": a.low != b.low, "<": a.low < b.low, "<=": a.low <= b.low,
                 ">": a.low > b.low, ">=": a.low >= b.low}[operator]  # fmt: skip
        return _HELD[operator] if truth else "≈"
    return "=" if point and a.low == b.low else "≈"


# -------------------------------------------------------------------------------------- sides


def _side(tree: Tree, other: Tree, reading: Reading, verdict: Verdict) -> str:
    """Write one side: as printed, and what it comes to where it is a sum."""
    text, _ = _expression(tree, reading)
    if tree.kind == "number":
        return text
    model = _model(tree, other, reading)
    if tree.kind == "role":
        (quantity,) = reading.printed(tree)
        in_words = quantity.kind == "ratio" and model is not quantity
        return f"{text} = {_value(tree, model, reading)}" if in_words else text
    if tree.kind == "field" or (tree.kind == "call" and tree.text == "count"):
        return f"{text} = {_value(tree, None, reading)}" if tree.kind == "field" else text
    if _is_one_figure(tree, model, reading):
        return text
    value = _value(tree, model, reading)
    spread = _spread(tree, model, reading) if verdict == "broken" else ""
    return f"{text} = {value}{spread}" if text != value else text


def _is_one_figure(tree: Tree, model: Quantity | None, reading: Reading) -> bool:
    """Say whether a sum is of one figure, in the unit that it is compared in: no sum to show."""
    if tree.kind != "call" or tree.text not in ("sum", "min", "max"):
        return False
    figures = [one for role in _roles_in_order(tree) for one in reading.many(role)]
    plain = all(part.kind == "role" for part in tree.parts)
    return plain and len(figures) == 1 and (model is None or model.unit == figures[0].unit)


def _model(tree: Tree, other: Tree, reading: Reading) -> Quantity | None:
    """Return the figure in whose style a side is printed: the one it is compared with, if any."""
    _, dimension = reading.amount(tree)
    for side in (other, tree):
        for role in _roles_in_order(side):
            for quantity in reading.many(role):
                if _goes(dimension, reading.figure(quantity)[1]):
                    return quantity
    return None


def _goes(dimension: str, of_model: str) -> bool:
    """Say whether a figure can lend its style: a share is printed like a percentage."""
    return dimension == of_model or (dimension == "ratio" and of_model == "share")


def _roles_in_order(tree: Tree) -> Iterator[Tree]:
    if tree.kind == "role":
        yield tree
    for part in tree.parts:
        yield from _roles_in_order(part)


def _value(tree: Tree, model: Quantity | None, reading: Reading) -> str:
    values, dimension = reading.amount(tree)
    assert values.low is not None
    return _print(values.low, dimension, model, reading)


def _print(value: Rational, dimension: str, model: Quantity | None, reading: Reading) -> str:
    if model is None or model.figure is None:
        if dimension in ("ratio", "share") and -1 < value < 1:
            return digits(value * 100, exact_decimals(value * 100, 0)) + "%"
        return digits(value, exact_decimals(value, 2))
    own = own_unit(value, model, reading)
    few = exact_decimals(quotient(own, model.figure.scale), model.figure.decimals)
    return in_style(own, model, Manner(few, apart=True, words=False))


def own_unit(value: Rational, model: Quantity, reading: Reading) -> Rational:
    """Turn an amount of the reading's into the unit in which a figure is printed."""
    unit = model.unit
    if model.kind in ("percent", "points"):
        return quotient(value, per_cent(model))
    if unit is not None and unit.dimension == "share":
        return quotient(value, unit.factor)
    if unit is None or not reading.based:
        return value
    if reading.relation.difference:
        return quotient(value, unit.factor)
    return unit.from_base(value)


def _spread(tree: Tree, model: Quantity | None, reading: Reading) -> str:
    """Say between what a sum of rounded figures may lie, where rounding is no excuse."""
    tight = Reading(reading.relation, TIGHT)
    tight.based = reading.based
    values, dimension = tight.amount(tree)
    if values.low is None or values.high is None or values.low == values.high:
        return ""
    ends = [_print(end, dimension, model, reading) for end in (values.low, values.high)]
    return f" ({ends[0]} to {ends[1]})" if ends[0] != ends[1] else ""


# -------------------------------------------------------------------------------- expressions


def _expression(tree: Tree, reading: Reading) -> tuple[str, int]:
    """Write an expression with its figures in it, and how tightly it holds together."""
    parts = tree.parts
    if tree.kind == "number":
        gap = " " if tree.unit else ""
        return decimal(tree.value) + gap + tree.text, 6
    if tree.kind == "role":
        hedged = reading.relation.kind != "bound"
        return _listed([_operand(one, hedged) for one in reading.printed(tree)])
    if tree.kind == "field":
        return f"{tree.text} of {_expression(parts[0], reading)[0]}", 6
    if tree.kind == "minus":
        return "−" + _within(parts[0], reading, 6), 6
    if tree.kind == "arithmetic":
        sign, mine = _SIGNS[tree.text]
        return _within(parts[0], reading, mine) + sign + _within(parts[1], reading, mine + 1), mine
    return _call(tree, reading)


def _within(tree: Tree, reading: Reading, least: int) -> str:
    text, mine = _expression(tree, reading)
    return f"({text})" if mine < least else text


def _listed(operands: list[str], sign: str = " + ") -> tuple[str, int]:
    return sign.join(operands), 6 if len(operands) == 1 else 4


def _call(tree: Tree, reading: Reading) -> tuple[str, int]:
    parts = tree.parts
    match tree.text:
        case "count":
            return str(len(reading.many(parts[0]))), 6
        case "share":
            return f"{_within(parts[0], reading, 5)} ÷ {_within(parts[1], reading, 6)}", 5
        case "change":
            old, new = _within(parts[0], reading, 5), _within(parts[1], reading, 5)
            return f"({new} − {old}) ÷ {_within(parts[0], reading, 6)}", 5
        case "printed":
            return _expression(parts[0], reading)
        case "abs":
            return f"|{_expression(parts[0], reading)[0]}|", 6
        case "sum":
            return _listed([_within(part, reading, 4) for part in parts])
    figures = [_expression(part, reading)[0].replace(" + ", ", ") for part in parts]
    return f"the {'smallest' if tree.text == 'min' else 'largest'} of {', '.join(figures)}", 6


def _operand(quantity: Quantity, hedged: bool = False) -> str:
    """Print a figure as it stands, number words in digits."""
    figure, hedge = quantity.figure, quantity.hedge
    in_digits = figure is None or (quantity.text and not figure.worded)
    if figure is None or in_digits or figure.vague or quantity.kind == "ratio":
        text = quantity.text
    else:
        few = exact_decimals(quotient(figure.value, figure.scale), figure.decimals)
        text = in_style(figure.value, quantity, Manner(few, words=False))
    if hedge is None or not hedged:
        return text
    before = hedge.span.start <= quantity.span.start
    return f"{hedge.text} {text}" if before else f"{text} {hedge.text}"


# -------------------------------------------------------------------------------- conversions


def _restating(given: Quantity, other: Quantity, reading: Reading, verdict: Verdict) -> str:
    """Write out a conversion: `300 m = 984 ft ≠ 1,200 ft`."""
    sign = "≠" if verdict == "broken" else "?" if verdict == "undecided" else "≈"
    a, b = given.figure, other.figure
    if verdict == "undecided" or a is None or b is None:
        return f"{given.text} ? {other.text}"
    shown, against = _operand(given), _operand(other)
    ends = [own_unit(end, other, reading) for end in _printed(given, reading)]
    if tuple(ends) == ((b.value, other.upper.value) if other.upper else (b.value,)):
        sign = "="
    note = note_on(given, other, ends[0], reading.relation.difference) if sign == "≠" else ""
    same = given.unit == other.unit and given.kind == other.kind
    few = max(exact_decimals(quotient(end, b.scale), b.decimals) for end in ends)
    manner = Manner(few, apart=sign != "=", words=False)
    between = in_style(ends[0], other, manner, ends[1] if len(ends) > 1 else None)
    if same or (sign == "=" and between == against):
        return f"{shown} {sign} {against}{note}"
    return f"{shown} = {between} {sign} {against}{note}"


def _printed(quantity: Quantity, reading: Reading) -> list[Rational]:
    """Return the one or two numbers of a figure, in the reading's units."""
    values, _ = reading.figure(quantity)
    ends = [values.low, values.high] if quantity.is_range else [values.low]
    return [end for end in ends if end is not None]
