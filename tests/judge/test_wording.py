"""What a reader is told: the message, the sum, the figure that would fit."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

import pytest
from made_up import decided, q, rule, share, tie

from numcheck.judge import Decision
from numcheck.judge.printing.numerals import in_style
from numcheck.lexicon.units import unit_named
from numcheck.model.quantity import Figure, Hedge
from numcheck.model.span import Span
from numcheck.record import replace

AGAIN = rule(
    "aside(given, other)", "given restates other",
    message="{given} is {given like other}, not {other}",
    other="{given like other}", given="{other like given}",
)  # fmt: skip
WITHIN = rule("parts(whole, parts)", "sum(parts) <= whole", message="{parts} out of {whole}")
FILLS = rule("split(whole, parts)", "sum(parts) ~= whole", message="{sum(parts)}, not {whole}",
             whole="{sum(parts) like whole}")  # fmt: skip
SHARE = rule(
    "share(part, whole, percent)", "share(part, whole) ~= percent",
    message="{part} of {whole} is {share(part, whole) like percent}, not {percent}",
    percent="{share(part, whole) like percent}",
)  # fmt: skip


def again(first: str, unit: str, second: str, into: str, **fields: Any) -> Decision:
    return decided(AGAIN, tie("aside", given=q(first, unit), other=q(second, into), **fields))


def texts(decision: Decision) -> list[str]:
    return [text for _, text in decision.suggestion]


@pytest.mark.parametrize(
    ("first", "unit", "second", "into", "message", "working", "instead"),
    [
        ("300 m", "metre", "1,200 ft", "foot", "300 m is 984 ft, not 1,200 ft",
         "300 m = 984 ft ≠ 1,200 ft", ["984 ft", "366 m"]),
        ("26 miles", "mile", "58 km", "kilometre", "26 miles is 42 km, not 58 km",
         "26 miles = 41.8 km ≠ 58 km", ["42 km", "36 miles"]),
        ("61 kg", "kilogram", "150 lb", "pound", "61 kg is 134 lb, not 150 lb",
         "61 kg = 134 lb ≠ 150 lb", ["134 lb", "68 kg"]),
        ("1 mile", "mile", "5 meters", "metre", "1 mile is 1,609 meters, not 5 meters",
         "1 mile = 1,609 meters ≠ 5 meters", ["1,609 meters", "0.0031 miles"]),
        ("£1.2bn", "pound sterling", "£120m", "pound sterling", "£1.2bn is £1,200m, not £120m",
         "£1.2bn ≠ £120m; out by a factor of 10", ["£1,200m", "£0.12bn"]),
        ("21C", "degree Celsius", "61F", "degree Fahrenheit", "21C is 70F, not 61F",
         "21C = 69.8F ≠ 61F", ["70F", "16C"]),
        ("-5C", "degree Celsius", "41F", "degree Fahrenheit", "-5C is 23F, not 41F",
         "-5C = 23F ≠ 41F", ["23F", "5C"]),
        ("200 nautical miles", "nautical mile", "320 km", "kilometre",
         "200 nautical miles is 370 km, not 320 km",
         "200 nautical miles = 370 km ≠ 320 km; 320 km fits 200 miles",
         ["370 km", "173 nautical miles"]),
        ("9,000 UK gallons", "imperial gallon", "34000 litres", "litre",
         "9,000 UK gallons is 40915 litres, not 34000 litres",
         "9,000 UK gallons = 40915 litres ≠ 34000 litres; 34000 litres fits 9,000 US gallons",
         ["40915 litres", "7,479 UK gallons"]),
        ("40 mpg", "mile per imperial gallon", "14 l/100km", "litre per 100 kilometres",
         "40 mpg is 7 l/100km, not 14 l/100km", "40 mpg = 7.06 l/100km ≠ 14 l/100km",
         ["7 l/100km", "20 mpg"]),
    ],
)  # fmt: skip
def test_a_wrong_conversion_is_told_in_the_style_of_the_copy(
    first: str, unit: str, second: str, into: str, message: str, working: str, instead: list[str]
) -> None:
    decision = again(first, unit, second, into)
    assert decision.verdict == "broken"
    assert (decision.message, decision.working) == (message, working)
    assert texts(decision) == instead


def test_a_right_conversion_shows_its_sum_and_suggests_nothing() -> None:
    decision = again("5 miles", "mile", "8 km", "kilometre")
    assert decision.working == "5 miles = 8.05 km ≈ 8 km"
    assert decision.message == AGAIN.rule
    assert decision.suggestion == ()
    assert again("2 km", "kilometre", "2,000 m", "metre").working == "2 km = 2,000 m"


def test_what_is_strained_is_a_note_with_a_suggestion() -> None:
    decision = again("1 mile", "mile", "2 km", "kilometre")
    assert (decision.verdict, decision.severity) == ("strained", "note")
    assert decision.working == "1 mile = 1.61 km ≈ 2 km"
    assert texts(decision) == ["1.6 km", "1.24 miles"]


def test_a_difference_is_told_without_its_offset() -> None:
    decision = again("3C", "degree Celsius", "37.4F", "degree Fahrenheit", difference=True)
    assert decision.message == "3C is 5.4F, not 37.4F"
    assert decision.working == "3C = 5.4F ≠ 37.4F"


def test_a_range_is_told_end_by_end() -> None:
    pair = {"given": q("8 to 75 cm", "centimetre", range=True),
            "other": q("3 to 20 inches", "inch", range=True)}  # fmt: skip
    decision = decided(AGAIN, tie("aside", **pair))
    assert decision.message == "8 to 75 cm is 3.1 to 30 inches, not 3 to 20 inches"
    assert decision.working == "8 to 75 cm = 3.15 to 29.53 inches ≠ 3 to 20 inches"
    assert texts(decision) == ["3.1 to 30 inches", "7.6 to 51 cm"]


def test_feet_and_inches_are_told_in_feet_and_inches() -> None:
    feet = Figure("5ft 10in", Fraction(35, 6), Fraction(1, 12), Fraction(1, 12))
    stones = Figure("11st 6lb", 160)
    tall = q("5ft 10in", "foot", figure=feet)
    heavy = q("11st 6lb", "pound", figure=stones)
    decision = decided(AGAIN, tie("aside", given=tall, other=q("1.58 m", "metre")))
    assert texts(decision) == ["1.78 m", "5ft 2in"]
    decision = decided(AGAIN, tie("aside", given=q("60kg", "kilogram"), other=heavy))
    assert decision.message == "60kg is 9st 6lb, not 11st 6lb"
    assert in_style(unit_named("metre").convert(Fraction("1.825"), tall.unit), tall) == "6ft 0in"


def test_the_sum_is_drawn_from_the_checks_own_tree() -> None:
    def told(law: Any, kind: str, **roles: Any) -> str:
        return decided(law, tie(kind, **roles)).working

    parts = [q("8", counts="children"), q("5", counts="nurses")]
    assert told(WITHIN, "parts", whole=q("12"), parts=parts) == "8 + 5 = 13 > 12"
    assert told(WITHIN, "parts", whole=q("12"), parts=[q("14")]) == "14 > 12"
    assert told(WITHIN, "parts", whole=q("13"), parts=parts) == "8 + 5 = 13 ≤ 13"
    assert told(FILLS, "split", whole=q("13"), parts=parts) == "8 + 5 = 13 = 13"
    worded = [q("eight"), q("five")]
    assert told(WITHIN, "parts", whole=q("Twelve"), parts=worded) == "8 + 5 = 13 > 12"
    figures = {"part": q("7"), "whole": q("12")}
    wrong, right = q("52%", "percent"), q("58%", "percent")
    assert told(SHARE, "share", **figures, percent=wrong) == "7 ÷ 12 = 58.3% ≠ 52%"
    assert told(SHARE, "share", **figures, percent=right) == "7 ÷ 12 = 58.3% ≈ 58%"
    nothing = {"part": q("7"), "whole": q("0")}
    assert told(SHARE, "share", **nothing, percent=right) == "7 ÷ 0 ? 58%"


def test_a_sum_of_rounded_figures_says_how_far_rounding_goes() -> None:
    parts = [q("41%", "percent"), q("33%", "percent"), q("23%", "percent")]
    decision = decided(FILLS, tie("split", whole=q("100%", "percent"), parts=parts, strict=True))
    assert decision.verdict == "strained"  # each may have been cut off
    assert decision.working == "41% + 33% + 23% = 97% ≈ 100%"
    parts[2] = q("14%", "percent")
    decision = decided(FILLS, tie("split", whole=q("100%", "percent"), parts=parts, strict=True))
    assert decision.working == "41% + 33% + 14% = 88% (86.5% to 89.5%) ≠ 100%"
    assert decision.message == "88%, not 100%"


@pytest.mark.parametrize(
    ("check", "working"),
    [
        ("change(old, new) ~= percent", "(120 − 160) ÷ 160 = −25% ≠ 40%"),
        ("abs(change(old, new)) ~= percent", "|(120 − 160) ÷ 160| = 25% ≠ 40%"),
        ("(old + new) * 2 = 5", "(160 + 120) × 2 = 560 ≠ 5"),
        ("old - (new - 3) < 7", "160 − (120 − 3) = 43 ≥ 7"),
        ("max(old, new) < 7", "the largest of 160, 120 = 160 ≥ 7"),
        ("200 < min(old, new)", "200 ≥ the smallest of 160, 120 = 120"),
        ("old ~= new or old > 900", "160 ≠ 120; 160 ≤ 900"),
        ("old > 1 and old < new", "160 ≥ 120"),
        ("not old > new", "160 > 120"),
        ("-old > new", "−160 ≤ 120"),
        ("old.digits = 1", "digits of 160 = 2 ≠ 1"),
        ("percent.unit = metre", "percent ≠ metre"),
        ("old.hedge = none and old < new", "160 ≥ 120"),
        ("new < 50", "120 ≥ 50"),
        ("percent < 30%", "40% ≥ 30%"),
    ],
)  # fmt: skip
def test_every_operator_has_its_sign(check: str, working: str) -> None:
    law = rule("change(old, new, percent)", check)
    roles = {"old": q("160"), "new": q("120"), "percent": q("40%", "percent")}
    decision = decided(law, tie("change", **roles, strict=True))
    assert (decision.verdict, decision.working) == ("broken", working)


def test_a_bound_is_told_by_its_side() -> None:
    law = rule("split(whole, parts)", "sum(parts) ~= whole")._replace(kind="bound")
    limit = replace(q("5,000", hedge="more than"), hedge=Hedge("more than", "over", Span(0, 0)))
    relation = tie("bound", whole=limit, parts=[q("4,780")])
    assert decided(law, relation).working == "4,780 < 5,000"
    held = decided(FILLS, tie("split", whole=limit, parts=[q("5,780")]))
    assert held.working == "5,780 ≈ over 5,000"


def test_words_and_percentages_are_told_apart() -> None:
    law = rule("fraction(share, percent)", "share ~= percent", message="{share} is not {percent}",
               share="{percent like share}", percent="{share like percent}")  # fmt: skip
    quarter = share("A quarter", Fraction(1, 4), Fraction(23, 100), Fraction(27, 100))
    decision = decided(law, tie("fraction", share=quarter, percent=q("34%", "percent")))
    assert decision.message == "A quarter is not 34%"
    assert decision.working == "A quarter = 25% ≠ 34%"
    assert texts(decision) == ["A third", "25%"]
    decision = decided(law, tie("fraction", share=quarter, percent=q("44%", "percent")))
    assert texts(decision) == ["44%", "25%"]
    eighth = share("one in eight", Fraction(1, 8), Fraction(11, 100), Fraction(14, 100))
    decision = decided(law, tie("fraction", share=eighth, percent=q("20%", "percent")))
    assert texts(decision) == ["one in five", "12.5%"]


def test_number_words_stay_words_as_long_as_they_are_small() -> None:
    law = rule("repeat(first, again)", "first ~= again", message="{first} and {again}",
               first="{again like first}", again="{first like again}")  # fmt: skip
    for first, again_, instead in [
        ("six", "7", ["seven", "6"]), ("Six", "7", ["Seven", "6"]), ("six", "12", ["12", "6"]),
    ]:  # fmt: skip
        assert texts(decided(law, tie("repeat", first=q(first), again=q(again_)))) == instead
    decision = decided(law, tie("repeat", first=q("7"), again=q("Six")))
    assert decision.message == "7 and six"


def test_what_a_finder_works_out_is_printed_as_a_number() -> None:
    law = rule("range(low, high)", "low <= high", message="{low} has {high}")
    june = q("31 June", kind="date", figure=Figure("31", 31))
    days = replace(june, figure=Figure("", 30))
    relation = replace(tie("range", low=june, high=days), derived=frozenset({"high"}))
    decision = decided(law, relation)
    assert (decision.message, decision.working) == ("31 June has 30", "31 June > 30")
    assert [one.role for one in decision.figures] == ["low"]


def test_figures_and_suggestions_stand_in_the_text() -> None:
    pair = {"given": q("300 m", "metre", at=14), "other": q("1,200 ft", "foot", at=21)}
    decision = decided(AGAIN, tie("aside", **pair))
    assert [(one.role, one.text, one.span) for one in decision.figures] == [
        ("given", "300 m", Span(14, 19)), ("other", "1,200 ft", Span(21, 29)),
    ]  # fmt: skip
    assert decision.suggestion == ((Span(21, 29), "984 ft"), (Span(14, 19), "366 m"))


def test_a_range_is_turned_round_as_one() -> None:
    law = rule("range(low, high, turned)", "low <= high", message="{low} to {high}",
               turned="{turned}")  # fmt: skip
    low, high = q("£40", "pound sterling", at=11), q("£25", "pound sterling", at=18)
    whole = replace(low, span=Span(11, 21), text="£25 to £40", figure=None, unit=None)
    pair = tie("range", low=low, high=high, turned=whole)
    relation = replace(pair, derived=frozenset({"turned"}))
    assert decided(law, relation).suggestion == ((Span(11, 21), "£25 to £40"),)
