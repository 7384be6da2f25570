"""One sentence, read once for all that it says of a change."""

from __future__ import annotations

from numcheck.lexicon.words import phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import NOT_AMOUNTS, Quantity
from numcheck.named import NamedTuple
from numcheck.relate.changes.frame.moves import CUES, Move, moves_in

_TIMES = frozenset({"date", "year", "time", "ordinal"})
_THE = ("the", "these", "those", "its", "their")
_FEW = 10
_WEEKDAYS = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday christmas easter".split()
)

_LINKS = frozenset(
    "and but or while whereas from compared against versus than to with in at on than as".split()
)


class Claim(NamedTuple):
    """A change as the text states it: "rose 12%", "a 12% rise", "20 fewer", "doubled".

    `kind` is percent, points, amount or times; `sign` which way it goes, 0 where unsaid; `form`
    is verb, noun, compare or sign. `first` and `last` are token places, the word of movement
    included; `figure` is the amount.
    """

    kind: str
    figure: Quantity
    sign: int
    first: int
    last: int
    form: str


class Level(NamedTuple):
    """A figure that something stood at, with the word before it that says when.

    `mark` is from, to, at, than …; `first` is the place of that mark; `last` the place after the
    figure's noun and time. `when` is "past", "now", a year in digits, or empty.
    """

    figure: Quantity
    mark: str
    first: int
    last: int
    when: str


