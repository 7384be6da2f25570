"""Two times of the clock beside the one length of a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.hours.clocks import is_length, linked, tied
from numcheck.relate.hours.elapsed import elapsed, in_full
from numcheck.relate.hours.journeys import goes_abroad
from numcheck.relate.sparse.times.claims import (
    OPENING,
    apposed,
    fills,
    granted,
    has_turned,
    is_late,
    is_later,
    is_past,
    past_from,
    recalls,
    shuts,
    takes_all,
    waited,
    was_so,
)
from numcheck.relate.sparse.times.trains import left_late, timed
from numcheck.relate.sparse.window import Window, is_plain
from numcheck.relate.spells import of_race, verb_of
from numcheck.relate.wording import opens

_TABLE = "cues/sparse_times"
_AT = frozenset({"at", "around", "about", "the", "by"})
_END = 5  # words of "the last guest was out"
_ITS = frozenset({"its", "their"})

Ends = tuple[Quantity, Quantity]


def find(window: Window) -> Iterator[Relation]:
    """Yield "was halted at 10:40 a.m. and resumed at 1:10 p.m., an interruption of an hour"."""
    told = [one for one in window.own if one.kind == "duration"]
    if len(told) > 1:  # "The three-hour session heard 63 people, two minutes apiece"
        told = [
            one for one in told if recalls(window, one, "spells") or in_full(window.sentence, one)
        ]
    if len(told) != 1 or told[0].unit is None or told[0].unit.name not in ("hour", "minute"):
        return
    times, length = timed(window.sentence), told[0]
    if len(times) == 2 and is_plain(length) and is_late(window, times, length):
        if not _nearly(window.sentence, times[0], times[1], length):
            yield from tied(window.sentence, times[0], times[1], length)
    elif (
        len(times) == 2
        and is_plain(length)
        and (left_late(window, times, length) or waited(window, times, length))
    ):
        yield from tied(window.sentence, times[0], times[1], length)
    elif len(times) == 2 and (way := is_past(window, times, length)):
        start, end = times[::-1] if way > 0 else times
        yield from tied(window.sentence, start, end, length)
    elif is_length(window.sentence, length):
        if not times and window.near is not None:
            yield from _told_before(window, window.near, length)
        elif len(times) == 2:
            yield from _told(window, times, length)


def _told(window: Window, times: Sequence[Quantity], length: Quantity) -> Iterator[Relation]:
    """Tie two times with the length that the words claim for what lies between."""
    if of_race(window.sentence) or _is_parted(window):
        return
    leads = [window.words[max(0, one.first - 1)] for one in times]
    since = leads[1] == "since"  # "came out at 16:40, having been in since 12:10"
    if leads[0] not in _AT or not (since or leads[1] in _AT):
        return
    ends = _ends(window, times, length)
    if ends is not None and _fills_part(window, ends, length):
        return
    if ends is not None and since:
        ends = ends[::-1]
    if ends is not None and not _nearly(window.sentence, *ends, length):
        yield from tied(window.sentence, *ends, length)


def _fills_part(window: Window, ends: Ends, length: Quantity) -> bool:
    """Say whether something filled part of it: "from 6pm to 11.30pm: three hours of music"."""
    if window.words[length.last : length.last + 1] != ["of"] or length.unit is None:
        return False
    high = length.reading().scale(length.unit.factor).high
    return high is not None and all(
        5 * high < 3 * 60 * one for one in elapsed(window.sentence, *ends)
    )


def _told_before(window: Window, near: Sentence, length: Quantity) -> Iterator[Relation]:
    """Yield "It failed at 4pm and came back at 6.30pm. The four-hour outage was the third"."""
    times, words = timed(near), [*window.words, *near.words]
    if len(times) != 2 or any(one.kind == "duration" for one in near.quantities):
        return
    if goes_abroad(words) and not recalls(window, length, "of_place"):
        return
    start, end = times
    told = [*window.words[: length.last + 1], *near.words[: end.last]]
    told = [word for word in told if word != "both"]  # "both carriageways were shut"
    if any(lexicon.phrases(_TABLE, key).find(told) for key in ("parted", "pauses_then")):
        return
    verbs = verb_of(near, start, "begins") and verb_of(near, end, "ends")
    if not verbs and not (linked(near, start, end) and was_so(near) and "open" not in near.words):
        return
    recalled = _recalls(window, length)
    if not recalled and _was_in(window, length):
        recalled = _is_longer(near, start, end, length)
    if recalled and window.words[opens(window.sentence, length) - 1] in _ITS:
        recalled = _is_longer(near, start, end, length)  # "its two-hour debate"
    if recalled and not (verbs or lexicon.words(_TABLE, "waiting").isdisjoint(window.vocabulary)):
        return  # "was open from 8am to 6.30pm. The two-hour wait"
    if recalled and not _nearly(near, start, end, length):
        yield from tied(near, start, end, length)


def _recalls(window: Window, length: Quantity) -> bool:
    """Say whether a sentence takes up what was told: "The four-hour outage", "It lasted two"."""
    words, at = window.words, opens(window.sentence, length)
    if "-" in length.text or in_full(window.sentence, length):
        return "-" not in length.text or recalls(window, length, "spells")
    hit = lexicon.phrases(_TABLE, "takes").ending(words, at)
    if hit is None or not shuts(window, length):
        return False
    subject = words[: hit[1]]  # "it all", "the outage", "the whole ordeal"
    return 0 < len(subject) < OPENING and (
        subject[0] == "it" or subject[-1] in lexicon.words(_TABLE, "spells")
    )


def _was_in(window: Window, length: Quantity) -> bool:
    """Say whether a length is that of what people did between two times, or in part of it."""
    return recalls(window, length, "activities")


def _is_parted(window: Window) -> bool:
    """Say whether words make the two times ends of something else, or of several things."""
    if window.says("parted", _TABLE):
        return True
    return not {"zone", "zones"}.isdisjoint(window.vocabulary) and "same" not in window.vocabulary


def _ends(window: Window, times: Sequence[Quantity], length: Quantity) -> Ends | None:
    """Return start and end where the words claim the length for all that lies between them."""
    first, second = times
    if is_later(window, times, length):
        return first, second
    if lexicon.phrases("cues/spans", "clock_cues").at(window.words, length.last) is not None:
        return None
    if _those(window, first, second, length):
        return first, second
    included = takes_all(window, length)
    if _of_others(window, times, length):
        return None
    if not included and not lexicon.words(_TABLE, "pauses").isdisjoint(_others(window, length)):
        return None
    if second.last <= length.first and _granted(window, first, second, length):
        return first, second
    if not included and not shuts(window, length):
        return None
    if fills(window, times, length) and _is_longer(window.sentence, first, second, length):
        return first, second
    between = window.words[first.last : second.first]
    if window.words[first.first - 1] == "the":  # "the 08:35 from Penzance reached London at"
        between = past_from(between)
    if second.last <= length.first:
        joined = len(between) <= 9 and (between[-1] == "since" or not has_turned(between))
        whole = joined and _called(window, second, length)
        return (first, second) if whole or _takes(window, second, length) else None
    if first.last <= length.first and _walked(window, first, second, length):
        return first, second
    return None


def _those(window: Window, first: Quantity, second: Quantity, length: Quantity) -> bool:
    """Say whether "for those 90 minutes" takes up all the time from one verb to the other."""
    lead = window.words[max(0, opens(window.sentence, length) - 1) :][:1]
    if lead not in (["those"], ["these"]) or second.last > length.first:
        return False
    sentence = window.sentence
    return verb_of(sentence, first, "begins") and verb_of(sentence, second, "ends")


def _of_others(window: Window, times: Sequence[Quantity], length: Quantity) -> bool:
    """Say whether "the last" or "more" may make a length that of one of several things."""
    own = {at for time in times for at in range(time.first - _END, time.first)}
    own.update(range(length.first, length.last))
    return any(
        not own.issuperset(range(hit.first, hit.last))  # "the last guest was out at 10pm"
        for hit in lexicon.phrases(_TABLE, "others").all(window.words)
    )


def _granted(window: Window, first: Quantity, second: Quantity, length: Quantity) -> bool:
    """Say whether what two verbs began and ended left so long: ", giving voters 12 hours to …"."""
    sentence = window.sentence
    if not (verb_of(sentence, first, "begins") and verb_of(sentence, second, "ends")):
        return False
    follows = window.words[length.last : length.last + 1]
    if "including" in window.vocabulary:
        return False
    return granted(window, second, length) and (follows == ["to"] or shuts(window, length))


def _called(window: Window, second: Quantity, length: Quantity) -> bool:
    """Say whether a length stands beside two times as what lies between, or what ends there."""
    noun = apposed(window, second, length)
    if noun is None:
        return False
    gap = not noun or noun in lexicon.words(_TABLE, "spells")
    return gap or verb_of(window.sentence, second, "ends")


def _others(window: Window, length: Quantity) -> list[str]:
    """Return the words of a sentence but for those that name the length itself."""
    words, at = window.words, opens(window.sentence, length)
    return [*words[: max(0, at - 2)], *words[length.last + 1 :]]


def _takes(window: Window, second: Quantity, length: Quantity) -> bool:
    """Say whether "took 65 minutes" is said of what the two times are of."""
    words, at = window.words, opens(window.sentence, length)
    hit = lexicon.phrases(_TABLE, "takes").ending(words, at)
    if hit is None:
        return False
    between = words[second.last : hit[1]]
    return len(between) <= 4 and all(
        word in lexicon.words(_TABLE, "before_takes") for word in between
    )


def _walked(window: Window, first: Quantity, second: Quantity, length: Quantity) -> bool:
    """Say whether "set off at 7am and walked for 90 minutes, getting there at 9am" fills it."""
    words, at = window.words, opens(window.sentence, length)
    lead, then = words[first.last : at], words[length.last : second.first - 1]
    if lead[:1] != ["and"] or lead[-1:] != ["for"] or len(lead) > 4 or then[:1] != [","]:
        return False
    spells = "cues/spells"
    begun = lexicon.phrases(spells, "begins").ending(words, first.first - 1) is not None
    ended = lexicon.phrases(spells, "ends").at(words, length.last + 1)
    return begun and ended is not None and ended[1] <= second.first


def _is_longer(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    return all(one < _minutes(length) for one in elapsed(sentence, start, end))


def _minutes(length: Quantity) -> Fraction:
    assert length.figure is not None and length.unit is not None
    return Fraction(length.figure.value * length.unit.factor) / 60


def _nearly(sentence: Sentence, start: Quantity, end: Quantity, length: Quantity) -> bool:
    """Say whether a length is within a sixteenth of the clock's, in whatever reading."""
    stated = _minutes(length)
    if stated > 20 * 60:
        return True
    return any(16 * abs(one - stated) <= one for one in elapsed(sentence, start, end))
