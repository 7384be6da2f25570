"""Shares in words: halves, thirds, quarters, and shares of a scale word."""

from __future__ import annotations

from fractions import Fraction

from numcheck.extract.numbers.tables import Numeral, hyphen_at, tables, word_at
from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval, Rational
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Figure

BARE = frozenset({"quarter", "third", "fifth", "sixth", "eighth", "tenth"})
"""Shares that may stand without "a": "third of a gallon", "the remaining fifth"."""

_DID = frozenset("never did do had have will remain remained failed left got stayed".split())
_HEDGED = frozenset("about almost nearly around roughly approximately than over under".split())
_QUARTERED = frozenset("hour hours of mile miles inch inches turn turns".split())
_RESTS = frozenset({"remaining", "other"})
_AFTER_REST = frozenset("from of to is was are were went goes go came comes come by on in".split())
_SIDES = frozenset({"below", "above"})
_LEVELS = frozenset("average normal level levels peak usual norm target £ $ €".split())
_PERIODS = frozenset("last past previous next first consecutive straight successive fiscal".split())


def share_at(sentence: Sentence, at: int) -> Numeral | None:
    """Read the share that begins at token `at`: "half", "two-thirds", "a quarter"."""
    word = sentence.words[at]
    if word == "half":
        return _half(sentence, at)
    if word in BARE:
        return _bare(sentence, at, word)
    top = 1 if word == "a" or word == "an" else tables().ones.get(word, 0)
    if not top:
        return None
    dash = word not in ("a", "an") and word_at(sentence, at + 1) in ("-", "‑")
    place = at + 1 + dash
    found = denominator_at(sentence, place, top)
    if found is None or not _is_share(sentence, at, place, found[1], top):
        return None
    divisor, last, name = found
    return _numeral(sentence, at, last, top, name, divisor)


def is_remaining(sentence: Sentence, at: int) -> bool:
    """Say whether a bare share is what is left: "the remaining *third* from parking"."""
    if word_at(sentence, at - 1) not in _RESTS or word_at(sentence, at - 2) not in ("the", "its"):
        return False
    follows = word_at(sentence, at + 1)
    return not follows.isalpha() or follows in _AFTER_REST


def denominator_at(sentence: Sentence, at: int, top: int) -> tuple[int, int, str] | None:
    """Read "thirds", "twenty-fifth": what it divides by, the place after it, its last word."""
    known = tables()
    word = word_at(sentence, at)
    share = known.shares.get(word)
    if share is not None:
        if share.many == (top > 1) or (top > 1 and word == "quarter" and _of_hour(sentence, at)):
            return share.divisor, at + 1, word
        return None
    if word in known.tens:
        place = at + 1 + hyphen_at(sentence, at + 1)
        name = word_at(sentence, place)
        unit = known.ranks.get(name if top == 1 else name[:-1])
        if unit is not None and (top == 1 or name.endswith("s")) and unit < 10:
            return known.tens[word] + unit, place + 1, name
    return None


def is_proper_share(sentence: Sentence, top: int, at: int) -> bool:
    """Say whether a denominator makes a share below one of a number: "three *quarters*"."""
    share = tables().shares.get(word_at(sentence, at + hyphen_at(sentence, at)))
    return share is not None and top < share.divisor


def _of_hour(sentence: Sentence, at: int) -> bool:
    return word_at(sentence, at + 1) in _QUARTERED


def _is_share(sentence: Sentence, at: int, place: int, last: int, top: int) -> bool:
    """Say whether "a third", "two quarters" are shares, and no rank, coin or period."""
    words = sentence.words
    name, follows = words[last - 1], word_at(sentence, last)
    if hyphen_at(sentence, last) and words[last + 1] not in tables().powers:
        return name in ("half", "thirds", "quarters") or _is_length(words[last + 1])
    if follows == "to" and last + 1 < len(words) and share_at(sentence, last + 1):
        return True  # "a third to a half of voters"
    if name in ("quarter", "quarters") and not (at == 0 and last == len(words)):
        return not _is_period(sentence, at, place, last)
    if at == 0 and last == len(words):
        return True
    if words[at] not in ("a", "an"):
        return place == last - 1 or follows == "of" or top > 1
    if name == "half":
        known = lexicon.words("numerals", "after_share")
        if not follows.isalpha() or follows in known or _is_length(follows):
            return True
        return _is_moved(sentence, at) and follows in lexicon.words("numerals", "after_moved")
    if last - place > 1 or tables().shares[name].divisor > 10:
        return follows == "of" or at + 2 >= len(words)
    if follows in lexicon.words("numerals", "after_share"):
        return True
    if _is_moved(sentence, at) and follows in lexicon.words("numerals", "after_moved"):
        return True
    if follows in _SIDES:
        return not _LEVELS.isdisjoint(words[last + 1 : last + 3]) or (
            word_at(sentence, last + 2)[:1].isdigit()  # "stands a tenth below the 1,000 of 2010"
        )
    before = word_at(sentence, at - 1)
    if before in _HEDGED:
        return True  # "about a third had not read a book": nobody is about the third
    if before == "so" and word_at(sentence, at - 2) == ",":
        return follows in _DID  # "60 were lost, so a third never came back"
    return before in lexicon.words("numerals", "before_share") and not follows.isalpha()


