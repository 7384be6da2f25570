"""Whether the words tie a total, a count, and so much each."""

from __future__ import annotations

from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.rates.harmless import harmless, paid_in_part, stopped, with_takings
from numcheck.relate.rates.terms.eaches import Each
from numcheck.relate.wording import closes, opens

_TABLE = "cues/rates"
_MARKS = frozenset({",", "–", "—", "(", ":", "[", ";", "-"})
_STARTS = frozenset(
    "at or giving gives gave leaves averaging for works amounts means comes is equals".split()
) | {"makes", "make"}
_SUBJECTS = frozenset("the a he she it they his her its their".split())
_FROM = frozenset("from by for to in over across his her this that".split())
_THE = frozenset("the a an his her its their our".split())
_WHICH = frozenset({"which", "who", "whose", "that", "where"})
_DURING = (["over"], ["in"], ["for"], ["across"], ["after"], ["during"])
_SPREAD = frozenset({"spread", "divided", "shared"})
_STOPS = frozenset({".", ";", "!", "?", "("})
_ALSO = (["the"], ["its"], ["an"], ["a"])
_REDUCED = frozenset({"discount", "discounts", "off", "offer", "free"})


def tied(sentence: Sentence, each: Each, count: Quantity, total: Quantity) -> str | None:
    """Return `mean` or `product` where the wording claims the tie; None where it does not."""
    order = sorted(
        ((each.quantity.first, "e"), (count.first, "n"), (total.first, "t")), key=lambda one: one[0]
    )
    shape = "".join(letter for _, letter in order)
    if barred(sentence, each, count, total):
        return None
    if shape in ("tne", "nte"):
        between = (total, count) if shape == "tne" else (count, total)
        joined = linked(sentence, *between) or _named_again(sentence, each, *between)
        if joined and leads(sentence, between[1], each):
            return "mean"
        return "pot" if shape == "tne" and _handed_out(sentence, each, *between) else None
    if shape == "ten":
        return "mean" if _for_each(sentence, total, each, count) else None
    if shape == "etn":
        gap = sentence.words[each.last : opens(sentence, total)]
        if of_its_kind(sentence, each):
            return None
        if "and" in sentence.words[closes(sentence, total) : opens(sentence, count)]:
            return None  # "three councillors, 27 in all, and the mayor makes 28"
        joined = "and" in gap or ("or" in gap and (gap != [",", "or"] or spelled(count)))
        return "mean" if light(gap, 7) and not joined and linked(sentence, total, count) else None
    if shape == "net" and _from_pot(sentence, each, total):
        return "pot"
    if not is_total(sentence, each, count, total):
        return None
    if shape == "ent" and sentence.words[each.last : each.last + 1] == [";"]:
        return "product" if opens(sentence, count) - each.last < 4 else None
    if shape == "net":
        gap = sentence.words[closes(sentence, count) : opens(sentence, each.quantity)]
        return "product" if light(gap, 8) else None
    gap = sentence.words[each.last : opens(sentence, count)]
    opened = sentence.words[opens(sentence, each.quantity) - 1] == "at"
    by_the_week = gap == [","] and bool(_by_the(sentence, count))
    in_time = each.unit is not None and gap[:1] == [","] and gap[1:] in _DURING
    unbroken = "," not in gap or opened or by_the_week or in_time
    return "product" if light(gap, 5) and unbroken else None


def _named_again(sentence: Sentence, each: Each, left: Quantity, right: Quantity) -> bool:
    """Say whether "or so much a metre" ties a sum to the metres before it by their unit."""
    before = sentence.words[closes(sentence, right) : opens(sentence, each.quantity)]
    gap = sentence.words[closes(sentence, left) : opens(sentence, right)]
    return each.per not in ("each", "mean", "price", "holds") and "or" in before and light(gap, 6)


def _from_pot(sentence: Sentence, each: Each, total: Quantity) -> bool:
    """Say whether each is paid out of a total: "£4,800 from the £120,000 fund"."""
    gap = sentence.words[each.last : opens(sentence, total)]
    if gap not in (["from", "the"], ["from", "a"], ["of", "the"], ["out", "of", "the"]):
        return False
    after = closes(sentence, total)
    return sentence.words[after : after + 1] != [] and (
        sentence.words[after] in lexicon.words(_TABLE, "pots")
    )


def _handed_out(sentence: Sentence, each: Each, total: Quantity, count: Quantity) -> bool:
    """Say whether a pot gives so many so much each: "a fund of £120,000 gives 25 clubs £4,800"."""
    words = sentence.words
    before = words[max(0, opens(sentence, total) - 4) : opens(sentence, total)]
    if lexicon.words(_TABLE, "pots").isdisjoint(before) or each.per != "each":
        return False
    gap = words[closes(sentence, total) : opens(sentence, count)]
    near = words[closes(sentence, count) : opens(sentence, each.quantity)]
    return (
        near == []
        and light(gap, 4)
        and not {"give", "gives", "gave", "pay", "pays"}.isdisjoint(gap)
    )


