"""Where a list that was announced begins and ends."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.lists.items import Piece, words_of
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.wording import opens

_TABLE = "cues/lists"
_FURTHEST = 8  # words between the announced noun and its list
_NAMING = frozenset({"named", "identified", "listed", "names", "identifies", "naming"})
_PLACE = 5  # words of "in the north of England"
_MARKS = frozenset({":", "–", "—", "-", "(", ","})
_WHERE = frozenset({"in", "at", "on", "for", "after", "before", "during", "over", "from"})
_ASKING = frozenset({"who", "what", "when", "where", "why", "how", "which", "whether"})
_RELATIVES = frozenset({"who", "which", "whose", "whom", "where"})
_ASIDES = frozenset("last once now then up down about both all each".split())
_DEGREES = frozenset({"more", "less", "fewer"})
_SURVIVED = frozenset({"survived", "survives", "leaves"})


def mark_of(sentence: Sentence, after: int) -> int | None:
    """Return the place of the colon, dash, comma or "are" before a list."""
    words = sentence.words
    for at in range(after, min(after + _FURTHEST, len(words))):
        apposed = words[at] in (",", "–", "—") and lexicon.phrases(_TABLE, "named").at(
            words, at + 1
        )
        if apposed and words[at + 1] not in ("are", "were"):
            return apposed[1] - 1
        if words[at] in _MARKS and not _hyphen(sentence, at):
            return at
        if at == after and words[at] == "as" and not _NAMING.isdisjoint(words[max(0, at - 7) : at]):
            return at  # "named the three directors as Ann Pugh and Sian Rees"
        named = lexicon.phrases(_TABLE, "named").at(words, at)
        if named and named[1] < len(words) and sentence.raw[named[1]][0].isupper():
            return named[1] - 1
    return None


def taken_of_them(sentence: Sentence, quantity: Quantity) -> Quantity:
    """Return "six of the seven planets" as six planets, and any other number as it is."""
    words, last = sentence.words, quantity.last
    if words[last : last + 1] != ["of"] or quantity.hedge is not None:
        return quantity
    if words[last + 1 : last + 2] and words[last + 1] not in lexicon.words(_TABLE, "owners"):
        return quantity
    whole = next((one for one in sentence.quantities if opens(sentence, one) == last + 2), None)
    if whole is None or whole.noun is None:
        return quantity
    return replace(
        quantity, kind="count", noun=whole.noun, counts=whole.counts, noun_last=whole.noun_last
    )


def _hyphen(sentence: Sentence, mark: int) -> bool:
    return sentence.words[mark] in "-–" and (sentence.joined(mark) or sentence.joined(mark + 1))


def end_of(sentence: Sentence, quantity: Quantity, after: int, mark: int) -> int | None:
    """Return where the list after a mark ends, as its mark demands; None where it does not."""
    words, last = sentence.words, len(sentence.words)
    if words[mark] == "(":
        near = mark == after or _placed(words, after, mark)
        return words.index(")", mark) if ")" in words[mark:] and near else None
    stop = last - 1 if words[-1] in ".!?" else last
    for at in range(mark + 1, last):
        if words[at] in (":", "–", "—") and not _hyphen(sentence, at):
            stop = at
            break
    if words[mark] == ",":
        return _apposed(sentence, quantity, mark, stop) if mark == after else None
    if words[mark] in ("–", "—", "-"):
        return stop if mark == after or _placed(words, after, mark) else None
    if words[mark] == "as" and words[mark - 1] != "were":
        return _closed(words, mark, stop)
    if words[mark] in ("are", "were"):
        if not _definite(sentence, quantity):
            return None
        if words[stop - 1] in lexicon.words("cues/sums", "claims"):
            return _closed(words, mark, stop)  # "are Germany, France and Spain, it said"
    return stop if stop >= last - 1 else None


def _placed(words: list[str], first: int, last: int) -> bool:
    """Say whether no more than a place stands between two places: "on display", "in the county"."""
    told = words[first:last]
    if not 1 < len(told) <= _PLACE or told[0] not in _WHERE | {"of", "near", "across"}:
        return False
    verbs = lexicon.words("nouns", "verbs") | lexicon.words("nouns", "finite") | {"and", "or"}
    return all(word.isalpha() for word in told) and verbs.isdisjoint(told)


def _definite(sentence: Sentence, quantity: Quantity) -> bool:
    first = opens(sentence, quantity)
    before = sentence.words[first - 1] if first else ""
    return before in lexicon.words(_TABLE, "owners") or before.endswith(("'s", "s'"))


def _closed(words: list[str], mark: int, stop: int) -> int | None:
    """Return where names between commas end: "three men, named as A, B and C, were held"."""
    joint = next((at for at in range(mark, stop) if words[at] == "and"), None)
    if joint is None:
        return None
    end = next((at for at in range(joint, stop) if words[at] == ","), stop)
    lands = lexicon.words(_TABLE, "behind_towns")
    if end + 1 < stop and words[end + 1] in lands and not lands.isdisjoint(words[mark:joint]):
        return next((at for at in range(end + 1, stop) if words[at] == ","), stop)
    return end


def _apposed(sentence: Sentence, quantity: Quantity, mark: int, stop: int) -> int | None:
    """Return where a list between commas ends: "her three sons, Tom, Will and Harry, were …"."""
    words, first = sentence.words, opens(sentence, quantity)
    outer = words[first - 2] if first > 1 else ""
    owned = _owned(sentence, quantity)
    kindred = _definite(sentence, quantity) and is_person(quantity.noun)
    told_to = _survived(sentence) or (kindred and outer == "to")
    if outer in lexicon.words(_TABLE, "settings") and outer != "of" and not told_to:
        return None
    end = _closed(words, mark, stop)
    if end is None:
        return None
    if end == stop:
        return stop if (owned or not is_person(quantity.noun)) and stop >= len(words) - 1 else None
    # "She invited three nurses, Ann and Beth, and …" may be one list of three
    finite = lexicon.words("cues/sums", "finite")
    told = bool(words[end + 1 : end + 2]) and (
        words[end + 1] in finite
        or words[end + 1] in lexicon.words("cues/groups", "finite")
        or words[end + 1].endswith("ed")
        or (
            first == 0
            and words[end + 1].isalpha()
            and words[end + 1] not in lexicon.words("nouns", "stop")
        )
    )
    if words[mark:end].count(";") > 1:
        return end  # "two plants, in Toledo, Ohio; Gary, Indiana; and Rockford, Illinois, by June"
    many = words[mark:end].count(",") > 2 and words[end + 1 : end + 2] != []
    claims = lexicon.words("cues/sums", "claims")
    if many and (words[end + 1] in _WHERE or not claims.isdisjoint(words[end + 2 : end + 5])):
        return end  # "met three ministers, Weiss, Roth, Beck and Lang, in Berlin"
    return end if owned or (told and (is_person(quantity.noun) or first == 0)) else None


def _owned(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether an owner or a death says that all are meant: "survived by three sons, …"."""
    return _definite(sentence, quantity) or (is_person(quantity.noun) and _survived(sentence))


