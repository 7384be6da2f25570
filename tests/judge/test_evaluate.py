"""What holds, what is strained, what is broken, and what cannot be said."""

from __future__ import annotations

from fractions import Fraction

import pytest
from made_up import decided, q, rule, share, tie

from numcheck.judge import judge
from numcheck.judge.amounts import MAYBE, NO, UNKNOWN, YES
from numcheck.judge.evaluate import LOOSE, TIGHT, Reading, verdict_of
from numcheck.judge.written.expression import parse
from numcheck.judge.written.typing import find_unit
from numcheck.model.quantity import Figure, Quantity
from numcheck.record import replace

WITHIN = rule("parts(whole, parts)", "sum(parts) <= whole")
FILLS = rule("split(whole, parts)", "sum(parts) ~= whole")
SHARE = rule("share(part, whole, percent)", "share(part, whole) ~= percent")
CHANGE = rule("change(old, new, percent)", "change(old, new) ~= percent")
UPWARD = rule("range(low, high)", "low <= high")


def within(whole: Quantity, *parts: Quantity, **fields: bool) -> str:
    return decided(WITHIN, tie("parts", whole=whole, parts=list(parts), **fields)).verdict


def fills(whole: Quantity, *parts: Quantity, **fields: bool) -> str:
    return decided(FILLS, tie("split", whole=whole, parts=list(parts), **fields)).verdict


def shared(part: str, whole: str, percent: str, **fields: bool) -> str:
    roles = {"part": q(part), "whole": q(whole), "percent": q(percent, "percent")}
    return decided(SHARE, tie("share", **roles, **fields)).verdict


def dollars(text: str, **given: str) -> Quantity:
    return q(text, "US dollar", **given)


def test_small_counts_are_exact() -> None:
    assert within(q("12"), q("8"), q("4")) == "holds"
    assert within(q("12"), q("8"), q("5")) == "broken"
    assert within(q("1,200"), q("1,450")) == "broken"


def test_a_round_count_may_be_rounded_unless_the_tie_is_strict() -> None:
    assert within(q("2,000"), q("1,500"), q("600")) == "strained"
    assert within(q("2,000"), q("1,500"), q("600"), strict=True) == "broken"


def test_sums_of_rounded_figures_only_have_to_meet() -> None:
    parts = [dollars("$2.3m"), dollars("$4.8m"), dollars("$3.4m")]
    assert fills(dollars("$10.4m"), *parts) == "holds"
    assert fills(dollars("$10.9m"), *parts) == "broken"
    percents = [q("44%", "percent"), q("42%", "percent"), q("13%", "percent")]
    assert fills(q("100%", "percent"), *percents) == "holds"
    assert fills(q("104%", "percent"), *percents) == "broken"


def test_a_percentage_is_a_quotient_rounded() -> None:
    assert shared("300", "1,200", "25%") == "holds"
    assert shared("300", "1,200", "35%") == "broken"
    assert shared("7", "12", "58%") == "holds"
    assert shared("7", "12", "58.6%") == "broken"


def test_a_last_digit_one_off_is_strained_and_two_are_not() -> None:
    assert shared("22", "27", "82%") == "strained"  # 81.48, rounded the wrong way
    assert shared("22", "27", "83%") == "broken"
    assert shared("829", "853", "97.1%") == "strained"  # 97.19
    assert shared("829", "853", "96.9%") == "broken"
    assert shared("829", "853", "97.1%", strict=True) == "strained"


def test_cut_off_digits_do_not_excuse_a_sum_of_whole_points() -> None:
    majority = rule("change(old, new, percent)", "new - old ~= percent")
    figures = {"old": q("47%", "percent"), "new": q("51%", "percent")}
    six = q("six-point", "percentage point", figure=Figure("six", 6, worded=True))
    assert decided(majority, tie("change", **figures, percent=six)).verdict == "broken"


def test_a_change_is_counted_from_the_old_figure() -> None:
    for old, new, percent, verdict in [
        ("£52m", "£62.4m", "20%", "holds"), ("£52m", "£62.4m", "30%", "broken"),
    ]:  # fmt: skip
        figures = {"old": q(old, "pound sterling"), "new": q(new, "pound sterling")}
        relation = tie("change", **figures, percent=q(percent, "percent"))
        assert decided(CHANGE, relation).verdict == verdict


def test_nothing_is_said_of_nothing() -> None:
    assert shared("0", "0", "50%") == "undecided"
    assert within(q("5 km", "kilometre"), q("3 kg", "kilogram")) == "undecided"
    assert within(dollars("$5m"), q("£4m", "pound sterling")) == "undecided"
    assert within(q("12"), q("yesterday", kind="date", figure=Figure("", 3))) == "holds"
    dated = replace(q("3"), figure=None, kind="date")
    assert within(q("12"), dated) == "undecided"


