"""How far a long run has come, for whoever watches a terminal."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argparse import Namespace

    from rich.progress import Progress

    from numcheck.report.outcome import Report

_LONG = 1.0  # seconds: what is over sooner needs no bar
_OFTEN = 0.1


def over(
    reports: Iterable[Report],
    total: int,
    options: Namespace,
    done: Callable[[int], int] = int,
) -> Iterator[Report]:
    """Yield reports, and show after a second how many of `total` are `done`, on terminals only.

    The bar is taken away before anything is printed beside it, and at the end.
    """
    if options.quiet or not sys.stderr.isatty():
        yield from reports
        return
    bar = _Bar(total)
    beside = sys.stdout.isatty()
    by_finding = getattr(options, "format", "jsonl") in ("text", "concise", "jsonl")
    talks = options.show_passed or not by_finding
    try:
        for number, report in enumerate(reports, 1):
            if report.faults or report.idle or (beside and (talks or report.findings)):
                bar.take_away()
            yield report
            bar.move(done(number))
    finally:
        bar.take_away()


class _Bar:
    """A bar that comes when work turns out to be long; who draws it is imported then."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.next = time.monotonic() + _LONG
        self.drawn: Progress | None = None
        self.shown = False

    def move(self, done: int) -> None:
        """Draw the bar as it should be, if it is time."""
        now = time.monotonic()
        if now < self.next and (self.shown or self.drawn is None):
            return
        self.next = now + _OFTEN
        if self.drawn is None:
            self.drawn = _drawn(self.total)
        self.drawn.update(self.drawn.task_ids[0], completed=done)
        if self.shown:
            self.drawn.refresh()
        else:
            self.drawn.start()
            self.shown = True

    def take_away(self) -> None:
        """Leave the line empty."""
        if self.drawn is not None and self.shown:
            self.drawn.stop()
            self.shown = False


def _drawn(total: int) -> Progress:
    from rich.console import Console
    from rich.progress import (
        BarColumn,
        Progress,
        TaskProgressColumn,
        TextColumn,
        TimeRemainingColumn,
    )

    progress = Progress(
        TextColumn("checking"),
        BarColumn(),
        TaskProgressColumn(),
        TimeRemainingColumn(),
        console=Console(stderr=True),
        auto_refresh=False,
        transient=True,
        redirect_stdout=False,
        redirect_stderr=False,
    )
    progress.add_task("", total=total)
    return progress
