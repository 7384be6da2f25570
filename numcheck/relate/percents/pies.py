"""Which percentages are shares of one thing, by its owners and stuffs."""

from __future__ import annotations

from collections.abc import Sequence

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.relate.sums.terms.listed import Member, Series
from numcheck.relate.wording import closes, following, opens

_TABLE = "cues/percents"
_HALVES = frozenset({"majority", "minority", "plurality"})
_ENDS = frozenset({"and", ",", ".", ";", ")", "with"})
_LESS = (["less"], ["fewer"], ["lower"], ["higher"], ["cheaper"], ["dearer"])
_TURNS = frozenset({"while", "whereas", "although", ";"})
_SPLIT = frozenset({"split", "splits", "divided", "divides", "shared"})
_KEPT = frozenset({"held", "invested", "kept", "placed"})  # "62% in shares and 38% in cash"
_WHOSE = frozenset({"his", "her", "their", "its"})


def blend(sentence: Sentence, shares: list[Quantity], found: Series) -> bool:
    """Say whether shares are of the stuff of one thing: "60% merlot and 40% cabernet"."""
    before = sentence.words[: opens(sentence, shares[0])]
    if lexicon.words(_TABLE, "blends").isdisjoint(before) or not found.closed:
        return False
    stop = lexicon.words("nouns", "stop")
    after = [sentence.words[share.last : share.last + 1] for share in found.parts]
    return len(found.parts) == len(shares) and all(
        word and word[0].isalpha() and word[0] not in stop for word in after
    )


def base(sentence: Sentence, share: Quantity) -> str:
    """Return what a share is of, as printed: "voters" in "56% of voters"; empty if not said."""
    words, after = sentence.words, share.last
    if share.kind == "ratio" and words[after : after + 1] in (["the"], ["its"], ["all"]):
        return " ".join(words[after : after + 2])  # "half the boxes"
    if words[after : after + 1] not in (["of"], ["among"]):
        return _apposed_to(words, opens(sentence, share))
    return " ".join(words[after + 1 : after + 3])


def _apposed_to(words: list[str], at: int) -> str:
    """Return the group before a share set off by a mark: "a majority of men, 52 percent"."""
    if words[max(0, at - 1) : at] not in ([","], ["("], ["–"], ["—"]):
        return ""
    for place in range(at - 2, max(-1, at - 6), -1):
        if words[place] == "most":
            return " ".join(words[place + 1 : at - 1])
        if words[place] == "of" and place and words[place - 1] in _HALVES:
            return " ".join(words[place + 1 : at - 1])
    return ""


def dated(sentence: Sentence, members: Sequence[Member]) -> bool:
    """Say whether the shares are of different days: "56% in May and 47% in June"."""
    days = lexicon.words("cues/sums", "days")
    return sum(1 for m in members if not days.isdisjoint(sentence.words[m.first : m.end])) > 1


def pie(sentence: Sentence, found: Series) -> bool:
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
    return all(_has_owner(sentence, member) for member in others) and not dated(
        sentence, found.members
    )


def shared_out(sentence: Sentence, found: Series) -> bool:
    """Say whether a thing goes to one end after another: "60% of sales go to Asia, 25% to Peru"."""
    words = sentence.words
    first, *others = found.members
    lead = words[closes(sentence, first.quantity) : first.end]
    if lead[:1] != ["of"] or lexicon.words(_TABLE, "pies").isdisjoint(lead[:5]):
        return False
    channels = {_channel(sentence, member) for member in found.members}
    if len(channels) == len(found.members) and "" not in channels:
        return not dated(sentence, found.members)  # "58% of ballots came by post, 52% in person"
    ways = {" ".join(following(sentence, member.quantity)) for member in others}
    return len(ways) == 1 and ways <= {"on", "to", "for", "from"} and not ways.isdisjoint(lead)


def split_up(sentence: Sentence, found: Series) -> bool:
    """Say whether one thing is split: "sales are divided 55% online and 45% in shops"."""
    first, *others = found.members
    begin = opens(sentence, first.quantity)
    lead = sentence.words[max(0, begin - 3) : begin]
    kept = all(following(sentence, one.quantity) == ["in"] for one in found.members)
    verbs = [at for at, word in enumerate(lead) if word in _SPLIT or (kept and word in _KEPT)]
    if (
        not verbs
        or not found.closed
        or not {"per", "each", "by", ","}.isdisjoint(lead[verbs[-1] :])
    ):
        return False
    if any(following(sentence, one.quantity)[:1] == ["of"] for one in others):
        return False  # "50% on teaching and 60% of what was left on research"
    return all(one.quantity.noun is None for one in others) and not dated(sentence, found.members)


