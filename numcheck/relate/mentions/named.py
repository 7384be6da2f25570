"""Things by their name or price: "the Alba carries 300"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import mapping, phrases, words
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.mentions.mention import Mention
from numcheck.relate.wording import closes, opens

TABLE = "cues/repeats"
_NEAR = 4
_SOLD = frozenset({"sell", "sold", "selling"})
_BOUGHT = 12  # words from "to buy" to "for $820m"
_CLAUSE, _LONG = 8, 3  # words of "opened by the Duke of York", and of a thing's name
_WAS = frozenset("was were been be is had has first officially formally finally".split())
_BY = frozenset({"in", "by", "officially", "formally", "at", "on"})
_OF = frozenset({"of", "on", "at", "in", "near", "from", "to", "by", "for", "with", "behind"})
_AS = frozenset("to for as with and but which that who where when again".split())
_ENDS = frozenset({",", ".", ";", ":", "!", "?", ")", "”", '"', "–", "—", "and", "but"})
_PEOPLE = ("person", "guest", "spectator", "passenger", "visitor", "fan")
_ARTICLES = frozenset({"a", "an"})
_OWNERS = frozenset({"the", "its", "our", "their", "his", "her", "my", "this", "that"})


def of_named(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "the ferry Alba carries 300 passengers", "the Alba, which carries 380 passengers"."""
    verbs, tokens, at = mapping(TABLE, "named_verbs"), sentence.words, quantity.first - 1
    if at < 1 or tokens[at] not in verbs or quantity.hedge is not None:
        return
    what = quantity.noun or (quantity.unit.dimension if quantity.unit else None)
    if verbs[tokens[at]] in ("seat", "sleep", "hold") and what in (*_PEOPLE, None):
        what = "person"  # "seats 240"
    last = closes(sentence, quantity)
    if what is None or (last < len(tokens) and tokens[last] not in _ENDS):
        return
    name = _name(sentence, at)
    if name:
        yield Mention(
            f"named {name}",
            f"{verbs[tokens[at]]} {' '.join(quantity.modifiers)} {what}",
            quantity,
            sentence,
            True,
            barred=words(TABLE, "grown") | words(TABLE, "rebuilt"),
        )


def of_year(sentence: Sentence, year: Quantity) -> Iterator[Mention]:
    """Read "the bridge was opened by a duke in 1932", then "since the bridge opened in 1923"."""
    tokens, at = sentence.words, year.first - 2
    if at < 1 or tokens[at + 1] != "in" or "to" in year.parts or year.text[-1:] == "s":
        return
    verbs = mapping(TABLE, "made_in")
    while at > 0 and tokens[at] not in verbs:
        if year.first - at > _CLAUSE or not tokens[at].isalpha() or tokens[at] in _AS:
            return
        at -= 1
    done, last = verbs.get(tokens[at]), at
    if tokens[at + 1] not in _BY:
        return  # "since the school opened its sixth form in"
    placed = [p for p in range(at, year.first - 1) if tokens[p] in ("in", "at", "near")]
    while last > 0 and tokens[last - 1] in _WAS:
        last -= 1
    first = last
    while first > 0 and tokens[first - 1].isalpha() and tokens[first - 1] not in _OWNERS:
        if last - first == _LONG or tokens[first - 1] in words("nouns", "stop"):
            break
        first -= 1
    led = first > 0 and tokens[first - 1] in ("the", "its", "this")
    if led and first > 1 and tokens[first - 2] in _OF:
        return  # "the station on the line closed in 1946"
    if done is None or first == last or not (led or sentence.raw[first][:1].isupper()):
        return
    yield Mention(
        f"thing {' '.join(tokens[first:last])}",
        f"{done} in",
        replace(year, kind="number"),
        sentence,
        True,
        where=sentence.raw[placed[0] + 1] if placed else "",
        barred=words(TABLE, "rebuilt") - {"until", "when", "once"},
        window=_NEAR,
        slipped=True,
    )


