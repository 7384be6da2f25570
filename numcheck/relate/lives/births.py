"""Births, later years, and the ages that the two of them give."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.lives.ages import Age, age_at
from numcheck.relate.lives.deaths import Birth, death, died
from numcheck.relate.lives.kindred import (
    anothers_year,
    born_together,
    named_anew,
    of_kin,
    of_one_of_them,
    speaks_of_others,
)
from numcheck.relate.lives.whens import right_at, year_of
from numcheck.relate.setting import Setting
from numcheck.relate.spans.moments import Moment, at_latest, completed, moment, moments
from numcheck.relate.wording import derived, is_quoted

_TABLE = "cues/lives"
_CLAUSE = 8  # words from an age to "died"
_BORN = 14  # words of "born on a dry-land farm near Scobey, Montana, in"
_NEAR = 5  # words from "the 31-year-old" to "born"
_PRONOUNS = frozenset({"he", "she", "who", "it", "died", "aged", "dying", "retired", "born"})
_FRONTS = frozenset("in at on by when after before until still only aged then".split())
_ONE = frozenset({"he", "she", "his", "her", "who"})
_SAID = frozenset({"heard", "told", "said"})
_PLAIN = frozenset("the this that these those his her its their but and for with from".split())
_ALL_OF_THEM = frozenset({"they", "both", "all"})
_AHEAD = 2  # sentences after a birth that may go on with the life


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every birth with a later year and the age that a person had then."""
    figured = passage.figured
    dated = {sentence.index for sentence in passage.with_kind("day")}
    for at, sentence in enumerate(figured if dated else ()):
        birth = _birth(sentence) if sentence.index in dated else None
        if birth is None:
            continue
        earlier = figured[at - 1] if at and figured[at - 1].index == sentence.index - 1 else None
        told = earlier if earlier is not None and _goes_on(earlier, sentence) else None
        near = _near_death(figured[at : at + 2], birth) if told is None else told
        yield from _in_sentence(sentence, birth, setting, near)
        last = sentence
        for other in figured[at + 1 : at + 1 + _AHEAD]:
            if other.index - last.index != 1 or not _goes_on(sentence, other):
                break
            yield from _in_sentence(other, birth, setting, last)
            last = other
        if told is not None:
            yield from _in_sentence(told, birth, setting, sentence)


def _near_death(figured: Sequence[Sentence], birth: Birth) -> Sentence | None:
    """Return the sentence right after a birth that tells of the death: "She died in 2019."."""
    if len(figured) < 2 or figured[1].index - figured[0].index != 1:
        return None
    goes_on = _goes_on(figured[0], figured[1]) and death(figured[1], birth) is not None
    return figured[1] if goes_on else None


def _goes_on(first: Sentence, then: Sentence) -> bool:
    """Say whether a sentence speaks on of the one person of another: "He …", "Smith …"."""
    if (_births(then) and _births(first)) or of_kin(first.words, then.words[0]):
        return False
    if then.words[0] in _ALL_OF_THEM and born_together(first):
        return True
    if then.words[0] in _PRONOUNS or _of_descent(then) or "killed" in then.words[1:5]:
        return True  # "A heart attack killed him in"
    if then.words[0] in _FRONTS and not _PRONOUNS.isdisjoint(then.words[1:9]):
        return not _others(then, None)
    name = then.raw[0]
    if then.words[0] in _PLAIN:
        return False
    return len(name) > 2 and name[0].isupper() and name in first.raw and not _others(then, None)


def _of_descent(sentence: Sentence) -> bool:
    """Say whether a sentence begins by a person's descent: "The son of a cooper, he was …"."""
    words = sentence.words
    kin = lexicon.words(_TABLE, "kin")
    return words[2:3] == ["of"] and words[1] in kin and not _PRONOUNS.isdisjoint(words[3:9])


def _birth(sentence: Sentence) -> Birth | None:
    """Return the one birth of a sentence."""
    found = _births(sentence)
    return found[0] if len(found) == 1 else None


def _births(sentence: Sentence) -> list[Birth]:
    out = []
    for quantity in sentence.quantities:
        if quantity.kind not in ("date", "year") or quantity.parts.get("decade"):
            continue
        if "to" in quantity.parts:
            if span := _life_span(sentence, quantity):
                out.append(span)
            continue
        if not _is_birth(sentence, quantity):
            continue
        lead = sentence.words[max(4, quantity.first - 5) : quantity.first]
        own = lexicon.words(_TABLE, "kin").isdisjoint(lead)  # no "… when his son was born in 1960"
        if own and (when := moment(quantity)) is not None:
            out.append(Birth(sentence, quantity, when))
    return out


