"""What Markdown's signs inside a paragraph print as, with exact offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container

from numcheck.named import NamedTuple
from numcheck.read.marks.edits import Edit
from numcheck.read.marks.emphasis import Run, matched, run_at
from numcheck.read.setting.raised import raised
from numcheck.read.setting.tags import ENTITY, LEFT_OUT, Tags, unescape

_SIGN = re.compile(
    r"\\(?:[!-/:-@\[-`{-~]| ?\n)|`+|<(?=[a-zA-Z/!?])|" + ENTITY + r"|!?\[|\]|\*+|_+|~~"
    r"|\b(?:https?://|www\.)[^\s<>\[\]]+|\{[{%:]"
)
_HTML = re.compile(
    r"<(?:(?P<comment>!--(?P<said>.*?)-->)"
    r"|/?(?P<name>[a-zA-Z][a-zA-Z0-9-]*+)(?:\s++[a-zA-Z_:][\w:.-]*+"
    r"(?:\s*+=\s*+(?:[^\s\"'=<>`]++|'[^']*+'|\"[^\"]*+\"))?+)*+\s*+/?>"
    r"|[a-zA-Z][a-zA-Z0-9+.-]{1,31}:[^\s<>]*+>|[^\s<>@]{1,64}@[^\s<>]{1,255}>|[!?][^>]*+>)",
    re.DOTALL,
)
_STRUCK = re.compile(r"~~(?![\s~])[^~]{1,5000}+(?<!\s)~~(?!~)")
_TEMPLATE = re.compile(r"\{([{%:])[^{}\n]*+\}{1,2}")  # Hugo's and Jekyll's, filled in elsewhere
_NOTE = re.compile(r"\[\^[^\]\s]+\]")
_LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.){0,999}+)\]", re.DOTALL)
_SPACE = re.compile(r"\s*")
_ANGLE = re.compile(r"<(?:[^<>\n\\]|\\.)*+>")
_TARGET = re.compile(r"[^\s()\\]{1,2000}|\\.|[()]")
_TITLE = re.compile(
    r"\s++(?:\"(?:[^\"\\]|\\.)*+\"|'(?:[^'\\]|\\.)*+'|\((?:[^()\\]|\\.)*+\))", re.DOTALL
)
_URL_END = "?!.,:;*_~'\")"


class _Bracket(NamedTuple):
    start: int
    end: int
    runs: int  # of emphasis, before it
    serial: int


class Inline:
    """A paragraph's signs, read once from left to right."""

    def __init__(self, text: str, references: Container[str]) -> None:
        """Read a text; `references` are the link labels that the document defines."""
        self.text = text
        self.comments: list[tuple[int, int, str]] = []
        self._references = references
        self._edits: list[Edit] = []
        self._runs: list[Run] = []
        self._brackets: list[_Bracket] = []
        self._serial = 0
        self._floor = 0  # brackets below it can open no link: a link stands inside them
        self._ticks: dict[int, list[int]] | None = None
        self._tags = Tags(text)
        self.edits = self._read()

    def _read(self) -> list[Edit]:
        position = 0
        while found := _SIGN.search(self.text, position):
            position = max(self._sign(found.group(), *found.span()), found.end())
        self._edits += [Edit(*mark) for mark in matched(self._runs)]
        return sorted(self._edits)

    def _sign(self, sign: str, start: int, end: int) -> int:
        """Read a sign; return where reading goes on."""
        first = sign[0]
        if first in "*_":
            self._runs.append(run_at(self.text, start, end))
        elif first == "[" or sign == "![":
            return self._bracket(start, end)
        elif first == "]":
            return self._link(start)
        elif first == "\\":
            self._edits.append(Edit(start, start + 1))
        elif first == "&":
            printed = unescape(sign)
            if printed != sign:
                self._edits.append(Edit(start, end, printed))
        elif first == "<":
            return self._html(start)
        elif first == "`":
            return self._code(start, end)
        elif first in "~{":
            found = (_STRUCK if first == "~" else _TEMPLATE).match(self.text, start)
            return self._cut(start, found.end()) if found else end
        else:
            return self._cut(start, start + len(sign.rstrip(_URL_END)))
        return end

    def _cut(self, start: int, end: int, printed: str = "") -> int:
        self._edits.append(Edit(start, end, printed))
        return end

    def _code(self, start: int, end: int) -> int:
        if self._ticks is None:
            self._ticks = {}
            for run in re.finditer("`+", self.text):
                self._ticks.setdefault(len(run.group()), []).append(run.start())
        closing = self._ticks.get(end - start, [])
        at = bisect_left(closing, end)
        return self._cut(start, closing[at] + end - start) if at < len(closing) else end

    def _html(self, start: int) -> int:
        if self.text.startswith("<!--", start) and self._tags.ahead("-->", start) < 0:
            return start + 1
        found = _HTML.match(self.text, start)
        if not found:
            return start + 1
        name = (found["name"] or "").lower()
        if found["comment"]:
            self.comments.append((start, found.end(), found["said"]))
        elif name == "sup":
            small = raised(self.text, start, self.text[max(0, start - 16) : start])
            if small:
                return self._cut(start, small[1], small[0])
        elif name in LEFT_OUT and self.text[start + 1] != "/":
            closing = self._tags.ahead(f"</{name}", found.end())
            if closing >= 0:
                return self._cut(start, closing)
        return self._cut(start, found.end(), "\n" if name == "br" else "")

    def _bracket(self, start: int, end: int) -> int:
        note = _NOTE.match(self.text, start)
        if note:
            return self._cut(start, note.end())
        self._serial += 1
        self._brackets.append(_Bracket(start, end, len(self._runs), self._serial))
        return end

    def _link(self, start: int) -> int:
        """Read a closing bracket: a link's or an image's, or one as printed."""
        if not self._brackets:
            return start + 1
        bracket = self._brackets.pop()
        image = self.text[bracket.start] == "!"
        active = image or len(self._brackets) >= self._floor
        self._floor = min(self._floor, len(self._brackets))
        end = self._link_end(bracket, start) if active else -1
        if end < 0:
            return start + 1
        inside = matched(self._runs[bracket.runs :])
        self._edits += [Edit(*mark) for mark in inside]
        del self._runs[bracket.runs :]
        if image:
            self._edits.append(Edit(bracket.start, end, "", (bracket.end, start)))
        else:
            self._floor = len(self._brackets)
            self._edits += [Edit(bracket.start, bracket.end), Edit(start, end)]
        return end

    def _link_end(self, bracket: _Bracket, start: int) -> int:
        """Return where the link ends whose text ends at `start`; -1 where it is none."""
        text = self.text
        if text.startswith("(", start + 1):
            end = _target_end(text, start + 2)
            if end >= 0:
                return end
        label = _LABEL.match(text, start + 1)
        if label and label[1].strip():
            return label.end() if self._defined(label[1]) else -1
        if bracket.serial != self._serial or start - bracket.end > 999:
            return -1  # brackets inside: no label
        if not self._defined(text[bracket.end : start]):
            return -1
        return label.end() if label else start + 1

    def _defined(self, label: str) -> bool:
        return " ".join(label.split()).lower().upper() in self._references


def _target_end(text: str, position: int) -> int:
    """Return where a link's target ends, from after its "("; -1 where it is none."""
    position = _end(_SPACE, text, position)
    angle = _ANGLE.match(text, position)
    position = angle.end() if angle else _bare_end(text, position)
    if position < 0:
        return -1
    title = _TITLE.match(text, position)
    position = _end(_SPACE, text, title.end() if title else position)
    return position + 1 if text.startswith(")", position) else -1


def _bare_end(text: str, position: int) -> int:
    """Return where a target without angle brackets ends; its own brackets are in pairs."""
    depth = 0
    for _ in range(200):
        found = _TARGET.match(text, position)
        if not found or (found.group() == ")" and not depth):
            return -1 if depth else position
        depth += {"(": 1, ")": -1}.get(found.group(), 0)
        if depth > 32:
            return -1
        position = found.end()
    return -1


def _end(pattern: re.Pattern[str], text: str, position: int) -> int:
    found = pattern.match(text, position)
    return found.end() if found else position
