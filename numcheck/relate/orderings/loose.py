"""Two figures of one measure, and one comparison between them."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.frame.alike import as_ages
from numcheck.relate.orderings.comparatives import Comparative, comparatives, on_terms
from numcheck.relate.orderings.rivals import wins
from numcheck.relate.orderings.tables import TABLE, bare, fits, measure, ordering, which_has
from numcheck.relate.wording import closes, opens

_MOST = 6  # amounts of a sentence that is no list
_CLAUSE, _OBJECT = 12, 10  # words from a figure to the comparison, and on to the other figure
_AGED = frozenset({"older", "elder", "younger"})
_BARE = frozenset({"more", "less", "fewer"})
_WALLS = frozenset(
    "; : . but while whereas who whose where when that by than if because so after before against"
    " compared or".split()
)
_BEFORE = frozenset(
    ", – — ( is was are were being remains remained slightly much far well considerably rather"
    " somewhat significantly even therefore still stands stood comes came it them".split()
)
_GOES_ON = frozenset({"is", "was", "are", "were", "has", "had", "so", "therefore"})
_HAS = frozenset("has have had holds held gets got won drew took polled seats employs".split())
_STOPS = frozenset({",", ".", ";", ")", "and", "–", "—", "!", "by"})
_AWAY = frozenset({"than", "and", ",", "from", "with", ";"})
_ENDED = ([","], [")"], ["is"], ["was"], ["at"], ["with"])
_BY_SIZE = ("time", "length")  # "metres" may be of a race, but not those of a tower
_SOME = frozenset("and any all most every each bar except apart other others".split())
_NAME = 7  # words of "pupils make the school at Ashby"
_LINKS = frozenset({"with", "at", "on", "(", ","})
_ARTICLES = frozenset({"the", "a", "an", "its", "their", "his", "her"})
_OWNERS = frozenset({"its", "their", "his", "her"})
_LASTING = frozenset({"in", "after", "within", "every", "over", "each", "for", "last", "by"})
# Which way of being big a figure tells, and the comparatives that are of it.
_WAYS = {
    "high": "high", "tall": "high", "long": "long", "deep": "deep", "wide": "wide",
    "thick": "thick",
    "higher": "high", "taller": "high", "loftier": "high", "lower": "high", "longer": "long",
    "deeper": "deep", "shallower": "deep", "wider": "wide", "broader": "wide", "narrower": "wide",
    "thicker": "thick", "thinner": "thick",
}  # fmt: skip


def loosely(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "The wait averaged 52 minutes, shorter than the 45 minutes of a year earlier"."""
    if len(sentence.amounts) > _MOST:
        return
    for left in figures[:-1]:
        kind = measure(left)
        same = [one for one in figures if measure(one) == kind]
        if kind in ("", "age") or len(same) != 2 or same[0] is not left:
            continue
        if on_terms(sentence, left, same[1]):
            continue
        for sign, first, last in _claims(sentence, left, same[1]):
            if tie := ordering(sentence, left, same[1], sign, first, last):
                yield tie


