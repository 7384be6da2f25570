"""The most of several things, and records that were passed."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.orderings.tables import OF_ALL, TABLE, measure, ordering, which_has
from numcheck.relate.wording import closes, opens

_CLAUSE = 12  # words from "beating" to the figure of "the runner-up, which weighed"
_STOPS = frozenset(
    {",", "and", "or", "but", "which", "who", "that", "by", "than", "for", ";", "if"}
)
_ON_A_DAY = frozenset({"on", "in", "during", "of", "for", "after", "from", "at"})
_MADE = 8  # words of "at ten to four made this the"
_RECORD = 12  # words of "hottest June day on the airport's books, ahead of"
_MARKS = frozenset({"record", "target", "goal", "best", "mark", "high", "peak", "limit", "average"})
_BEATS = frozenset({"beat", "beats", "beating", "betters", "bettered", "bettering", "ahead"})
_FEARED = frozenset({"feared", "fears", "dreaded", "threatened"})
_BEING = frozenset({"was", "were", "is", "are", "been", "being", "be", "got"})
_TURNS = frozenset({":", "when", "with", "by", "as", "–", "—", "after"})
_HELD = frozenset(
    "and or but which who that was were is are has had a each every month year week day".split()
)
_PUT = ([","], [",", "at"], [",", "put", "at"], [",", "of"], [",", "with"])
_REACHED = frozenset({"in", "with", "on", "at", "up"})
_OWN = frozenset({"the", "its", "their", "his", "her", "last", "a", "an", "this"})


def ranked(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "the largest with 34 seats, followed by the Greens with 36"."""
    tokens = sentence.words
    for key, sign in (("most", 1), ("least", -1)):
        top = phrases(TABLE, key).find(tokens)
        if top is None or (sign > 0 and _lower_wins(sentence)):
            continue
        after = [q for q in figures if q.first >= top.last or 0 <= top.first - q.last <= _MADE]
        after = [
            q for q in after
            if tokens[max(0, q.first - 2) : q.first] not in OF_ALL or tokens[q.first - 3] == "ahead"
        ]  # fmt: skip
        after = [q for q in after if measure(q) == measure(after[0])]
        for left, right in pairwise(after):
            keys = ("next", "over", "past") if sign > 0 else ("next", "under", "past")
            links = (phrases(TABLE, one).find(tokens, left.last, right.first) for one in keys)
            link = next((one for one in links if one is not None), None)
            if link is None or not _row(sentence, top.last, left, right, link.first, link.last):
                continue
            if left.last <= top.first and tokens[max(0, top.first - 2)] in _ON_A_DAY:
                continue  # "12mm fell on the hottest day of the week, ahead of 31mm on Sunday"
            if not words(TABLE, "only_hoped").isdisjoint(tokens[right.last :]):
                continue
            if tie := ordering(sentence, left, right, sign, link.first, link.last):
                yield tie
                break


def _row(
    sentence: Sentence, top: int, left: Quantity, right: Quantity, first: int, last: int
) -> bool:
    """Say whether the figure of the first and that of the next stand close to their words."""
    tokens = sentence.words
    gap, by = tokens[max(left.last, top) : first], tokens[last : right.first]
    at_once = len(by) <= 2 and by[-1:] in (["the"], ["a"], ["its"], ["-"], ["£"], ["$"])
    own = at_once and gap[-1:] == [","] and _STOPS.isdisjoint(gap[:-1])
    if not own and phrases(TABLE, "next").ending(tokens, last) is None:
        return False
    near = (
        right.first - last <= 8
        and len(gap) <= (_RECORD if own else 6)
        and -(_RECORD if own else 8) <= left.first - top <= 10
    )
    plain = ";" not in tokens[left.last : right.first] and "and" not in tokens[top : left.first]
    return near and plain and measure(left) not in ("time", "")