def _life_span(sentence: Sentence, quantity: Quantity) -> Birth | None:
    """Read "(1939–2019)" and ", 1939-2019," after a name."""
    first, last = quantity.parts.get("year"), quantity.parts.get("to")
    if not isinstance(first, int) or not isinstance(last, int) or not 15 < last - first < 120:
        return None
    before = sentence.words[quantity.first - 1 : quantity.first]
    after = sentence.words[quantity.last : quantity.last + 1]
    if (before, after) not in (
        (["("], [")"]), ([","], [","]), ([","], ["."]), ([","], [])
    ):  # fmt: skip
        return None
    named = sentence.raw[max(0, quantity.first - 2)][:1].isupper()
    if not named and (before != ["("] or _ONE.isdisjoint(sentence.words)):
        return None
    died = replace(quantity, text=str(last), parts={"year": last})
    born = replace(quantity, text=str(first), parts={"year": first})
    return Birth(sentence, born, Moment(first), (died, Moment(last)))


def _is_birth(sentence: Sentence, quantity: Quantity) -> bool:
    """Say whether a year is the one that "born" leads to."""
    if lexicon.phrases(_TABLE, "born_in").ending(sentence.words, quantity.first) is not None:
        return True
    births, events = lexicon.words(_TABLE, "births"), lexicon.words(_TABLE, "events")
    if births.isdisjoint(sentence.vocabulary):
        return False
    if sentence.words[quantity.last : quantity.last + 1] == ["and"] and any(
        other.first == quantity.last + 1 for other, _ in moments(sentence)
    ):
        return False  # "the brothers, born in 1950 and 1954"
    for at in range(quantity.first - 1, max(-1, quantity.first - _BORN), -1):
        word = sentence.words[at]
        if word in births:
            bodies = lexicon.words("cues/groups", "bodies") | {"where"}
            if not bodies.isdisjoint(sentence.words[max(0, at - 3) : at]):
                return False  # "a club born in 1926", "the house where he was born in 1899"
            return sentence.words[max(0, at - 1)] not in ("first", "was-to-be", "before", "after")
        if word in events or word == ";" or (word.isdecimal() and len(word) == 4):
            return False
    return False


# -------------------------------------------------------------------------------- later years


def _in_sentence(
    sentence: Sentence, birth: Birth, setting: Setting, before: Sentence | None = None
) -> Iterator[Relation]:
    """Tie each age of a sentence to the year that it belongs to."""
    ages = [age for q in sentence.quantities if (age := age_at(sentence, q))]
    for age in ages:
        if _others(sentence, birth, age):
            continue
        if age.apposed and not _is_named(sentence, birth, age):
            continue
        if then := _when(sentence, birth, age, ages):
            if not anothers_year(sentence, birth.quantity, age.quantity, then[0]):
                yield _relation(sentence, birth, then, age.quantity)
        elif (now := _today(sentence, birth, age, setting)) is not None:
            tied = _relation(sentence, birth, now, age.quantity)
            yield replace(tied, derived=tied.derived | {"then"})
        elif (then := died(sentence, birth, age, before)) and not anothers_year(
            sentence, birth.quantity, age.quantity, then[0]
        ):
            yield _relation(sentence, birth, then, age.quantity)


def _others(sentence: Sentence, birth: Birth | None, age: Age | None = None) -> bool:
    """Say whether a sentence speaks, up to its last figure, of another than the one born."""
    places = [q.first for q in sentence.quantities if moment(q) or "to" in q.parts]
    if age is not None:
        places.append(age.quantity.first)
        if birth is not None and born_together(birth.sentence):
            return of_one_of_them(sentence)
        if birth is not None and _is_anothers(sentence, birth, age.quantity):
            return True
    born = birth.quantity.first if birth is not None and birth.sentence is sentence else -1
    last = max(places, default=len(sentence))
    near = right_at(sentence, age) if age is not None else None
    if near is not None:  # "had her first child at 21 in 1979 and her last, a boy, in 1991"
        last = max(near[0].first, born)
    return speaks_of_others(sentence, min(places, default=0), last, born)


