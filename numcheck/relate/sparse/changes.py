"""A stated change beside the only two figures it can be of."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.changes.frame import read
from numcheck.relate.changes.frame.scene import Claim
from numcheck.relate.changes.pairing.moments import other_spell
from numcheck.relate.changes.readings import by_times, rounded
from numcheck.relate.sparse.claims import (
    claims_in,
    concludes,
    dated,
    measured,
    moved_to,
    of_its_money,
    of_what_was,
    timed,
)
from numcheck.relate.sparse.levels import (
    far_apart,
    is_like,
    levels_of,
    may_be_alike,
    of_another,
    on_a_year,
    reached,
    spelt_out,
)
from numcheck.relate.sparse.window import TABLE, Window, is_plain, wide
from numcheck.relate.wording import closes, comparable, following, is_quoted, opens

_KINDS = frozenset({"money", "measure", "count", "number", "duration"})
_JOINS = frozenset({"and", "plus", "minus", "less", "with", "before", "after"})
_AIMS = frozenset({"target", "forecast", "record", "limit"})
_IS = frozenset({"is", "was", "are", "were", "has", "had", "stands", "measures"})
_THAN = (["of"], ["on"], ["than"], ["from"])
_ENDS = frozenset({",", ":", ";", "–", "—"})
_INSTEAD = frozenset({"instead", "rather", "against", "versus", "original", "originally"})
_SETS = frozenset({":", "–", "—", "("})
_COMPARED = frozenset({"compared", "comparing", "set"})
_SPANS = frozenset(
    "over since decade years months quarter than from on compared target record in by half".split()
)
_BASE = frozenset({"from", "on", "than", "over", "against"})


def find(window: Window) -> Iterator[Relation]:
    """Yield "it stood at 131 in May, against 128 a year earlier, an annual rate of 4%"."""
    there = len(window.own) + len(window.before_amounts())
    if there < 2 or (there == 2 and not window.multiplies):
        return
    plain = [one for one in (*window.own, *window.before_amounts()) if one.kind in _KINDS]
    if not any(is_like(*two) or may_be_alike(*two) for two in combinations(plain, 2)):
        return
    claims = _without_levels(claims_in(window))
    if len(claims) != 1:
        return
    claim = claims[0]
    if window.both_say("other_levels") and not _beats(window, claim):
        return
    levels = levels_of(window, claim)
    if (
        levels is None
        or window.both_say("terms")
        or (levels[0].kind == "duration" and claim.form != "compare" and claim.sign)
    ):
        return
    claim = measured(claim, levels[0])
    if not _stands_alone(window, claim, levels) or of_another(window, claim, levels):
        return
    old, new = _sides(window, levels, claim)
    behind = window.words[claim.last :]
    led_to = claim.kind == "amount" and behind[:2] == [",", "after"]  # "after £9m of savings"
    if led_to or other_spell(behind, _told(window, levels)):
        return
    roles = _roles(claim, old, new)
    if roles is not None and not far_apart(old, new) and not _otherwise(window, claim, levels):
        yield Relation(
            {"percent": "change", "times": "multiple", "amount": "difference"}[claim.kind],
            roles,
            window.sentence.span_of(claim.first, claim.last),
            strict=True,
            quoted=is_quoted(window.sentence, claim.figure),
        )


def _without_levels(claims: list[Claim]) -> list[Claim]:
    """Take what a multiple compares for no changes: "grew 9cm, the other 4cm, twice as much"."""
    times = [one for one in claims if one.kind == "times"]
    grown = [one for one in claims if one.kind == "amount" and one.form == "verb"]
    return times if len(times) == 1 and len(grown) + 1 == len(claims) else claims


def _told(window: Window, levels: tuple[Quantity, Quantity]) -> list[str]:
    """Return the words beside two figures that tell their time, mostly those behind them."""
    out: list[str] = []
    for one in levels:
        own = one.sentence == window.sentence.index or window.near is None
        words = window.words if own else window.near.words if window.near else []
        end = max(one.last, one.noun_last)
        lead = words[max(0, one.first - 6) : one.first]
        set_apart = not own or ";" in lead or one.first < 6
        out += words[end : end + 5] + (lead if set_apart else [])
    return out


def _beats(window: Window, claim: Claim) -> bool:
    """Say whether an aim is what a figure outdoes: "71 medals beat their target of 55 by 18"."""
    hits = lexicon.phrases(TABLE, "other_levels").all(window.words)
    words = window.words
    if words[claim.first] != "by" or not window.ends_at(claim.last) or len(hits) != 1:
        return False
    verbs, aim = lexicon.words("cues/changes", "outdoes"), hits[0].first
    lead = words[max(0, aim - 3) : aim]
    return words[aim] in _AIMS and not verbs.isdisjoint(lead) and window.near is None


def _stands_alone(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether the claim names no other base, and time or a comparison tells the two apart."""
    words, number = window.words, window.sentence.index
    named = range(claim.first, claim.last)
    if any(one.kind in ("year", "date") and one.first in named for one in window.told):
        return False  # "an increase on 2019 of 30%"
    after = words[claim.last : claim.last + 1]
    led = all(one.sentence == number and one.first > claim.last for one in levels)
    if led and (_against_last(window, claim, levels) or _with_both(window, claim, levels)):
        return True
    later = [one for one in window.own if one.first >= claim.last]
    if later and "with" in words[claim.last : later[0].first] and not _COMPARED & set(words):
        return all(one.first < claim.last for one in levels)
    ended = window.ends_at(claim.last) or (claim.sign == 0 and after == ["to"])
    ended = ended or concludes(window, claim) or of_what_was(window, claim, levels[0])
    if of_its_money(window, claim):
        lost = window.both_say("past") or window.says("left_of_it")
        clause = words[max(one.last for one in levels) : claim.first]
        return not led and levels[0].kind == "money" and lost and "which" not in clause
    last = max((one.last for one in levels if one.sentence == number), default=0)
    if lexicon.phrases(TABLE, "turns").find(words, last, claim.first):
        return False  # "…, and the amendment by a majority of five"
    if claim.kind == "times" and led and dated(window.sentence, levels):
        return True
    if led and (_set_out(window, claim, levels) or spelt_out(window, claim, levels)):
        return True
    if not ended:
        return _based(window, claim, levels)
    if led:
        return False  # "Rents have gone up 8%: a flat that was £900 now costs £990"
    apart = claim.kind == "amount" and claim.sign == 0
    instead = not _INSTEAD.isdisjoint(words) and claim.form == "noun"
    told = apart or instead or claim.form in ("times", "compare") or window.both_say("past")
    return told or timed(window, claim, levels) or moved_to(window, claim, levels)