def _name(sentence: Sentence, at: int) -> str:
    """Return the name that is the subject of the verb at a place."""
    tokens, place = sentence.words, at - 1
    place -= tokens[place] in ("can", "could", "now")
    if place > 0 and tokens[place] in ("which", "that") and tokens[place - 1] == ",":
        place -= 2
    raw = sentence.raw[place] if place >= 0 else ""
    if place > 1 and raw.islower() and tokens[place - 2] == "the":  # "the Marlowe theatre seats"
        raw = sentence.raw[place - 1]
    named = raw[:1].isupper() and raw.isalpha() and raw.lower() not in words("nouns", "stop")
    return raw if named and len(raw) > 1 else ""


def of_price(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "the bidder's offer of 312p a share", then "our offer, at 321p a share"."""
    tokens, at = sentence.words, opens(sentence, quantity) - 1
    if at < 2 or tokens[at] not in ("of", "at", "worth"):
        return
    at -= 2 if tokens[at - 1] == "," else 1
    if at < 1 or tokens[at] not in words(TABLE, "priced"):
        return
    owner = tokens[at - 1]
    plain = owner in _OWNERS or owner in _ARTICLES or owner.endswith("'s") or owner == "'"
    per = quantity.parts.get("per")
    yield Mention(
        f"price {tokens[at]}",
        f"{_dimension(quantity)} {getattr(per, 'name', per)}",
        quantity,
        sentence,
        plain and owner not in _ARTICLES and quantity.hedge is None,
        not plain,
        owner=owner if owner.endswith("'s") else "",
        window=_NEAR,
        barred=words(TABLE, "repriced") | words(TABLE, "grown"),
    )


def _dimension(quantity: Quantity) -> str:
    return quantity.unit.dimension if quantity.unit is not None else ""


def of_deal(sentence: Sentence, quantity: Quantity) -> Iterator[Mention]:
    """Read "agreed to buy Vashti's for $820m", then "the $280m price paid for Vashti's"."""
    if "year" in sentence.kinds or quantity.parts.get("per") or quantity.hedge is not None:
        return  # "bought it for $90m in 2011"
    if not words(TABLE, "part_deal").isdisjoint(sentence.words):
        return
    tokens, at, last = sentence.words, opens(sentence, quantity), closes(sentence, quantity)
    place, named = at - 1, phrases(TABLE, "deal_named").at(tokens, last)
    definite = named is not None and tokens[place] in _OWNERS
    sides = [""]
    if definite and named is not None:
        name = _names_from(sentence, named[1])
        sides = ["sold"] if tokens[last] == "sale" else sides
    elif place > 1 and tokens[place] == "for":
        name = _names_before(sentence, place)
        told = tokens[max(0, place - _BOUGHT) : place]
        name = "" if words(TABLE, "deal_verbs").isdisjoint(told) else name
        sides += ["sold"] * (not _SOLD.isdisjoint(told))  # "sold it for €38m … the €83m sale"
    else:
        return
    for side in sides if name else ():
        yield Mention(
            f"deal {name} {side}",
            _dimension(quantity),
            quantity,
            sentence,
            definite,
            barred=words(TABLE, "repriced"),
            window=_NEAR,
        )


def _names_from(sentence: Sentence, at: int) -> str:
    """Return the last word of the name that stands at a place: "Harlow & Sons"."""
    at += sentence.words[at : at + 1] in (["the"], ["its"])
    last = at
    while last < len(sentence.raw) and (sentence.raw[last][:1].isupper() or _joins(sentence, last)):
        last += 1
    return _bare_name(sentence.words[last - 1]) if last > at else ""


def _joins(sentence: Sentence, at: int) -> bool:
    return sentence.words[at] in ("&", "'s", "’s", "-") and at + 1 < len(sentence.words)


def _names_before(sentence: Sentence, at: int) -> str:
    """Return the last word of the name before a place; not that of "a pub in Marlow for £2m"."""
    first = at - (sentence.words[at - 1] in ("'s", "’s"))
    last = first
    while first > 0 and (sentence.raw[first - 1][:1].isupper() or _joins(sentence, first - 1)):
        first -= 1
    led = sentence.words[first - 1] if first else ""
    return "" if first == last or led in _OF else _bare_name(sentence.words[last - 1])


def _bare_name(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")