def _is_moved(sentence: Sentence, at: int) -> bool:
    """Say whether something goes "by", "up" or "down" a share; "followed by a third" is a rank."""
    told = word_at(sentence, at - 2) not in ("followed", "joined")
    return told and word_at(sentence, at - 1) in ("by", "up", "down")


def _is_length(word: str) -> bool:
    return word in lexicon.words("numerals", "half_units")


def _is_period(sentence: Sentence, at: int, place: int, last: int) -> bool:
    """Say whether "quarter" is a stretch of the year, of a match, or a part of a name."""
    words = sentence.words
    follows, before = word_at(sentence, last), word_at(sentence, at - 1)
    if follows in ("final", "finals", "finalist", "finalists", "back", "century", "to", "past"):
        return True
    if follows == "on" and _is_moved(sentence, at):
        return False  # "up by a quarter on last year"
    if words[at] == "a" and before[:1].isdigit() and words[at - 2] in "£$€":
        return follows != "of"  # "£70 a quarter"
    if words[last - 1] == "quarter" and not (before == "for" and follows == "of"):
        return before == "for" or follows in lexicon.words("numerals", "after_period")
    hyphened = place == at + 2
    if hyphened or (follows == "of" and before not in _PERIODS):
        after = word_at(sentence, last + 1)
        return after in ("growth", "decline", "contraction", "losses", "profit", "recession")
    return before in _PERIODS or follows in _PERIODS or not _goes_with_share(sentence, last)


def _goes_with_share(sentence: Sentence, last: int) -> bool:
    follows = word_at(sentence, last)
    return follows in lexicon.words("numerals", "after_share") or _is_length(follows)


def is_verb_after(sentence: Sentence, at: int) -> bool:
    """Say whether a verb stands at a place: "a third *was* hurt"."""
    word = word_at(sentence, at)
    return word in lexicon.words("nouns", "verbs") or word in (
        "was", "is", "has", "had", "man", "woman", "person", "party",
    )  # fmt: skip


# ------------------------------------------------------------------------------------ one half


def _half(sentence: Sentence, at: int) -> Numeral | None:
    before, follows = word_at(sentence, at - 1), word_at(sentence, at + 1)
    if before in lexicon.words("numerals", "not_before_half"):
        return None
    if before == "the" and follows != "of" and not hyphen_at(sentence, at + 1):
        return None
    if hyphen_at(sentence, at + 1):
        follows = sentence.words[at + 2]
        if follows in ("a", "an"):
            place = at + 3 + hyphen_at(sentence, at + 3)
            return _of_scale(sentence, at, place, Fraction(1, 2))
        if follows in tables().powers or follows == "dozen":
            return _of_scale(sentence, at, at + 2, Fraction(1, 2))
        return _numeral(sentence, at, at + 1, 1, "half", 2) if _is_length(follows) else None
    for skip in (2, 1):
        if skip == 1 or follows in ("a", "an"):
            scale = _of_scale(sentence, at, at + skip, Fraction(1, 2))
            if scale is not None:
                return scale
    if follows in ("a", "an") and _is_length(word_at(sentence, at + 2)):
        return _numeral(sentence, at, at + 2, 1, "half", 2)
    fits = follows in lexicon.words("numerals", "after_half") or _is_length(follows)
    moved = before in ("by", "up", "down") and word_at(sentence, at + 2)[:1] != ""
    fits = fits or (moved and follows in lexicon.words("numerals", "after_moved"))
    fits = fits or _told_in_percent(sentence, at + 1)
    if not fits and before in lexicon.words("numerals", "before_share"):
        fits = not follows.isalpha() or lexicon.is_plural(follows)
    return _numeral(sentence, at, at + 1, 1, "half", 2) if fits else None


