"""A bound, and the one figure that was counted."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Direction, Hedge, Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.bounds.limits import SIDES, bound, counted_by, in_each
from numcheck.relate.sparse.window import TABLE, Window, is_plain, wide
from numcheck.relate.wording import closes, opens

_KINDS = frozenset({"count", "number", "money", "measure", "percent", "duration"})
_TIMES = frozenset({"date", "year", "time"})
_NEAR = 4  # words from a record to its verb: "the tally in the ledger is"
_IN_ALL = frozenset({"in", "all", "altogether"})
_COUNTED_BY = frozenset({"according", "by", "as", "on", "at"})
_CLAUSE = 11  # words of "of the winter wheat crop"
_PAUSES = frozenset({",", ":", ";", "–", "—", "("})
_SHUTS = frozenset({",", ")", "–", "—"})
_PASSED: dict[str, Direction] = {"above": "more than", "below": "less than"}


def find(window: Window) -> Iterator[Relation]:
    """Yield "Fewer than 200 are left, 236 as of Monday", "topped $2bn, reaching $1.94bn"."""
    own = window.own
    if "by" in window.sentence.vocabulary:  # "460 by one count"
        own = [one for one in own if window.lead(one, 1) != ["by"]]
    if len(own) == 2:
        limit, figure, where = own[0], own[1], window.sentence
    elif len(own) == 1 and window.near is not None and len(window.before_amounts()) == 1:
        limit, figure, where = window.before_amounts()[0], own[0], window.near
    else:
        return
    if figure.hedge is not None:
        return
    if limit.hedge is None and where is window.sentence:
        limit = _passed(where, limit)
    told = limit.hedge is not None and (
        _told(window, limit, figure)
        or _recorded(window, where, limit, figure)
        or _reached(window, where, limit, figure)
        or _named_again(window, where, limit, figure)
    )
    if limit.hedge is None or limit.hedge.direction not in SIDES or in_each(where, limit):
        return
    if not told or not _same(limit, figure):
        return
    pause = _pause(where, figure) if where is window.sentence else 0
    if _doubted(where, limit, pause) or (not pause and _doubted(window.sentence)):
        return
    yield bound(where, limit, window.sentence, figure)


def _pause(sentence: Sentence, figure: Quantity) -> int:
    """Return the place of the pause before what tells a figure: ", standing at 96,500"."""
    first = opens(sentence, figure)
    return next((at for at in range(first - 1, 0, -1) if sentence.words[at] in _PAUSES), 1)


def _passed(sentence: Sentence, limit: Quantity) -> Quantity:
    """Give a figure the bound of its verb: "topped $2bn" is more, "fell below 5%" is less."""
    words, first = sentence.words, limit.first
    first -= words[first - 1] == "the"  # "the 30,000 mark"
    hit = lexicon.phrases(TABLE, "passing").ending(words, first)
    if limit.kind == "duration" and words[first - 1] == "inside":
        hit = ("below", first - 1)
    if hit is None:
        return limit
    span = sentence.span_of(hit[1], first)
    return replace(limit, hedge=Hedge(_PASSED[hit[0]], sentence.cut(hit[1], first), span))


def _recorded(window: Window, where: Sentence, limit: Quantity, figure: Quantity) -> bool:
    """Say whether a record tells a figure: "; the start list has 37", "the ledger shows 214"."""
    words, last = window.words, opens(window.sentence, figure)
    first = closes(where, limit) if where is window.sentence else 0
    begin = next((at + 1 for at in range(last - 1, first - 1, -1) if words[at] in _PAUSES), first)
    if last - begin > _CLAUSE or (begin == first and where is window.sentence):
        return False
    records, verbs = lexicon.words(TABLE, "records"), lexicon.words(TABLE, "record_says")
    told = [at for at in range(begin, last) if words[at] in verbs]
    if not told or records.isdisjoint(words[begin : told[-1]]):
        return False
    if any(one.kind in _TIMES and first <= one.first < last for one in window.told):
        return False
    days = lexicon.words("cues/sums", "days")
    if not days.isdisjoint(words[begin:last]) or not window.ends_after(figure):
        return False  # "on Sunday the log shows 41", "the website has 140 for Saturday"
    keeper = max(at for at in range(begin, told[-1]) if words[at] in records)
    if "of" in words[keeper : told[-1]] or told[-1] - keeper > _NEAR:
        return False  # "the list of those still shut has"
    links = lexicon.words("cues/bounds", "count_links")
    plain = all(word in links or word in records for word in words[told[-1] + 1 : last])
    return plain and lexicon.words(TABLE, "other_record").isdisjoint(words[begin:last])


def _reached(window: Window, where: Sentence, limit: Quantity, figure: Quantity) -> bool:
    """Say whether a figure is what was reached: "topped $2bn, reaching $1.94bn"."""
    words, first = window.words, opens(window.sentence, figure)
    if where is not window.sentence or not _is_verb(limit):
        return False
    hit = lexicon.phrases(TABLE, "reached").ending(words, first)
    if hit is None or words[hit[1] - 1] != ",":
        return False
    last = closes(window.sentence, figure)
    over = lexicon.phrases(TABLE, "over_all_of_it").at(words, last)
    if over is None and not window.ends_after(figure):
        return False
    days = lexicon.words("cues/sums", "days")
    if not days.isdisjoint(words[limit.last : first]) and hit[0] == "ended":
        return False
    return lexicon.words(TABLE, "moving").isdisjoint(words) or hit[0] == "to"


def _is_verb(limit: Quantity) -> bool:
    """Say whether a bound is told by a verb: "exceeded 1,000"."""
    assert limit.hedge is not None
    first = limit.hedge.text.lower().split()[0]
    return first in lexicon.words(TABLE, "bounding")


def _named_again(window: Window, where: Sentence, limit: Quantity, figure: Quantity) -> bool:
    """Say whether a share stands between commas behind its bound: "of the crop, 52 percent,"."""
    if where is not window.sentence or limit.kind != "percent" or figure.kind != "percent":
        return False
    words, first = window.words, opens(where, figure)
    start, last = closes(where, limit), closes(where, figure)
    if words[first - 1] not in _PAUSES or words[last : last + 1] not in ([","], [")"], ["–"]):
        return False
    return words[start] == "of" and first - start < _CLAUSE and "and" not in words[start:first]


def _same(limit: Quantity, figure: Quantity) -> bool:
    """Say whether a bare figure can be the one that was bounded."""
    if limit.kind not in _KINDS or figure.kind not in _KINDS or figure.hedge is not None:
        return False
    if not is_plain(limit) or not is_plain(figure):
        return False
    times = limit.kind == figure.kind == "duration"  # "under three hours, … in 3:04:12"
    if not times and (limit.unit and limit.unit.name) != (figure.unit and figure.unit.name):
        return False
    names = lexicon.words(TABLE, "tally_nouns")
    if figure.noun is not None and figure.noun != limit.noun and figure.noun not in names:
        return False
    bounded, counted = wide(replace(limit, hedge=None)), wide(figure)
    apart = counted.scale(2).below(bounded), bounded.scale(2).below(counted)
    return True not in apart  # a bound of 5,000 is on no more than 10,000


def _told(window: Window, limit: Quantity, figure: Quantity) -> bool:
    """Say whether words before or behind a figure say that it was counted in the end."""
    sentence, words = window.sentence, window.words
    start = closes(sentence, limit) if limit.sentence == sentence.index else 0
    first, last = opens(sentence, figure), closes(sentence, figure)
    if any(one.kind in _TIMES and start <= one.first < first for one in window.told):
        return False
    days = lexicon.words("cues/sums", "days")
    if not days.isdisjoint(words[start:first]) or words[last : last + 1] == ["for"]:
        return False  # "on Tuesday the figure was 31"
    led = lexicon.phrases(TABLE, "tallied_before").ending(words, first)
    if (led is not None and led[1] >= start) or _last_word(words, first):
        return True
    led_in = words[first - 1] == "with" and words[first - 2] in _PAUSES
    if start and words[first - 1] not in _PAUSES and not led_in:
        return False
    last += words[last : last + 1] == [","]
    if _counted(window, last, words[first - 1] == ";"):
        return True
    hit = lexicon.phrases(TABLE, "tallied").at(words, last)
    if hit is None or words[hit[1] : hit[1] + 1] in (["with"], ["including"], ["of"]):
        return False
    if hit[1] - last > 2 or words[last] not in _IN_ALL:
        return True
    after = words[hit[1] : hit[1] + 1]
    return window.ends_at(hit[1]) or after[0] in _COUNTED_BY  # no "420 in all for the run"


def _counted(window: Window, last: int, anew: bool) -> bool:
    """Say whether a clause ends with who counted: ", by the steward's clicker", ", to be exact"."""
    words = window.words
    hit = lexicon.phrases(TABLE, "precisely").at(words, last)
    if hit is not None:
        return window.ends_at(hit[1])
    end = counted_by(words, last)
    # "; 31, by the steward's clicker, had paid"
    return end > 0 and not (anew and words[end : end + 1] == [","])


def _last_word(words: list[str], first: int) -> bool:
    """Say whether "the exact sum was" leads to a figure."""
    lead = words[max(0, first - 4) : first]
    return (
        len(lead) == 4
        and lead[3] in ("was", "is")
        and lead[0] in ("the", "its")
        and lead[1] in lexicon.words(TABLE, "last_words")
        and lead[2] in lexicon.words(TABLE, "last_counts")
    )


def _doubted(sentence: Sentence, limit: Quantity | None = None, pause: int = 0) -> bool:
    """Say whether a sentence speaks of a part, an aim, another day or another source."""
    words = sentence.words
    if pause > 1 and words[pause - 2] == "last":
        words = words[: pause - 2] + words[pause:]  # "sat it last year, 214 in all"
    if limit is not None:
        claims = lexicon.words("cues/sums", "claims")
        if not claims.isdisjoint(words[: opens(sentence, limit)]):
            return True  # "police said fewer than 100 came; organisers counted 130"
        if lexicon.phrases("cues/bounds", "intended").find(words, 0, opens(sentence, limit)):
            return True  # "the bill was to be under £3m; it came to £3.4m"
        words = words[: opens(sentence, limit)] + words[limit.last :]
    if "cent" in words:  # "per" of "2.3 per cent" is no "for each"
        words = [word for at, word in enumerate(words) if words[at + 1 : at + 2] != ["cent"]]
    return (
        lexicon.phrases(TABLE, "not_bounded").find(words) is not None
        or lexicon.phrases("cues/bounds", "elsewhere").find(words) is not None
    )
