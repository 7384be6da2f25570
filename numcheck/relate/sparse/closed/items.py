"""A row of names, and the number that says how many."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.named import NamedTuple
from numcheck.relate.lists.items import Piece, item
from numcheck.relate.sparse.closed.claims import TABLE
from numcheck.relate.sparse.window import Window
from numcheck.relate.wording import closes, cue, is_quoted, opens

_LEAST, _MOST = 3, 9
_LONG = 3  # words of a name in a row
_AWAY = 2  # items that a slip may have added or lost
_FAR = 7  # words from a noun to its row
_THE = frozenset({"the", "all", "these", "those", "both", "his", "her", "their", "its"})
_PARTNERS = frozenset({"co", "sons", "partners", "associates", "company", "son", "daughters"})
_FIRMS = frozenset({"firm", "company", "bank", "agency", "partnership", "practice"})
_INSIDE = frozenset({"of", "de", "von", "van", "the", "'s"})
_OR = frozenset({"and", "or", "&"})
_IN = frozenset("in at from to of across into near between over through for".split())
_VERBS = frozenset({"is", "are", "was", "were", "has", "have", "had", "will", "would", "can"})


class Row(NamedTuple):
    """The items of a list, and whether they are names."""

    pieces: tuple[Piece, ...]
    named: bool

    @property
    def first(self) -> int:
        """The place at which the first item begins."""
        return self.pieces[0].first

    @property
    def last(self) -> int:
        """The place behind the last item."""
        return self.pieces[-1].last


def find(window: Window) -> Iterator[Relation]:
    """Yield "Verdi, Puccini and Rossini: four composers" with its three names."""
    numbers = [one for one in window.own if _announces(window.sentence, one)]
    if len(numbers) != 1 or lexicon.phrases(TABLE, "not_a_row").find(window.words) is not None:
        return
    number, found = numbers[0], list(rows(window.sentence))
    if len(found) == 1:
        row = found[0]
        if any(one.value == len(row.pieces) for one in window.own):
            return  # "of the seven, five – Ceres, Pluto, Eris, Haumea and Makemake – are mapped"
        linked = _behind(window, row, number) or _ahead(window, row, number)
        if not linked and row.last <= number.first:
            linked = _taken_up(window, row, window.sentence, number)
        if linked:
            yield from _tied(window, window.sentence, row, number)


def find_before(window: Window, before: Sentence) -> Iterator[Relation]:
    """Yield "offices in Leeds, Derby and Bath are to shut. The four closures take effect"."""
    numbers = [one for one in window.own if _announces(window.sentence, one)]
    rest = [one for one in window.own if one not in numbers]
    if len(numbers) != 1 or rest or before.amounts or any(rows(window.sentence)):
        return
    doubt = lexicon.phrases(TABLE, "not_a_row")
    if doubt.find(window.words) is not None or doubt.find(before.words) is not None:
        return
    found = list(rows(before))
    if len(found) == 1 and _taken_up(window, found[0], before, numbers[0]):
        yield from _tied(window, before, found[0], numbers[0])


def _announces(sentence: Sentence, one: Quantity) -> bool:
    if one.kind not in ("count", "number") or one.hedge is not None or one.unit is not None:
        return False
    value = one.value
    if not isinstance(value, int) or not 2 <= value <= _MOST or "-" in one.text:
        return False
    if one.noun in lexicon.words("cues/lists", "no_heads"):
        return False
    after = sentence.words[one.last : one.last + 1]
    return one.noun is not None or after == ["of"] or sentence.words[one.first - 1] in _THE


def _tied(window: Window, where: Sentence, row: Row, number: Quantity) -> Iterator[Relation]:
    count = len(row.pieces)
    firms = number.noun in _FIRMS and count > int(number.value or 0)
    if firms or count == number.value or abs(count - int(number.value or 0)) > _AWAY:
        return
    yield Relation(
        "list",
        {"items": tuple(item(where, piece) for piece in row.pieces), "number": number},
        cue(window.sentence, number.first, number.last),
        quoted=is_quoted(window.sentence, number),
    )


# ---------------------------------------------------------------------------------- the links


def _behind(window: Window, row: Row, number: Quantity) -> bool:
    """Say whether a number stands right behind its row: "and Rossini: four composers"."""
    words, at = window.words, opens(window.sentence, number)
    if at < row.last:
        return False
    hit = lexicon.phrases(TABLE, "row_behind").at(words, row.last)
    if hit is None or hit[1] != at or number.noun is None:
        return False
    last = closes(window.sentence, number)
    after = words[last : last + 1]
    if after and after[0] not in lexicon.words(TABLE, "row_goes_on"):
        return False  # "in Kenya, Ghana and Togo, five people died"
    if words[row.last] != ",":
        return row.named or row.first == 0
    fronted = row.first <= 2 and words[row.first - 1] in _IN
    return not fronted and (
        after[:1] not in (["in"], ["of"], ["on"], ["from"]) or _verbless(words[last:])
    )


def _verbless(words: list[str]) -> bool:
    """Say whether no clause goes on with what is numbered."""
    return _VERBS.isdisjoint(words) and not any(word.endswith("ed") for word in words)


def _ahead(window: Window, row: Row, number: Quantity) -> bool:
    """Say whether a number announces its row: "five counts, namely fraud, …"."""
    words, last = window.words, closes(window.sentence, number)
    if row.first < last:
        return False
    begin = row.first - (words[row.first - 1] in ("in", "at"))
    hit = lexicon.phrases(TABLE, "row_ahead").ending(words, begin)
    end = row.last >= len(words) or words[row.last] in (".", ")", "–", "—", ";", ",")
    if words[number.last : number.last + 2] == ["of", "them"] and words[begin - 1] == ",":
        return begin - number.last == 3 and end  # "the five of them, Ada, Ben, Cy and Dot, …"
    if hit is None or hit[1] < last or number.noun is None or not end:
        return False
    between = words[last : hit[1]]
    return len(between) <= _FAR and {";", ".", "and", "but"}.isdisjoint(between)


def _taken_up(window: Window, row: Row, where: Sentence, number: Quantity) -> bool:
    """Say whether a number takes up the row before: "the four closures take effect"."""
    words, first = window.words, opens(window.sentence, number)
    last = closes(window.sentence, number)
    lead, after = words[max(0, first - 1)], (words[last : last + 1] or ["."])[0]
    if not row.named or lead not in ("the", "all", "these", "those") or after in _IN | {"that"}:
        return False
    apart = where is not window.sentence and first <= 1
    turned = where is window.sentence and words[first - 2 : first - 1] in ([";"], ["and"])
    if not (apart or turned) or after in ("who", "which", "whose", "where", "since", "on"):
        return False
    if where is not window.sentence and where.words[row.last : row.last + 1] == ["and"]:
        return False
    placed = row.first > 0 and where.words[row.first - 1] in _IN
    value = int(number.value or 0)
    if number.noun is None:
        return lead == "all" and not placed and row.first == 0 and after in _VERBS
    if number.noun in lexicon.words(TABLE, "places"):
        return True
    if number.noun in lexicon.words(TABLE, "at_each"):
        return placed and value < len(row.pieces)
    return number.noun in lexicon.words(TABLE, "persons") and not placed and row.first == 0


# ------------------------------------------------------------------------------------- the rows


def rows(sentence: Sentence) -> Iterator[Row]:
    """Yield each row of a sentence: three names or single nouns and more, the last with "and"."""
    words, at = sentence.words, 0
    if _OR.isdisjoint(sentence.vocabulary) or "," not in sentence.vocabulary:
        return
    last = len(words) - words[::-1].index(",")  # no row begins behind the last comma
    while at < last:
        behind = words[at + 1] if at + 1 < len(words) else ""
        listed = behind == "," or behind in _OR or sentence.raw[at][0].isupper()
        row = _row(sentence, at) if listed else None
        if row is not None:
            yield row
        at = row.last if row is not None else at + 1


def _row(sentence: Sentence, at: int) -> Row | None:
    words = sentence.words
    first = _item(sentence, at, None)
    if first is None or (at and sentence.raw[at - 1][:1].isupper()):
        return None
    named = sentence.raw[at][0].isupper() and (at > 0 or _is_name(sentence, first))
    pieces, joined = [first], False
    while not joined and pieces[-1].last < len(words):
        place = pieces[-1].last
        comma = words[place] == ","
        place += comma
        joined = place < len(words) and words[place] in _OR
        place += joined
        piece = _item(sentence, place, named) if comma or joined else None
        if piece is None:
            return None
        pieces.append(piece._replace(joined=joined))
    if not joined or not _LEAST <= len(pieces) <= _MOST:
        return None
    last = pieces[-1].last
    after = words[last : last + 1]
    if after and (after[0] in _OR | _INSIDE or sentence.raw[last][:1].isupper()):
        return None
    towns = lexicon.words("cues/lists", "behind_towns")
    if any(words[piece.first] in towns and pieces[0] is not piece for piece in pieces):
        return None  # "Toledo, Ohio, and Gary"
    alone = named or _stands_alone(sentence, at, last)
    return Row(tuple(pieces), named) if alone else None


def _is_name(sentence: Sentence, first: Piece) -> bool:
    """Say whether a sentence's first word is a name, by the item behind it."""
    place = first.last + 1
    return place < len(sentence.raw) and sentence.raw[place][:1].isupper()