class Scene:
    """A sentence with its words of movement, and what its quantities are in it."""

    __slots__ = (
        "claims",
        "dated",
        "held",
        "levelled",
        "levels",
        "moves",
        "sentence",
        "taken",
        "words",
        "years",
    )

    def __init__(self, sentence: Sentence) -> None:
        """Read a sentence's words of movement and the places of its figures and dates."""
        self.sentence = sentence
        self.words = sentence.words
        self.moves: list[Move] = moves_in(self.words)
        self.claims: list[Claim] = []
        self.levels: list[Level] = []
        self.levelled = False
        self.held: set[int] = set()
        self.dated: set[int] = set()
        self.taken: set[int] = set()
        self.years: dict[int, str] = {}
        for quantity in sentence.quantities:
            places = range(quantity.first, quantity.last)
            if _is_pronoun(quantity) or self._of_event(quantity) or self._names(quantity):
                continue
            year = self._year(quantity)
            if year:
                self.years[quantity.first] = year
            lapse = quantity.kind == "duration" and (self._lapse(quantity) or self._term(quantity))
            if year or lapse or quantity.kind in _TIMES or self._after(quantity, "per", "every"):
                self.dated.update(places)
            else:
                self.held.update(places)

    def _after(self, quantity: Quantity, *words: str) -> bool:
        return quantity.first > 0 and self.words[quantity.first - 1] in words

    def _of_event(self, quantity: Quantity) -> bool:
        """Say whether a length only names a race: "improved her 400m time from"."""
        if quantity.unit is None or quantity.unit.dimension != "length":
            return False
        after = self.words[quantity.last : quantity.last + 1]
        return after != [] and after[0] in words(CUES, "of_event")

    def _names(self, quantity: Quantity) -> bool:
        """Say whether a number only names a few: "quadrupled between the *two* surveys"."""
        figure = quantity.figure
        few = figure is not None and figure.worded and figure.value <= _FEW
        if quantity.kind != "count" or not few or not self._after(quantity, *_THE):
            return False
        others = [one for one in self.sentence.amounts if one is not quantity]
        many = sum(1 + one.is_range for one in others)
        return many > 1 and all(one.unit or one.noun != quantity.noun for one in others)

    def _year(self, quantity: Quantity) -> str:
        """Return the year that a quantity is: "25% over 2019" too."""
        if quantity.kind in ("year", "date"):
            return str(quantity.parts.get("year") or "")
        text = self.words[quantity.first]
        plain = quantity.kind == "number" and quantity.last - quantity.first == 1
        if plain and text.isdecimal() and len(text) == 4 and "1900" <= text <= "2099":
            return text if self._after(quantity, "over", "on", "than") else ""
        return ""

    def _term(self, quantity: Quantity) -> bool:
        """Say whether a duration is the name of a loan: "the rate on five-year fixes"."""
        shares = any(one.kind == "percent" for one in self.sentence.quantities)
        return shares and quantity.text.lower().endswith("-year")

    def _lapse(self, quantity: Quantity) -> bool:
        """Say whether a duration says when: "a year earlier", "in six months", "over 12 weeks"."""
        if ":" in quantity.text:
            return False  # "finished in 2:08:15"
        after = self.words[quantity.last : quantity.last + 1]
        before = self.words[max(0, quantity.first - 2) : quantity.first]
        return after in (["ago"], ["earlier"], ["before"], ["later"], ["previously"]) or any(
            word in ("in", "over", "within", "past", "last", "during", "next", "just", "for")
            for word in before
        )

    def barred(self, first: int, last: int) -> bool:
        """Say whether words between two places begin a statement of their own."""
        barriers = phrases(CUES, "barriers")
        for place in range(first, last):
            if barriers.at(self.words, place) is None:
                continue
            if self.words[place] == "." and self.sentence.joined(place + 1):
                continue
            if self.words[place] in ("and", "or") and self._joins_times(place):
                continue
            if self.words[place] == "which" and self._goes_on(place):
                continue
            return True
        return False

    def _goes_on(self, place: int) -> bool:
        """Say whether "which" goes on to a movement: "the charge, which goes up from"."""
        return any(0 < move.first - place <= 3 and not move.noun for move in self.moves)

    def _joins_times(self, place: int) -> bool:
        """Say whether "and" stands between two dates or words of time."""
        times = phrases(CUES, "time_words")
        before, after = place - 1, place + 1
        return (before in self.dated or times.at(self.words, before) is not None) and (
            after in self.dated or times.at(self.words, after) is not None
        )

    def stated(self, first: int, last: int) -> bool:
        """Say whether a verb of another statement stands between two places."""
        return phrases(CUES, "statements").find(self.words, first, max(first, last)) is not None

    def figured(self, first: int, last: int) -> bool:
        """Say whether another figure stands between two places."""
        return any(place in self.held for place in range(first, last))

    def over_time(self, at: int, stop: int | None = None) -> tuple[int, str]:
        """Step over phrases of time from a place; return where they end and what they say.

        "in May", "a year earlier", "over the past decade", "recorded in 2019", "now".
        """
        end = len(self.words) if stop is None else stop
        when, place = "", at
        while place < end:
            nxt = self._time_from(place, end)
            if nxt == place:
                break
            said = self.when(place, nxt)
            if said == "now" and (when or self._of_the_next(nxt)):
                break  # "50p in 2019, now 75p"; "that made 100 a week now make 80"
            when = said or when
            place = nxt
        return place, when

    def _of_the_next(self, after: int) -> bool:
        """Say whether "now" goes on to a verb, and so to the next figure."""
        word = self.words[after] if after < len(self.words) else ""
        return self.words[after - 1] == "now" and word.isalpha() and word not in _LINKS

    def _time_from(self, place: int, end: int) -> int:
        words = self.words
        times, leads = phrases(CUES, "time_words"), phrases(CUES, "time_prepositions")
        if place in self.dated:
            return place + 1
        opening = words[place] in ("(", "[") and place + 1 < end
        if opening and self._time_from(place + 1, end) > place + 1:
            return place + 1
        if (
            words[place] in (")", "]")
            and place
            and (place - 1 in self.dated or times.at(words, place - 1))
        ):
            return place + 1
        if words[place] in ("and", "to", "up", "of", "on", "as") and place + 1 not in self.dated:
            weekday = words[place] == "on" and words[place + 1 : place + 2]
            return place + 2 if weekday and weekday[0] in _WEEKDAYS else place
        if leads.at(words, place) or phrases(CUES, "recorded").at(words, place):
            ahead = place + 1
            while ahead < end and ahead < place + 4 and phrases(CUES, "recorded").at(words, ahead):
                ahead += 1
            if ahead < end and (ahead in self.dated or self._is_time(ahead)):
                return ahead
            # "the year before"
            closes = words[place] == "before" and place > 0 and self._is_time(place - 1)
            return place + 1 if closes else place
        return place + 1 if self._is_time(place) else place

    def _is_time(self, place: int) -> bool:
        """Say whether a word is one of time; an article only before one that is."""
        words, times = self.words, phrases(CUES, "time_words")
        if place >= len(words) or place in self.held or times.at(words, place) is None:
            return False
        if words[place] in ("the", "a", "an", "its", "that", "those", "to", "and", "of", "on"):
            nxt = place + 1
            return nxt in self.dated or (words[place] in ("the", "a", "an") and self._is_time(nxt))
        return True

    def when(self, first: int, last: int) -> str:
        """Return the year between two places, or "past" or "now", or nothing."""
        for place, year in self.years.items():
            if first <= place < last:
                return year
        if phrases(CUES, "past").find(self.words, first, last):
            return "past"
        return "now" if phrases(CUES, "now").find(self.words, first, last) else ""


def is_amount(quantity: Quantity) -> bool:
    """Say whether a quantity is an amount with a number."""
    return quantity.kind not in NOT_AMOUNTS and quantity.figure is not None


def _is_pronoun(quantity: Quantity) -> bool:
    """Say whether "one" stands for a thing: "than the silver one at 12kg"."""
    return quantity.text.lower() == "one" and quantity.kind == "number"
