"""Four bare digits: a year, or a count."""

from __future__ import annotations

from functools import cache

from numcheck.extract.nearby import CURRENCY, DASHES, capital, counted, plain, raw, whole, word
from numcheck.lexicon.words import mapping, words
from numcheck.model.passage import Sentence
from numcheck.named import NamedTuple

_OPEN = frozenset("([")
_CLOSED = frozenset(")],;")
_TIME_ONLY = frozenset({"in", "since", "until", "during", "throughout", "year"})


class Tables(NamedTuple):
    """What the lexicon knows of the words beside years."""

    before: frozenset[str]
    perhaps: frozenset[str]
    after: frozenset[str]
    after_plural: frozenset[str]
    never_before: frozenset[str]
    never_after: frozenset[str]
    never_joined: frozenset[str]
    counted: frozenset[str]
    heads: frozenset[str]
    verbs: frozenset[str]
    of: frozenset[str]
    zones: frozenset[str]
    titles: frozenset[str]


@cache
def tables_of_years() -> Tables:
    """Return the lexicon's tables of the words beside years, read once."""
    return Tables(
        before=words("calendar", "year_before"),
        perhaps=words("calendar", "year_perhaps_before"),
        after=words("calendar", "year_after"),
        after_plural=words("calendar", "year_after_plural"),
        never_before=words("calendar", "year_never_before") | words("calendar", "unit_words"),
        never_after=words("calendar", "year_never_after"),
        never_joined=words("calendar", "year_never_joined"),
        counted=words("calendar", "year_counted"),
        heads=words("calendar", "amount_heads"),
        verbs=words("calendar", "amount_verbs"),
        of=words("calendar", "year_of"),
        zones=words("calendar", "zones"),
        titles=words("calendar", "year_titles"),
    )


def is_year_like(sentence: Sentence, at: int, deep: bool = True) -> bool:
    """Say whether the four bare digits at a place are a year rather than a count."""
    text = sentence.words[at]
    year = whole(text)
    if len(text) != 4 or not 1000 <= year < 2200:
        return False
    tables = tables_of_years()
    before = word(sentence, at - 1)
    if before in tables.never_after:
        return _hedged_year(sentence, at, before)
    if _glued(sentence, at, tables) or never_before(sentence, at + 1):
        return False
    if before in ("fiscal", "fy"):
        return True  # "fiscal 2024 ends in June"
    if before in _OPEN and word(sentence, at + 1) in _CLOSED:
        return year >= 1500 or _in_month(sentence, at - 2)  # "5 July (1417)"
    if before == "of" and _dated_event(sentence, at - 2, tables):
        return True
    if before in tables.titles and capital(sentence, at - 1):
        return True
    noun = counted(sentence, at + 1) or word(sentence, at + 1) in ("were", "are", "have", "each")
    if before in tables.before or (before in DASHES and sentence.joined(at)):
        return not noun or _time_wins(sentence, at, year, before, tables)
    if noun:
        return _plural_event(sentence, at, year, before, tables)
    if before in tables.perhaps:
        return _perhaps(sentence, at, year, before, tables, deep)
    after = word(sentence, at + 1)
    if after in tables.after:
        return year >= 1700
    if year < 1800:
        return deep and before == "," and _year_back(sentence, at)
    if year % 100 == 0 and (plain(sentence, at + 1) and counted(sentence, at + 2)):
        return False  # "1900 new homes"
    return not (year % 100 == 0 and (before in tables.verbs or before[:1].isdigit()))


def _in_month(sentence: Sentence, at: int) -> bool:
    """Say whether a month, or a day after it, stands at a place."""
    near = sentence.words[max(0, at - 1) : at + 1]
    return not mapping("calendar", "months").keys().isdisjoint(near)


def _dated_event(sentence: Sentence, at: int, tables: Tables) -> bool:
    """Say whether an event stands at a place, as in "the *flood* of 1953"."""
    text = word(sentence, at)
    return text in tables.of or text in tables.after or text in tables.after_plural


def never_before(sentence: Sentence, at: int) -> bool:
    """Say whether a unit, a scale or a time zone stands at a place, where no year is followed."""
    text, tables = word(sentence, at), tables_of_years()
    if text in tables.never_before:
        return text != "m" or not raw(sentence, at).isupper()
    if text in tables.zones and raw(sentence, at).isupper():
        return True
    ampere = raw(sentence, at)
    return len(ampere) == 1 and ampere in "AVWKNJTHZ" and word(sentence, at + 1) != "."