def _channel(sentence: Sentence, member: Member) -> str:
    """Return the one way by which a share came: "by/post" of "cast by mail"."""
    hits = lexicon.phrases("cues/sums", "poles").all(sentence.words, member.first, member.end)
    ways = [hit.name for hit in hits if hit.name.startswith("by/")]
    return ways[0] if len(ways) == 1 else ""


def parties(sentence: Sentence, found: Series) -> bool:
    """Say whether parties stand in a poll: "Labour on 44%, the Conservatives on 35%"."""
    first = found.members[0]
    leads = [sentence.words[max(0, first.first - 4) : first.first]]
    leads += [sentence.words[m.first : opens(sentence, m.quantity)] for m in found.members[1:]]
    parties = lexicon.words(_TABLE, "parties")
    named = [lead for lead in leads if not parties.isdisjoint(lead)]
    return len(named) == len(leads) > 1 and not dated(sentence, found.members)


def named(sentence: Sentence, found: Series) -> bool:
    """Say whether a contest is told by names: "Result: Smith 54%, Jones 46%"."""
    words = sentence.words
    if lexicon.phrases(_TABLE, "contests").find(words) is None or "turnout" in words:
        return False
    first = found.members[0]
    back = opens(sentence, first.quantity) - 1
    back -= words[back] in lexicon.words(_TABLE, "polling")  # "Ortega took 57% and Vance 46%"
    lead = first._replace(first=back) if back >= 0 else first
    return all(_has_owner(sentence, member) for member in (lead, *found.members[1:]))


def owners(sentence: Sentence, found: Series) -> bool:
    """Say whether a thing is shared out: "owned 55% by Alder, 30% by Birch and 15% by Cedar"."""
    first = found.members[0]
    before = sentence.words[max(0, first.first - 4) : opens(sentence, first.quantity)]
    if lexicon.words(_TABLE, "dealt").isdisjoint(before):
        return False
    last = found.members[-1].quantity.first
    if any(
        q.kind in ("year", "date") and first.quantity.first < q.first < last
        for q in sentence.quantities
    ):
        return False  # "held 55% by the family in 2010, and 48% by them today"
    ways = {" ".join(following(sentence, member.quantity)) for member in found.members}
    return len(ways) == 1 and ways <= {"by", "to", "for", "from", "between"}


def more_of_them(sentence: Sentence, found: Series) -> bool:
    """Say whether each share comes on top of the first: "72% agreed; a further 31% did not"."""
    if moved(sentence) or not all(member.more for member in found.members[1:]):
        return False
    bases = {base(sentence, member.quantity) for member in found.members}
    return len(bases - {""}) < 2 and not dated(sentence, found.members)


def moved(sentence: Sentence) -> bool:
    """Say whether a sentence tells of a movement: "rose 60% and a further 55%"."""
    return not lexicon.words(_TABLE, "moves").isdisjoint(sentence.vocabulary)


def sexes(sentence: Sentence, found: Series) -> bool:
    """Say whether men and women make up a group: "men make up 55% of the staff and women 45%"."""
    if len(found.members) != 2:
        return False
    first, other = found.members
    words = sentence.words
    kinds = [" ".join(following(sentence, member.quantity)) for member in found.members]
    opposites = lexicon.words(_TABLE, "opposites")
    if " ".join(kinds) in opposites or " ".join(reversed(kinds)) in opposites:
        return True  # "58% women and 42% men"
    if words[first.quantity.last : first.quantity.last + 1] != ["of"]:
        return False
    poles = lexicon.phrases("cues/sums", "poles")
    leads = (words[max(0, first.first - 4) : first.first], words[other.first : other.first + 1])
    sexes = [hit.name for lead in leads for hit in poles.all(lead) if hit.name[:4] == "sex/"]
    after = words[closes(sentence, other.quantity) : other.end][:1]
    own = bool(after) and after[0] in lexicon.words(_TABLE, "own_base")
    return len(sexes) == len(set(sexes)) == 2 and not own


