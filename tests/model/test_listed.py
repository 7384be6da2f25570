"""Sentences sorted by what they carry are those that carry it."""

from __future__ import annotations

from numcheck.extract import annotate
from numcheck.model.passage import Passage
from numcheck.read import read_text
from numcheck.record import replace

TEXT = (
    "The hall opened in 1931. It seats 400 people in 20 rows. Rain fell. The doors open at 7pm. "
    "Prices rose 4% to £26. Nobody came on 4 May 2021."
)


def passage() -> Passage:
    return annotate(read_text(TEXT, "a.txt", "plain"))


def test_sentences_are_sorted_by_their_amounts() -> None:
    read = passage()
    counted = [(one.index, len(one.amounts)) for one in read.figured]
    assert [one.index for one in read.with_amounts(1)] == [at for at, many in counted if many]
    assert [one.index for one in read.with_amounts(2)] == [at for at, many in counted if many > 1]
    assert {at for at, many in counted if many > 1} == {1, 4}


def test_sentences_are_sorted_by_their_kinds() -> None:
    read = passage()
    assert [one.index for one in read.with_kind("time")] == [3]
    assert [one.index for one in read.with_kind("day")] == [0, 5]
    assert read.with_kind("score") == []


def test_the_sentence_before_is_the_one_next_to_it_and_only_if_it_has_a_figure() -> None:
    read = passage()
    assert read.before(read.sentences[0]) is None
    assert read.before(read.sentences[1]) is read.sentences[0]
    assert read.before(read.sentences[3]) is None


def test_a_passage_with_other_figured_sentences_sorts_them_anew() -> None:
    read = passage()
    assert read.with_amounts(1)
    assert replace(read, figured=read.figured[:1]).with_amounts(1) == []