def _hedged_year(sentence: Sentence, at: int, before: str) -> bool:
    """Say whether a hedge stands before a year: "later than 2019", "about 1850,"."""
    if before == "than":
        compared = word(sentence, at - 2) in ("later", "earlier", "higher", "lower", "older")
        noun = counted(sentence, at + 1) or never_before(sentence, at + 1)
        return compared and not noun
    if before in ("about", "approximately"):
        made = word(sentence, at - 2) in tables_of_years().before | {"from"}
        return made and not plain(sentence, at + 1)
    return False


def _glued(sentence: Sentence, at: int, tables: Tables) -> bool:
    """Say whether what is joined to the digits keeps them from being a year."""
    before, after = word(sentence, at - 1), word(sentence, at + 1)
    if sentence.joined(at):
        if before in CURRENCY or before[:1].isalnum() or before in ("/", "#", "@", ".", ":", "_"):
            return True
        prefix = word(sentence, at - 2)
        if before in DASHES and sentence.joined(at - 1) and prefix not in tables.before:
            return True
    if not sentence.joined(at + 1):
        return False
    if after[:1].isalpha() or after in ("%", "°", "/", "_", "@", "("):
        return True
    if after == ":" and sentence.joined(at + 2) and word(sentence, at + 2)[:1].isdigit():
        return True
    if after in DASHES and sentence.joined(at + 2):
        unit = word(sentence, at + 2)
        return unit[:1].isdigit() or unit in tables.never_before or unit in tables.never_joined
    return False


def _time_wins(sentence: Sentence, at: int, year: int, before: str, tables: Tables) -> bool:
    """Decide "in 2019 sales rose" (a year) against "in 1500 cases" (a count)."""
    noun = word(sentence, at + 1)
    if noun in tables.after_plural or not counted(sentence, at + 1):
        return True
    if before not in _TIME_ONLY:
        return False
    if at == 1 and year >= 1900:
        return True
    return year >= 1900 and year % 100 != 0 and noun not in tables.counted


def _plural_event(sentence: Sentence, at: int, year: int, before: str, tables: Tables) -> bool:
    """Decide "the 2019 elections" (a year) against "the 2019 people" (a count)."""
    if word(sentence, at + 1) in tables.after_plural:
        return year >= 1800 and (before in tables.perhaps or before.endswith("'s") or year > 1900)
    if year < 1900 or word(sentence, at + 1) in tables.counted:
        return False
    if before in ("from", "by", "before", "after") and year % 100:
        return True  # "her record from 2009 stands"
    ends_between = before in ("and", "to") and _year_back(sentence, at)
    return ends_between and not _round_pair(sentence, at)


def _round_pair(sentence: Sentence, at: int) -> bool:
    return whole(sentence.words[at]) % 100 == 0 and whole(word(sentence, at - 2)) % 100 == 0


def _year_back(sentence: Sentence, at: int) -> bool:
    """Say whether "1990 and" or the like stands before a place."""
    return at >= 2 and is_year_like(sentence, at - 2, deep=False)


def _perhaps(
    sentence: Sentence, at: int, year: int, before: str, tables: Tables, deep: bool
) -> bool:
    """Decide after a word that takes both years and counts."""
    further = word(sentence, at - 2)
    if before == "of":
        return further not in tables.heads and year % 10 != 0 and year >= 1800
    if before == "to" and further in tables.verbs and year % 10 == 0:
        return False
    follows = word(sentence, at + 1)
    pair = whole(word(sentence, at + 2))
    if before in ("between", "from") and follows in ("and", "to") and pair >= 1000:
        end = at + 3
        if never_before(sentence, end) or word(sentence, end) in tables.counted:
            return False
        return not (counted(sentence, end) and year % 100 == 0 and pair % 100 == 0)
    if before in ("and", "to", "or") and deep and _year_back(sentence, at):
        return True
    if year % 100 == 0 and plain(sentence, at + 1) and counted(sentence, at + 2):
        return False
    if year < 1500 and follows and follows not in ".,;)":
        return False
    return year >= 1800 or before in ("by", "from", "before", "after")
