"""The laws of comparing: nothing that is wider is stricter."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st
from made_up import q, tie

from numcheck.judge.amounts import NO, UNKNOWN, YES
from numcheck.judge.evaluate import TIGHT, Reading, verdict_of
from numcheck.judge.written.expression import parse
from numcheck.judge.written.typing import find_unit
from numcheck.model.interval import Interval
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation

TREES = [
    parse(text, {"whole": False, "part": False}, find_unit)
    for text in (
        "part <= whole", "part < whole", "part ~= whole", "part = whole", "part != whole",
        "part + 3 ~= whole", "whole - part > 2", "share(part, whole) ~= 50%", "part * 2 >= whole",
        "change(part, whole) > 10%", "max(part, whole) ~= 40", "abs(part - whole) < 5",
        "not part ~= whole", "not part < whole", "part < 5 or whole < 9", "part < 9 and whole > 7",
    )
]  # fmt: skip
VERDICTS = ("broken", "undecided", "strained", "holds")
small = st.fractions(min_value=-50, max_value=50, max_denominator=4)


def bounded(low: Fraction, high: Fraction) -> Quantity:
    return q("1", figure=Figure("", low, bounds=Interval(low, high)))


def between(part: Quantity, whole: Quantity) -> Relation:
    return tie("share", part=part, whole=whole)


@given(
    st.sampled_from(TREES), st.lists(small, min_size=6, max_size=6).map(sorted), small, st.data()
)
def test_widening_never_breaks_what_holds(
    tree: object, ends: list[Fraction], other: Fraction, data: st.DataObject
) -> None:
    whole = bounded(other, other + data.draw(st.integers(0, 3)))
    narrow, wide = bounded(ends[2], ends[3]), bounded(ends[1], ends[4])
    first = verdict_of(tree, between(narrow, whole))
    if first == "holds":
        assert verdict_of(tree, between(wide, whole)) != "broken"
        assert verdict_of(tree, between(whole, whole)) in VERDICTS


@given(st.sampled_from(TREES), small, small, st.sampled_from(["about", "more than", "at most"]))
def test_a_hedge_never_breaks_what_holds(
    tree: object, part: Fraction, whole: Fraction, hedge: str
) -> None:
    plain = q("1", figure=Figure("", part)), q("1", figure=Figure("", whole))
    hedged = q("1", figure=Figure("", part), hedge=hedge)
    if verdict_of(tree, between(*plain)) == "holds":
        assert verdict_of(tree, between(hedged, plain[1])) != "broken"


@given(st.sampled_from(TREES), st.sampled_from(TREES), small, small, st.integers(0, 4))
def test_and_or_and_not_keep_to_their_laws(
    one: object, two: object, part: Fraction, whole: Fraction, slack: int
) -> None:
    reading = Reading(between(bounded(part, part + slack), bounded(whole, whole + slack)), TIGHT)
    a, b = str(one), str(two)
    roles = {"whole": False, "part": False}

    def truth(text: str) -> int:
        return reading.truth(parse(text, roles, find_unit))

    assert truth(f"not (not ({a}))") == truth(a)
    assert truth(f"({a}) and ({b})") == truth(f"({b}) and ({a})")
    if UNKNOWN not in (truth(a), truth(b)):
        assert truth(f"not (({a}) and ({b}))") == truth(f"(not ({a})) or (not ({b}))")


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_points_are_compared_exactly(part: int, whole: int) -> None:
    truths = {
        "<=": part <= whole, "<": part < whole, "~=": part == whole, "=": part == whole,
        ">": part > whole, ">=": part >= whole, "!=": part != whole,
    }  # fmt: skip
    figures = [bounded(Fraction(end), Fraction(end)) for end in (part, whole)]
    for sign, true in truths.items():
        tree = parse(f"part {sign} whole", {"whole": False, "part": False})
        assert Reading(between(*figures), TIGHT).truth(tree) == (YES if true else NO)
