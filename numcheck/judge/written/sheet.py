"""YAML read with a place for every value, and nothing that surprises."""

from __future__ import annotations

from functools import cache
from typing import Any

import yaml
from yaml.resolver import Resolver

from numcheck.named import NamedTuple

LARGEST, DEEPEST = 64 * 1024, 6
# What YAML 1.1 makes of bare words and figures, in the words of an author.
_SURPRISES = {
    "bool": "true or false", "int": "a number", "float": "a number", "timestamp": "a date",
    "null": "nothing", "merge": "an order to merge", "value": "a default",
}  # fmt: skip


class Fault(NamedTuple):
    """What is wrong at a line and column of a file (from 1), and what to write instead."""

    line: int
    column: int
    text: str


class Node:
    """A value of the file: its text, list or table, and where it begins (from 0).

    A table is a list of pairs of key and value. `read` says what YAML takes a bare word for.
    """

    __slots__ = ("column", "items", "kind", "line", "pairs", "read", "style", "text")

    def __init__(self, kind: str, line: int, column: int) -> None:
        self.kind = kind
        self.line = line
        self.column = column
        self.text = ""
        self.style = ""
        self.read = ""
        self.items: list[Node] = []
        self.pairs: list[tuple[Node, Node]] = []

    def fault(self, text: str, offset: int = 0, lines: list[str] | None = None) -> Fault:
        """Return a fault at a character of this value, as near as its style lets it be told."""
        line, column = self.line, self.column
        if self.style == "|" and lines is not None:
            before = self.text[:offset]
            line += 1 + before.count("\n")
            printed = lines[line] if line < len(lines) else ""
            column = len(printed) - len(printed.lstrip()) + len(before.rpartition("\n")[2])
        elif self.style != ">":
            column += offset + (self.style in ("'", '"'))
        return Fault(line + 1, column + 1, text)


class Unreadable(Exception):
    """The file is no sheet at all; `fault` says where and why."""

    def __init__(self, line: int, column: int, text: str) -> None:
        super().__init__(text)
        self.fault = Fault(line, column, text)


def read_sheet(text: str) -> tuple[Node, list[Fault]]:
    """Read YAML into nodes; the faults are anchors, aliases, tags and keys given twice.

    Raises Unreadable where there is no sense in reading on. The parser's events are taken one by
    one: PyYAML's own composer, in C, crashes on a file of sixty thousand brackets.
    """
    if len(text.encode("utf-8", "surrogatepass")) > LARGEST:
        raise Unreadable(1, 1, f"a rule file has at most {LARGEST // 1024} KB: split it")
    faults: list[Fault] = []
    try:
        root = _compose(_loader()(text), faults)
    except yaml.YAMLError as error:
        raise _unreadable(error, text) from error
    return root, faults


@cache
def _loader() -> Any:
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def _compose(source: Any, faults: list[Fault]) -> Node:
    """Build the nodes from the events of one document."""
    root: Node | None = None
    open_nodes: list[Node] = []
    keys: list[Node | None] = []
    while True:
        event = source.get_event()
        kind = _EVENTS.get(event.__class__)
        if kind is None:
            continue
        if kind == "end":
            open_nodes.pop()
            keys.pop()
            continue
        if kind == "close":
            break
        if kind == "open":
            if root is not None:
                line = event.start_mark.line + 1
                raise Unreadable(line, 1, "one rule a file: take out the `---`")
            continue
        node = _node(event, kind, faults)
        if open_nodes:
            _place(node, open_nodes[-1], keys, faults)
        root = root or node
        if kind != "text":
            open_nodes.append(node)
            keys.append(None)
            if len(open_nodes) > DEEPEST:
                raise Unreadable(*node.fault(f"nothing in a rule lies more than {DEEPEST} deep"))
    if root is None or (root.kind == "text" and not root.text):
        raise Unreadable(1, 1, "the file is empty: a rule begins with `rule:`")
    return root


_EVENTS = {
    yaml.ScalarEvent: "text", yaml.AliasEvent: "text", yaml.SequenceStartEvent: "list",
    yaml.MappingStartEvent: "table", yaml.SequenceEndEvent: "end", yaml.MappingEndEvent: "end",
    yaml.DocumentStartEvent: "open", yaml.StreamEndEvent: "close",
}  # fmt: skip


def _node(event: Any, kind: str, faults: list[Fault]) -> Node:
    mark = event.start_mark
    node = Node(kind, mark.line, mark.column)
    if event.anchor is not None:
        faults.append(node.fault("`*` and `&` repeat nothing here: write the value out"))
    if event.__class__ is yaml.AliasEvent:
        node.style = "*"
        return node
    if event.tag is not None:
        tag = event.tag.replace("tag:yaml.org,2002:", "!!")
        faults.append(node.fault(f"`{tag}` has no meaning here: take the tag out"))
    if kind == "text":
        node.text, node.style = event.value, event.style or ""
        if event.implicit[0]:
            node.read = _read_as(event.value)
    return node


def _read_as(word: str) -> str:
    """Return what YAML takes a bare word for, where that is not the word itself."""
    for tag, pattern in Resolver.yaml_implicit_resolvers.get(word[:1], ()):
        if pattern.match(word):
            return _SURPRISES.get(tag.rpartition(":")[2], "")
    return ""


def _place(node: Node, parent: Node, keys: list[Node | None], faults: list[Fault]) -> None:
    """Put a node into the list or table that is open."""
    if parent.kind == "list":
        parent.items.append(node)
        return
    key = keys[-1]
    if key is None:
        if node.text in [known.text for known, _ in parent.pairs]:
            faults.append(node.fault(f"`{node.text}` is given twice: keep one of them"))
        keys[-1] = node
        return
    parent.pairs.append((key, node))
    keys[-1] = None


def _unreadable(error: yaml.YAMLError, text: str) -> Unreadable:
    mark = getattr(error, "problem_mark", None)
    if mark is None or mark.line >= len(text.splitlines()):  # an open quote: say where it opens
        mark = getattr(error, "context_mark", None) or mark
    if mark is None:
        position = getattr(error, "position", 0)
        before = text[:position] if isinstance(position, int) else ""
        line, column = before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1
        return Unreadable(line, column, "this character cannot be read: take it out")
    problem = getattr(error, "problem", None) or "it cannot be read"
    hint = "put text with a `:`, `#`, `{` or `%` in double quotes"
    return Unreadable(mark.line + 1, mark.column + 1, f"no YAML: {problem}; {hint}")
