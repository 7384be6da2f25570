"""What a sentence claims to be a sum, or to be left."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.named import NamedTuple
from numcheck.relate.sparse.closed.drawn import apposed, given
from numcheck.relate.sparse.closed.filled import filled
from numcheck.relate.sparse.window import wide
from numcheck.relate.wording import closes, opens

TABLE = "cues/closed"
_KINDS = frozenset({"count", "number", "money", "measure", "duration"})
_FAR = 6  # words between "toll" and its figure
_STOPS = frozenset({",", ";", ".", ")", "–", "—"})
_JOINED = [[one] for one in ("with", "including", "counting", "plus", "once", "when", "if")]
# "The ministry put the toll at 27", "bringing the toll to 31": with those who died before.
_PUTS = frozenset(
    """put puts bring brings brought bringing take takes took taking raise raises raised raising
    push pushes pushed pushing lift lifts lifted lifting""".split()
)
_CHANGES = ("more", "less", "apart")
_LEAVES = frozenset({"leave", "leaves", "left", "leaving"})
_SET_OFF = frozenset({",", "–"})
_SIZES = frozenset({"total", "combined"})
_STRUCK = frozenset({"dead", "injured", "hurt", "wounded", "homeless", "stranded", "trapped"})


class Claim(NamedTuple):
    """A figure that is said to be a sum or what is left, and where the words say so."""

    figure: Quantity
    kind: str
    first: int
    last: int
    strong: bool = True


def claims(sentence: Sentence, figures: list[Quantity]) -> Iterator[Claim]:
    """Yield the figures that a sentence claims to be sums or remainders, the last first."""
    left = not _LEAVES.isdisjoint(sentence.vocabulary) or any(
        lexicon.phrases(TABLE, key).may_stand(sentence) for key in ("left", "rest")
    )
    for one in reversed(figures):
        if one.kind not in _KINDS or one.hedge is not None or one.upper is not None:
            continue
        parts = filled(sentence, one)
        if parts is not None:
            yield Claim(one, "sum", closes(sentence, one), parts)
            continue
        claim = (_rest(sentence, one) if left else None) or _sum(sentence, one)
        if claim is not None:
            yield claim


def _sum(sentence: Sentence, one: Quantity) -> Claim | None:
    words, first, last = sentence.words, opens(sentence, one), closes(sentence, one)
    if words[last : last + 1] == [","]:
        after = lexicon.phrases(TABLE, "behind").at(words, last + 1)  # "18 cases, all told,"
        end = after[1] if after is not None else 0
    else:
        hit = lexicon.phrases(TABLE, "behind").find(words, last, last + 4)
        end = hit.last if hit and _STOPS.isdisjoint(words[last : hit.first]) else 0
    if end:
        return None if words[end : end + 1] in _JOINED else Claim(one, "sum", first, end)
    before = lexicon.phrases(TABLE, "strong").ending(words, first)
    sized = before is not None and not _SIZES.isdisjoint(words[before[1] : first])
    if before is not None and (not sized or _own(words, before[1])):
        return Claim(one, "sum", before[1], first)
    noun = _noun(words, first)
    if noun is not None and (_own(words, noun) or one.kind != "money"):
        return Claim(one, "sum", noun, first) if _own(words, noun) else None
    weak = lexicon.phrases(TABLE, "weak").ending(words, first)
    if weak is not None and words[weak[1] - 1] in ("who", "whom"):
        return None  # "and the cox, who is 17"
    if weak is not None:
        return Claim(one, "sum", weak[1], first, strong=False)
    made = _for_a(words, first)
    if made is None and words[first - 1] in (":", ",", "–", "—") and _ends(sentence, one):
        gathers = one.noun in lexicon.words(TABLE, "all_kinds")
        made = first - 1 if words[first - 1] == ":" or gathers else None
    if made is None:
        made = given(sentence, one) or apposed(sentence, one)
    return Claim(one, "sum", made, first, strong=False) if made is not None else None


def _ends(sentence: Sentence, one: Quantity) -> bool:
    """Say whether a figure that counts something is the last of its sentence."""
    times = lexicon.words("cues/sums", "times")
    after = [q for q in sentence.amounts if q.first > one.first and q.noun not in times]
    return one.noun is not None and not after


def _noun(words: list[str], first: int) -> int | None:
    """Return the place of a noun of sums that leads to a figure: "a two-day toll of"."""
    nouns, links = lexicon.words(TABLE, "sums"), lexicon.words(TABLE, "to_sum")
    for at in range(first - 1, max(-1, first - 1 - _FAR), -1):
        if words[at] in nouns and at < first - 1:
            return at
        if words[at] not in links:
            return None
    return None


def _own(words: list[str], at: int) -> bool:
    """Say whether a total is not the size of something: "63 in a total of 180"."""
    within, longer = lexicon.words(TABLE, "within"), lexicon.words(TABLE, "longer")
    back = words[max(0, at - 4) : at]
    for place, word in enumerate(reversed(back)):
        if word in longer:
            return False
        if (word in within and place < 3) or word in _PUTS:
            return False
        if word in _STOPS or word == "for":
            return True
    return True


def _for_a(words: list[str], first: int) -> int | None:
    """Return where "make for an evening of", ", a round trip of" begins before a figure."""
    if words[first - 1 : first] != ["of"]:
        return None
    for at in range(first - 3, max(-1, first - 7), -1):
        if words[at] in ("a", "an"):
            changed = any(words[first - 2] in lexicon.words("cues/sparse", key) for key in _CHANGES)
            if changed:
                return None  # "from 3:12 to 3:05, an improvement of seven minutes"
            led = words[at - 1] if at else ""
            if _one_of_a_list(words, at):
                return None
            return at if led in _SET_OFF or led in lexicon.words(TABLE, "for_a") else None
        if not words[at].isalpha():
            return None
    return None


def _one_of_a_list(words: list[str], at: int) -> bool:
    """Say whether other bodies are told before: "a cast of 11, a chorus of 60"."""
    return any(
        words[place] in ("a", "an") and "of" in words[place + 2 : place + 4] for place in range(at)
    )


def left_of(sentence: Sentence, one: Quantity) -> bool:
    """Say whether a figure is told as what is left."""
    return _rest(sentence, one) is not None


def _rest(sentence: Sentence, one: Quantity) -> Claim | None:
    words, first, last = sentence.words, opens(sentence, one), closes(sentence, one)
    behind = lexicon.phrases(TABLE, "left").at(words, last)
    grant = words[first - 1 : first] == ["of"] and "a" in words[first - 4 : first]
    if behind is not None and grant:
        return None  # "with a grant of £8,000 to come"
    left = words[last : last + 1] == ["left"] and (one.unit is None or "and" in words[:first])
    led = one.kind == "percent" and words[first - 2 : first] == [",", "with"]
    led = led and words[last + 1 : last + 2] in ([], ["."], [","], ["for"], ["over"], ["to"])
    left = left and not led  # "and 17 percent for roads, with 19 percent left for the rest"
    if behind is not None and not left:
        return Claim(one, "rest", first, behind[1])
    leaves = [at for at in range(max(0, first - _FAR), first - 2) if words[at] in _LEAVES]
    if leaves and words[first - 1] == "with" and _is_less(sentence, one):
        return Claim(one, "rest", leaves[-1], first)
    links, at = lexicon.words(TABLE, "to_rest"), first
    for _ in range(_FAR):
        hit = lexicon.phrases(TABLE, "rest").ending(words, at)
        if hit is not None:
            return None if _leaves(sentence, hit[1], one) else Claim(one, "rest", hit[1], first)
        if not at or words[at - 1] not in links:
            return None
        at -= 1
    return None


def _is_less(sentence: Sentence, one: Quantity) -> bool:
    """Say whether a figure may be left of another: "losing 14 of its 52 leaves it with 38"."""
    value = wide(one)
    return any(
        q.kind in (one.kind, "count") and q.figure is not None and value.below(wide(q)) is True
        for q in sentence.amounts
    )


def _leaves(sentence: Sentence, at: int, one: Quantity) -> bool:
    """Say whether "leaving 12 dead" tells what was struck."""
    if not sentence.words[at].startswith("le") and sentence.words[at] not in ("which", "that"):
        return False
    struck = lexicon.words("cues/sums", "struck") | _STRUCK
    return not struck.isdisjoint(sentence.words[one.last : closes(sentence, one) + 2])