def rivals(sentence: Sentence, found: Series) -> bool:
    """Say whether two share a thing: "share the market, with Vale on 64% and Orrin on 36%"."""
    before = sentence.words[: opens(sentence, found.members[0].quantity)]
    sharing = not lexicon.words(_TABLE, "sharing").isdisjoint(before)
    if not sharing or lexicon.words(_TABLE, "pies").isdisjoint(before) or moved(sentence):
        return False
    leads = [
        sentence.raw[max(0, opens(sentence, one) - 2) : opens(sentence, one)] for one in found.parts
    ]
    owners = {lead[0] for lead in leads if len(lead) > 1 and lead[0][:1].isupper()}
    ways = {lead[-1] for lead in leads}
    plain = all(not following(sentence, one)[:1] or following(sentence, one)[0] in _ENDS
                for one in found.parts)  # fmt: skip
    return found.closed and len(owners) == len(leads) and len(ways) == 1 and plain


def _has_owner(sentence: Sentence, member: Member) -> bool:
    """Say whether a share names whose it is, and no base of its own: "and Mr Dean 49%"."""
    first, last = member.first, opens(sentence, member.quantity)
    if last == first:
        return False
    word = sentence.raw[first]
    owner = word[0].isupper() or lexicon.is_plural(word.lower()) or word in _WHOSE
    after = sentence.words[closes(sentence, member.quantity) : member.end]
    if after[:2] == ["in", "the"] and lexicon.phrases(_TABLE, "contests").at(after, 2):
        return owner  # "won 57% in the run-off and Vance 46%"
    return owner and not (after and after[0] in lexicon.words(_TABLE, "own_base"))


def by_how_much(sentence: Sentence, shares: Sequence[Quantity]) -> bool:
    """Say whether a percentage is how much less or more there is: "95% less at the door"."""
    words = sentence.words
    return any(
        words[one.last : one.last + 1] in _LESS
        or (words[one.last : one.last + 1] == ["more"] and "than" in words[one.last : one.last + 5])
        for one in shares
    )


def elsewhere(sentence: Sentence) -> bool:
    """Say whether a word turns to another time or group; "Asked whether they would go, …" none."""
    words = sentence.words
    first = words.index(",") if words[0] == "asked" and "," in words else 0
    return lexicon.phrases("cues/sums", "elsewhere").find(words, first) is not None


def asked_once(sentence: Sentence) -> bool:
    """Say whether nobody could give two answers: "each could pick only one"."""
    words = sentence.words
    if lexicon.phrases(_TABLE, "one_each").find(words) is not None:
        return True
    asked = lexicon.phrases(_TABLE, "asking").find(words)
    only = asked and lexicon.phrases(_TABLE, "one_of_them").find(words, asked.last)
    more = only and words[only.last : only.last + 3]
    return bool(only) and not (more and "or" in more)  # "one thing or more"


def answers_of_one(sentence: Sentence, shares: Sequence[Quantity]) -> bool:
    """Say whether later shares go on with the answers: "31% a discounter", "24% chose rail"."""
    verbs = lexicon.words("nouns", "verbs") - lexicon.words(_TABLE, "answering")
    words, place = sentence.words, opens(sentence, shares[0])
    turned = not _TURNS.isdisjoint(words[place : shares[-1].first])
    then = {word for share in shares[1:] for word in words[share.last : share.last + 1]}
    return not turned and then.isdisjoint(verbs)


def printed(sentence: Sentence, shares: Sequence[Quantity], found: Series | None) -> Series | None:
    """Take shares in words as printed in the brackets behind them: "almost two-thirds (66%)"."""
    words = sentence.words
    if found is None or "(" not in words:
        return found
    inside = {one.first: one for one in shares if words[one.first - 1] == "("}
    members = [
        member._replace(quantity=inside.get(member.quantity.last + 1, member.quantity))
        if member.quantity.kind == "ratio"
        else member
        for member in found.members
    ]
    return found._replace(members=tuple(members))


def said_again(found: Series) -> bool:
    """Say whether a share in words is given again in figures: "two-thirds, 67%"."""
    worded = [part for part in found.parts[:1] if part.kind == "ratio"]
    printed = [part for part in found.parts[1:2] if part.kind == "percent"]
    return any(
        one.reading().scale(100).meets(other.reading().widen(1))
        for one in worded
        for other in printed
    )


def in_places(sentence: Sentence, found: Series) -> bool:
    """Say whether shares are of different places: "57% in Hull and the Greens 46% in Goole"."""
    raw, places = sentence.raw, set[str]()
    for member in found.members:
        for at in range(closes(sentence, member.quantity), min(member.end, len(raw)) - 1):
            if raw[at] in ("in", "at") and raw[at + 1][:1].isupper():
                places.add(raw[at + 1])
    return len(places) > 1
