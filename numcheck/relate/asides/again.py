"""A sum that a later clause names again, million for billion."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.interval import quotient
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span
from numcheck.named import NamedTuple
from numcheck.relate.wording import amounts, is_quoted, opens

_TABLE = "cues/asides"
_WINDOW = 4  # sentences after which a sum is named anew
_GOES_ON = frozenset("of in from a an per each to for paid spent".split())
_POWERS = frozenset({10**power for power in range(1, 10)})


class _Named(NamedTuple):
    """A sum with a scale word, and the sentence in which it was first named."""

    quantity: Quantity
    sentence: Sentence


def said_again(passage: Passage) -> Iterator[Relation]:
    """Yield "spent £2.3bn on consultants. The £2.3m bill was the highest", and its like."""
    known: list[_Named] = []
    in_full = lexicon.phrases(_TABLE, "in_full")
    for sentence in passage.with_amounts(1):
        if sentence.block.place in ("table", "list"):
            continue
        if known:
            known = [one for one in known if sentence.index - one.sentence.index <= _WINDOW]
        full = "all" in sentence.vocabulary or in_full.may_stand(sentence)
        for quantity in amounts(sentence):
            if not _scaled(quantity):
                if full and quantity.kind == "money" and _all_of(sentence, quantity):
                    yield from _in_full(sentence, quantity)
                continue
            first = _first(known, sentence, quantity)
            if first is not None:
                yield _relation(first, sentence, quantity)
            known.append(_Named(quantity, sentence))


def _in_full(sentence: Sentence, again: Quantity) -> Iterator[Relation]:
    """Yield "A fine of £4.5m, the full £450,000 payable": all of a sum, in plain digits."""
    before = [one for one in amounts(sentence) if one.last <= opens(sentence, again)]
    alike = [one for one in before if one.figure is not None and _same_measure(one, again)]
    if again.figure is None or len(alike) != 1 or again.is_range or alike[0].is_range:
        return
    if _slipped(alike[0], again, full=True):
        yield _relation(_Named(alike[0], sentence), sentence, again)


def _all_of(sentence: Sentence, again: Quantity) -> bool:
    """Say whether a sum is all of one named before: "all £270m of it", "every cent of the"."""
    words, at = sentence.words, opens(sentence, again)
    behind = words[again.last : again.last + 3]
    if words[at - 1 : at] == ["all"] and at:
        return behind[:2] == ["of", "it"] and not behind[-1].isalpha()
    return lexicon.phrases(_TABLE, "in_full").ending(words, at) is not None


def _scaled(quantity: Quantity) -> bool:
    """Say whether a sum is one that a scale word could have got wrong."""
    figure = quantity.figure
    if figure is None or figure.scale < 1_000_000 or quantity.is_range or figure.digits < 2:
        return False
    if quantity.hedge is not None and quantity.hedge.direction != "about":
        return False
    counted = quantity.kind == "count" and quantity.noun is not None
    return counted or quantity.kind in ("money", "measure")


def _first(known: list[_Named], sentence: Sentence, again: Quantity) -> _Named | None:
    """Return the sum that a definite one takes up in another scale, if it is the only one."""
    alike = [one for one in known if _same_measure(one.quantity, again)]
    if any(one.quantity.value == again.value for one in alike):
        return None
    full = _all_of(sentence, again)
    slips = [
        one for one in alike if _slipped(one.quantity, again, full and one.sentence is sentence)
    ]
    if len(slips) != 1 or not _takes_up(slips[0].sentence, sentence, again):
        return None
    return slips[0]


def _same_measure(one: Quantity, other: Quantity) -> bool:
    if one.kind != other.kind:
        return False
    return one.unit == other.unit if one.unit or other.unit else one.noun == other.noun


def _slipped(one: Quantity, other: Quantity, full: bool = False) -> bool:
    """Say whether two figures are alike in all but their scale: £2.3bn and £2.3m."""
    assert one.figure is not None and other.figure is not None
    more, less = sorted((one.figure.value, other.figure.value), reverse=True)
    if less <= 0 or quotient(more, less) not in _POWERS:
        return False
    return full or one.figure.scale != other.figure.scale


def _takes_up(before: Sentence, sentence: Sentence, again: Quantity) -> bool:
    """Say whether the words around a sum name one that was named before."""
    tokens, at = sentence.words, opens(sentence, again)
    if before is sentence and _all_of(sentence, again):
        return True
    definite = tokens[at - 1 : at] and tokens[at - 1] in lexicon.words(_TABLE, "definite")
    if again.kind != "money":
        return bool(definite)
    headline = before.block.place == "headline" and before is not sentence
    after = again.last + (tokens[again.last : again.last + 1] == ["-"])
    noun, follows = (*tokens[after : after + 2], "", "")[:2]
    if not (definite or headline) or not noun or noun in _GOES_ON:
        return False
    earlier = tokens[:at] if before is sentence else before.words
    named = noun in earlier or lexicon.singular(noun) in earlier
    if not definite:
        return named and noun.isalpha() and noun not in lexicon.words("nouns", "stop")
    generic = noun in lexicon.words(_TABLE, "sums") or not noun[0].isalpha()
    return named or (generic and follows not in _GOES_ON)


def _relation(first: _Named, sentence: Sentence, again: Quantity) -> Relation:
    return Relation(
        "aside",
        {"given": first.quantity, "other": again},
        Span(again.span.start, again.span.start),
        strict=True,
        quoted=is_quoted(sentence, again),
    )
