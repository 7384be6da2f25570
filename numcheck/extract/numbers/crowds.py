"""Words for groups: "a dozen", "a couple of", "several hundred", "thousands"."""

from __future__ import annotations

from numcheck.extract.numbers.scaling import scaled
from numcheck.extract.numbers.tables import Numeral, hyphen_at, tables, word_at
from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure


def grouped(sentence: Sentence, at: int) -> Numeral | None:
    """Read "a dozen", "a couple of", "a score of people" and what may multiply them."""
    known, words = tables(), sentence.words
    place = at + (words[at] in ("a", "an"))
    name = word_at(sentence, place)
    size = known.groups.get(name)
    if size is None or hyphen_at(sentence, place + 1):
        return None
    last, follows = place + 1, word_at(sentence, place + 1)
    if name != "dozen":
        scale = follows in known.powers or follows in ("hundred", "dozen")
        alone = at == 0 and (not follows or len(words) == place + 2)
        if follows != "of" and not scale and not alone:
            return None
        if not scale and not alone and not _group_of(sentence, name, place + 2):
            return None
    figure = Figure(sentence.cut(at, last), size, worded=True)
    numeral = scaled(sentence, at, figure, last)
    if name == "dozen" or numeral.last > last:
        return numeral
    return Numeral(figure, last + (name != "pair" and follows == "of"))


def _group_of(sentence: Sentence, name: str, at: int) -> bool:
    """Say whether "a pair of", "a score of" counts what follows."""
    follows = word_at(sentence, at)
    if name == "couple":
        return follows[:1].isalpha()
    if follows in lexicon.words("numerals", "never_paired"):
        return False
    return follows[:1].isalpha() and any(
        lexicon.is_plural(word) for word in sentence.words[at : at + 3]
    )


def vague_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read "several hundred", "a few thousand", "dozens", "tens of thousands": no one number."""
    known, words = tables(), sentence.words
    word, last = words[at], at + 1
    low, high = 2, None
    if word in known.crowds:
        low = known.crowds[word]
        if (low == 10 or word == "scores") and word_at(sentence, last) != "of":
            return None
        counted = word_at(sentence, last + 1)
        if word == "scores" and (counted[:1].isdigit() or counted in known.ones):
            return None  # "gave scores of 6, 7 and 9"
        follows = known.crowds.get(counted, 0)
        if word_at(sentence, last) == "of" and follows > low:
            low, last = low * follows, last + 2
    else:
        scale = known.powers.get(word_at(sentence, last), 0)
        scale = {"hundred": 100, "dozen": 12}.get(word_at(sentence, last), scale)
        if not scale and word == "few":
            return None
        if scale:
            low, last = low * scale, last + 1
    figure = Figure(
        sentence.cut(at, last), low, worded=True, bounds=Interval(low, high), vague=True
    )
    return Numeral(figure, last, vague=True)
