"""A page to open in a browser: every figure marked, nothing fetched."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from numcheck.model.finding import SEVERITIES
from numcheck.report import View, phrases
from numcheck.report.article import Article
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally, many

_LEGEND = (
    ("right", "checked, and right"),
    ("wrong", "does not fit"),
    ("strained", "fits only at a stretch"),
    ("open", "could not be decided"),
    ("stands", "does not fit, but is let stand"),
    ("untied", "read, but tied to nothing"),
)


class Html:
    """One file with all documents, a section each."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown, and collect."""
        self.view = view
        self.sections: list[str] = []
        self.entries: list[str] = []
        self.findings: list[str] = []

    def add(self, report: Report) -> str:
        """Set a document's section; the page is written at the end."""
        article = Article(report, len(self.sections) + 1, len(self.findings) + 1, self.view)
        self.sections.append("".join(article.section()))
        found = many(len(article.shown), "finding")
        said = f"{many(report.claims, 'claim')} checked, {found}" if report.read else "not read"
        if report.read and report.faults:
            said += ", not all checked"
        self.entries.append(
            f'<li><a href="#{article.id}">{_text(report.path)}</a> <span>{said}</span></li>\n'
        )
        for note in article.notes.by_check.values():
            if note.number:
                self.findings.append(
                    f'<li class="is-{note.check.severity}"><a href="#{note.id}">'
                    f"{_text(phrases.message(note.check))}</a> "
                    f"<span>{_text(note.check.path)}, {_text(phrases.place(note.check))}</span>"
                    "</li>\n"
                )
        return ""

    def end(self, tally: Tally) -> str:
        """Return the page."""
        return "".join(self._page(tally))

    def _page(self, tally: Tally) -> Iterator[str]:
        style, script = _part("page.css"), _part("page.js")
        verdict = _text(_verdict(tally))
        yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        yield f'<meta http-equiv="Content-Security-Policy" content="{_policy(style, script)}">\n'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        yield '<meta name="color-scheme" content="light dark">\n'
        yield '<meta name="referrer" content="no-referrer">\n<link rel="icon" href="data:,">\n'
        yield f"<title>numcheck: {verdict}</title>\n<style>{style}</style>\n</head>\n<body>\n"
        yield f'<header>\n<p class="brand">numcheck</p>\n<h1>{verdict}</h1>\n'
        yield f'<p class="tally">{_text(str(tally))}</p>\n{_legend()}'
        yield '<button type="button" id="only" aria-pressed="false" hidden>'
        yield "Only what needs a look</button>\n</header>\n<main>\n"
        yield from self._contents()
        yield from self.sections
        yield _idle(tally)
        yield f'</main>\n<p id="told" class="heard" role="status"></p>\n<script>{script}</script>\n'
        yield "</body>\n</html>\n"

    def _contents(self) -> Iterator[str]:
        """Yield the ways into the page: documents, where there are several, and findings."""
        if len(self.entries) > 1:
            yield '<nav aria-label="Documents">\n<h2>Documents</h2>\n<ul class="documents">\n'
            yield from self.entries
            yield "</ul>\n</nav>\n"
        if self.findings:
            yield '<nav aria-label="Findings">\n<h2>Findings</h2>\n<ol class="findings">\n'
            yield from self.findings
            yield "</ol>\n</nav>\n"


def _verdict(tally: Tally) -> str:
    """Return the outcome in a few words."""
    said = [
        many(tally.findings[level], level)
        for level in reversed(SEVERITIES)
        if tally.findings[level]
    ]
    if tally.faults:
        said.append(f"{many(len(tally.faults), 'fault')}: not all was checked")
    return ", ".join(said) or "Nothing found"


def _idle(tally: Tally) -> str:
    """Return the suppressions that are of no use any more."""
    if not tally.idle:
        return ""
    said = "".join(f"<li>{_text(path)}: {_text(sentence)}</li>\n" for path, sentence in tally.idle)
    return (
        f'<section class="document">\n<h2>Suppresses nothing</h2>\n<ul>\n{said}</ul>\n</section>\n'
    )


def _legend() -> str:
    shown = "".join(
        f'<li><span class="fig {state}">12</span> {said}</li>\n' for state, said in _LEGEND
    )
    return f'<ul class="legend" aria-label="How figures are marked">\n{shown}</ul>\n'


def _policy(style: str, script: str) -> str:
    """Return the rule that nothing runs here but what stands here, and nothing is fetched."""
    from base64 import b64encode
    from hashlib import sha256

    sums = [b64encode(sha256(part.encode()).digest()).decode() for part in (style, script)]
    return (
        f"default-src 'none'; style-src 'sha256-{sums[0]}'; script-src 'sha256-{sums[1]}'; "
        "img-src data:; base-uri 'none'; form-action 'none'"
    )


def _part(name: str) -> str:
    """Return the style or the script, which stand beside this file."""
    from pathlib import Path

    return Path(__file__).with_name(name).read_text(encoding="utf-8")


def _text(text: str) -> str:
    return escape(phrases.clean(text))