def of_two(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "The younger of the two, Mia, is 14; her sister is 12"."""
    tokens = sentence.words
    pair = phrases(TABLE, "of_two").find(tokens)
    if pair is None or tokens[pair.last : pair.last + 1] not in _ENDED:
        return
    aged = not _AGED.isdisjoint(tokens[: pair.first])
    plain = [replace(q, kind="age") if aged and bare(q) else q for q in as_ages(*figures)]
    plain = [q for q in plain if not pair.first <= q.first < pair.last]
    own = next((one for one in plain if one.first >= pair.last), None)
    others = [one for one in plain if one is not own]
    if own is None or len(others) != 1 or measure(own) != measure(others[0]):
        return
    between = tokens[pair.last : opens(sentence, own)]
    if len(between) > _OBJECT or not {";", "and", "but", "than"}.isdisjoint(between):
        return
    for one in comparatives(sentence):
        said = one.last == pair.first and fits(one.sign, one.word, own)
        if said and (tie := ordering(sentence, own, others[0], one.sign, one.first, pair.last)):
            yield tie


def the_greater(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "Elmira got 2.4 inches and Oakley 3.1, making Elmira the wetter of the two towns"."""
    tokens = sentence.words
    for one in comparatives(sentence):
        if one.than >= 0 or tokens[one.first - 1] != "the" or not _closed(sentence, one.last):
            continue
        told = [q for q in figures if q.last < one.first]
        if len(told) != 2:
            continue
        left, right = told
        if bare(right) and left.unit is not None:
            right = replace(right, kind=left.kind, unit=left.unit, units=left.units)
        if measure(left) != measure(right) or not fits(one.sign, one.word, left):
            continue
        own = _named(sentence, told, one.first - 1)
        if own is None:
            continue
        pair = (left, right) if own is told[0] else (right, left)
        if tie := ordering(sentence, *pair, one.sign, one.first - 1, one.last):
            yield tie


def _closed(sentence: Sentence, at: int) -> bool:
    """Say whether "of the two towns", or nothing, follows a comparative, and ends its clause."""
    tokens = sentence.words
    if tokens[at + 1 : at + 4] == ["of", "the", "two"]:
        at += 1  # "the bigger crop of the two"
    if tokens[at : at + 3] in (["of", "the", "two"], ["of", "the", "pair"]):
        at += 3
        at += tokens[at : at + 1] != [] and tokens[at] not in _STOPS
    return at >= len(tokens) or tokens[at] in _STOPS


def _named(sentence: Sentence, told: list[Quantity], at: int) -> Quantity | None:
    """Return the figure of what is named before a place: that of "Elmira" in "making Elmira"."""
    tokens, (left, right) = sentence.words, told
    made = phrases(TABLE, "made_so").find(tokens, right.last, at)
    if made is None or made.first - right.last > _NAME:
        return None
    begin = made.last + (tokens[made.last] == "the")
    name = tokens[begin : at - (tokens[at - 1] in ("is", "was", "are", "were"))]
    if not 0 < len(name) <= 4 or (begin == made.last and not sentence.raw[begin][:1].isupper()):
        return None
    begins = [p for p in range(made.first) if tokens[p : p + len(name)] == name]
    if len(begins) != 1:
        return None
    place, at_it = begins[0], tokens[begins[0] - 1] in ("in", "at", "on", "for")
    if place < left.first:
        return left if _AWAY.isdisjoint(tokens[place + len(name) : opens(sentence, left)]) else None
    if place < right.first:
        if at_it and place - closes(sentence, left) <= 2:
            return left
        return right if _AWAY.isdisjoint(tokens[place : opens(sentence, right)]) else None
    return right if at_it and place - closes(sentence, right) <= 2 else None


def _claims(sentence: Sentence, left: Quantity, right: Quantity) -> Iterator[tuple[int, int, int]]:
    """Yield the ways in which the first figure is said to be more or less than the second."""
    for one in comparatives(sentence):
        if left.last <= one.first and one.than < opens(sentence, right):
            more = one.word in _BARE
            if (_has_more if more else _is_greater)(sentence, left, one, right):
                yield one.sign, one.first, one.than + 1
    for key, sign in (("ahead", 1), ("behind", -1)):
        link = phrases(TABLE, key).find(sentence.words, left.last, right.first)
        if link is not None and _stands(sentence, left, link.first, link.last, right):
            yield sign, link.first, link.last
    beaten = phrases(TABLE, "past").find(sentence.words, left.last, right.first)
    if beaten is not None:
        sign = _beats(sentence, left, beaten.first, beaten.last, right)
        if sign:
            yield sign, beaten.first, beaten.last


def _is_greater(sentence: Sentence, left: Quantity, one: Comparative, right: Quantity) -> bool:
    """Say whether "longer than" is said of the thing that the first figure measures."""
    if one.than < 0 or not fits(one.sign, one.word, left):
        return False
    if sentence.words[one.last] == "to" and measure(left) != "time":
        return False  # "longer to dig than"
    way = _WAYS.get(one.word)
    told = {_WAYS.get(word) for q in (left, right) for word in _sized(sentence, q)} - {None}
    if way is not None and told and told != {way}:
        return False  # "12m wide and longer than"
    before = sentence.words[one.first - 1]
    made = sentence.words[closes(sentence, left) :][:1] in (["make"], ["makes"], ["made"])
    return (
        (before in _BEFORE or (made and one.first - left.last <= _NAME))
        and _one_subject(sentence, left, one.first)
        and _of_other(sentence, one.than + 1, right)
    )


def _is_extent(sentence: Sentence, right: Quantity) -> bool:
    """Say whether "its 192ft tower" tells the size of the whole, as "whose spire reaches" does."""
    tokens, last = sentence.words, right.last + (sentence.words[right.last] == "-")
    extents = words(TABLE, "extents")
    at = tokens.index("whose") if "whose" in tokens else -1
    own = at < 0 or tokens[at + 1] in extents
    return own and not extents.isdisjoint(tokens[last : last + 2])


def _sized(sentence: Sentence, quantity: Quantity) -> list[str]:
    at = quantity.last
    return (
        sentence.words[at : at + 2]
        if sentence.words[at : at + 1] == ["-"]
        else (sentence.words[at : at + 1])
    )


def _has_more(sentence: Sentence, left: Quantity, one: Comparative, right: Quantity) -> bool:
    """Say whether "more than Leeds with 1,340" is said of a count or a sum, against a rival's."""
    tokens = sentence.words
    if one.than != one.last or not fits(one.sign, one.word, left):
        return False
    before = tokens[one.first - 1]
    if before not in _HAS and before not in (",", "–", "—"):
        return False
    between = tokens[one.than + 1 : opens(sentence, right)]
    named = sentence.raw[one.than + 1][:1].isupper() or between[:1] == ["the"]
    return (
        len(between) > 1 and named and _led(between)
        and _one_subject(sentence, left, one.first)
        and _of_other(sentence, one.than + 1, right)
    )  # fmt: skip


def _stands(sentence: Sentence, left: Quantity, first: int, last: int, right: Quantity) -> bool:
    """Say whether ", ahead of wind on 12.9%" puts a share, a count or a sum before another."""
    tokens = sentence.words
    between = tokens[last : opens(sentence, right)]
    if measure(left) not in ("share", "count", "money") or len(between) < 2 or _falls(tokens):
        return False
    put = not {"put", "puts", "putting", "left", "leaves"}.isdisjoint(tokens[left.last : first])
    led = put or tokens[first - 1] in _BEFORE
    return (
        led and _led(between) and _one_subject(sentence, left, first)
        and _of_other(sentence, last, right)
    )  # fmt: skip


def _beats(sentence: Sentence, left: Quantity, first: int, last: int, right: Quantity) -> int:
    """Return 1 or -1 where "the $5m bid beat a $4m offer" puts one before the other, or 0."""
    tokens = sentence.words
    if tokens[first - 1] in _GOES_ON or (_falls(tokens) and measure(left) not in _BY_SIZE):
        return 0
    if any(left.last <= q.first < first for q in sentence.amounts):
        return 0  # "at 74 metres, the tower, with a mast of nine, will overtop"
    between = tokens[last : opens(sentence, right)]
    owned = not between or between[-1] in _ARTICLES or _led(between)
    if not owned or not _one_subject(sentence, left, first) or not _of_other(sentence, last, right):
        return 0
    if first + 1 == last and tokens[first] in words(TABLE, "outright"):
        return int(measure(left) != "time")
    if measure(left) == "money":
        return int(not words(TABLE, "more_wins").isdisjoint(tokens))
    return wins(tokens, left)


def _led(between: list[str]) -> bool:
    """Say whether words lead from a rival to its figure: "Leeds with", "Leeds's", "Leeds, who"."""
    return between[-1] in _LINKS or "," in between or between[-1][-2:] in ("'s", "’s")


def _falls(tokens: list[str]) -> bool:
    return not words(TABLE, "lower_wins").isdisjoint(tokens)


def _one_subject(sentence: Sentence, left: Quantity, first: int) -> bool:
    """Say whether a comparison is of what the figure before it is of."""
    tokens, last = sentence.words, closes(sentence, left)
    between = tokens[last:first]
    if not 0 < len(between) <= _CLAUSE or not _WALLS.isdisjoint(between):
        return False
    if measure(left) == "time" and tokens[opens(sentence, left) - 1] in _LASTING:
        return False
    if "which" in between and tokens[first - 1] != "it":  # "which makes it loftier than"
        at = between.index("which")
        if between[at - 1 : at] != [","] or between[at + 1 : at + 2] not in (["is"], ["was"]):
            return False
    follows = [tokens[last + at + 1] for at, word in enumerate(between) if word == "and"]
    return _GOES_ON.issuperset(follows)


def _of_other(sentence: Sentence, first: int, right: Quantity) -> bool:
    """Say whether the second figure is that of the other thing: "than the old one, with 12"."""
    between = sentence.words[first : opens(sentence, right)]
    if len(between) > _OBJECT or not _WALLS.isdisjoint(set(between) - {"who", "where"}):
        return False
    if not words(TABLE, "no_figure_of").isdisjoint(between) or not _SOME.isdisjoint(between):
        return False
    if not {"who", "which", "where"}.isdisjoint(between):
        if sentence.words[closes(sentence, right) :][:1] == ["in"]:
            return False  # "who took 36% in the west", "which carried 52 in its last year"
        plain = between[-2:-1] in (["who"], ["which"]) and between[-1].endswith("ed")
        return plain or which_has(between)
    owned = between[-2:-1] == ["with"] and between[-1] in _OWNERS  # "than B, with its 44m drop"
    owned = owned and _is_extent(sentence, right)
    return owned or "," not in between[:-1] or between[-1] in ("at", "with", "on", "a", "the")