def _survived(sentence: Sentence) -> bool:
    return not _SURVIVED.isdisjoint(sentence.words)


def loose(sentence: Sentence, quantity: Quantity, mark: int) -> bool:
    """Say whether a list between commas may hold its number as an item of its own."""
    if sentence.words[mark + 1 : mark + 2] in (["in"], ["at"]):
        return False  # "three plants, in Toledo and Gary"
    apposed = sentence.words[mark] == "," and not _owned(sentence, quantity)
    return apposed and not is_person(quantity.noun) and opens(sentence, quantity) > 0


def without_asides(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """Leave out what is told of an item between commas, or of the last one behind its "and".

    "Slow sales, debt and a chief executive, the third in four years, who is yet to …".
    """
    first = [(words_of(sentence, piece) or [""])[0] for piece in pieces]
    if first[:1] and first[0] in _ASKING:
        return pieces  # "who knew, when they knew and why"
    out = [piece for piece, word in zip(pieces, first, strict=True)
           if piece.joined or word not in _RELATIVES]  # fmt: skip
    joints = [at for at, piece in enumerate(out) if piece.joined]
    if len(joints) != 1 or joints[0] == len(out) - 1:
        return out
    behind = words_of(sentence, out[joints[0] + 1])
    ranked = (
        behind[:1] == ["the"] and behind[1:2] != [] and behind[1] in lexicon.words(_TABLE, "ranks")
    )
    return out[: joints[0] + 1] if ranked else out


def asides_in(sentence: Sentence, pieces: list[Piece]) -> int:
    """Count what may be told of an item between commas: "the roof, built in 1961, the boiler"."""
    told = [words_of(sentence, piece) for piece in pieces[1:] if not piece.joined]
    begun = lexicon.words("cues/spans", "begun")
    return sum(
        words[0].endswith("ed") or words[0] in begun or words[0] in _ASIDES for words in told
    )


def is_partial(sentence: Sentence, pieces: list[Piece]) -> bool:
    """Say whether a word in an item makes the list one of examples, or no list."""
    hits = lexicon.phrases(_TABLE, "partial")
    for first, last, *_ in pieces:
        begun = first + (sentence.words[first] in _DEGREES)  # "more staff at night"
        if hits.find(sentence.words, begun, last) is not None:
            return True
    return False