def passed(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "39.8C, beating the previous record of 40.3C", "£5,200, short of its £6,000 target"."""
    tokens, ways = sentence.words, (("past", 1), ("short", -1), ("over", 1), ("under", -1))
    told = [way for way in ways if phrases(TABLE, way[0]).may_stand(sentence)]
    if not told or _lower_wins(sentence):
        return
    for left, right in pairwise(figures):
        for key, sign in told:
            link = phrases(TABLE, key).find(tokens, left.last, right.first)
            if link is None:
                continue
            clause = key == "past" and which_has(tokens[link.last : opens(sentence, right)])
            if right.first - link.last > (_CLAUSE if clause else 7):
                continue
            if tokens[link.first] in _BEATS and not words(TABLE, "bad_to_have").isdisjoint(tokens):
                continue  # "the 2.8% vacancy rate beats the 3.4% of the county"
            if key in ("past", "over") and not _FEARED.isdisjoint(tokens[right.last :]):
                continue  # "ahead of the 3.4% that the Bank feared"
            if key == "short" and link.first == left.noun_last:
                continue  # "six short of the record with five to play"
            if key == "past" and tokens[link.first - 1] in _BEING:
                continue  # "the limit of 50 was exceeded: 61 people came"
            wide = _topmost(tokens, left, link.first) or _of_place(tokens, left, link.first)
            if link.first - left.noun_last > (6 if wide else 3):
                continue
            if measure(left) in ("time", ""):
                continue
            if not clause and not _plain(tokens[link.last : right.first]):
                continue
            at_once = key in ("over", "under")
            if not clause and not (_beside if at_once else _marked)(
                sentence, left, right, link.first, link.last
            ):
                continue
            if tie := ordering(sentence, left, right, sign, link.first, link.last):
                yield tie


def overrun(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "the limit of 61 was exceeded: 51 people were in the hall"."""
    tokens = sentence.words
    if len(figures) != 2 or _lower_wins(sentence):
        return
    mark, reached = figures
    link = phrases(TABLE, "past").find(tokens, mark.last, reached.first)
    if link is None or tokens[link.first - 1] not in _BEING or link.first - mark.last > 3:
        return
    lead = tokens[max(0, opens(sentence, mark) - 5) : mark.first]
    between = tokens[link.last : opens(sentence, reached)]
    if _MARKS.isdisjoint(lead) or len(between) > 6 or _TURNS.isdisjoint(between):
        return
    if tie := ordering(sentence, reached, mark, 1, link.first, link.last):
        yield tie


def missed(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "fell short of the 50% needed, with 53% of voters taking part"."""
    tokens, ways = sentence.words, (("past", 1), ("short", -1))
    told = [way for way in ways if phrases(TABLE, way[0]).may_stand(sentence)]
    if not told or _lower_wins(sentence):
        return
    for mark, reached in pairwise(figures):
        for key, sign in told:
            start = _plain_start(sentence, mark)
            link = phrases(TABLE, key).ending(tokens, start)
            if link is None or any(q.last <= link[1] and link[1] - q.last < 8 for q in figures):
                continue
            last = closes(sentence, mark)
            between = tokens[last : opens(sentence, reached)]
            aimed = not _MARKS.isdisjoint(tokens[start : mark.first])
            if not _told(between) or not (
                aimed or _marked(sentence, mark, mark, link[1], mark.first)
            ):
                continue
            if tie := ordering(sentence, reached, mark, sign, link[1], mark.first):
                yield tie


def _told(between: list[str]) -> bool:
    """Say whether words lead on to what was reached: ", raising", "it needed, handing in"."""
    at = next((at for at in range(len(between) - 1, -1, -1) if between[at] == ","), -1)
    tail = between[at + 1 :]
    if at < 0 or at > 4 or not 1 <= len(tail) <= 2 or tail[0] not in words(TABLE, "reaching"):
        return False
    return len(tail) == 1 or tail[1] in _REACHED


def _lower_wins(sentence: Sentence) -> bool:
    """Say whether a sentence is of a sport, or a thing, in which less is better."""
    found = words(TABLE, "lower_wins") & sentence.vocabulary
    if found == {"runner"}:  # "the runner-up"
        tokens = sentence.words
        return tokens[tokens.index("runner") + 1 :][:2] != ["-", "up"]
    return bool(found)


def _plain_start(sentence: Sentence, mark: Quantity) -> int:
    """Return where what was aimed at begins: "the target of 500", "its £6,000 target"."""
    tokens, at = sentence.words, opens(sentence, mark)
    plain = _OWN | _MARKS | {"of", "previous", "old", "needed", "required"}
    while (
        at > 1
        and tokens[at - 2] not in ("short", "shy")
        and (tokens[at - 1] in plain or tokens[at - 1].endswith("'s"))
    ):
        at -= 1
    return at


def outdone(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "girls (412) outnumber boys (437)", "412 girls outnumbered 437 boys"."""
    tokens = sentence.words
    verb = phrases(TABLE, "outdo").find(tokens)
    if verb is None:
        return
    if "by" in tokens[verb.last :] or "to" in tokens[verb.last :]:
        yield from _outscored(sentence, figures, verb.first, verb.last)
        return
    left = next((q for q in reversed(figures) if q.last <= verb.first), None)
    right = next((q for q in figures if q.first >= verb.last), None)
    if left is None or right is None:
        return
    near = verb.first - left.noun_last <= 2 and right.first - verb.last <= 6
    between = tokens[verb.last : right.first]
    if between.count(",") == 1 and between[between.index(",") :] in _PUT:
        between = between[: between.index(",")]
    if not near or not (_plain(between) or which_has(between)):
        return
    if tie := ordering(sentence, left, replace(right, noun=left.noun), 1, verb.first, verb.last):
        yield tie


def _outscored(
    sentence: Sentence, figures: list[Quantity], first: int, last: int
) -> Iterator[Relation]:
    """Yield "outscored the Owls 31 points to 37", "outpolled them by 410 votes to 490"."""
    tokens = sentence.words
    after = [one for one in figures if one.first >= last][:2]
    if len(after) < 2 or tokens[first - 1] in _BEING or tokens[first - 1] in ("not", "never"):
        return
    left, right = after
    link, lead = tokens[max(left.last, left.noun_last) : right.first], tokens[last : left.first]
    plain = len(lead) <= _RECORD and {",", ";", "and", "to", "in", "from"}.isdisjoint(lead)
    plain = plain and (
        left.noun is not None or lead[-1:] != ["by"]
    )  # "by 200 to 300 in most years"
    same = link == ["to"] and right.noun in (None, left.noun)
    against = replace(right, noun=left.noun)
    if plain and same and (tie := ordering(sentence, left, against, 1, first, last)):
        yield tie


def _of_place(tokens: list[str], left: Quantity, at: int) -> bool:
    """Say whether only where it was stands behind a figure: "$48 million at the Tulsa plant"."""
    between = tokens[left.noun_last : at]
    placed = between[:1] in (["at"], ["in"], ["from"], ["for"], ["on"])
    return placed and _HELD.isdisjoint(between[1:]) and all(word.isalpha() for word in between)


def _topmost(tokens: list[str], left: Quantity, at: int) -> bool:
    """Say whether "the highest ever" stands between a figure and what it passed."""
    if "record" in tokens[left.noun_last : at]:
        return True
    return phrases(TABLE, "most").find(tokens, left.noun_last, at) is not None


def _marked(sentence: Sentence, left: Quantity, right: Quantity, first: int, last: int) -> bool:
    """Say whether what was passed is a record or an aim, or the whole is about the most."""
    tokens = sentence.words
    marks = _MARKS | words(TABLE, "marks")
    if not marks.isdisjoint(tokens[last : right.last + 4]) or "record" in tokens[:first]:
        return True
    top = phrases(TABLE, "most").find(tokens) is not None
    if last - first == 1 and tokens[first] in words(TABLE, "beats") and tokens[last] == "the":
        return right.first - last == 1  # "84.2m beat the 85.1m of the champion"
    return top or " ".join(tokens[first:last]) in words(TABLE, "outright")


def _beside(sentence: Sentence, left: Quantity, right: Quantity, first: int, last: int) -> bool:
    """Say whether "above the limit of 44 tonnes" follows its figure after a comma."""
    tokens = sentence.words
    own = tokens[last : last + 1]
    if left.kind == "count" and tokens[left.first - 1] in ("in", "over", "after", "from"):
        return False  # "204 points in 12 games, above his average of 15"
    named = bool(own) and (own[0] in _OWN or own[0].endswith("'s"))
    tied = tokens[first - 1] in words(TABLE, "ties")
    return named and tied and opens(sentence, right) - last <= 6


def _plain(between: list[str]) -> bool:
    return {",", ";", "by", "and", "for", "in", "when"}.isdisjoint(between)
