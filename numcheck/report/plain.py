"""Findings for eyes: text and concise; light colour by hand."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.model.finding import Finding
from numcheck.model.span import Span
from numcheck.report import View
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally

_INK = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "path": "1",
    "rule": "2",
    "mark": "1;31",
}
_INDENT = "    "
_WIDTH = 88
# What a terminal would obey instead of print: one sign each, so that columns stay.
_CONTROLS = {
    **dict.fromkeys((*range(32), *range(127, 160)), "\ufffd"),
    **dict.fromkeys((*range(9, 14), 0x85, 0x2028, 0x2029), " "),
}


class Concise:
    """One finding a line, as compilers print them: `path:line:col: level rule message`."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown."""
        self.view = view

    def add(self, report: Report) -> str:
        """Return a document's lines."""
        shown = report.listed(self.view.floor)
        said = [f"{_place(one)}: {one.severity} {one.rule} {_told(one)}" for one in shown]
        if self.view.passed:
            said += [
                f"{_place(one)}: {one.verdict} {one.rule} {_sum(one)}"
                for one in report.others(shown)
            ]
        return "".join(line + "\n" for line in said)

    def end(self, tally: Tally) -> str:
        """Return nothing: the closing line goes to standard error."""
        return ""


class Text:
    """The sentence with its figures marked, the sum, and what would make it right."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown."""
        self.view = view

    def add(self, report: Report) -> str:
        """Return a document's findings, a blank line after each; then what passed."""
        shown = report.listed(self.view.floor)
        said = "".join(self._finding(one) + "\n" for one in shown)
        if self.view.passed:
            others = report.others(shown)
            said += "".join(self._passed(one) for one in others) + "\n" * bool(others)
        return said

    def end(self, tally: Tally) -> str:
        """Return nothing: the closing line goes to standard error."""
        return ""

    def _finding(self, one: Finding) -> str:
        level = self._ink(one.severity, one.severity)
        rule = self._ink("rule", f"[{one.rule}]")
        said = [f"{self._ink('path', _place(one))}: {level}: {_told(one)}  {rule}"]
        said += [_INDENT + line for line in self._marked(one)]
        if one.working:
            said.append(_INDENT + _clean(one.working))
        if one.suggestion:
            said.append(f"{_INDENT}It would fit with {', or '.join(_corrections(one))}.")
        return "\n".join(said) + "\n"

    def _passed(self, one: Finding) -> str:
        rule = self._ink("rule", f"[{one.rule}]")
        verdict = f"{one.verdict}, let stand" if one.leave else one.verdict
        return f"{self._ink('path', _place(one))}: {verdict}: {_sum(one)}  {rule}\n"

    def _marked(self, one: Finding) -> Iterator[str]:
        """Yield the sentence, wrapped, each line with the marks of its figures below."""
        sentence = _clean(one.sentence)
        for start, end in _wrap(sentence):
            yield sentence[start:end]
            under = "".join(
                ("^" if _within(at, one.marks) else " ") * _cells(sentence[at])
                for at in range(start, end)
            ).rstrip()
            if under:
                yield self._ink("mark", under)

    def _ink(self, colour: str, text: str) -> str:
        return f"\x1b[{_INK[colour]}m{text}\x1b[0m" if self.view.colour else text


def _clean(text: str) -> str:
    return text.translate(_CONTROLS)


def _told(one: Finding) -> str:
    """Return the message; of a check that is only strained, that it fits at a stretch."""
    stretched = "fits only at a stretch: " if one.verdict == "strained" else ""
    return stretched + _clean(one.message)


def _place(one: Finding) -> str:
    """Return where a finding stands; a place name where the format has no lines."""
    where = one.location
    if where.label:
        return f"{_clean(one.path)}:{where.label}"
    return f"{_clean(one.path)}:{where.line}:{where.column}"


def _sum(one: Finding) -> str:
    """Return the sum of a check; where none was made, its figures."""
    return _clean(one.working or ", ".join(figure.text for figure in one.figures))


def _corrections(one: Finding) -> Iterator[str]:
    printed = {figure.span: figure.text for figure in one.figures}
    for correction in one.suggestion:
        wrong = printed.get(correction.span)
        instead = f" in place of {_spaced(wrong)}" if wrong else ""
        yield f"{_clean(correction.text)}{instead}"


def _spaced(text: str) -> str:
    """Return a figure's print with one space where it runs over the end of a line."""
    return " ".join(filter(None, _clean(text).split(" ")))


def _wrap(sentence: str) -> Iterator[tuple[int, int]]:
    """Yield the ends of the sentence's lines, cut at spaces where there are any."""
    at = 0
    while len(sentence) - at > _WIDTH:
        cut = sentence.rfind(" ", at + 1, at + _WIDTH + 1)
        yield at, cut if cut > at else at + _WIDTH
        at = cut + 1 if cut > at else at + _WIDTH
    yield at, len(sentence)


def _within(at: int, marks: tuple[Span, ...]) -> bool:
    return any(mark.start <= at < mark.end for mark in marks)


def _cells(sign: str) -> int:
    """Return how many cells of a terminal a character takes."""
    if sign < "\u0300":
        return 1
    import unicodedata

    if unicodedata.combining(sign) or unicodedata.category(sign) in ("Mn", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(sign) in "WF" else 1