def spelled(count: Quantity) -> bool:
    """Say whether a stretch of time has no number: "the year"."""
    return count.figure is not None and count.figure.printed == "one"


def barred(sentence: Sentence, each: Each, count: Quantity, total: Quantity) -> bool:
    """Say whether a word between the figures, or close by, makes them something else."""
    first = min(each.quantity.first, count.first, total.first)
    last = max(each.last, closes(sentence, count), closes(sentence, total))
    bars = lexicon.words(_TABLE, "bars")
    words = sentence.words
    end = min(len(words), each.last + 3)
    end = next((at for at in range(each.last, end) if words[at] in ("–", "—", ";")), end)
    near = range(max(0, opens(sentence, each.quantity) - 4), end)
    inside = [range(one.first, one.last) for one in (each.quantity, count, total)]
    for at in [*range(first, last), *near]:
        if any(at in place for place in inside):
            continue  # "three and a half hours"
        if words[at] in bars and not harmless(sentence, at):
            return True
    if paid_in_part(words):
        return True
    if told := lexicon.phrases(_TABLE, "in_all").at(words, last):
        last = told[1]
    if words[last : last + 3] == [",", "and", "for"]:
        return True  # "pays for 40 places, at €30,000 each, and for repairs"
    if not _REDUCED.isdisjoint(words[last : last + 4]):
        return True
    behind = words[last : last + 2]
    if behind in ([",", "with"], [",", "including"]) and words[last + 2 : last + 3] in _ALSO:
        return last == closes(sentence, total)  # "a combined capacity of 1,300, with the annexe"
    counted_in = behind[:1] in (["including"], ["with"], ["counting"], ["between"])
    if counted_in and stopped(words, last):
        return behind[0] == "between"  # "averaging 60 mph including stops"
    if behind[:1] == ["for"] and total.noun is None and total.unit is None:
        return True  # "making 1,000 for export"
    if behind[:1] in (["a"], ["per"]) and _by_the(sentence, count) == behind:
        return False  # "20 lengths a day, five days a week, making 100 a week"
    if behind == ["on", "average"] or (behind[:1] == ["to"] and total.noun and behind[-1] in _THE):
        return False  # "took 2,000 fans to the match"
    return (
        bool(behind)
        and behind[0] in lexicon.words(_TABLE, "after_bars")
        and last != closes(sentence, count)
    )


def _by_the(sentence: Sentence, count: Quantity) -> list[str]:
    """Return the "a week" of "five days a week"."""
    words, after = sentence.words, closes(sentence, count)
    for at in (after, after - 2):
        if words[at : at + 1] in (["a"], ["per"]):
            return words[at : at + 2]
    return []


def of_its_kind(sentence: Sentence, each: Each) -> bool:
    """Say whether a clause says what a thing can do: "the jet, which cruises at 140 mph, made"."""
    words = sentence.words
    if words[each.last : each.last + 1] not in ([","], [")"], ["–"], ["—"]):
        return False
    for at in range(each.quantity.first - 1, max(0, each.quantity.first - 8), -1):
        if words[at] in _MARKS:
            return words[at + 1] in _WHICH
    return False


def light(gap: list[str], longest: int) -> bool:
    """Say whether few words stand between two figures, and no full stop or bracket."""
    return len(gap) <= longest and not any(word in _STOPS or word == ")" for word in gap)


