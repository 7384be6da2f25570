"""Who says it is left out of a sentence, where that parts a figure from its words."""

from __future__ import annotations

import pytest

from numcheck.extract import annotate
from numcheck.read import read_text

TAKEN_OUT = {
    "A mean, said the miller, of 12 sacks a day.": "a mean of 12 sacks a day .",
    "The toll, she was told, is 14.": "the toll is 14 .",
    "It fell, the board admits, by 8% to 40.": "it fell by 8 % to 40 .",
    "A cut of a third, the union called it: 60 jobs.": "a cut of a third : 60 jobs .",
    "An average, by their own log, of 17 miles.": "an average of 17 miles .",
    "It came, in the end, to 30.": "it came to 30 .",
}
KEPT = (
    "The toll, police said, is 14.",  # another source may count otherwise
    "The number, according to the box office, was 40.",
    "The miller, 61, said 12 sacks were lost.",
    "Six boats, said the 40 men, of whom nine swam, sank.",
)


@pytest.mark.parametrize("text", TAKEN_OUT)
def test_who_says_it_is_left_out(text: str) -> None:
    sentence = annotate(read_text(text, "own.txt", "plain")).figured[0]
    assert " ".join(sentence.words) == TAKEN_OUT[text]
    assert len(sentence.raw) == len(sentence.starts) == len(sentence.ends) == len(sentence.words)
    for one in sentence.quantities:
        assert sentence.cut(one.first, one.last) == one.text


@pytest.mark.parametrize("text", KEPT)
def test_what_is_more_than_who_says_it_stays(text: str) -> None:
    sentence = annotate(read_text(text, "own.txt", "plain")).figured[0]
    assert "".join(sentence.words) == text.lower().replace(" ", "")
