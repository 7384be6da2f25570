"""Two rivals, each with a mark, and which of them won."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import members, phrases, singular, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.orderings.comparatives import related
from numcheck.relate.orderings.tables import TABLE, fits, measure, ordering, which_has
from numcheck.relate.wording import bracket, opens

_OPEN = frozenset({"(", ",", "at", "with", "in", "of", "on"})
_BARE = frozenset({"more", "less", "fewer"})
_NEAR = 4  # words from a mark to "finished ahead of", and from there to the rival's
_FAR = 9
_LED = ([",", "with"], [",", "at"], [",", "on"])
_TURNS = frozenset(", ; : and or but who which whose that while when if".split())


def ahead(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "Kerr (9.84m) finished ahead of Bryant (9.91m) in the shot"."""
    tokens = sentence.words
    link = phrases(TABLE, "rivals").find(tokens)
    left = next((one for one in reversed(figures) if link and one.last <= link.first), None)
    right = next((one for one in figures if link and one.first >= link.last), None)
    if link is None or left is None or right is None or not _beside(sentence, left, right):
        return
    if sum(measure(one) == measure(left) for one in figures) != 2:
        return
    between = tokens[left.last : link.first]
    if len(between) > _NEAR or right.first - link.last > _FAR or "by" in tokens[link.last :]:
        return
    sign = wins(tokens, left)
    if sign and (tie := ordering(sentence, left, right, sign, link.first, link.last)):
        yield tie


def each_led(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "More people voted for Smith, with 4,100, than for Jones, with 4,600"."""
    if len(figures) != 2 or any(measure(one) != "count" or one.hedge for one in figures):
        return
    tokens, (left, right) = sentence.words, figures
    at = next((p for p in range(left.first) if tokens[p] in _BARE), -1)
    than = left.noun_last + 1
    if at < 0 or tokens[at] == "less" or tokens[than - 1 : than + 1] != [",", "than"]:
        return
    lead, then = tokens[at + 1 : opens(sentence, left)], tokens[than + 1 : opens(sentence, right)]
    if not all(1 < len(one) <= _FAR and one[-2:] in _LED for one in (lead, then)):
        return
    if not _TURNS.isdisjoint([*lead[:-2], *then[:-2]]) or lead[-1] != then[-1]:
        return
    counted = {None, singular(lead[0]), "vote" if "voted" in lead else None}
    if left.noun not in counted or right.noun not in counted:
        return  # "with 12 stalls"
    ended = tokens[right.noun_last : right.noun_last + 1] in ([], ["."], [","], [";"])
    sign = -1 if tokens[at] == "fewer" else 1
    if ended and (tie := ordering(sentence, left, right, sign, at, at + 2)):
        yield tie


def _beside(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether each mark stands in brackets, or behind its name."""
    return all(
        bracket(sentence, one.first) is not None
        or sentence.words[opens(sentence, one) - 1] in _OPEN
        for one in (left, right)
    )


def wins(tokens: list[str], mark: Quantity) -> int:
    """Return 1 where the greater mark wins, -1 where the lesser does, 0 where neither is sure."""
    far = not words(TABLE, "far_wins").isdisjoint(tokens)
    match measure(mark):
        case "length":
            return int(far)
        case "time" if mark.kind == "measure" or mark.kind == "duration":
            return 0 if far or words(TABLE, "races").isdisjoint(tokens) else -1
        case "mass":
            return int(not words(TABLE, "weighed").isdisjoint(tokens))
        case "count":
            return int(mark.noun == "vote")
    return 0


def took_more(sentence: Sentence, figures: list[Quantity]) -> Iterator[Relation]:
    """Yield "The shelter, which took in $4.1m, raised more than the food bank, at $4.6m"."""
    found = _more_than(sentence.words)
    if found is None or len(figures) != 2:
        return
    first, last, word = found
    left, right = figures
    if left.last > first or right.first < last or not _of_subject(sentence, left, first):
        return
    sign = 1 if word == "more" else -1
    if not _is_what(sentence, left, first, last):
        return
    if not related(sentence, last, right) or not fits(sign, word, left):
        return
    if tie := ordering(sentence, left, right, sign, first, last):
        yield tie


def _more_than(tokens: list[str]) -> tuple[int, int, str] | None:
    """Return the places of "raised more than", "took more votes than", and its comparative."""
    if "than" not in tokens:
        return None
    than = tokens.index("than")
    for at in (than - 1, than - 2):
        if at > 1 and tokens[at] in _BARE and tokens[at - 1].isalpha():
            return at - 1, than + 1, tokens[at]
    return None


def _is_what(sentence: Sentence, left: Quantity, verb: int, end: int) -> bool:
    """Say whether a figure is of what the verb has more of: "raised" money, "more votes"."""
    tokens = sentence.words
    if members(TABLE, "done_with").get(tokens[verb]) == measure(left):
        return True
    named = end - verb == 4 and left.noun is not None
    return named and singular(tokens[verb + 2]) == left.noun


def _of_subject(sentence: Sentence, left: Quantity, verb: int) -> bool:
    """Say whether a figure is the subject's: "The shelter, which took in $4.1m, raised"."""
    tokens = sentence.words
    between = tokens[left.last : verb]
    if between[-1:] == ["has"]:
        between = between[:-1]
    if len(between) > _NEAR or {";", "by"}.intersection(between):
        return False
    if between[-1:] not in ([","], [")"]):
        return False
    return (
        bracket(sentence, left.first) is not None
        or which_has(tokens[: opens(sentence, left)])
        or tokens[opens(sentence, left) - 1] in ("with", "at")
    )
