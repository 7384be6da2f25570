"""The annotated text: sentences cut into words, figures in their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import Any

from numcheck.model.document import Block, Document
from numcheck.model.quantity import NOT_AMOUNTS, Quantity
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import field, record

# Words keep their apostrophes ("Ukraine's", "o'clock"); digit strings keep inner commas, points
# and interpuncts ("1,300.5", "70·0"); every other sign is a token of its own, so is ½.
# Plain words come first, since they are most; nothing is ever given back, so no text is slow.
TOKEN = re.compile(
    r"[a-zA-Z]++(?![\w'’])"
    r"|[^\W\d_¼-¾⅐-⅞]++(?:['’][^\W\d_]++)*+"
    r"|\d++(?:[.,·]\d++)*+"
    r"|[^\w\s]|[_¼-¾⅐-⅞]"
)


def tokenize(text: str) -> list[str]:
    """Cut a text into tokens, as printed."""
    return TOKEN.findall(text)


class Sentence:
    """A sentence of the text: its words, and the quantities that stand in it.

    Words are cut on first use, since most sentences carry no figure. `words` are in lower case
    with straight apostrophes, `raw` as printed; `starts` and `ends` are offsets into the
    document's text. `quotes` are the stretches of its block that stand between quotation marks,
    in order and apart. `own` are a project's own units by their spellings. `kept` is for what
    several finders work out of the sentence, by a name for each; its figures stay as they are then.
    """

    __slots__ = (
        "amounts", "block", "ends", "index", "kept", "kinds", "own", "paragraph", "quantities",
        "quotes", "raw", "span", "starts", "text", "vocabulary", "words",
    )  # fmt: skip

    text: str
    raw: list[str]
    words: list[str]
    starts: list[int]
    ends: list[int]
    vocabulary: frozenset[str]
    """Its different words: what most sentences lack is asked of these, not of all `words`."""
    quantities: list[Quantity]
    amounts: list[Quantity]
    """The quantities that are amounts: no dates, scores, names. Not to be changed."""

    def __init__(self, text: str, span: Span, block: Block, index: int, paragraph: int) -> None:
        """Take the document's text, the sentence's span, its block, and their numbers."""
        self.text = text
        self.span = span
        self.block = block
        self.index = index
        self.paragraph = paragraph
        self.quotes: tuple[Span, ...] = ()
        self.own: Mapping[str, Unit] | None = None
        self.quantities = []
        self.amounts = []
        self.kinds: frozenset[str] = frozenset()
        self.kept: dict[str, Any] = {}
        self.__class__ = _Uncut

    def take(self, quantities: list[Quantity]) -> None:
        """Take what was read in the sentence for its quantities, and sort out amounts and kinds."""
        self.quantities = quantities
        self.amounts = [one for one in quantities if one.kind not in NOT_AMOUNTS]
        self.kinds = frozenset([one.kind for one in quantities])

    def __len__(self) -> int:
        """Count the words."""
        return len(self.words)

    def joined(self, at: int) -> bool:
        """Say whether word `at` follows the one before it without a space."""
        return at > 0 and at < len(self.starts) and self.ends[at - 1] == self.starts[at]

    def cut(self, first: int, last: int) -> str:
        """Return the print of the words from `first` up to `last`, exclusive."""
        return self.text[self.starts[first] : self.ends[last - 1]] if last > first else ""

    def span_of(self, first: int, last: int) -> Span:
        """Return the span of the words from `first` up to `last`, exclusive."""
        return Span(self.starts[first], self.ends[last - 1])

    def between(self, left: Quantity, right: Quantity) -> list[str]:
        """Return the lower-case words between two quantities of this sentence, hedges left out."""
        return self.words[left.last : before_hedge(self, right)]

    def quoted(self, span: Span) -> bool:
        """Say whether `span` stands inside quotation marks."""
        at = bisect_right(self.quotes, span.start, key=_start) - 1
        return at >= 0 and span.end <= self.quotes[at].end


class _Uncut(Sentence):
    """A sentence until its words are first asked for.

    Where a class says what to do for what it has not, Python takes ten times as long to find what
    it has; sentences are looked at more than anything else, most often when their words are cut.
    """

    __slots__ = ()

    def __getattr__(self: Sentence, name: str) -> list[str] | list[int] | frozenset[str]:
        """Cut the words when one of their lists is first asked for."""
        if name not in ("raw", "words", "starts", "ends", "vocabulary"):
            raise AttributeError(name)
        self.__class__ = Sentence
        text = self.text
        self.raw = raw = TOKEN.findall(text, *self.span)
        self.starts, self.ends, at = [], [], self.span.start
        for size in map(len, raw):
            while text[at].isspace():  # whatever is no space is a token, or part of one
                at += 1
            self.starts.append(at)
            at += size
            self.ends.append(at)
        self.words = " ".join(raw).lower().replace("’", "'").split(" ") if raw else []
        if len(self.words) != len(self.raw):  # a letter whose lower case is two, with a space
            self.words = [word.lower() for word in self.raw]
        self.vocabulary = frozenset(self.words)
        result: list[str] | list[int] | frozenset[str] = getattr(self, name)
        return result


def _start(span: Span) -> int:
    return span.start


def before_hedge(sentence: Sentence, quantity: Quantity) -> int:
    """Return the token place at which a quantity begins, its hedge before it included."""
    hedge = quantity.hedge
    if hedge is None or hedge.span.start >= quantity.span.start:
        return quantity.first
    at = quantity.first
    while at > 0 and sentence.starts[at - 1] >= hedge.span.start:
        at -= 1
    return at


@record
class Passage:
    """A document with its sentences; `figured` are the sentences that carry a quantity."""

    document: Document
    sentences: tuple[Sentence, ...]
    figured: tuple[Sentence, ...] = ()
    kept: dict[str, Any] = field(factory=dict, compare=False)

    def with_amounts(self, least: int) -> list[Sentence]:
        """Return the sentences with one amount at least, or with two. Not to be changed."""
        found: list[Sentence] = self._listed()["two amounts" if least > 1 else "an amount"]
        return found

    def with_kind(self, kind: str) -> list[Sentence]:
        """Return the sentences with a quantity of a kind, or with a `day` (a date or a year)."""
        found: list[Sentence] = self._listed().get(kind, [])
        return found

    def before(self, sentence: Sentence) -> Sentence | None:
        """Return the sentence directly before another, if it carries a quantity."""
        near = self.sentences[sentence.index - 1] if sentence.index else None
        return near if near is not None and near.quantities else None

    def _listed(self) -> dict[str, Any]:
        """Sort the figured sentences by what they carry, once: most finders want few of them."""
        kept = self.kept
        if kept.get("figured") is not self.figured:
            kept.clear()
            kept.update({"figured": self.figured, "an amount": [], "two amounts": []})
            for sentence in self.figured:
                amounts = len(sentence.amounts)
                if amounts:
                    kept["an amount"].append(sentence)
                if amounts > 1:
                    kept["two amounts"].append(sentence)
                for kind in sentence.kinds:
                    kept.setdefault(kind, []).append(sentence)
                if "date" in sentence.kinds or "year" in sentence.kinds:
                    kept.setdefault("day", []).append(sentence)
        return kept

    @property
    def quantities(self) -> Iterator[Quantity]:
        """All quantities, in the order of the text."""
        for sentence in self.figured:
            yield from sentence.quantities

    def sentence_of(self, quantity: Quantity) -> Sentence:
        """Return the sentence that a quantity stands in."""
        return self.sentences[quantity.sentence]


class Step(NamedTuple):
    """What a stage of reading decided about a stretch of text.

    `stage` is one of: word, name, date, time, result, ordinal, number, sign, scale, unit, range,
    shared, figure, dropped.
    """

    span: Span
    stage: str
    said: str
