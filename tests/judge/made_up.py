"""Figures and ties made up by hand, as the extractor and the finders would make them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from numcheck.judge import Decision, judge
from numcheck.judge.rule import Rule
from numcheck.judge.written.loader import load_rule
from numcheck.lexicon.units import unit_named
from numcheck.model.interval import Interval, Rational
from numcheck.model.quantity import Direction, Figure, Hedge, Quantity
from numcheck.model.relation import Relation, Role
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.record import replace

SCALES = {"thousand": 10**3, "million": 10**6, "m": 10**6, "bn": 10**9, "tn": 10**12}
NUMBER_WORDS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_PRINT = re.compile(r"(\d[\d,\u202f]*(?:[.·]\d+)?)(?:\s?(thousand|million|bn|tn|m(?=\Z|\s)))?")
GRAMMES = {"share": "percent", "points": "points", "time": "duration"}


def figure(printed: str, scaled: bool = True) -> Figure:
    """Read "1,200", "1.2 million" or "twelve" as a figure."""
    if printed.lower() in NUMBER_WORDS:
        value = NUMBER_WORDS.index(printed.lower())
        return Figure(printed, value, worded=True)
    match = _PRINT.match(printed)
    assert match, printed
    digits = match[1].replace(",", "").replace("·", ".").replace("\u202f", "")
    decimals = len(digits.partition(".")[2])
    scale = SCALES[match[2]] if match[2] and scaled else 1
    grain = Fraction(scale, 10**decimals)
    whole = int(digits.replace(".", ""))
    coarse = grain
    while whole and whole % 10 == 0:
        whole, coarse = whole // 10, coarse * 10
    if whole > 10 and whole % 10 == 5:
        coarse *= 5
    value = Fraction(digits) * scale
    shown = match[0] if match[2] and scaled else match[1]
    return Figure(
        shown, _plain(value), _plain(grain), _plain(coarse), decimals, scale,
        match[2] or "" if scaled else "",
    )  # fmt: skip


def _plain(value: Fraction) -> Rational:
    return value.numerator if value.denominator == 1 else value


def q(text: str, unit: str = "", hedge: Direction | None = None, **given: Any) -> Quantity:
    """Make a figure with its unit: q("300 m", "metre"), q("12", counts="people").

    A minus sign or a second number after a dash or "to" is read too.
    """
    units = tuple(unit_named(name) for name in unit.split("|")) if unit else ()
    kind = given.pop("kind", None) or _kind(units, text)
    numbers = re.findall(r"\d[\d,.]*\d|\d", text)
    first = given.pop("figure", None)
    if first is None:
        start = text[text.find(numbers[0]) :] if numbers else text.split(" ")[0]
        first = figure(start, kind != "measure")
    if re.match(r"[-−]|minus ", text):
        first = replace(first, value=-first.value)
    upper = figure(numbers[1], False) if len(numbers) > 1 and given.pop("range", False) else None
    at = given.pop("at", 0)
    told = Hedge(hedge, hedge, Span(at, at), given.pop("slight", False)) if hedge else None
    noun = (given.get("counts") or "").split(" ")[-1].rstrip("s") or None
    return Quantity(
        Span(at, at + len(text)), text, kind, first, upper, units[0] if units else None, units,
        noun=noun, hedge=told, **given,
    )  # fmt: skip


def _kind(units: tuple[Unit, ...], text: str) -> str:
    if not units:
        return "count"
    dimension = units[0].dimension
    if dimension.startswith("money"):
        return "money"
    return GRAMMES.get(dimension, "measure")


def share(text: str, value: Fraction, low: Fraction, high: Fraction, **given: Any) -> Quantity:
    """Make a share in words, with the set for which it stands."""
    bounds = Interval(low, high)
    return q(text, kind="ratio", figure=Figure(text, value, worded=True, bounds=bounds), **given)


def tie(kind: str, **roles: Any) -> Relation:
    """Tie figures; what is no figure is a field of the relation (strict, difference, derived)."""
    named: dict[str, Role] = {}
    fields: dict[str, Any] = {}
    for name, what in roles.items():
        if isinstance(what, Quantity):
            named[name] = what
        elif isinstance(what, list):
            named[name] = tuple(what)
        else:
            fields[name] = what
    return Relation(kind, named, Span(0, 0), **fields)


def rule(match: str, check: str, message: str = "it is wrong", **given: str) -> Rule:
    """Make a rule with the least that a rule needs."""
    roles = match.partition("(")[2].rstrip(")").split(",")
    shown = " ".join("{" + role.strip() + "}" for role in roles)
    lines = [
        "rule: Figures agree.", "why: They must.", f"match: {match}", f'check: "{check}"',
        f'message: "{message} {shown}"' if message == "it is wrong" else f'message: "{message}"',
        "severity: error", "good: [One., Two.]", "bad: [{text: Three., says: it is wrong}]",
    ]  # fmt: skip
    lines += [f'where: "{given["where"]}"'] if "where" in given else []
    suggest = {key: text for key, text in given.items() if key != "where"}
    if suggest:
        lines += ["suggest:", *(f'  {role}: "{text}"' for role, text in suggest.items())]
    return load_rule("\n".join(lines), "made-up.yaml")


def decided(law: Rule, relation: Relation) -> Decision:
    """Return the one decision of a rule on a relation."""
    decisions = list(judge([law], [relation]))
    assert len(decisions) == 1, decisions
    return decisions[0]