def _item(sentence: Sentence, at: int, named: bool | None) -> Piece | None:
    """Read one item: a name, or a single noun where the row has no names."""
    raw, words = sentence.raw, sentence.words
    if at >= len(raw) or not raw[at].isalpha() or words[at] in _PARTNERS:
        return None
    if words[at] in lexicon.words("nouns", "stop"):
        return None
    if any(one.first <= at < one.last for one in sentence.quantities):
        return None
    if not raw[at][0].isupper() or (named is False):
        return None if named or raw[at][0].isupper() else Piece(at, at + 1, False)
    last = at + 1
    while last < len(raw) and last - at < _LONG and raw[last][0].isupper() and raw[last].isalpha():
        last += 1
    return Piece(at, last, False)


def _stands_alone(sentence: Sentence, first: int, last: int) -> bool:
    """Say whether single nouns are all between two marks: ": pay, appeal or resign."."""
    words = sentence.words
    opened = (
        not first
        or words[first - 1] in (":", "(", "–", "—", ",")
        or (lexicon.phrases(TABLE, "row_ahead").ending(words, first) is not None)
    )
    shut = last >= len(words) or words[last] in (".", ")", ":", "–", "—", ";", ",")
    told = first == 0 and lexicon.phrases(TABLE, "row_behind").at(words, last) is not None
    return opened and (shut or told)
