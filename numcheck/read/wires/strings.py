"""A JSON text's strings, each with its path and its offsets."""

from __future__ import annotations

import json
import re
from typing import Any

from numcheck.model.document import Piece
from numcheck.read.setting.decoding import Unreadable
from numcheck.read.setting.galley import Strand
from numcheck.read.setting.lines import evened

Path = tuple[str | int, ...]

_TOKEN = re.compile(r'"(?:[^"\\]|\\.)*+"|[{}\[\]:,]')
_HIGH = r"u[dD][89abAB][0-9a-fA-F]{2}"
_LOW = r"u[dD][c-fC-F][0-9a-fA-F]{2}"
_ESCAPE = re.compile(rf"\\(?:{_HIGH}\\{_LOW}|u[0-9a-fA-F]{{4}}|.)")


class Json:
    """A JSON text, and where its strings stand in it."""

    def __init__(self, text: str, name: str) -> None:
        """Parse a text; raises Unreadable where it is no JSON."""
        self.text = text
        bare = text.replace("\ufeff", " ", 1) if text.startswith("\ufeff") else text
        try:
            self.value: Any = json.loads(bare, strict=False)
        except json.JSONDecodeError as fault:
            raise Unreadable(
                f"{name} is no JSON, or it is cut off (line {fault.lineno}, column {fault.colno}: "
                f"{fault.msg}); write it anew"
            ) from fault
        except (RecursionError, ValueError) as fault:
            raise Unreadable(
                f"{name} is nested too deeply, or holds numbers too long, to be copy ({fault})"
            ) from fault
        self.spans = _spans(text)

    def strand(self, path: Path) -> Strand | None:
        """Return the string at a path, as it reads; None where no string is."""
        span = self.spans.get(path)
        if span is None:
            return None
        parts: list[str] = []
        pieces: list[Piece] = []
        at, end = span
        length = 0
        for found in _ESCAPE.finditer(self.text, at, end):
            for start, stop in ((at, found.start()), found.span()):
                said = self.text[start:stop]
                said = json.loads(f'"{said}"', strict=False) if said[:1] == "\\" else said
                if said:
                    parts.append(said)
                    pieces.append(Piece(length, len(said), start, stop - start))
                    length += len(said)
            at = found.end()
        if at < end:
            parts.append(self.text[at:end])
            pieces.append(Piece(length, end - at, at, end - at))
        return Strand(evened("".join(parts)), pieces)


def _spans(text: str) -> dict[Path, tuple[int, int]]:
    """Return the offsets of the strings, quotation marks apart; of a repeated key the last."""
    spans: dict[Path, tuple[int, int]] = {}
    path: list[str | int] = []
    key = False  # the next string is one
    for found in _TOKEN.finditer(text):
        sign = text[found.start()]
        if sign == '"':
            if key:
                path[-1] = json.loads(found.group(), strict=False)
            else:
                spans[tuple(path)] = (found.start() + 1, found.end() - 1)
        elif sign in "{[":
            path.append("" if sign == "{" else 0)
            key = sign == "{"
        elif sign in "}]":
            path.pop()
            key = False
        elif sign == ":":
            key = False
        elif path:
            last = path[-1]
            key = isinstance(last, str)
            if isinstance(last, int):
                path[-1] = last + 1
    return spans


def printed(path: Path) -> str:
    """Return a path as people write it: $.content_elements[3].content."""
    return "$" + "".join(f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
