"""One document on the page: its copy marked, the sums beside it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby

from numcheck.model.finding import Finding
from numcheck.report import View, phrases
from numcheck.report.marking import Mark, begin_of, marks, state_of
from numcheck.report.notes import Note, Notes
from numcheck.report.outcome import Report
from numcheck.report.proof import Paragraph, Proof
from numcheck.report.tally import many

_TAGS = {
    "headline": "h3", "heading": "h4", "standfirst": "p", "body": "p", "list": "p", "table": "p",
    "caption": "p", "quote": "blockquote", "note": "p",
}  # fmt: skip
_SAID = {
    "wrong": "does not fit",
    "stands": "let stand",
    "strained": "fits only at a stretch",
    "right": "fits",
    "open": "could not be decided",
}


class Article:
    """A document's section; `first` is the number of its first finding on the page."""

    def __init__(self, report: Report, number: int, first: int, view: View) -> None:
        """Sort the checks, and mark the figures."""
        self.report = report
        self.number = number
        self.shown = report.listed(view.floor)
        checks = [*self.shown, *report.others(self.shown)]
        self.checks = sorted(checks, key=lambda one: one.location.start)
        self.proof = report.proof() or Proof((), ())
        self.marks = marks(self.proof.figures, self.checks)
        self.notes = Notes(number, first, view.rules)
        self.notes.write(self.shown, self.checks, self.marks)

    @property
    def id(self) -> str:
        """The anchor of the section."""
        return f"d{self.number}"

    def section(self) -> Iterator[str]:
        """Yield the document's HTML: what went wrong, the copy, then all that was checked."""
        report = self.report
        yield f'<section class="document" id="{self.id}" aria-labelledby="{self.id}-name">\n'
        yield f'<h2 id="{self.id}-name">{_text(report.path)}</h2>\n'
        for fault in report.faults:
            yield f'<p class="fault"><strong>Not checked:</strong> {_text(fault)}</p>\n'
        if report.read:
            yield f'<p class="counts">{_text(self._counts())}</p>\n'
            yield from self._copy()
            yield from self._all_checks()
            yield from self._untied()
        yield "</section>\n"

    def _counts(self) -> str:
        report = self.report
        said = [
            f"{many(report.figures, 'figure')} read",
            f"{many(report.claims, 'claim')} checked",
            many(len(self.shown), "finding"),
        ]
        if report.undecided:
            said.append(f"{report.undecided:,} could not be decided")
        if report.suppressed:
            said.append(f"{report.suppressed:,} let stand")
        return ", ".join(said)

    def _copy(self) -> Iterator[str]:
        """Yield the copy, row by row, each with the notes on the claims that begin in it."""
        notes = sorted(self.notes.by_check.values(), key=lambda note: begin_of(note.check))
        at = bisect_left(notes, 0, key=lambda note: begin_of(note.check))
        nowhere = notes[:at]
        for table, group in groupby(self.proof.paragraphs, _table_of):
            paragraphs = list(group)
            for row in [paragraphs] if table >= 0 else [[one] for one in paragraphs]:
                first = at
                while at < len(notes) and begin_of(notes[at].check) < row[-1].span.end:
                    at += 1
                copy = self._table(row) if table >= 0 else self._paragraph(row[0])
                yield from _row(copy, notes[first:at])
        if left := [*nowhere, *notes[at:]]:
            yield from _row("", left)

    def _paragraph(self, one: Paragraph) -> str:
        tag = _TAGS[one.place]
        label = f'<span class="place">{_text(one.label)}</span> ' if one.label else ""
        return f'<{tag} class="{one.place}">{label}{self._marked(one)}</{tag}>'

    def _table(self, cells: list[Paragraph]) -> str:
        """Return the cells of a table, row by row; what no cell fills is left empty."""
        width = 1 + max(one.cell.column for one in cells if one.cell)
        said = []
        for _, row in groupby(cells, lambda one: one.cell.row if one.cell else 0):
            filled = {one.cell.column: one for one in row if one.cell}
            said.append("".join(self._cell(filled.get(at)) for at in range(width)))
        rows = "".join(f"<tr>{row}</tr>\n" for row in said)
        return f'<div class="scroll"><table>\n{rows}</table></div>'

    def _cell(self, one: Paragraph | None) -> str:
        if one is None or one.cell is None:
            return "<td></td>"
        tag = "th" if one.cell.head else "td"
        return f"<{tag}>{self._marked(one)}</{tag}>"

    def _marked(self, one: Paragraph) -> str:
        """Return a paragraph's text with its figures marked."""
        said, at, begin = "", 0, one.span.start
        for mark in self._marks_in(one):
            start, end = mark.span.start - begin, mark.span.end - begin
            said += _text(one.text[at:start]) + self._figure(mark, one.text[start:end])
            at = end
        return said + _text(one.text[at:])

    def _marks_in(self, one: Paragraph) -> Iterator[Mark]:
        at = bisect_left(self.marks, one.span.start, key=lambda mark: mark.span.start)
        while at < len(self.marks) and one.span.holds(self.marks[at].span):
            yield self.marks[at]
            at += 1

    def _figure(self, mark: Mark, printed: str) -> str:
        """Return a figure: a link to its note, which says how it stands without colour as well."""
        notes = [self.notes.by_check[at] for at in mark.checks if at in self.notes.by_check]
        if not notes:
            return f'<span class="fig {mark.state}">{_text(printed)}</span>'
        told = f'<sup aria-hidden="true">{notes[0].number}</sup>' if notes[0].number else ""
        heard = _SAID[mark.state] + (f", note {notes[0].number}" if notes[0].number else "")
        ids = " ".join(note.id for note in notes)
        named = f' id="{self.notes.anchor(mark)}"'
        return (
            f'<a class="fig {mark.state}"{named} href="#{notes[0].id}" data-notes="{ids}">'
            f'{_text(printed)}{told}<span class="heard"> ({heard})</span></a>'
        )

    def _all_checks(self) -> Iterator[str]:
        """Yield the table of every check made."""
        if not self.checks:
            yield '<p class="none">No figure in this text is tied to another by its wording.</p>\n'
            return
        yield '<details class="checks" open><summary><h3>All checks made</h3></summary>\n'
        yield '<table class="stacked">\n<thead><tr><th scope="col">Verdict</th>'
        yield '<th scope="col">The sum</th><th scope="col">Rule</th>'
        yield '<th scope="col">Where</th></tr></thead>\n<tbody>\n'
        for at, one in enumerate(self.checks):
            yield self._check(one, self.notes.by_check.get(at))
        yield "</tbody>\n</table>\n</details>\n"

    def _check(self, one: Finding, note: Note | None) -> str:
        state = state_of(one)
        where = _text(phrases.place(one))
        place = f'<a href="#{note.id}">{where}</a>' if note else where
        return (
            f'<tr><td data-head="Verdict"><span class="verdict {state}">{_SAID[state]}</span></td>'
            f'<td data-head="The sum"><span class="sum">{_text(phrases.working(one))}</span></td>'
            f'<td data-head="Rule">{_text(one.rule)}</td>'
            f'<td data-head="Where">{place}</td></tr>\n'
        )

    def _untied(self) -> Iterator[str]:
        """Yield the figures that nothing was found to check against."""
        printed = [
            one.text[mark.span.start - one.span.start : mark.span.end - one.span.start]
            for one in self.proof.paragraphs
            for mark in self._marks_in(one)
            if mark.state == "untied"
        ]
        if printed:
            yield '<details class="untied"><summary><h3>Read, but tied to nothing</h3></summary>\n'
            yield f"<p>{' · '.join(f'<span>{_text(one)}</span>' for one in printed)}</p>\n"
            yield "</details>\n"


def _table_of(one: Paragraph) -> int:
    return one.cell.table if one.cell else -1


def _row(copy: str, notes: Sequence[Note]) -> Iterator[str]:
    """Yield a stretch of the copy with its notes in the margin."""
    grave = " grave" if any(note.number for note in notes) else ""
    yield f'<div class="row{grave}"><div class="copy">{copy}</div>'
    if notes:
        yield '<div class="margin">\n'
        yield from (note.html for note in notes)
        yield "</div>"
    yield "</div>\n"


def _text(text: str) -> str:
    return escape(phrases.clean(text))
