"""Percentages of one whole: for and against, "the other 22%"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import Interval
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Figure, Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.relate.setting import Setting
from numcheck.relate.sums.terms.apart import pole_of
from numcheck.relate.sums.terms.members import Member, Series, series
from numcheck.relate.sums.terms.ties import overlaps
from numcheck.relate.wording import closes, cue, following, gap, is_quoted, opens

_SHORT = 5  # words of "to Mr Dean's"
_LONG = 11  # words of "of first-preference votes, ahead of Ms Li on"
_TABLE = "cues/percents"
_ALL = Quantity(Span(0, 0), "100%", "percent", Figure("100%", 100))
"""The whole that shares of one base have in common."""


def find(passage: Passage, setting: Setting) -> Iterator[Relation]:
    """Yield every run of percentages that are shares of one whole."""
    before: tuple[Sentence, list[Quantity]] | None = None
    for sentence in passage.figured:
        shares = [q for q in sentence.quantities if q.kind == "percent" and not q.is_range]
        if not shares:
            continue
        if before and before[0].index + 1 == sentence.index and not overlaps(sentence):
            yield from _left_over(*before, sentence, shares)
        if len(shares) > 1 and not overlaps(sentence) and not _elsewhere(sentence):
            yield from _shared(sentence, shares)
        before = sentence, shares


def _elsewhere(sentence: Sentence) -> bool:
    return lexicon.phrases("cues/sums", "elsewhere").find(sentence.words) is not None


def _shared(sentence: Sentence, shares: list[Quantity]) -> Iterator[Relation]:
    """Yield the first tie that holds the percentages of a sentence together."""
    # "A quarter went to Hall, 41% to Dean and the remaining 34% to Li"
    first = next(q for q in sentence.quantities if q.kind in ("percent", "ratio"))
    found = series(sentence, opens(sentence, first), len(sentence), _ALL)
    if found is not None and len(found.members) > 1:
        if found.has_rest:
            if not _of_a_part(sentence, found.parts):
                yield _tie("full", sentence, found.parts)
            return
        if (
            _poles_apart(sentence, found)
            or _pie(sentence, found)
            or _blend(sentence, shares, found)
            or _shared_out(sentence, found)
            or _parties(sentence, found)
            or _sexes(sentence, found)
        ):
            yield _tie("together", sentence, found.parts)
            return
    for left, right in pairwise(shares):
        if _against(sentence, left, right):
            yield _tie("together", sentence, (left, right))
            return


def _left_over(
    earlier: Sentence, taken: list[Quantity], sentence: Sentence, shares: list[Quantity]
) -> Iterator[Relation]:
    """Yield "Some 48% agreed and 39% did not. The other 22% had no view"."""
    if opens(sentence, shares[0]) > 3 or len(shares) > 1 or overlaps(earlier):
        return
    first = series(sentence, 0, len(sentence), _ALL)
    begun = series(earlier, opens(earlier, taken[0]), len(earlier), _ALL)
    if first is None or begun is None or not first.has_rest or begun.has_rest:
        return
    parts = (*begun.parts, *first.parts)
    if len(begun.parts) == len(taken) and not _of_a_part(earlier, parts):
        yield _tie("full", sentence, parts)


def _of_a_part(sentence: Sentence, parts: tuple[Quantity, ...]) -> bool:
    """Say whether the first share is itself the whole: "of the 60% who voted, 40% … 20%"."""
    if sentence.words[max(0, opens(sentence, parts[0]) - 1)] not in ("of", "the", "among"):
        return False
    rest = Interval.point(0)
    for part in parts[1:]:
        rest = rest + part.reading()
    return len(parts) > 2 and rest.meets(parts[0].reading())


def _poles_apart(sentence: Sentence, found: Series) -> bool:
    """Say whether each share is another answer to one question, asked of the same people."""
    poles = [pole_of(sentence, member) for member in found.members]
    if poles[0] is None:  # "approval stands at 52%, disapproval at 45%"
        first = found.members[0]
        poles[0] = pole_of(sentence, first._replace(first=max(0, first.first - 5), end=first.first))
    if None in poles or len(set(poles)) < len(poles):
        return False
    axes = {str(pole).partition("/")[0] for pole in poles}
    if len(axes) > 1 or not axes <= lexicon.words(_TABLE, "axes"):
        return False
    if axes == {"mark"} and not _same_question(sentence, found):
        return False
    bases = {_base(sentence, member.quantity) for member in found.members}
    return len(bases - {""}) < 2 and not _dated(sentence, found.members)


def _same_question(sentence: Sentence, found: Series) -> bool:
    """Say whether every answer is of one thing: "52% said it was good, 31% said it was fair"."""
    for member in found.members[1:]:
        after = sentence.words[closes(sentence, member.quantity) :][:3]
        if (
            not {"it", "them", "this", "so"}.intersection(after)
            and pole_of(sentence, member._replace(end=closes(sentence, member.quantity) + 1))
            is None
        ):
            return False
    return True


def _blend(sentence: Sentence, shares: list[Quantity], found: Series) -> bool:
    """Say whether shares are of the stuff of one thing: "60% merlot and 40% cabernet"."""
    before = sentence.words[: opens(sentence, shares[0])]
    if lexicon.words(_TABLE, "blends").isdisjoint(before) or not found.closed:
        return False
    stop = lexicon.words("nouns", "stop")
    after = [sentence.words[share.last : share.last + 1] for share in found.parts]
    return len(found.parts) == len(shares) and all(
        word and word[0].isalpha() and word[0] not in stop for word in after
    )


def _base(sentence: Sentence, share: Quantity) -> str:
    """Return what a share is of, as printed: "voters" in "56% of voters"; empty if not said."""
    words, after = sentence.words, share.last
    if words[after : after + 1] not in (["of"], ["among"]):
        return ""
    return " ".join(words[after + 1 : after + 3])


def _dated(sentence: Sentence, members: Sequence[Member]) -> bool:
    """Say whether the shares are of different days: "56% in May and 47% in June"."""
    days = lexicon.words("cues/sums", "days")
    return sum(1 for m in members if not days.isdisjoint(sentence.words[m.first : m.end])) > 1


def _pie(sentence: Sentence, found: Series) -> bool:
    """Say whether others have their shares of the same thing: "53% of the vote and Dean 49%"."""
    words = sentence.words
    first, *others = found.members
    after = closes(sentence, first.quantity)
    if words[after : after + 1] and words[after] in lexicon.words(_TABLE, "held"):
        return all(words[m.quantity.last : m.quantity.last + 1] == ["by"] for m in others)
    if words[after : after + 1] != ["of"]:
        return False
    base = words[after + 1 : after + 4]
    pies = lexicon.words(_TABLE, "pies")
    if pies.isdisjoint(base):
        return False
    return all(_has_owner(sentence, member) for member in others) and not _dated(
        sentence, found.members
    )


def _shared_out(sentence: Sentence, found: Series) -> bool:
    """Say whether a thing goes to one end after another: "60% of sales go to Asia, 25% to Peru"."""
    words = sentence.words
    first, *others = found.members
    lead = words[closes(sentence, first.quantity) : first.end]
    if lead[:1] != ["of"] or lexicon.words(_TABLE, "pies").isdisjoint(lead[:5]):
        return False
    ways = {" ".join(following(sentence, member.quantity)) for member in others}
    return len(ways) == 1 and ways <= {"on", "to", "for"} and not ways.isdisjoint(lead)


def _parties(sentence: Sentence, found: Series) -> bool:
    """Say whether parties stand in a poll: "Labour on 44%, the Conservatives on 35%"."""
    first = found.members[0]
    leads = [sentence.words[max(0, first.first - 4) : first.first]]
    leads += [sentence.words[m.first : opens(sentence, m.quantity)] for m in found.members[1:]]
    parties = lexicon.words(_TABLE, "parties")
    named = [lead for lead in leads if not parties.isdisjoint(lead)]
    return len(named) == len(leads) > 1 and not _dated(sentence, found.members)


def _sexes(sentence: Sentence, found: Series) -> bool:
    """Say whether men and women make up a group: "men make up 55% of the staff and women 45%"."""
    if len(found.members) != 2:
        return False
    first, other = found.members
    words = sentence.words
    if words[first.quantity.last : first.quantity.last + 1] != ["of"]:
        return False
    leads = (words[max(0, first.first - 4) : first.first], words[other.first : other.first + 1])
    sexes = ("men", "women") if "men" in leads[0] else ("women", "men")
    after = words[closes(sentence, other.quantity) : other.end][:1]
    own = bool(after) and after[0] in lexicon.words(_TABLE, "own_base")
    return sexes[0] in leads[0] and leads[1] == [sexes[1]] and not own


def _has_owner(sentence: Sentence, member: Member) -> bool:
    """Say whether a share names whose it is, and no base of its own: "and Mr Dean 49%"."""
    first, last = member.first, opens(sentence, member.quantity)
    if last == first:
        return False
    word = sentence.raw[first]
    owner = word[0].isupper() or lexicon.is_plural(word.lower())
    after = sentence.words[closes(sentence, member.quantity) : member.end][:1]
    return owner and not (after and after[0] in lexicon.words(_TABLE, "own_base"))


def _against(sentence: Sentence, left: Quantity, right: Quantity) -> bool:
    """Say whether two shares are the two sides of a vote: "by 58% to 45%", "53% to his 49%"."""
    between = gap(sentence, left, right)
    words = sentence.words
    before = words[: opens(sentence, left)]
    if not lexicon.words(_TABLE, "moves").isdisjoint(before):
        return False
    votes = lexicon.words(_TABLE, "votes")
    if between in (["to"], ["-"], ["–"], ["against"], ["versus"], ["v"], ["vs"]):
        return not votes.isdisjoint(words)
    if between == ["and"]:
        return _both_of(sentence, right)
    if between[:1] in (["to"], ["against"]) and len(between) < _SHORT:
        whose = sentence.raw[opens(sentence, right) - len(between) + 1]
        named = whose[0].isupper() or whose in ("his", "her", "their")
        return named and not votes.isdisjoint(words)
    if not between or between[0] != "of" or len(between) > _LONG:
        return False
    between = [word for word in between if word != "," or "ahead" not in between]
    pies, links = lexicon.words(_TABLE, "pies"), ("to", "against", "versus", "ahead")
    return any(a in pies and b in links for a, b in pairwise(between))


def _both_of(sentence: Sentence, right: Quantity) -> bool:
    """Say whether two shares are of one vote: "took 48% and 44% of the vote"."""
    words, after = sentence.words, closes(sentence, right)
    rest = words[after : after + 4]
    if rest[:1] != ["of"] or lexicon.words(_TABLE, "pies").isdisjoint(rest):
        return False
    return not any(q.kind in ("year", "date") for q in sentence.quantities if q.first > after)


def _tie(kind: str, sentence: Sentence, shares: tuple[Quantity, ...]) -> Relation:
    return Relation(
        kind,
        {"shares": shares},
        cue(sentence, closes(sentence, shares[-1]), closes(sentence, shares[-1]) + 1),
        strict=True,
        quoted=is_quoted(sentence, *shares),
    )
