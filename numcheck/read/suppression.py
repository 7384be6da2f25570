"""Comments by which a file switches rules off, and for what."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from numcheck.model.document import Block, SourceMap
from numcheck.model.span import Span
from numcheck.read.setting.galley import Remark

_COMMAND = re.compile(r"\s*numcheck-(disable-next-line|disable|enable)(?![\w-])([^:]*)")

Ignored = tuple[str, Span]


def ignored(
    remarks: Sequence[Remark], blocks: Sequence[Block], source: SourceMap
) -> tuple[Ignored, ...]:
    """Return the rules that comments switch off, each with the text for which they do.

    `disable-next-line` holds for the next block, or for the rest of its own when it stands inside
    one; `disable` until the `enable` of the same rule, or the end. Without a rule it is all: "*".
    """
    if not remarks or not blocks:
        return ()
    places = _Places(blocks, source)
    out: list[Ignored] = []
    open_since: dict[str, int] = {}
    for remark in sorted(remarks):
        found = _COMMAND.match(remark.said)
        if not found:
            continue
        rules = _rules(found[2])
        if found[1] == "disable-next-line":
            out += [(rule, span) for rule in rules for span in places.next(remark)]
        elif found[1] == "disable":
            for rule in rules:
                open_since.setdefault(rule, places.text(remark.end))
        else:
            until = places.text(remark.start)
            for rule in list(open_since) if rules == ["*"] else rules:
                if rule in open_since:
                    out.append((rule, Span(open_since.pop(rule), until)))
    out += [(rule, Span(since, places.end)) for rule, since in open_since.items()]
    return tuple((rule, span) for rule, span in out if span.start < span.end)


def _rules(named: str) -> list[str]:
    """Read "one, other" as rules; without any it is all of them."""
    rules = [part.split()[0] for part in named.split(",") if part.strip()]
    return rules or ["*"]


class _Places:
    """Where source offsets come to stand in the text."""

    def __init__(self, blocks: Sequence[Block], source: SourceMap) -> None:
        self.blocks = blocks
        self.end = blocks[-1].span.end
        pieces = sorted(source.pieces, key=lambda piece: piece.source_start)
        self._pieces = [piece for piece in pieces if piece.source_length]
        self._ends = [piece.source_start + piece.source_length for piece in self._pieces]

    def text(self, offset: int) -> int:
        """Return the first offset of the text that was read from `offset` on."""
        at = bisect_left(self._ends, offset + 1)
        if at == len(self._ends):
            return self.end
        piece = self._pieces[at]
        if piece.length == piece.source_length and piece.source_start < offset:
            return piece.start + offset - piece.source_start
        return piece.start if piece.source_start >= offset else piece.start + piece.length

    def next(self, remark: Remark) -> list[Span]:
        """Return the block that follows a comment, or the rest of the block around it."""
        offset = self.text(remark.end)
        at = bisect_left(self.blocks, offset + 1, key=lambda block: block.span.end)
        if at == len(self.blocks):
            return []
        span = self.blocks[at].span
        return [Span(max(offset, span.start), span.end)]
