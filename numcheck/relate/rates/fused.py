"""Two sentences read as one: "24 games. That is 20 a game"."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon import words as lexicon
from numcheck.model.passage import Passage, Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.eaches import each_of
from numcheck.relate.wording import unspoken

_TABLE = "cues/rates"
_LEAST, _MOST = 3, 4
_OVER = frozenset("over in for across during at after".split())
_QUOTES = frozenset({'"', "“", "'", "‘"})
_ENDS = frozenset({".", "!", "?"})


def fused(passage: Passage) -> Iterator[Sentence]:
    """Yield each sentence that sums up the one before it, as one sentence with that."""
    before: Sentence | None = None
    for sentence in passage.figured:
        if before is not None and _sums_up(before, sentence):
            yield _joined(before, sentence)
        before = sentence


def _sums_up(before: Sentence, sentence: Sentence) -> bool:
    """Say whether a sentence begins with "that works out at", or with the count it goes by."""
    if before.index + 1 != sentence.index or before.paragraph != sentence.paragraph:
        return False
    earlier = unspoken(before)
    count = len(earlier), len(sentence.amounts)
    if not all(count) or not _LEAST <= sum(count) <= _MOST or before.text is not sentence.text:
        return False
    words = sentence.words[sentence.words[0] in _QUOTES :]
    if len(earlier) == 1 and words[0] in _OVER and each_of(before, earlier[0]):
        return True  # "The rent is £650 a month. Over six months she paid £3,900"
    opened = lexicon.phrases(_TABLE, "sums_up").at(words, 0)
    if opened is None and words[0] in _OVER and sentence.amounts[0].kind == "duration":
        end = sentence.amounts[0].last - (len(sentence.words) - len(words))
        opened = lexicon.phrases(_TABLE, "sums_up").at(words, end)
    if opened is not None:
        return True
    at = next((place for place, word in enumerate(words) if word == ","), None)
    return (
        at is not None
        and at < 8
        and words[0] in ("over", "across", "in", "with", "for", "spread", "shared", "divided")
        and (lexicon.phrases(_TABLE, "sums_up").at(words, at + 1) is not None)
    )


def _joined(before: Sentence, sentence: Sentence) -> Sentence:
    """Return both as one sentence, a comma for the full stop between them."""
    one = Sentence(
        before.text, before.span.hull(sentence.span), before.block, before.index, before.paragraph
    )
    one.quotes = (*before.quotes, *(two for two in sentence.quotes if two not in before.quotes))
    one.own = before.own
    one.raw = [*before.raw, *sentence.raw]
    one.starts = [*before.starts, *sentence.starts]
    one.ends = [*before.ends, *sentence.ends]
    words = [*before.words, *sentence.words]
    shift = len(before.words)
    for at in range(shift - 1, max(0, shift - 3), -1):
        if words[at] in _ENDS:
            words[at] = ","
    if words[shift] in _QUOTES:
        words[shift] = ","
    one.words, one.vocabulary = words, frozenset(words)
    one.take([*before.quantities, *(_moved(two, shift) for two in sentence.quantities)])
    return one


def _moved(quantity: Quantity, shift: int) -> Quantity:
    return replace(
        quantity, first=quantity.first + shift, last=quantity.last + shift,
        noun_last=quantity.noun_last + shift,
    )  # fmt: skip


def unbeaten(passage: Passage, sentence: Sentence, tie: Relation) -> bool:
    """Say whether an average of runs leaves innings out: "in 12 innings, three not out"."""
    count = tie.roles.get("count")
    if not isinstance(count, Quantity) or count.noun != "inning":
        return False
    not_out = lexicon.phrases(_TABLE, "not_out")
    near = passage.sentences[max(0, sentence.index - 1) : sentence.index + 2]
    return any(not_out.find(one.words) is not None for one in near)


def in_both(passage: Passage, found: Relation, around: tuple[int, int]) -> bool:
    """Say whether a tie has figures of two sentences: one of one was found before."""
    spans = [role.span for role in found.roles.values() if isinstance(role, Quantity)]
    sentences = {one.sentence for one in found.roles.values() if isinstance(one, Quantity)}
    return len(sentences) > 1 and all(around[0] <= span.start <= around[1] for span in spans)