def test_units_convert_by_themselves() -> None:
    assert within(q("5 km", "kilometre"), q("1,200 m", "metre"), q("2 miles", "mile")) == "holds"
    assert within(q("5 km", "kilometre"), q("4,900 m", "metre"), q("2 miles", "mile")) == "broken"
    hotter = rule("range(low, high)", "low < high")
    pair = {"low": q("21C", "degree Celsius"), "high": q("41F", "degree Fahrenheit")}
    assert decided(hotter, tie("range", **pair)).verdict == "broken"


def test_a_speed_times_a_time_is_a_length() -> None:
    far = rule("share(part, whole, percent)", "part * whole ~= percent")
    speed, time = q("60 mph", "mile per hour"), q("2 hours", "hour")
    for miles, verdict in (("120 miles", "holds"), ("300 miles", "broken")):
        relation = tie("share", part=speed, whole=time, percent=q(miles, "mile"))
        assert decided(far, relation).verdict == verdict
    slow = rule("share(part, whole, percent)", "percent / whole ~= part")
    relation = tie("share", part=speed, whole=time, percent=q("400 miles", "mile"))
    assert decided(slow, relation).verdict == "broken"


@pytest.mark.parametrize(("low", "high"), [("15", "10cm"), ("7", "6cm"), ("100", "90cm")])
def test_no_rounding_turns_a_range_round(low: str, high: str) -> None:
    pair = {"low": q(low, "centimetre"), "high": q(high, "centimetre")}
    assert decided(UPWARD, tie("range", **pair)).verdict == "broken"
    pair = {"low": pair["high"], "high": pair["low"]}
    assert decided(UPWARD, tie("range", **pair)).verdict == "holds"


# ----------------------------------------------------------------------------------- hedges


@pytest.mark.parametrize(
    ("hedge", "parts", "verdict"),
    [
        ("more than", "600", "holds"),
        ("more than", "500", "holds"),
        ("at least", "777", "holds"),
        ("at most", "600", "broken"),
        ("nearly", "460", "holds"),
        ("about", "545", "holds"),
        ("about", "777", "broken"),
    ],
)
def test_a_hedge_widens_what_passes(hedge: str, parts: str, verdict: str) -> None:
    assert fills(q("500", hedge=hedge), q(parts), strict=True) == verdict


def test_a_hedge_is_the_claim_only_in_a_bound() -> None:
    bound = rule("split(whole, parts)", "sum(parts) ~= whole")
    keeps = bound._replace(kind="bound")
    for figure, verdict in (("4,780", "broken"), ("5,212", "holds")):
        relation = tie("bound", whole=q("5,000", hedge="more than"), parts=[q(figure)])
        assert next(judge([keeps], [relation])).verdict == verdict
    third = share(
        "a third", Fraction(1, 3), Fraction(31, 100), Fraction(36, 100), hedge="more than"
    )
    relation = tie("bound", whole=third, parts=[q("29%", "percent")])
    assert next(judge([keeps], [relation])).verdict == "broken"


# --------------------------------------------------------------------------------- readings


def test_one_variety_of_a_unit_that_fits_is_enough() -> None:
    again = rule("aside(given, other)", "given restates other")
    for gallons, verdict in [
        ("US gallon|imperial gallon", "holds"), ("imperial gallon|US gallon", "holds"),
        ("imperial gallon", "broken"),
    ]:  # fmt: skip
        pair = {"given": q("9,000 gallons", gallons), "other": q("34,000 litres", "litre")}
        assert decided(again, tie("aside", **pair)).verdict == verdict


def test_gallons_are_british_or_american_throughout() -> None:
    open_gallons = "US gallon|imperial gallon"
    whole, parts = q("93 gallons", open_gallons), [q("104 gallons", open_gallons)]
    assert within(whole, *parts) == "broken"


def test_a_letter_that_may_be_a_unit_or_a_scale_is_tried_as_both() -> None:
    metres = q("300m", "metre")
    millions = q("300m", figure=Figure("300m", 300_000_000, 1_000_000, 10**8, 0, 10**6, "m"))
    either = replace(millions, other_readings=(metres,))
    again = rule("aside(given, other)", "given restates other",
                 where="given.measures = other.measures")  # fmt: skip
    for feet, verdict in (("984 ft", "holds"), ("1,200 ft", "broken")):
        decision = decided(again, tie("aside", given=either, other=q(feet, "foot")))
        assert decision.verdict == verdict
        assert decision.read.roles["given"].unit.name == "metre"