def _told_in_percent(sentence: Sentence, at: int) -> bool:
    """Say whether a share is given again at once: "sold half (38%) of its shops"."""
    if word_at(sentence, at) not in ("(", ",", "–", "—"):
        return False
    at += 1 + (word_at(sentence, at + 1) in ("or", "about", "some"))
    told = word_at(sentence, at)[:1].isdigit()
    return told and word_at(sentence, at + 1) in ("%", "percent", "per", "pc", "pct")


def _bare(sentence: Sentence, at: int, word: str) -> Numeral | None:
    """Read "quarter million", "quarter-litre", "a" left out: "third of a gallon"."""
    place = at + 1 + hyphen_at(sentence, at + 1)
    share = tables().shares[word]
    if word == "quarter" and (scale := _of_scale(sentence, at, place, Fraction(1, 4))):
        return scale
    follows = word_at(sentence, place)
    if word == "quarter" and place == at + 2 and _is_length(follows):
        return _numeral(sentence, at, at + 1, 1, word, share.divisor)
    if is_remaining(sentence, at):
        return _numeral(sentence, at, at + 1, 1, word, share.divisor)
    of = follows == "of" and at == 0
    if of and _is_length(sentence.words[-1]) and len(sentence.words) < at + 5:
        return _numeral(sentence, at, at + 1, 1, word, share.divisor)
    return None


# --------------------------------------------------------------------------- building the figure


def _of_scale(sentence: Sentence, first: int, at: int, share: Fraction) -> Numeral | None:
    """Read the scale word of "half a million", "two thirds of a million"."""
    word = word_at(sentence, at)
    scale = tables().powers.get(word, 100 if word == "hundred" else 12 if word == "dozen" else 0)
    if not scale:
        return None
    value = share * scale
    grain = _plain(Fraction(scale, 10)) if scale > 100 else 1
    exact = value.denominator == 1
    figure = Figure(
        sentence.cut(first, at + 1), _plain(value), grain, grain, worded=True,
        scale=scale if scale > 100 else 1, scale_text=sentence.raw[at],
        bounds=None if exact else Interval.around(value, Fraction(scale, 50)),
    )  # fmt: skip
    return Numeral(figure, at + 1)


def _numeral(
    sentence: Sentence, first: int, last: int, top: int, name: str, divisor: int
) -> Numeral:
    """Build the figure of a share, with the range for which careful copy lets it stand."""
    value = Fraction(top, divisor)
    place = last
    if word_at(sentence, place) == "of" and word_at(sentence, place + 1) in ("a", "an"):
        place += 2
    elif hyphen_at(sentence, place):
        place += 1
    if place > last or word_at(sentence, place) in tables().powers:
        scale = _of_scale(sentence, first, place, value)
        if scale is not None:
            return scale
    figure = Figure(
        sentence.cut(first, last), _plain(value), Fraction(1, divisor), Fraction(1, divisor),
        worded=True, bounds=_bounds(value, top, name),
    )  # fmt: skip
    return Numeral(figure, last, ratio=True)


def _bounds(value: Fraction, top: int, name: str) -> Interval:
    if value == Fraction(2, 3):
        return Interval(Fraction(64, 100), Fraction(69, 100))
    if value == Fraction(3, 4):
        return Interval(Fraction(73, 100), Fraction(77, 100))
    share = tables().shares.get(name)
    if share is None or not share.high or (top > 3 and value < 1):
        return Interval.around(value, Fraction(2, 100) if share and share.high else value / 50)
    return Interval(Fraction(share.low * top, 1000), Fraction(share.high * top, 1000))


def _plain(value: Fraction) -> Rational:
    return value.numerator if value.denominator == 1 else value


def divided(sentence: Sentence, at: int, last: int, top: int) -> Numeral | None:
    """Read "twenty-three fifths", a share whose number, `top`, took more than one word."""
    share = tables().shares.get(word_at(sentence, last))
    if share is None or not share.many or share.divisor in (2, 4):
        return None
    value, grain = Fraction(top, share.divisor), Fraction(1, share.divisor)
    bounds = Interval.around(value, grain / 50)
    figure = Figure(
        sentence.cut(at, last + 1), _plain(value), grain, grain, worded=True, bounds=bounds
    )
    return Numeral(figure, last + 1, ratio=True)