def _is_anothers(sentence: Sentence, birth: Birth, age: Quantity) -> bool:
    """Say whether "she won at 20, and her coach, born in 1950," tells another's birth."""
    if birth.sentence is sentence and named_anew(sentence, birth.quantity, age):
        return True
    between = sentence.words[age.last : birth.quantity.first]
    lead = sentence.words[: birth.quantity.first]
    if birth.sentence is sentence and "born" in lead[2:] and age.first > birth.quantity.first:
        at = lead.index("born") - 1  # "Her coach was born in 1960, and she was 15"
        whose = lead[max(0, at - 2)] if lead[at] in ("was", ",") else ""
        subject = {"her": "she", "his": "he"}.get(whose)
        return subject in sentence.words[max(0, age.first - 3) : age.first]
    if "who" in between and "born" in between and birth.sentence is sentence:
        at = between.index("born")  # "the singer, 91, who wrote for the star born in 1974"
        if between[at - 1].isalpha() and between[at - 1] not in ("was", "were", "who", "is"):
            return True
    if (
        birth.sentence is not sentence
        or "born" not in between
        or not {"and", ";", "but", "while"}.intersection(between)
    ):
        return False
    return between[between.index("born") - 1] in (",", "(")


def _when(
    sentence: Sentence, birth: Birth, age: Age, ages: Sequence[Age]
) -> tuple[Quantity, Moment] | None:
    """Return the later year to which an age belongs."""
    deaths = lexicon.words(_TABLE, "deaths")
    dying = not deaths.isdisjoint(sentence.words)
    if birth.died is not None:
        near = sentence.words[max(0, age.quantity.first - _CLAUSE) : age.quantity.last]
        after = sentence.words[age.quantity.last :][:_NEAR]
        if "when" in after:  # "was 45 when his only novel appeared"
            own = after[after.index("when") + 1 :][:1] in (["he"], ["she"])
            near = after = after if own else []  # "was 45 when his father died"
        before = sentence.words[: age.quantity.first]
        alone = len(ages) == 1 and bool(after) and "when" not in after and "was" not in near
        dying = not deaths.isdisjoint(before if alone else near + after)
        return birth.died if dying or age.quantity.text.startswith("aged") else None
    as_such = sentence.words[max(0, age.quantity.first - 2) :][:1] == ["as"]
    if (age.apposed or age.called) and not dying and not as_such:
        return _was_older(sentence, birth, age)
    return year_of(sentence, age, ages, birth.quantity, birth.when)


def _was_older(sentence: Sentence, birth: Birth, age: Age) -> tuple[Quantity, Moment] | None:
    """Return the year at which somebody was older than an age that may be today's."""
    later = [one for one in moments(sentence) if one[1].year > birth.when.year]
    if len(later) != 1 or age.quantity.figure is None:
        return None
    if "born" not in sentence.words[age.quantity.last :][:_NEAR]:
        return None
    past = sentence.words[max(0, later[0][0].first - 5) : later[0][0].first]
    if not {"was", "were", "had"}.intersection(past) or "born" in past:
        return None
    years = later[0][1].year - birth.when.year
    return later[0] if age.quantity.figure.value < years - 1 else None


def _is_named(sentence: Sentence, birth: Birth, age: Age) -> bool:
    """Say whether the name before an age is that of the one born: "Joan Kerr, 88, died"."""
    name = sentence.raw[max(0, age.quantity.first - 2)]
    if sentence is not birth.sentence:
        return True
    between = sentence.raw[: birth.quantity.first]
    return name in between or not name[:1].isupper()


def _today(
    sentence: Sentence, birth: Birth, age: Age, setting: Setting
) -> tuple[Quantity, Moment] | None:
    """Return the article's date, where an age is one of the day of writing."""
    if not age.now or birth.died is not None:
        return None
    words, past = sentence.words, lexicon.words(_TABLE, "not_now")
    own = (["born"], ["told"])
    if any(w in past and words[at + 1 : at + 2] not in own for at, w in enumerate(words)):
        return None
    later = [one for one in moments(sentence) if one[1].year > birth.when.year]
    if len(later) == 1 and not _SAID.isdisjoint(words[later[0][0].first - 2 : later[0][0].first]):
        return later[0]  # "now 28, was born in 1979, a jury was told in 2007"
    if later and not age.apposed:
        return None
    return at_latest(setting, age.quantity, birth.when)


def _relation(
    sentence: Sentence, birth: Birth, then: tuple[Quantity, Moment], age: Quantity
) -> Relation:
    span = completed(birth.when, then[1])
    printed = f"{span.low}" if span.low == span.high else f"{span.low} or {span.high}"
    years = derived(span, age, printed, kind="age", unit=age.unit)
    return Relation(
        "life",
        {"born": birth.quantity, "then": then[0], "age": age, "years": years},
        age.span,
        derived=frozenset({"years"}),
        quoted=is_quoted(sentence, age),
    )
