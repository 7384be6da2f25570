"""Where output goes: standard output, and files that are replaced whole."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextlib import suppress
from io import RawIOBase
from typing import TYPE_CHECKING

from numcheck.report import View, writer
from numcheck.report.outcome import Report
from numcheck.report.tally import Tally

if TYPE_CHECKING:
    from types import TracebackType
    from typing import TextIO

    from numcheck.report import Writer


class Unwritable(Exception):
    """A file that a report cannot be written to; the text says which, and why."""


class CutShort(Unwritable):
    """A file that could be begun, and not ended: the disk is full, say."""


class Page:
    """Standard output in UTF-8, silent from the moment that nobody takes it any more.

    That a reader has gone away is no fault; `fault` says why else nothing could be written.
    """

    def __init__(self) -> None:
        """Set the encoding; a lone surrogate prints as its escape, which JSON reads back."""
        self.gone = False
        self.fault = ""
        reconfigure = getattr(sys.stdout, "reconfigure", None)
        if reconfigure is not None:
            reconfigure(encoding="utf-8", errors="backslashreplace")

    def write(self, text: str) -> None:
        """Write, unless nobody reads any more."""
        if text and not self.gone:
            self._try(lambda: _put(text))

    def close(self) -> None:
        """Write what was held back."""
        if not self.gone:
            self._try(sys.stdout.flush)

    def _try(self, act: Callable[[], object]) -> None:
        """Act; if that fails, let all that is still to come, and the last flush, go nowhere."""
        try:
            act()
        except OSError as fault:
            if not isinstance(fault, BrokenPipeError):
                self.fault = fault.strerror or str(fault)
            self.gone = True
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _put(text: str) -> None:
    """Write to standard output, all of it.

    Unbuffered (`PYTHONUNBUFFERED`, usual in containers), Python writes what fits on the disk, and
    leaves out the rest without a word.
    """
    raw = getattr(sys.stdout, "buffer", None)
    if not isinstance(raw, RawIOBase):
        sys.stdout.write(text)
        return
    left = text.encode("utf-8", "backslashreplace")
    while left:
        left = left[raw.write(left) or 0 :]


class Sheet:
    """A file that takes its name only when it is whole; devices and pipes are written at once."""

    def __init__(self, path: str) -> None:
        """Name the file; nothing is written until it is begun."""
        self.given = path
        self.path = os.path.realpath(path)
        whole = os.path.isfile(self.path) or not os.path.exists(self.path)
        self.draft = f"{self.path}.{os.getpid()}.part" if whole else self.path
        self.file: TextIO | None = None

    def begin(self) -> Sheet:
        """Open the file, or one beside it; raises Unwritable.

        Apart from the naming, so that an interrupt between the two leaves no draft unknown.
        """
        try:
            self.file = open(  # noqa: SIM115
                self.draft, "w", encoding="utf-8", errors="backslashreplace", newline=""
            )
        except OSError as fault:
            raise Unwritable(f"{self.given}: cannot be written ({fault.strerror})") from fault
        return self

    def write(self, text: str) -> None:
        """Write to the draft; raises CutShort."""
        file = (self if self.file else self.begin()).file
        if file is not None:
            self._try(lambda: file.write(text))

    def end(self) -> None:
        """Write what was held back; raises CutShort. The draft is whole then, but a draft yet."""
        if self.file is not None:
            self._try(self.file.close)

    def close(self, keep: bool) -> None:
        """Put the draft in the file's place, or throw it away; raises CutShort."""
        if keep:
            try:
                self.end()
            except CutShort:
                self.close(keep=False)
                raise
            if self.draft != self.path:
                os.replace(self.draft, self.path)
            return
        if self.file is not None:
            with suppress(OSError):  # what is thrown away need not fit on the disk
                self.file.close()
        if self.draft != self.path and os.path.exists(self.draft):
            os.unlink(self.draft)

    def _try(self, act: Callable[[], object]) -> None:
        try:
            act()
        except OSError as fault:
            raise CutShort(f"{self.given}: cannot be written ({fault.strerror})") from fault


def write_whole(path: str, text: str) -> None:
    """Write a file, whole or not at all; raises Unwritable."""
    sheet = Sheet(path).begin()
    whole = False
    try:
        sheet.write(text)
        whole = True
    finally:
        sheet.close(keep=whole)


def _so_far(path: str) -> str:
    """Return what a step has summed up before: the page is all of the step's commands'."""
    try:
        with open(path, encoding="utf-8", errors="replace", newline="") as file:
            said = file.read()
    except FileNotFoundError:
        return ""
    return said + "\n" * (said[-1:] not in ("", "\n"))


class Press:
    """Prints each report in every format that was asked for; files appear when all went well."""

    def __init__(self, view: View) -> None:
        """Keep what is to be shown; nothing is printed until there is a page or a file."""
        self.view = view
        self.tally = Tally()
        self.sheets: list[Sheet] = []
        self.outlets: list[tuple[Writer, Callable[[str], None]]] = []

    def to_page(self, page: Page, name: str) -> None:
        """Print on a page, in the format `name`."""
        self.outlets.append((writer(name, self.view), page.write))

    def to_file(self, path: str, name: str) -> None:
        """Print to a file as well, without colour; raises Unwritable."""
        self.sheets.append(Sheet(path))
        self.sheets[-1].begin()
        if name == "markdown" and path == os.environ.get("GITHUB_STEP_SUMMARY"):
            self.sheets[-1].write(_so_far(path))
        self.outlets.append((writer(name, self.view._replace(colour=False)), self.sheets[-1].write))

    def add(self, report: Report) -> None:
        """Count and print one document's report."""
        self.tally.add(report, self.view.floor)
        for outlet, write in self.outlets:
            write(outlet.add(report))

    def end(self) -> None:
        """Print what each format has to say at the end."""
        for outlet, write in self.outlets:
            write(outlet.end(self.tally))

    def __enter__(self) -> Press:
        """Open for printing."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Put the files in their places, all or none; after a fault throw the drafts away."""
        whole = False
        try:
            if kind is None:
                for sheet in self.sheets:
                    sheet.end()
                whole = True
        finally:
            for sheet in self.sheets:
                sheet.close(keep=whole)
