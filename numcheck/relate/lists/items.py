"""What a list names: its items, and how they look."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.record import replace
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.sums.terms.ones import worded

_TABLE = "cues/lists"
_QUOTES = frozenset("\"'“‘’«»”")
_LEADS = ("to", "-ing", "order", "whether", "asks")  # what every item of a list may begin with
_ASKS = frozenset({"who", "what", "when", "where", "why", "how", "which"})
_WAYS = frozenset({"by", "in", "at", "on", "from", "through", "via", "with"})
_HOMES = frozenset({"of", "from", "in", "at", "for"})
_PARTNERS = frozenset({"co", "sons", "partners", "associates", "daughters", "company"})
_PARTS = frozenset({"with", "of", "for", "in", "between", "from", "on", "to"})
_DEGREES = frozenset({"more", "less", "fewer", "better"})
_LONG = 5  # words of an item that tells a way or a place: "at the front desk"
_PIECES = frozenset({",", ";", "and", "&"})


class Piece(NamedTuple):
    """An item of a list: its token places, and whether "and" stands before it."""

    first: int
    last: int
    joined: bool
    comma: bool = False


def pieces_of(sentence: Sentence, first: int, last: int, *, either: bool = False) -> list[Piece]:
    """Cut a list at its commas and its "and", or "or" where it offers a choice."""
    words = sentence.words
    has_semicolons = ";" in words[first:last]
    out: list[Piece] = []
    begin, joined, comma, depth = first, False, False, 0
    for at in range(first, last + 1):
        word = words[at] if at < last else ";"
        depth += (word in "([") - (word in ")]")
        cuts = word == ";" if has_semicolons else word in _PIECES or (either and word == "or")
        if depth > 0 or not cuts:
            continue
        if begin < at:
            out.append(Piece(begin, at, joined, comma))
            joined = comma = False
        joined = joined or word in ("and", "&", "or")
        comma = comma or word in ",;"
        begin = at + 1
    if has_semicolons:
        return [_without_and(sentence, piece) for piece in out]
    return out


def _without_and(sentence: Sentence, piece: Piece) -> Piece:
    joined = sentence.words[piece.first] == "and"
    return Piece(piece.first + joined, piece.last, joined, True)


def items_of(
    sentence: Sentence, quantity: Quantity, pieces: list[Piece], mark: str
) -> list[Piece] | None:
    """Return the items of a list in the reading nearest to the number; None where it is none."""
    if any(sentence.words[piece.first] in _PARTNERS for piece in pieces):
        return None  # "Smith, Jones and Co"
    pieces = _without_homes(sentence, pieces)
    if quantity.noun not in lexicon.words(_TABLE, "home_lands"):
        pieces = _with_states(sentence, pieces)
    joined = any(piece.joined for piece in pieces)
    if len(pieces) < 2 or (not joined and mark not in ("(", ":")):
        return None
    shape = _shape(sentence, pieces)
    if mark == ":" and quantity.noun in lexicon.words(_TABLE, "abstract"):
        shape = _phrases(sentence, pieces) or shape
    sorts = mark == "(" and quantity.noun in lexicon.words(_TABLE, "sorts") and len(pieces) > 2
    if shape is None or (shape == "bare" and mark != ":" and not sorts):
        return None
    if shape != "name" and mark not in (":", "–", "—", "-") and not sorts:
        return None
    single = all(piece.last - piece.first == 1 for piece in pieces)
    if single and is_person(quantity.noun) and _origins(sentence, pieces):
        return None  # "six players (English, Welsh and Irish)"
    short = mark.isalpha() and not any(piece.last - piece.first > 1 for piece in pieces)
    if short and (len(pieces) < 3 or (is_person(quantity.noun) and _origins(sentence, pieces))):
        return None  # "the two brothers are Welsh and Catholic"
    value = quantity.value
    assert isinstance(value, int)
    coarse = _coarse(sentence, pieces, shape, value)
    if coarse is None:
        return None
    if len(coarse) < value < len(pieces):
        return None
    if value <= len(coarse):
        if value < len(coarse) and _behind_town(sentence, pieces):
            return None
        return coarse if value < len(pieces) else pieces
    return pieces


def _coarse(sentence: Sentence, pieces: list[Piece], shape: str, value: int) -> list[Piece] | None:
    """Return the fewest items that a list can have: each "and" but the last inside an item."""
    joints = [at for at, piece in enumerate(pieces) if piece.joined]
    if joints and joints[-1] != len(pieces) - 1:
        return None  # a comma after the last "and": something stands behind an item
    if any(at + 1 == value and _holds_more(sentence, pieces[at]) for at in joints[:-1]):
        return None  # "two aims: promotion and a stand with seats, boxes and a bar"
    if shape in _LEADS:
        return _led(sentence, pieces, shape)
    out = [pieces[0]]
    for at, piece in enumerate(pieces[1:], 1):
        if piece.joined and at not in joints[-1:]:
            out[-1] = out[-1]._replace(last=piece.last)
        else:
            out.append(piece)
    return out


def _holds_more(sentence: Sentence, piece: Piece) -> bool:
    """Say whether a list may go on within an item: "a stand with seats", "cutting waste"."""
    words = words_of(sentence, piece)
    return words[0].endswith("ing") or not _PARTS.isdisjoint(words)


def _led(sentence: Sentence, pieces: list[Piece], shape: str) -> list[Piece] | None:
    """Return the items that begin alike: "to cut waste, to raise pay"."""
    alike = [piece for piece in pieces if looks(sentence, piece) == shape]
    if any(piece.joined and piece.comma for piece in alike):
        # "to be ready, and to find ways to settle disputes and to keep the peace"
        alike = [piece for piece in alike if piece.comma or piece is alike[0]]
    return alike if len(alike) > 1 else [pieces[0], pieces[-1]]


def _origins(sentence: Sentence, pieces: Sequence[Piece]) -> bool:
    """Say whether words in a list may tell what somebody is: "Welsh, Catholic and Labour"."""
    ends, known = ("ish", "ese", "ian"), lexicon.words(_TABLE, "origins")
    return any(
        sentence.words[piece.first].endswith(ends) or sentence.words[piece.first] in known
        for piece in pieces
    )


def _without_homes(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """Leave out ages and what tells whence somebody is: "Ann Lee, 24, of Hull, and Bo Diaz"."""
    out = [piece for piece in pieces if not _is_age(sentence, piece)]
    homes = [sentence.words[piece.first] in _HOMES and not piece.joined for piece in out]
    if homes[:1] == [True] or sum(homes) < 2:
        return out
    return [piece for piece, home in zip(out, homes, strict=True) if not home]


def _with_states(sentence: Sentence, pieces: list[Piece]) -> list[Piece]:
    """Take towns with the state behind each as one item: "Toledo, Ohio, and Gary, Indiana"."""
    behind = lexicon.words(_TABLE, "behind_towns")
    lands = [sentence.words[piece.first : piece.last] for piece in pieces]
    told = [len(land) == 1 and land[0] in behind for land in lands]
    if len(pieces) < 4 or told != [False, True] * (len(pieces) // 2):
        return pieces
    pairs = zip(pieces[::2], pieces[1::2], strict=True)
    return [town._replace(last=state.last) for town, state in pairs]


def _is_age(sentence: Sentence, piece: Piece) -> bool:
    words = sentence.words[piece.first : piece.last]
    return all(word.isdecimal() or word in ("aged", "both") for word in words)


def _behind_town(sentence: Sentence, pieces: Sequence[Piece]) -> bool:
    """Say whether an item may only tell where the one before it lies: "Paris, Texas"."""
    behind = lexicon.words(_TABLE, "behind_towns")
    lands = [sentence.words[piece.first] in behind for piece in pieces]
    if 2 * sum(lands) > len(lands):
        return False
    return any(land and not before for before, land in pairwise(lands))


def _shape(sentence: Sentence, pieces: Sequence[Piece]) -> str | None:
    """Return what all the items look like: names, phrases with an article, "to …", bare nouns."""
    commands = lexicon.words(_TABLE, "commands")
    if len(pieces) > 2 and all(sentence.words[piece.first] in commands for piece in pieces):
        return "article"  # "raise pay, ban fees and fund more beds"
    begins = [looks(sentence, piece) for piece in pieces]
    if set(begins[:-1]) == {"name"} and len(pieces) > 2 and _one_more(sentence, pieces[-1]):
        return "name"  # "Balfour, Kier, Laing and a local firm"
    if begins[-1] is None and set(begins[:-1]) == {"article"} and told_of(sentence, pieces):
        return "article"
    if begins[0] in _LEADS:
        return begins[0]
    if all(begin == begins[0] for begin in begins):
        return begins[0]
    if begins[0] == "way" and set(begins[1:]) == {"name"}:
        return "name"  # "in Hull, York and Bath"
    if begins[0] in ("article", "bare") and set(begins) == {"article", "bare"}:
        return "article"  # "approval by both boards, a vote and a clean audit"
    inside = [piece.joined for piece, begin in zip(pieces, begins, strict=True) if begin == "-ing"]
    if set(begins) <= {"article", "bare", "-ing"} and (begins[-1] == "-ing" or not any(inside)):
        return "article"  # "three charges: fraud, theft and perverting the course of justice"
    short = all(piece.last - piece.first == 1 for piece in pieces)
    if short and begins[0] == "bare" and set(begins) == {"bare", "name"}:
        return "bare"  # "maths, English and science"
    if begins[0] == "article" and "name" not in begins and None not in begins:
        return "article"
    return None


def _phrases(sentence: Sentence, pieces: Sequence[Piece]) -> str | None:
    """Return what reasons, tests or demands look like that are phrases, with a verb or without.

    "No household moved without consent, a rise below £11 and a gain for wildlife".
    """
    begins = [looks(sentence, piece) for piece in pieces]
    told = sum(begin in ("article", "bare", "-ing") for begin in begins)
    clauses = lexicon.words(_TABLE, "clauses")
    odd = [piece for piece, begin in zip(pieces, begins, strict=True) if begin is None]
    if told + len(odd) < len(pieces) or told < 2 or set(begins) == {"-ing"}:
        return None
    plain = (words_of(sentence, one) for one in odd)
    plain = (words[words[0] in _DEGREES :] for words in plain)
    return "article" if all(clauses.isdisjoint(words) for words in plain) else None


def words_of(sentence: Sentence, piece: Piece) -> list[str]:
    """Return the words of an item."""
    return sentence.words[piece.first : piece.last]


def _one_more(sentence: Sentence, piece: Piece) -> bool:
    """Say whether a list of names ends in one without a name: "and a boy of nine"."""
    words = sentence.words[piece.first : piece.last]
    if not piece.joined or words[:1] not in (["a"], ["an"], ["another"]):
        return False
    return lexicon.words(_TABLE, "several_in_one").isdisjoint(words)


def told_of(sentence: Sentence, pieces: Sequence[Piece]) -> bool:
    """Say whether the last of a list goes on to tell of it: "and the weeks he had spent there"."""
    if not pieces:
        return False
    first, last, joined, _ = pieces[-1]
    words = sentence.words[first:last]
    if not joined or any(piece.joined for piece in pieces[:-1]) or len(words) < 4:
        return False
    begun = words[0] in lexicon.words(_TABLE, "articles") and words[1].isalpha()
    return begun and words[2] in lexicon.words(_TABLE, "told_of")


def looks(sentence: Sentence, piece: Piece) -> str | None:
    """Return what an item looks like; None for a clause."""
    last = next((at for at in range(*piece[:2]) if sentence.words[at] == "("), piece.last)
    raw = [w for w in sentence.raw[piece.first : last] if w not in _QUOTES]
    words = [w.lower() for w in raw]
    if not words:
        return None
    if words[0] in ("to", "whether"):
        return words[0]
    if words[0] in _ASKS and len(words) > 1:
        return "asks"
    if words[0] in lexicon.words(_TABLE, "orders") or _commands(words):
        return "order"
    if words[0] in _WAYS and len(words) < _LONG:
        return "way"
    if words[0].endswith("ing") and len(words[0]) > 5 and len(words) > 1:
        return "-ing"
    small = lexicon.words(_TABLE, "small")
    if any(w[0].isupper() or w[0].isdecimal() for w in raw) and all(
        w[0].isupper() or w[0].isdecimal() or w.lower() in small or not w[0].isalpha() for w in raw
    ):
        return "name"
    if not lexicon.words(_TABLE, "clauses").isdisjoint(words):
        return None
    if words[0] in lexicon.words(_TABLE, "articles"):
        return "article"
    verbs = lexicon.words("nouns", "verbs")
    alone = len(words) < 3 or verbs.isdisjoint(words)  # "cost, fair pay and delay"
    return "bare" if len(words) <= 3 and alone else None


def _commands(words: list[str]) -> bool:
    """Say whether an item tells what to do: "lift the ban", "pay on time"."""
    if len(words) < 2 or words[0] not in lexicon.words(_TABLE, "commands"):
        return False
    return words[1] in lexicon.words(_TABLE, "objects")


def item(sentence: Sentence, piece: Piece) -> Quantity:
    """Return an item as a figure: it counts for one."""
    one = worded(sentence, piece.first, piece.last, 1)
    return replace(one, text=sentence.cut(piece.first, piece.last))