def test_all_letters_of_a_list_are_tried_together() -> None:
    def either(text: str) -> Quantity:
        metres, scaled = q(text, "metre"), q(text, kind="count")
        return replace(metres, other_readings=(scaled,))

    parts = [either(f"{number}m") for number in range(1, 8)]
    assert within(q("28", figure=Figure("28m", 28_000_000)), *parts) == "holds"
    assert within(q("20", figure=Figure("20m", 20_000_000)), *parts) == "undecided"


# ------------------------------------------------------------------------- where and fields


def test_a_rule_is_silent_where_it_is_not_meant() -> None:
    meant = rule("parts(whole, parts)", "sum(parts) <= whole", where="whole < 100")
    for whole, part, verdicts in [("50", "60", ["broken"]), ("500", "600", [])]:
        relation = tie("parts", whole=q(whole), parts=[q(part)])
        assert [one.verdict for one in judge([meant], [relation])] == verdicts


def test_where_it_cannot_be_told_whether_a_rule_is_meant_it_is_undecided() -> None:
    meant = rule("parts(whole, parts)", "sum(parts) <= whole", where="whole.counts = whole.counts")
    nameless, named = q("50"), q("50", counts="boats")
    assert decided(meant, tie("parts", whole=nameless, parts=[q("60")])).verdict == "undecided"
    assert decided(meant, tie("parts", whole=named, parts=[q("60")])).verdict == "broken"


@pytest.mark.parametrize(
    ("where", "truth"),
    [
        ("whole.unit = mile", YES), ("whole.unit = kilometre", NO), ("not whole.unit = mile", NO),
        ("whole.measures = length", YES),
        ("whole.system = imperial", YES), ("whole.hedge = none", NO), ("whole.hedge = about", YES),
        ("whole.place = headline", YES), ("whole.kind = measure", YES),
        ("whole.decimals = 2", YES),
        ("whole.digits = 3", YES), ("whole.weekday = Monday", UNKNOWN), ("parts.kind = count", YES),
        ("parts.kind = measure", NO), ("parts.kind != measure", YES), ("count(parts) = 2", YES),
        ("whole.counts = parts.counts", UNKNOWN), ("whole < 20 km", YES),
        ("whole > 9 miles", MAYBE),
        ("max(parts) = 7", YES), ("min(parts) = 7", NO), ("abs(0 - sum(parts)) = 12", YES),
        ("printed(whole) = 9.5", UNKNOWN), ("printed(whole) = 9.5 miles", YES),
        ("printed(sum(parts)) = 12", YES), ("printed(whole) < 9.49 miles", NO),
        ("whole < 20 km and count(parts) = 2", YES),
        ("whole < 20 kg", UNKNOWN), ("whole < 20 kg or count(parts) = 2", YES),
        ("whole < 20 kg and count(parts) = 3", NO), ("not whole < 20 kg", UNKNOWN),
    ],
)  # fmt: skip
def test_what_a_field_says(where: str, truth: int) -> None:
    whole = q("9.50 miles", "mile", hedge="about", place="headline")
    relation = tie("parts", whole=whole, parts=[q("5", counts="x"), q("7")])
    tree = parse(where, {"whole": False, "parts": True}, find_unit)
    assert Reading(relation, TIGHT).truth(tree) == truth


def test_money_of_any_currency_is_money() -> None:
    relation = tie("range", low=dollars("$5m"), high=q("£4m", "pound sterling"))
    roles = {"low": False, "high": False}
    for where, truth in [("low.measures = money", YES), ("low.measures = high.measures", NO)]:
        assert Reading(relation, LOOSE).truth(parse(where, roles)) == truth


def test_a_weekday_is_a_word() -> None:
    day = replace(q("3"), figure=None, kind="date", parts={"weekday": 0})
    told = replace(day, parts={"weekday": "Tuesday"})
    relation = tie("range", low=day, high=told)
    tree = parse("low.weekday = high.weekday", {"low": False, "high": False})
    assert Reading(relation, TIGHT).truth(tree) == NO
    assert verdict_of(tree, relation) == "broken"


def test_what_a_finder_works_out_is_exact() -> None:
    whole = q("100%", "percent", figure=Figure("100", 100, 1, 100))
    parts = [q("54%", "percent"), q("48%", "percent")]
    assert fills(whole, *parts) == "strained"
    relation = replace(tie("split", whole=whole, parts=parts), derived=frozenset({"whole"}))
    assert decided(FILLS, relation).verdict == "broken"
