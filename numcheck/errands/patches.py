"""Shows suggestions as a patch, for an editor to choose from."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from difflib import unified_diff
from typing import TYPE_CHECKING

from numcheck import inputs, rounds, scan
from numcheck.report.tally import many

if TYPE_CHECKING:
    from argparse import Namespace

    from numcheck.model.finding import Correction, Finding
    from numcheck.report.outcome import Report
    from numcheck.report.press import Page

FINE, FOUND, UNREAD = 0, 1, 3


def show(options: Namespace, page: Page, tell: Callable[[Report], None]) -> tuple[str, int]:
    """Print the patch of some files; return what to say, and the status. No file is written."""
    found = list(inputs.find(options.paths or ["."]))
    wishes = rounds.wishes(options)
    rounds.rules(wishes, [one.path for one in found])
    terms = scan.Terms(wishes, options.date, options.locale, proof=True)
    status, offered, left = FINE, 0, 0
    for report in rounds.reports(found, terms, options):
        tell(report)
        proof = report.proof()
        chosen = list(_apart(report)) if proof and proof.printed else []
        if proof and chosen:
            page.write("".join(_patch(report.path, proof.printed, chosen)))
        offered += len(chosen)
        left += len(report.findings) - len(chosen)
        if report.faults:
            status = UNREAD
        elif report.findings:
            status = max(status, FOUND)
    said = f"{many(offered, 'suggestion')} shown, nothing changed"
    return (f"{said}; {many(left, 'finding')} without one that fits" if left else said), status


def _apart(report: Report) -> Iterator[Correction]:
    """Yield the first correction of each finding, none over another."""
    end = 0
    firsts = [_first(one) for one in report.findings]
    for correction in sorted(filter(None, firsts), key=lambda one: one.span):
        if correction.span.start >= end:
            end = correction.span.end
            yield correction


def _first(finding: Finding) -> Correction | None:
    return finding.suggestion[0] if finding.suggestion else None


def _patch(path: str, printed: str, chosen: list[Correction]) -> Iterator[str]:
    """Yield the lines of a unified diff, which `git apply` and `patch -p1` take."""
    mended, at = "", 0
    for one in chosen:
        mended += printed[at : one.span.start] + one.text
        at = one.span.end
    mended += printed[at:]
    name = path.replace("\\", "/")
    for line in unified_diff(_lines(printed), _lines(mended), f"a/{name}", f"b/{name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Cut at line feeds only, as patches do."""
    return [line + "\n" for line in text.split("\n")[:-1]] + [text.rpartition("\n")[2]] * (
        not text.endswith("\n")
    )
