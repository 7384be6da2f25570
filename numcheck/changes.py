"""What changed since a revision: of each file, which lines."""

from __future__ import annotations

import os
import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from numcheck.config import WrongUse
from numcheck.model.span import Span
from numcheck.named import NamedTuple
from numcheck.record import replace

if TYPE_CHECKING:
    from numcheck.model.document import Document
    from numcheck.model.finding import Finding
    from numcheck.report.outcome import Report

_HUNK = re.compile(rb"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
_PLAIN = ("--no-color", "--no-ext-diff", "--no-textconv", "--no-renames", "--unified=0")


class NoHistory(WrongUse):
    """Changes that cannot be told; the text says why."""


class Changed(NamedTuple):
    """The lines that changed of each file, by its real path; None where all of it is new.

    What comes in on standard input is told from the file of its name at `commit`.
    """

    lines: Mapping[str, tuple[range, ...] | None]
    top: str = ""
    commit: str = ""

    def of_stream(self, name: str, data: bytes) -> Changed:
        """Return the same, with the lines in which `data` is not the file of that name."""
        import subprocess
        import tempfile

        real = os.path.realpath(name)
        inside = os.path.relpath(real, os.path.realpath(self.top)).replace(os.sep, "/")
        at = f"{self.commit}:{inside}"
        try:
            before = _git(name, "-C", self.top, "cat-file", "--filters", at)
        except NoHistory:  # not there at that commit: all of it is new
            return self._replace(lines={**self.lines, real: None})
        with tempfile.TemporaryDirectory() as folder:
            old = os.path.join(folder, "old")
            with open(old, "wb") as file:
                file.write(before)
            words = ["git", "diff", "--no-index", *_PLAIN, "--", old, "-"]
            said = subprocess.run(words, input=data, capture_output=True, check=False)
        if said.returncode not in (0, 1):
            raise NoHistory(f"--diff: git does not compare {name} ({said.stderr.decode()})")
        fresh = None if b"\nBinary files " in said.stdout else tuple(_hunks(said.stdout))
        return self._replace(lines={**self.lines, real: fresh})

    def keep(self, report: Report) -> Report:
        """Return a report with what has a figure in a paragraph that changed.

        So a total is told again when one of its parts has changed, though it has not.
        """
        changed = self.lines.get(os.path.realpath(report.path), ())
        if changed is None or report.passage is None:
            return report
        document = report.passage.document
        if changed and not document.printed:  # no text to git, so no lines: all of it counts
            return report
        fresh = _Fresh(document, changed)
        findings = tuple(one for one in report.findings if fresh.has(one))
        checks = report.decided

        def later() -> tuple[Finding, ...]:
            whole = checks() if callable(checks) else checks
            return tuple(one for one in whole if fresh.has(one))

        return replace(report, findings=findings, decided=later)


class _Fresh:
    """The blocks of a document that hold a line that changed."""

    def __init__(self, document: Document, changed: Iterable[range]) -> None:
        begins = [0, *(match.end() for match in re.finditer("\n", document.printed))]
        self.document = document
        self.blocks: set[Span] = set()
        for block in document.blocks:
            span = document.source.back(block.span)
            first = bisect_right(begins, span.start)
            last = bisect_right(begins, max(span.start, span.end - 1))
            if any(one.start <= last and first < one.stop for one in changed):
                self.blocks.add(block.span)

    def has(self, finding: Finding) -> bool:
        """Say whether a figure of the finding stands in one of them."""
        blocks = (
            self.document.block_at(figure.copy.start)
            for figure in finding.figures
            if figure.copy is not None
        )
        return any(block is not None and block.span in self.blocks for block in blocks)


def since(revision: str, paths: Iterable[str], piped: Iterable[str] = ()) -> Changed:
    """Ask git which lines of some files have changed; raises NoHistory.

    `piped` are the names of what is yet to come in on standard input.
    """
    top = os.fsdecode(_git("its top folder", "rev-parse", "--show-toplevel").rstrip(b"\n"))
    commit = _revision(revision)
    fresh = set(_names(top, "ls-files", "--others", "-z"))
    touched = set(_names(top, "diff", "--name-only", "--no-renames", "-z", commit, "--"))
    lines: dict[str, tuple[range, ...] | None] = {}
    for name in piped:
        _inside(top, name)
    for path in paths:
        real, inside = _inside(top, path)
        if inside in fresh:
            lines[real] = None
        elif inside in touched:
            said = _git(path, "-C", top, "diff", *_PLAIN, commit, "--", f":(literal){inside}")
            lines[real] = None if b"\nBinary files " in said else tuple(_hunks(said))
    return Changed(lines, top, commit)


def _inside(top: str, path: str) -> tuple[str, str]:
    """Return a file's real path, and its path in the repository; raises NoHistory."""
    if path == "<stdin>":
        raise NoHistory("--diff: standard input has no file: name it by --stdin-filename")
    real = os.path.realpath(path)
    inside = os.path.relpath(real, os.path.realpath(top))
    if inside.split(os.sep)[0] == os.pardir:
        raise NoHistory(f"--diff: {path} is not in the repository {top}")
    return real, inside


def _revision(revision: str) -> str:
    """Return the name of a commit, so that no revision can be read as an option."""
    asked = ("rev-parse", "--verify", "--quiet", "--end-of-options", revision + "^{commit}")
    try:
        return _git("", *asked).decode().strip()
    except NoHistory as fault:
        raise NoHistory(f"--diff: {revision!r} is no revision that git knows here") from fault


def _names(top: str, *words: str) -> Iterator[str]:
    said = _git("the changed files", "-C", top, *words)
    return (os.fsdecode(name).replace("/", os.sep) for name in said.split(b"\0") if name)


def _hunks(said: bytes) -> Iterator[range]:
    """Yield the lines that changed, from 1; where some went, those on either side that were near.

    A blank line among those that went means that what stood beyond it was another paragraph.
    """
    rows = said.split(b"\n")
    for at, row in enumerate(rows):
        found = _HUNK.match(row)
        if not found:
            continue
        start, length = int(found[3]), int(found[4] or 1)
        if length:
            yield range(start, start + length)
            continue
        gone = [one[1:].strip() for one in rows[at + 1 : at + 1 + int(found[2] or 1)]]
        first = start if gone[0] else start + 1
        last = start + 1 if gone[-1] else start
        yield range(first, last + 1)


def _git(what: str, *words: str) -> bytes:
    import subprocess

    try:
        done = subprocess.run(["git", *words], capture_output=True, check=False)
    except OSError as fault:
        raise NoHistory(f"--diff: git cannot be run ({fault.strerror})") from fault
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines() or ["nothing"]
        raise NoHistory(f"--diff: git does not tell {what}: {said[0]}")
    return done.stdout
