"""Markdown's blocks, from markdown-it-py, with footnotes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock
from markdown_it.token import Token

from numcheck.named import NamedTuple

_DEEPEST = 60


class Reference(NamedTuple):
    """A link definition: its title and its lines, the last exclusive."""

    title: str
    first: int
    last: int


def parsed(body: str) -> tuple[list[Token], Mapping[str, Any], list[Reference]]:
    """Return the block tokens of a text, its link labels, and its link definitions."""
    tokens: list[Token] = []
    found: dict[str, Any] = {}
    parser = _parser()
    parser.block.parse(body, parser, found, tokens)
    labels = found.get("references", {})
    again = found.get("duplicate_refs", [])
    references = [Reference(one["title"], *one["map"]) for one in (*labels.values(), *again)]
    return tokens, labels, references


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable("table")
    parser.block.ruler.before(
        "reference", "footnote", _footnote, {"alt": ["paragraph", "reference"]}
    )
    return parser


def _footnote(state: StateBlock, start: int, end: int, silent: bool) -> bool:
    """Read "[^1]: …" as a note that holds blocks, indented by four."""
    first = state.bMarks[start] + state.tShift[start]
    line = state.src[first : state.eMarks[start]]
    close = line.find("]:")
    label = line[2:close]
    if not line.startswith("[^") or close < 3 or any(sign in label for sign in " \t[]"):
        return False
    if silent:
        return True
    marks = state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType
    after = first + close + 2
    text = state.skipSpaces(after)
    state.push("footnote_open", "", 1)
    state.bMarks[start] = after
    state.tShift[start] = text - after
    state.sCount[start] = state.blkIndent + 4
    state.blkIndent += 4
    state.parentType = "footnote"
    state.md.block.tokenize(state, start, end)
    state.blkIndent -= 4
    state.bMarks[start], state.tShift[start], state.sCount[start], state.parentType = marks
    state.push("footnote_close", "", -1)
    return True