def _based(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether what a change goes on to is one of the figures: "12% more than the 1,080"."""
    words, number = window.words, window.sentence.index
    after = words[claim.last : claim.last + 1]
    inside = [one for one in levels if one.sentence == number and one.first > claim.last]
    gap = words[claim.last : inside[0].first] if inside else []
    if lexicon.phrases("cues/changes", "other_base").find(gap) is not None:
        return False  # "rose 0.3% on the month to £105.20, from £102.10 a year ago"
    if "," in gap and not _goes_on(gap):
        return False  # "12% more than planned, against 1,080 in February"
    if inside and not _JOINS.isdisjoint(following(window.sentence, inside[0], 3)):
        return False  # "£200,000 more than the £900,000 guide and the fees"
    short = after[0] == "of" and words[claim.last - 1] == "short"
    near = inside != [] and (inside[0].first - claim.last <= 6 or _goes_on(gap))
    day = after[0] == "on" and words[claim.last + 1 : claim.last + 2][0].endswith("day")
    beaten = claim.figure.kind == "duration" and words[claim.last - 1] in ("inside", "outside")
    return near and (short or beaten or (after[0] in _BASE and not day))  # "lost 6% on Tuesday to"


def _against_last(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether both figures follow: "15% ahead of last year, with 5,520, against 4,600"."""
    words, sentence = window.words, window.sentence
    doubled = claim.kind == "times" and words[claim.last : claim.last + 1] == ["last"]
    if doubled and words[claim.last + 1].endswith("'s"):  # "double last year's pace, with"
        past: tuple[str, int] | None = ("", claim.last + 3)
    elif claim.form == "compare" and words[claim.last : claim.last + 1] in _THAN:
        past = lexicon.phrases(TABLE, "past").at(words, claim.last + 1)
    else:
        past = None
    between = words[levels[0].last : opens(sentence, levels[1])]
    ended = past is not None and words[past[1]] in _ENDS | {"with"}
    ended = ended or on_a_year(window, claim, levels)
    into = words[opens(sentence, levels[0]) - 1]
    against = between[-1:] in (["against"], ["from"]) or between[-2:] == ["compared", "with"]
    return ended and against and into in ("with", "at", ":") and len(between) <= 5


def _with_both(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether a fall and its counts end a sentence: "with 560 recorded as against 800"."""
    words, sentence, (new, old) = window.words, window.sentence, levels
    if claim.kind != "percent" or claim.form != "verb":
        return False
    if not window.ends_at(read(sentence).over_time(closes(sentence, old))[0]):
        return False
    into = words[claim.last : opens(sentence, new)]
    into = into[: len(into) - (into[-1:] in (["just"], ["only"]))]
    gap = words[closes(sentence, new) : opens(sentence, old)]
    set_against = lexicon.phrases("cues/changes", "marks").ending(gap, len(gap))
    if set_against is None or set_against[0] != "against" or set_against[1] > 2:
        return False
    recorded = lexicon.words("cues/changes", "recorded") | {",", "just", "only"}
    told = gap[: set_against[1]]
    counts = new.noun is None or new.noun in map(lexicon.singular, words[: claim.first])
    masses = lexicon.phrases(TABLE, "counted_in").all(words[: claim.first])
    counts = counts or any(hit.name == new.noun for hit in masses)
    plain = counts and all(word in recorded or word.endswith(("ing", "ed")) for word in told)
    joined = into[-1:] in (["with"], ["at"], [":"])
    joined = joined and (len(into) <= 4 or not _SETS.union(",").isdisjoint(into))
    return plain and bool(joined) and len(into) <= 8 and _SPANS.isdisjoint(into)


def _set_out(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether two dated counts spell a change out: "down 40% – last year 12 came, now nine"."""
    words, (one, other) = window.words, levels
    if claim.kind != "percent" or one.unit is not None or one.kind not in ("count", "number"):
        return False
    mark = next((at for at in range(claim.last, one.first) if words[at] in _SETS), -1)
    if not 0 <= mark - claim.last <= 4:
        return False
    if not _SPANS.isdisjoint(words[claim.last : mark]) or one.first - mark > 8:
        return False
    counted = {noun[:5] for noun in (one.noun, other.noun) if noun}
    if not counted <= {word[:5] for word in words[: claim.first]}:
        return False
    dates = [q for q in window.told if q.kind in ("year", "date") and q.first > mark]
    times = {(q.first - (words[q.first - 1] == "in"), q.last) for q in dates}
    times |= {(hit.first, hit.last) for hit in lexicon.phrases(TABLE, "moments").all(words, mark)}
    end = closes(window.sentence, other)
    end = next((last for first, last in times if first == end), end)
    apart = other.first - one.last <= 10 and len(times) == 2 and window.ends_at(end)
    return apart and lexicon.words("cues/changes", "of_many").isdisjoint(words)


def _goes_on(gap: list[str]) -> bool:
    """Say whether a base and its figure follow: "higher than its neighbour, which is 270m"."""
    return gap[-3:-1] in ([",", "which"], [",", "who"]) and gap[-1] in _IS and len(gap) <= 9


def _sides(
    window: Window, levels: tuple[Quantity, Quantity], claim: Claim
) -> tuple[Quantity, Quantity]:
    """Return the older and the newer figure, as the direction of the claim has them."""
    low, high = sorted(levels, key=lambda one: wide(one).low or 0)
    return (high, low) if claim.sign < 0 else (low, high)


def _roles(claim: Claim, old: Quantity, new: Quantity) -> dict[str, Quantity] | None:
    stated = claim.figure
    old, new = rounded(old, new), rounded(new, old)
    if stated.unit is not None and old.unit is not None and stated.kind == "measure":
        # "1.93m tall", "12cm shorter": no millions
        old, new = replace(old, other_readings=()), replace(new, other_readings=())
    if claim.kind == "percent":
        return {"old": old, "new": new, "percent": stated}
    if claim.kind == "times":
        return by_times(stated, old, new)
    if (stated.unit is None) != (old.unit is None) or not comparable(stated, old):
        return None
    return {"one": new, "other": old, "by": stated}


def _otherwise(window: Window, claim: Claim, levels: tuple[Quantity, Quantity]) -> bool:
    """Say whether any two figures of the window give what is claimed, the levels or others."""
    if of_what_was(window, claim, levels[0]):
        return reached(claim, *levels)
    figures = [one for one in (*window.before_amounts(), *window.own) if is_plain(one)]
    others = [one for one in figures if one.first != claim.figure.first and one.kind in _KINDS]
    pairs = (two for two in combinations(others, 2) if two[0].unit == two[1].unit)
    return any(reached(claim, *two) for two in (levels, *pairs))
