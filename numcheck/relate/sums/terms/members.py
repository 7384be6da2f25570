"""The parts in a list: figures, "another person", "the other", "a child"."""

from __future__ import annotations

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.sums.terms.kin import is_generic, is_person, kin
from numcheck.relate.sums.terms.listed import Member, Series
from numcheck.relate.sums.terms.marks import OPEN, measured_alike, shut, slashed
from numcheck.relate.sums.terms.ones import leaves_others, may_hold, single_at, worded
from numcheck.relate.wording import closes, opens

_NUMBERING = frozenset(")—–=:.-")
_ADDED = frozenset({"more", "others", "other", "further", "additional"})
_AT = frozenset({"at", "on", "for", "in"})
_THE = frozenset({"the", "its", "his", "her", "their"})
_OLDEST = 110
_LEAD = 4  # words before a figure that its part may begin with: "won nine", "killed just three"
_TABLE = "cues/sums"


def series(
    sentence: Sentence,
    first: int,
    last: int,
    whole: Quantity,
    *,
    fresh: bool = True,
    singles: bool = False,
    least: int = 1,
) -> Series | None:
    """Read the parts between two places; None where a figure stands there that is no part.

    `fresh` says that a part may begin at the first place, `singles` that "a child" is a part,
    `least` how many parts there must be.
    """
    if not may_hold(sentence, first, last, whole, least, singles):
        return None
    reader = _Reader(sentence, last, whole, singles)
    return reader.read(first, fresh)


def opening(sentence: Sentence, first: int, whole: Quantity) -> Member | None:
    """Return the part of a whole that a sentence, or what follows a place in it, begins with."""
    if first >= len(sentence) or not may_hold(sentence, first, len(sentence), whole, 1, False):
        return None
    return _Reader(sentence, len(sentence), whole, False).member(first, False)


def _is_mark(figure: Quantity) -> bool:
    """Say whether a small number in words counts what each was given: "awarded three stars"."""
    value = figure.value
    few = figure.figure is not None and figure.figure.worded and value is not None and value < 10
    return few and not is_person(figure.noun)


