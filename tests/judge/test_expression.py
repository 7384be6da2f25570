"""The grammar: what is accepted, as what, and what is refused, at which character."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.judge.tree import FIELDS, Hole, Tree
from numcheck.judge.written.expression import COMPARISONS, ExpressionFault, parse, parse_template
from numcheck.judge.written.typing import faults_of, find_unit

ROLES = {"whole": False, "part": False, "parts": True, "again_other": False}


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("sum(parts) <= whole", "sum(parts) <= whole"),
        ("  sum( parts )<=whole ", "sum(parts) <= whole"),
        ("part ~= whole", "part ~= whole"),
        ("part restates whole", "part restates whole"),
        ("part + part * 2 > whole", "part + part * 2 > whole"),
        ("(part + part) × 2 > whole ÷ 3", "(part + part) * 2 > whole / 3"),
        ("part - (whole - part) > 0", "part - (whole - part) > 0"),
        ("part - whole - part > 0", "part - whole - part > 0"),
        ("part − whole > -part", "part - whole > -part"),
        ("share(part, whole) < 12.5%", "share(part, whole) < 12.5%"),
        ("whole >= 5 nautical miles", "whole >= 5 nautical miles"),
        ("whole.hedge = more than", "whole.hedge = more than"),
        ("whole.unit != square kilometre", "whole.unit != square kilometre"),
        ("whole.weekday = Monday", "whole.weekday = Monday"),
        ("not part > 1 and whole > 1 or whole < 0", "not part > 1 and whole > 1 or whole < 0"),
        ("not (part > 1 and whole > 1)", "not (part > 1 and whole > 1)"),
        ("(part > 1 or whole > 1) and part > 2", "(part > 1 or whole > 1) and part > 2"),
        ("again_other ~= whole", "again_other ~= whole"),
        ("part.decimals = 0\n  and part.digits < 3", "part.decimals = 0 and part.digits < 3"),
    ],
)
def test_an_expression_is_read(text: str, printed: str) -> None:
    tree = parse(text, ROLES, find_unit)
    assert str(tree) == printed
    assert faults_of(tree, ROLES) == []


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("sum(parts) == whole", 11, "`==` is no sign of this language: write `=`"),
        ("part <> whole", 5, "`<>` is no sign of this language: write `!=`"),
        ("part ≤ whole", 5, "`≤` is no sign of this language: write `<=`"),
        ("part & whole", 5, "`&` is no sign of this language: write `and`"),
        ("part ** 2 > whole", 6, "a figure is missing before `*`"),
        ("part[0] > 1", 4, "`[` is no sign of this language: take it out"),
        ('whole.unit = "metre"', 13, "words stand without quotation marks here: take them out"),
        ("part < whole < 3", 13, "one comparison at a time: join two with `and` instead of `<`"),
        (
            "part whole",
            5,
            "an operator is missing before `whole`: write `and`, `+`, `<=` or another",
        ),
        ("sum(parts <= whole", 18, "a `)` is missing here"),
        ("sum(parts) <= whole)", 19, "this ) has no (: take it out"),
        ("part <=", 7, "the expression ends here: a figure is missing"),
        ("", 0, "the expression ends here: a figure is missing"),
        ("whole.", 6, f"a field is missing here: one of {', '.join(FIELDS)}"),
        ("hole.unit = metre", 0, "`hole` is no role, so it has no fields"),
        ("part > 1234567890123456789", 7, "a number has at most 18 digits"),
        ("part > 3 parsnips", 9, "no unit is called `parsnips`: write its name out"),
        ("(" * 21 + "part", 20, "more than 20 levels: write it more simply"),
        ("not " * 21 + "part > 1", 80, "more than 20 levels: write it more simply"),
        ("+".join(["part"] * 22) + " > 1", 104, "more than 20 levels: use sum()"),
        ("part > 1" + " " * 200, 0, "an expression has at most 200 characters: split it"),
        ("__import__(os)", 14, ""),
    ],
)
def test_what_has_no_production_is_refused(text: str, at: int, said: str) -> None:
    if not said:  # it reads as a call; there is no such function
        assert "is no function" in faults_of(parse(text, ROLES, find_unit), ROLES)[0].text
        return
    with pytest.raises(ExpressionFault) as caught:
        parse(text, ROLES, find_unit)
    assert (caught.value.at, caught.value.text) == (at, said)


@pytest.mark.parametrize(
    ("text", "at", "said"),
    [
        ("wole > 1", 0, "`wole` is no role: did you mean `whole`?"),
        ("sun(parts) > 1", 0, "`sun` is no function: did you mean `sum`?"),
        ("whole.unitt = metre", 6, "`unitt` is no field of a figure: did you mean `unit`?"),
        ("whole.unit = metres", 13, "no unit is called `metres`: write `metre`"),
        ("whole.measures = lenght", 17, "`measures` is never `lenght`: did you mean `length`?"),
        ("whole.system = US", -1, ""),
        ("whole.measures = money", -1, ""),
        ("whole.unit < metre", 11, "words are compared with `=` and `!=`, not with `<`"),
        ("whole.unit = part.system", 11,
         "`whole.unit` and `part.system` are different things: compare one field"),
        ("whole.unit = 3", 11, "a word and a figure cannot be compared"),
        ("whole.decimals = metre", 17,
         "`whole.decimals` is a number, so it cannot be `metre`"),
        ("parts > 1", 0, "`parts` is a list of figures: write sum(parts) or count(parts)"),
        ("parts.digits > 1", 6, "`digits` is asked of one figure, not of a list"),
        ("count(whole) = 1", 6, "`whole` is a figure; here stands a list of figures"),
        ("share(part) > 1%", 0, "share() takes 2 figures, not 1"),
        ("sum(parts) restates whole", 0,
         "`restates` compares single figures as printed: write a role"),
        ("whole + part", 6, "`whole + part` is a figure; here stands a comparison"),
        ("part > 1 + (whole > 2)", 18, "`whole > 2` is a comparison; here stands a figure"),
        ("share(part, whole) > 3 km", 19, "a share and an amount of length do not go together"),
        ("3 km + 2 kg > part", 5,
         "an amount of length and an amount of mass do not go together"),
    ],
)  # fmt: skip
def test_a_rule_is_understood_before_it_runs(text: str, at: int, said: str) -> None:
    faults = [tuple(fault) for fault in faults_of(parse(text, ROLES, find_unit), ROLES)]
    assert faults == ([(at, said)] if said else [])


def test_a_template_is_text_with_holes() -> None:
    whole, part = (Tree("role", name) for name in ("whole", "part"))
    text = "{part} of {whole like part} is {share(part, whole) like part :1}."
    holes = parse_template(text, ROLES)
    assert holes[0] == Hole(part)
    assert holes[1] == " of "
    assert holes[2] == Hole(whole, "part", None, text.index("like part}") + 5)
    share = Tree("call", "share", (part, whole))
    assert holes[4] == Hole(share, "part", 1, text.index("part :"))
    assert holes[5] == "."


@pytest.mark.parametrize("text", ["{part", "part}", "{}", "{part of {whole}", "{part like}"])
def test_a_broken_template_is_refused(text: str) -> None:
    with pytest.raises(ExpressionFault):
        parse_template(text, ROLES)


# ------------------------------------------------------------------------------------- laws

numbers = st.one_of(
    st.integers(0, 10**17),
    st.decimals(0, 10**9, places=3).map(Fraction),
).map(lambda value: Tree("number", value=value.numerator if value % 1 == 0 else value))
percents = numbers.map(lambda tree: Tree("number", "%", value=tree.value))
roles = st.sampled_from([Tree("role", name) for name in ROLES])
fields = st.builds(
    lambda name, role: Tree("field", name, (role,)), st.sampled_from([*FIELDS]), roles
)
words = st.sampled_from(["metre", "more than", "US dollar"]).map(lambda text: Tree("word", text))


def larger(inner: st.SearchStrategy[Tree]) -> st.SearchStrategy[Tree]:
    pairs = st.tuples(inner, inner)
    return st.one_of(
        st.builds(lambda sign, two: Tree("arithmetic", sign, two), st.sampled_from("+-*/"), pairs),
        st.builds(lambda one: Tree("minus", parts=(one,)), inner),
        st.builds(lambda two: Tree("call", "share", two), pairs),
    )


figures = st.recursive(st.one_of(numbers, percents, roles, fields), larger, max_leaves=5)
comparisons = st.builds(
    lambda sign, left, right: Tree("comparison", sign, (left, right)),
    st.sampled_from(COMPARISONS), figures, st.one_of(figures, words),
)  # fmt: skip
statements = st.recursive(
    comparisons,
    lambda inner: st.one_of(
        st.builds(lambda one: Tree("not", parts=(one,)), inner),
        st.builds(lambda kind, parts: Tree(kind, parts=tuple(parts)),
                  st.sampled_from(["and", "or"]), st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=3,
)  # fmt: skip


@given(statements)
def test_a_printed_tree_reads_as_the_same_tree(tree: Tree) -> None:
    text = str(tree)
    if len(text) <= 200:
        assert parse(text, ROLES) == tree


@given(st.text(alphabet="parts whole()<=~+-*/.,%{}not0123x×", max_size=60))
def test_any_text_is_read_or_refused_and_never_crashes(text: str) -> None:
    try:
        tree = parse(text, ROLES)
    except ExpressionFault as fault:
        assert 0 <= fault.at <= len(text)
    else:
        assert parse(str(tree), ROLES) == tree
        faults_of(tree, ROLES)
