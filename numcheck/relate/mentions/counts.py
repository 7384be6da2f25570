"""Things by their number: "runs 14 schools", "all 17 schools"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.mentions.mention import Mention
from numcheck.relate.repeats.scopes import one_in, whole_of
from numcheck.relate.wording import closes, opens

TABLE = "cues/repeats"
_NEAR = 3
_MARKS = frozenset({'"', "“", "”", "‘", "(", "["})
_AT = (["at", "the"], ["in", "the"], ["aboard", "the"], ["of", "the"])
_SPANS = (["in", "a"], ["in", "an"], ["in", "one"], ["within", "a"], ["in", "under"])
_OWNERS = frozenset({"its", "their", "his", "her"})


def of_count(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "has 14 schools", then "all 17 of its schools", "the 17 schools were"."""
    noun = _noun(sentence, quantity) if (quantity.value or 0) >= 2 else None
    if noun is None or one_in(sentence, quantity):
        return
    words, first = sentence.words, opens(sentence, quantity)
    part = words[quantity.last : quantity.last + 1] == ["of"] and words[first - 1] != "all"
    before = words[max(0, first - 3) : first]
    others = lexicon.words(TABLE, "another_count")
    other = not others.isdisjoint(before) or not others.isdisjoint(quantity.modifiers)
    owner, definite = _definite(sentence, quantity, before)
    place = _place(sentence, quantity) if before[-1:] == ["all"] else None
    if place is not None and not part:
        yield Mention(
            f"count {noun}",
            "count",
            quantity,
            sentence,
            quantity.hedge is None,
            other,
            owner=place,
            window=_NEAR,
            barred=words_of_growth() | lexicon.words(TABLE, "lost_some"),
            slipped=True,
        )
        return
    if part or not (definite or owner):
        yield Mention(f"count {noun}", "count", quantity, sentence, False, other)
        return
    yield Mention(
        f"count {noun}",
        "count",
        quantity,
        sentence,
        quantity.hedge is None and (bool(owner) or _closed(sentence, quantity)),
        other,
        owner=owner,
        window=_NEAR,
        barred=words_of_growth(),
    )


def words_of_growth() -> frozenset[str]:
    """Return the words by which a number of things may have become another."""
    return lexicon.words(TABLE, "grown")


def _place(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return whose "all 36 jobs at the bakery" are, nothing for "all 241 rooms in a week"."""
    words, at = sentence.words, closes(sentence, quantity)
    if words[at : at + 2] in _SPANS and lexicon.words(TABLE, "spells").intersection(
        words[at + 2 : at + 3]
    ):
        return ""
    if words[at : at + 2] not in _AT or len(words) < at + 4:
        return None
    ends = words[at + 3]
    plain = not ends.isalpha() or ends in lexicon.words("nouns", "stop")
    return words[at + 2] if plain and ends not in ("'", "’", "-") else None


def _noun(sentence: Sentence, quantity: Quantity) -> str | None:
    """Return the noun counted: its own, or the one that "seats 1,200" has in its verb."""
    first = opens(sentence, quantity)
    before = sentence.words[max(0, first - 1) : first]
    verbs = lexicon.mapping(TABLE, "holding")
    if before and before[0] in verbs and (quantity.noun in (None, "people", "person")):
        return str(verbs[before[0]])
    if quantity.noun is None and (whole := whole_of(sentence, quantity)) is not None:
        return lexicon.members(TABLE, "same_nouns").get(str(whole.noun), whole.noun)
    if quantity.noun is None or quantity.kind != "count":
        return None
    return lexicon.members(TABLE, "same_nouns").get(quantity.noun, quantity.noun)


def _definite(sentence: Sentence, quantity: Quantity, before: list[str]) -> tuple[str, bool]:
    """Return the owner that is named, and whether the words mean all of those named before."""
    determiner = before[-1] if before else ""
    follows = sentence.words[quantity.last : quantity.last + 3]
    owner = determiner[:-2] if determiner.endswith("'s") else ""
    if follows[:1] == ["of"] and determiner == "all":
        owner = next((word[:-2] for word in follows if word.endswith("'s")), owner)
        return owner, True
    return owner, determiner in lexicon.words(TABLE, "definite_count") or determiner in _OWNERS


def _closed(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether the noun phrase ends there: no "in the north", no "that closed"."""
    at = closes(sentence, quantity)
    if sentence.words[quantity.last : quantity.last + 1] == ["of"]:
        return True
    if at >= len(sentence.words):
        return True
    word = sentence.words[at]
    marks = sentence.words[quantity.last : at + 1]
    if not _MARKS.isdisjoint(marks):
        return False
    if not word.isalpha() or word in lexicon.words(TABLE, "after_count"):
        return True
    return _goes_on(sentence.words, at)


def _goes_on(words: list[str], at: int) -> bool:
    """Say whether a verb begins there that tells nothing of which ones: "signed the petition"."""
    word = words[at]
    if word.endswith("ing"):
        return False
    if word.endswith("ed"):  # "all 103 residents asked said"
        return words[at + 1 : at + 2] != [] and words[at + 1] in lexicon.words(TABLE, "objects")
    return word in lexicon.words("nouns", "finite")
