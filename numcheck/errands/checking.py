"""The checks themselves: of files, and of many documents in one."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from numcheck.errands.aloud import say, tell
from numcheck.report.press import Press

if TYPE_CHECKING:
    from argparse import Namespace

    from numcheck.changes import Changed
    from numcheck.inputs import Input
    from numcheck.report.press import Page
    from numcheck.report.tally import Tally

FINE, FOUND, WRONG_USE, UNREAD = 0, 1, 2, 3


def check(options: Namespace, page: Page) -> int:
    """Check files, folders and standard input; with `--watch`, until interrupted."""
    from numcheck import inputs, rounds, scan
    from numcheck.errands import progress
    from numcheck.report import SHOW_COPY, View
    from numcheck.standing import Standing

    if options.watch:
        return _watch(options)
    if options.output:
        _take_terminations_for_interrupts()
    formats = {options.format, *(name for name, _ in options.output)}
    found = list(inputs.find(options.paths or ["."]))
    names = [options.stdin_filename if one.path == "-" else one.path for one in found]
    wishes = rounds.wishes(options)
    rules = rounds.rules(wishes, names)
    terms = scan.Terms(
        wishes,
        options.date,
        options.locale,
        _whole(options, formats),
        not SHOW_COPY.isdisjoint(formats),
        _changed(options, found) if options.diff else None,
    )
    view = View(options.min_level, options.show_passed, _colour(options.color), rules)
    standing = Standing(wishes, options.paths or ["."])
    with Press(view) as press:
        press.to_page(page, options.format)
        for name, path in options.output:
            press.to_file(path, name)
        reports = rounds.reports(found, terms, options)
        for report in progress.over(reports, len(found), options):
            tell(report)
            press.add(report)
            standing.add(report)
        for path, sentence in standing.lapsed():
            say(f"{path}: {sentence}")
            press.tally.idle.append((path, sentence))
        press.end()
    return _status(press.tally, options)


def _take_terminations_for_interrupts() -> None:
    """Have a build server that ends the run leave no drafts behind."""
    import signal

    signal.signal(signal.SIGTERM, signal.default_int_handler)


def _watch(options: Namespace) -> int:
    from numcheck.errands import watching

    if "-" in options.paths:
        say("--watch looks at files; what comes in on standard input is checked once")
        return WRONG_USE
    watching.watch(options)


def _changed(options: Namespace, found: Sequence[Input]) -> Changed:
    from numcheck import changes

    piped = [options.stdin_filename] if any(one.path == "-" for one in found) else []
    paths = [one.path for one in found if one.path != "-" and not one.fault]
    return changes.since(options.diff, paths, piped)


def scan_file(options: Namespace, page: Page) -> int:
    """Check many documents, one a line of JSON."""
    from numcheck import rounds, scan
    from numcheck.errands import progress
    from numcheck.report import View

    wishes = rounds.wishes(options)
    rounds.rules(wishes, [options.file])
    terms = scan.Terms(wishes, options.date, options.locale, _whole(options))
    piped = options.file == "-"
    try:
        size = scan.PAYS_FROM if piped else os.path.getsize(options.file)
        file = open(sys.stdin.fileno() if piped else options.file, "rb")  # noqa: SIM115
    except OSError as fault:
        say(f"{options.file}: cannot be read ({fault.strerror})")
        return UNREAD
    name = "<stdin>" if piped else options.file
    with file, Press(View(options.min_level, options.show_passed)) as press:
        if options.output:
            press.to_file(options.output, "jsonl")
        else:
            press.to_page(page, "jsonl")
        press.tally.noun = "document"
        reports = scan.scan_lines(terms, file, name, scan.jobs_for(options.jobs, size))
        if not piped:
            reports = progress.over(reports, size, options, lambda _: file.tell())
        for report in reports:
            tell(report)
            press.add(report)
        press.end()
    return _status(press.tally, options)


def _whole(options: Namespace, formats: Collection[str] = ()) -> bool:
    """Say whether anybody will look at the checks beside the findings."""
    from numcheck.report import SHOW_CHECKS

    wanted = options.show_passed or options.min_level == "note"
    return wanted or not SHOW_CHECKS.isdisjoint(formats)


def _colour(wish: str) -> bool:
    if wish != "auto":
        return wish == "always"
    return (
        sys.stdout.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    )


def _status(tally: Tally, options: Namespace) -> int:
    """Print the closing line, and return the exit status that the findings make."""
    if not options.quiet:
        print(tally, file=sys.stderr)
    if tally.faults:
        return UNREAD
    return FOUND if tally.reaches(options.fail_level) else FINE