class _Reader:
    """Reads one list; its state is the place in the sentence and the parts so far."""

    def __init__(self, sentence: Sentence, last: int, whole: Quantity, singles: bool) -> None:
        self.sentence = sentence
        self.last = last
        self.whole = whole
        self.singles = singles
        rates = "/" in sentence.vocabulary
        self.figures = {
            opens(sentence, q): q
            for q in sentence.quantities
            if q is not whole and q.last <= last and not (rates and slashed(sentence, q))
        }
        if whole.unit is None and len(sentence.quantities) > 2:
            for q in measured_alike(sentence):
                self.figures.pop(opens(sentence, q), None)
        self.found: list[Member] = []
        self.open = False

    def read(self, at: int, fresh: bool) -> Series | None:
        words, joins = self.sentence.words, lexicon.words(_TABLE, "joins")
        inner = lexicon.phrases(_TABLE, "inner")
        joined, inside, told = False, False, inner.may_stand(self.sentence)
        while at < self.last:
            if words[at] in ("each", "apiece"):
                return None
            if words[at] in OPEN:
                at = shut(words, at, self.last)
                continue
            if words[at] in joins:
                fresh, joined = True, joined or words[at] in lexicon.words(_TABLE, "last_joins")
                inside = inside and words[at] not in (",", ";")
                at += 1
                continue
            if fresh and not inside and (member := self.member(at, joined)):
                if self._enumerates(member):
                    return None
                self.found.append(member)
                at, fresh, joined = self._past_ages(member), False, False
                continue
            if fresh and not inside:
                article = self.singles and words[at] in ("a", "an")
                self.open = self.open or article or (joined and self._uncounted(at))
            fresh = joined = False
            if self.found and self.found[-1].end == at and (behind := self._behind(at)):
                at = self._named_behind(behind)
                continue
            if told and inner.at(words, at):
                inside = True
            figure = self.figures.get(at)
            if figure is not None:
                if not inside and kin(self.whole, figure) and not self._aside(figure, at):
                    return None
                at = figure.last
                continue
            at += 1
        return self._finished()

    def _enumerates(self, member: Member) -> bool:
        """Say whether a figure numbers an item and counts nothing: "1) speed", "2—rather"."""
        at, words = member.quantity.last, self.sentence.words
        if member.quantity.noun is not None or at >= min(self.last, len(words) - 1):
            return False
        return words[at] in _NUMBERING and self.sentence.joined(at)

    def _behind(self, at: int) -> int:
        """Return the place after "of them", where it says of what the last part is a part."""
        hit = lexicon.phrases(_TABLE, "behind").at(self.sentence.words, at)
        return hit[1] if hit else 0

    def _named_behind(self, at: int) -> int:
        """Take in what a part of them is: "2,350 of them adults"; return the place after."""
        words = self.sentence.words
        word = words[at] if at < self.last else ""
        known = word.isalpha() and lexicon.is_plural(word)
        if not known or word in lexicon.words("nouns", "verbs"):
            return at
        member = self.found[-1]
        named = replace(member.quantity, noun=lexicon.singular(word), counts=word)
        self.found[-1] = member._replace(quantity=named)
        return at + 1

    def _finished(self) -> Series:
        ends = [member.first for member in self.found[1:]] + [self.last] * bool(self.found)
        members = (m._replace(end=e) for m, e in zip(self.found, ends, strict=True))
        return Series(tuple(members), self.open)

    def _past_ages(self, member: Member) -> int:
        """Step over the ages of those whom a part counts: "two women, 24 and 27, and a boy"."""
        words, at = self.sentence.words, member.end
        count = member.quantity.value
        if not isinstance(count, int) or not is_person(member.quantity.noun):
            return at
        for _ in range(count):
            while at < self.last and words[at] in (",", "and", "aged"):
                at += 1
            if at >= self.last or not words[at].isdecimal() or int(words[at]) > _OLDEST:
                return member.end
            at += 1
        ended = at >= self.last or words[at] in (",", ";", ".", ")") or words[at] == "and"
        return at if ended else member.end

    def _aside(self, figure: Quantity, at: int) -> bool:
        """Say whether a figure inside a part counts something of its own: "in the 10 games"."""
        if at and self.sentence.words[at - 1] in lexicon.words(_TABLE, "numbered"):
            return True  # "350 on day one"
        if figure.noun is None and figure.hedge and figure.hedge.text.lower() in ("under", "over"):
            return self.found != [] and (figure.value or 0) < _OLDEST  # "131 of them under five"
        if figure.kind == "number" and self.whole.kind == "money":
            return at > 0 and self.sentence.words[at - 1] in lexicon.words("nouns", "stop")
        if figure.noun is None or figure.noun == self.whole.noun:
            return False
        nouns = {member.quantity.noun for member in self.found}
        before = self.sentence.words[at - 1] if at else ""
        if before.endswith("ed") and self.found and _is_mark(figure):
            return True  # "203 were awarded three stars or better"
        return figure.noun not in nouns and before in lexicon.words("nouns", "stop")

    def _uncounted(self, at: int) -> bool:
        """Say whether what stands after "and" is a part without a figure: "and others"."""
        words = self.sentence.words
        if lexicon.phrases(_TABLE, "rest").at(words, at):
            return True
        return words[at] in lexicon.words(_TABLE, "vague")

    def member(self, at: int, joined: bool) -> Member | None:
        """Return the part that begins at a place, if one does."""
        words = self.sentence.words
        share = self.figures.get(at)
        shared = share is not None and share.kind == "ratio"  # "a third of it", and no third one
        for name in ("rest",) if shared else ("rest", "more"):
            hit = lexicon.phrases(_TABLE, name).at(words, at)
            if hit and (figure := self._counted(hit[1], name)):
                is_rest = name == "rest"
                if is_rest and leaves_others(self.sentence, at, figure, self.whole):
                    continue
                end = max(hit[1], closes(self.sentence, figure))
                return Member(figure, at, end, is_rest, not is_rest, joined, figure.first == at)
        if rest := self._led_rest(at, joined):
            return rest
        figure = self._figure(at) or self._led(at)
        if figure is not None:
            end = max(at + 1, closes(self.sentence, figure))
            more = not _ADDED.isdisjoint(words[figure.last : min(end + 1, self.last)])
            return Member(figure, at, end, more=more, last=joined)
        if words[at] == "one":
            one = worded(self.sentence, at, at + 1, 1)
            return Member(one, at, at + 1, last=joined, worded=True)
        if self.singles and (single := single_at(self.sentence, at, self.last, self.whole)):
            return Member(single, at, single.last, last=joined, worded=True)
        return None

    def _figure(self, at: int) -> Quantity | None:
        figure = self.figures.get(at)
        if figure is None or not kin(self.whole, figure):
            return None
        bare = figure.noun is None and figure.unit is None and figure.value != 1
        named = bare and self.sentence.words[figure.last : figure.last + 1] == ["is"]
        return None if named else figure  # "16 colours: 0 is off and 255 is full"

    def _led(self, at: int) -> Quantity | None:
        """Return the figure that a part begins with after a verb or a name: "drew four"."""
        words, stop = self.sentence.words, lexicon.words(_TABLE, "no_lead")
        if at and words[at - 1] == "with":
            # "with 41 against", "with disapproval at 45%", but no "with a load of 1,000 kg"
            named = words[at + 1 : at + 2] in (["at"], ["on"])
            return self._figure(at + 2) if named else None
        for place in range(at, min(at + _LEAD + 1, self.last)):
            figure = self.figures.get(place)
            if figure is not None:
                return figure if place > at and kin(self.whole, figure) else None
            if place == at and words[place] in _THE:  # "the Greens eight", "its ally 60"
                continue
            if place > at and words[place] in _AT and place + 1 in self.figures:
                continue  # "disapproval at 45%", "services brought in $15m"
            hyphen = "-" in words[place - 1 : place + 1] and self.sentence.joined(place)
            if not hyphen and (not words[place].isalpha() or words[place] in stop):
                return None
        return None

    def _led_rest(self, at: int, joined: bool) -> Member | None:
        """Return the part that is left, behind its name: "wind the remaining 25%"."""
        words, stop = self.sentence.words, lexicon.words("nouns", "stop")
        if not lexicon.phrases(_TABLE, "rest").may_begin(words, at + 1, at + _LEAD + 1):
            return None
        for place in range(at + 1, min(at + _LEAD + 1, self.last)):
            whose = place == at + 1 and words[at] in _THE
            if not words[place - 1].isalpha() or (words[place - 1] in stop and not whose):
                return None
            hit = lexicon.phrases(_TABLE, "rest").at(words, place)
            figure = self._figure(hit[1]) if hit else None
            if figure is not None:
                return Member(figure, at, closes(self.sentence, figure), rest=True, last=joined)
        return None

    def _counted(self, at: int, name: str) -> Quantity | None:
        """Return the figure after "the other" or "a further", or 1 where it stands for one."""
        figure = self._figure(at)
        if figure is not None:
            return figure
        words = self.sentence.words
        first = at - 1
        if any(opens(self.sentence, q) == at for q in self.sentence.quantities):
            return None  # "the other 96% passed"
        if words[first] not in lexicon.words(_TABLE, "singular") or at > self.last:
            return None
        noun = words[at] if at < self.last and words[at].isalpha() else None
        if noun in lexicon.words("nouns", "stop") or noun in lexicon.words("nouns", "verbs"):
            noun = None
        if noun is not None and (noun != lexicon.singular(noun) or self.figures.get(at)):
            return None
        if noun is not None and not (is_person(noun) or noun == self.whole.noun):
            return None
        ends = name == "rest" and words[first] in ("last", "final")
        if ends and noun not in (None, self.whole.noun) and not is_generic(noun):
            return None  # "five strikers died that day, and the last prisoner came out in 1919"
        begin = first - 1 if words[first] == "other" else first
        return worded(self.sentence, begin, at + (noun is not None), 1, noun)
