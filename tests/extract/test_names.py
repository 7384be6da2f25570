"""Names with figures, ordinals, and the words one, second and quarter."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from marked import Marked, check, near_misses, sentence, table, walk

from numcheck.extract.names import (
    identifier_at,
    is_period_quarter,
    is_pronoun,
    is_rank_second,
    ordinal_at,
)

WORDS = yaml.safe_load((Path(__file__).parent / "words.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("line", table("names"), ids=str)
def test_a_name_is_read_whole(line: Marked) -> None:
    check(identifier_at, line)


@pytest.mark.parametrize("text", near_misses("names"))
def test_an_amount_is_no_name(text: str) -> None:
    assert walk(identifier_at, text) == []


@pytest.mark.parametrize("line", table("ordinals"), ids=str)
def test_an_ordinal_is_read_with_its_value(line: Marked) -> None:
    check(ordinal_at, line)


@pytest.mark.parametrize("text", near_misses("ordinals"))
def test_a_fraction_is_no_ordinal(text: str) -> None:
    assert walk(ordinal_at, text) == []


def places(text: str, word: str) -> list[int]:
    """Return the token places at which a word stands."""
    return [at for at, one in enumerate(sentence(text).words) if one == word]


@pytest.mark.parametrize("text", WORDS["pronoun"])
def test_one_stands_for_somebody(text: str) -> None:
    line = sentence(text)
    assert [is_pronoun(line, at) for at in places(text, "one")[:1]] == [True]


@pytest.mark.parametrize("text", WORDS["count"])
def test_one_is_the_number(text: str) -> None:
    line = sentence(text)
    assert [is_pronoun(line, at) for at in places(text, "one")[:1]] == [False]


@pytest.mark.parametrize("text", WORDS["period"])
def test_a_quarter_is_a_period(text: str) -> None:
    line = sentence(text)
    assert [is_period_quarter(line, at) for at in places(text, "quarter")[:1]] == [True]


@pytest.mark.parametrize("text", WORDS["fraction"])
def test_a_quarter_is_a_fraction(text: str) -> None:
    at = [place for place, one in enumerate(sentence(text).words) if one.startswith("quarter")]
    assert is_period_quarter(sentence(text), at[0]) is False


@pytest.mark.parametrize("text", WORDS["rank"])
def test_second_is_a_rank(text: str) -> None:
    assert is_rank_second(sentence(text), places(text, "second")[0])


@pytest.mark.parametrize("text", WORDS["time"])
def test_second_is_a_time(text: str) -> None:
    assert not is_rank_second(sentence(text), places(text, "second")[0])