def linked(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether a preposition or a verb of earning ties a total to its count."""
    gap = sentence.words[closes(sentence, left) : opens(sentence, right)]
    if right.hedge is not None and right.hedge.text == "over":
        gap = [*gap, "over"]
    if not _SPREAD.isdisjoint(gap[-3:]) and len(gap) < 16:
        return True  # "4,300 bags, a spokesman said, spread over the 86,000 passengers"
    if not light(gap, 8):
        return False
    links = lexicon.words(_TABLE, "links")
    if left.first and sentence.words[opens(sentence, left) - 1] in ("among", "between", "across"):
        return True
    if any(word in links for word in gap):
        return True
    return gap in ([], [",", "it"]) or (left.kind == "duration" and "and" not in gap)


def leads(sentence: Sentence, before: Quantity, each: Each) -> bool:
    """Say whether so much each is said of the total and count before it."""
    words = sentence.words
    begin, end = closes(sentence, before), opens(sentence, each.quantity)
    gap = words[begin:end]
    if each.per in ("price", "holds"):
        return len(gap) <= 3
    gap = _without_teller(gap)
    if len(gap) > 12 or not gap:
        return False
    mark = next((at for at in range(len(gap) - 1, -1, -1) if gap[at] in _MARKS), None)
    table = lexicon.words(_TABLE, "lead")
    if mark is not None:
        tail, prefix = gap[mark + 1 :], gap[:mark]
        if tail[:1] and tail[0] in _SUBJECTS and tail[-1] in ("averaged", "averages"):
            return light(prefix, 9) and gap[mark] == "," and len(tail) < 4
        return light(prefix, 9) and all(word in table for word in tail)
    if each.per == "mean" or gap[0] in _STARTS or gap == ["that", "is"]:
        return all(word in table for word in gap)
    if gap == ["of"]:
        return each.per == "each"  # "from five donors of £200 each"
    return len(gap) <= 4 and gap[-1] in ("at", "or") and light(gap, 4)


def _without_teller(gap: list[str]) -> list[str]:
    """Leave out whose sum it is: ", by the driver's reckoning, at an average of"."""
    commas = [at for at, word in enumerate(gap) if word == ","]
    for first, last in pairwise(commas):
        aside = gap[first + 1 : last]
        opened = len(aside) < 7 and aside[:1] in (["by"], ["on"], ["according"], ["in"])
        if opened and not lexicon.words(_TABLE, "tellers").isdisjoint(aside):
            return gap[:first] + gap[last:]
    return gap


def _for_each(sentence: Sentence, total: Quantity, each: Each, count: Quantity) -> bool:
    """Read "£9m, or £300 for each of the 30,000 homes"."""
    begin = max(each.last, closes(sentence, each.quantity))
    gap = sentence.words[begin : opens(sentence, count)]
    if len(gap) > 5 or not all(word in ("of", "the", "its", "their", "town", "'s", "all") or
                               word.endswith("'s") or word in _FROM or
                               (word.isalpha() and gap[0] == "of") for word in gap):  # fmt: skip
        return False
    if not gap or gap[0] not in ("of", "for", "from", "by", "to", "in", "over", "across"):
        return False
    words = sentence.words
    back = words[closes(sentence, total) : opens(sentence, each.quantity)]
    table = lexicon.words(_TABLE, "lead")
    mark = next((at for at in range(len(back) - 1, -1, -1) if back[at] in _MARKS), -1)
    if mark < 0 and "at" in back:
        mark = back.index("at")
    return light(back, 9) and all(word in table or word == "bill" for word in back[mark + 1 :])


def is_total(sentence: Sentence, each: Each, count: Quantity, total: Quantity) -> bool:
    """Say whether words call the last figure the total: "£9,680 in all", "taking £9,680"."""
    words = sentence.words
    begin = max(
        each.last if each.quantity.first < total.first else 0,
        closes(sentence, count) if count.first < total.first else 0,
    )
    end = opens(sentence, total)
    gap = words[begin:end]
    if len(gap) > 10 or "." in gap or with_takings(gap):
        return False
    after = closes(sentence, total)
    behind = lexicon.phrases(_TABLE, "in_all").at(words, after)
    if behind is None and total.kind == "money":
        behind = lexicon.phrases(_TABLE, "in_all").at(words, after + 1)  # "a $7.2m deal in all"
    mark = next((at for at in range(len(gap) - 1, -1, -1) if gap[at] in _MARKS), -1)
    tail = _without_nouns(_without_pool(gap[mark + 1 :]), mark < 0)
    if not all(word in lexicon.words(_TABLE, "totals") for word in tail):
        return False
    if behind is not None:
        return light(gap, 8)
    firm = lexicon.words(_TABLE, "firm_totals")
    if tail in (["was"], ["is"], ["will", "be"]):
        opening = words[max(0, min(begin, each.quantity.first, count.first) - 5) :]
        return any(word in ("bill", "cost", "total", "price") for word in opening[:5])
    return any(word in firm for word in tail) and (mark >= 0 or len(tail) <= 4)


def _without_pool(tail: list[str]) -> list[str]:
    """Leave out what the total is called: "make a book of 400 pages", "creating a pool of"."""
    if 3 < len(tail) < 7 and tail[-1] == "of" and tail[0] in lexicon.words(_TABLE, "firm_totals"):
        at = next((at for at, word in enumerate(tail[:3]) if word in ("a", "an", "the")), 0)
        return tail[: at or len(tail)]
    return tail


def _without_nouns(tail: list[str], unmarked: bool) -> list[str]:
    """Leave out whom or what it costs: "costing the firm £42,000", "the plan costs £12m"."""
    firm, totals = lexicon.words(_TABLE, "firm_totals"), lexicon.words(_TABLE, "totals")
    if tail[1:2] and tail[1] in _SUBJECTS and tail[0] in firm:
        return tail[:1] + tail[3:]
    if tail[:1] and tail[0] in ("he", "she", "it", "they", "you", "we"):
        tail = tail[1:]
    if tail[1:] and tail[0] not in totals and lexicon.is_plural(tail[0]):
        tail = tail[1:]  # "commuters will pay"
    if tail[1:2] and tail[1] in lexicon.words(_TABLE, "other_takings"):
        return tail
    if tail[2:] and tail[0] in _SUBJECTS and tail[1] not in totals:
        return tail[2:]
    if unmarked and tail[:1] and tail[0] not in lexicon.words(_TABLE, "links"):
        while len(tail) > 1 and tail[0] not in totals:
            tail = tail[1:]
    return tail
