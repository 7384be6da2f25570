"""Reads tables of sentences in which what should be seen stands in braces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from numcheck.extract.seen import Seen
from numcheck.model.document import Block
from numcheck.model.passage import Sentence
from numcheck.model.span import Span

FOLDER = Path(__file__).parent
Recogniser = Callable[[Sentence, int], Seen | None]


class Marked(NamedTuple):
    """A sentence, the stretches marked in it, and what each of them means."""

    text: str
    marks: tuple[str, ...]
    means: dict[str, Any]

    def __str__(self) -> str:
        return self.text


def sentence(text: str) -> Sentence:
    """Make a sentence of a text, as the reader of passages does."""
    span = Span(0, len(text))
    return Sentence(text, span, Block(span), 0, 0)


def table(name: str) -> list[Marked]:
    """Read the wordings of a table, grouped by meaning in the file."""
    content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    found = []
    for group in content["seen"]:
        for line in group["prints"]:
            marks = tuple(part.split("}")[0] for part in line.split("{")[1:])
            assert marks, f"nothing is marked in {line!r}"
            text = line.replace("{", "").replace("}", "")
            found.append(Marked(text, marks, group["means"]))
    return found


def near_misses(name: str) -> list[str]:
    """Read the sentences of a table in which nothing is to be seen."""
    content = yaml.safe_load((FOLDER / f"{name}.yaml").read_text(encoding="utf-8"))
    return [str(line) for line in content["not"]]


def walk(recogniser: Recogniser, text: str) -> list[tuple[str, Seen]]:
    """Try a recogniser at every token, left to right, and step over what it sees."""
    words, at, out = sentence(text), 0, []
    while at < len(words):
        seen = recogniser(words, at)
        if seen is not None:
            out.append((words.cut(seen.first, seen.last), seen))
        at = max(at + 1, seen.last if seen is not None else 0)
    return out


def check(recogniser: Recogniser, line: Marked) -> None:
    """Assert that a recogniser sees the marked stretches, with their meaning, and no other."""
    found = walk(recogniser, line.text)
    assert tuple(text for text, _ in found) == line.marks
    for _, seen in found:
        parts = {"kind": seen.kind, **seen.parts}
        assert {key: parts.get(key) for key in line.means} == line.means
