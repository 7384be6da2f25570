"""Arguments in, exit status out."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from numcheck import __version__, arguments
from numcheck.errands.aloud import say, tell
from numcheck.report.press import CutShort, Page, Unwritable

if TYPE_CHECKING:
    from argparse import Namespace

    from numcheck.config import Config
    from numcheck.report.outcome import Report

FINE, FOUND, WRONG_USE, UNREAD, INTERRUPTED = 0, 1, 2, 3, 130


def main(words: Sequence[str] | None = None) -> int:
    """Run the command and return its exit status."""
    given = list(sys.argv[1:] if words is None else words)
    if not given:
        print(arguments.USAGE, end="", file=sys.stderr)
        return WRONG_USE
    if given[0] in ("-h", "--help", "help"):
        return _printed(arguments.USAGE)
    if given[0] in ("-V", "--version"):
        return _printed(f"numcheck {__version__}\n")
    if given[0] not in COMMANDS:
        say(f"{given[0]!r} is not a command; there are {', '.join(COMMANDS)}")
        return WRONG_USE
    try:
        return _run(COMMANDS[given[0]], arguments.parse(given[0], given[1:]))
    except KeyboardInterrupt:
        return INTERRUPTED


def _printed(text: str) -> int:
    """Print what was asked for, and return the status."""
    page = Page()
    page.write(text)
    return _closed(page, FINE)


def _run(command: Command, options: Namespace) -> int:
    """Run one command; what is wrong with rules or configuration is said, and is status 2."""
    from numcheck.config import WrongUse
    from numcheck.shelf import BrokenShelf

    page = Page()
    status = WRONG_USE
    try:
        status = command(options, page)
    except CutShort as broken:
        say(str(broken))
        status = UNREAD
    except (WrongUse, Unwritable) as broken:
        say(str(broken))
    except BrokenShelf as broken:
        for sentence in broken.sentences:
            say(sentence)
    return _closed(page, status)


def _closed(page: Page, status: int) -> int:
    """Write what is held back, and return the status, or that of an output that is cut short."""
    page.close()
    if page.fault:
        say(f"the output could not be written ({page.fault})")
        return UNREAD
    return status


def check(options: Namespace, page: Page) -> int:
    """Check files, folders and standard input."""
    from numcheck.errands import checking

    return checking.check(options, page)


def scan_file(options: Namespace, page: Page) -> int:
    """Check many documents, one a line of JSON."""
    from numcheck.errands import checking

    return checking.scan_file(options, page)


def extract(options: Namespace, page: Page) -> int:
    """Show the figures as they are read."""
    from numcheck import inputs, rounds, scan
    from numcheck.report import figures
    from numcheck.report.outcome import Report

    show = figures.as_text if options.format == "text" else figures.as_jsonl
    status, wishes = FINE, rounds.wishes(options)
    for one in inputs.find(options.paths or ["."]):
        if one.fault:
            report = Report(one.path, faults=(one.fault,))
        elif one.path == "-":
            name, data = options.stdin_filename, sys.stdin.buffer.read()
            report = scan.figures_of(name, data, wishes, options.locale, options.engine)
        else:
            report = scan.figures_of(one.path, None, wishes, options.locale, options.engine)
        tell(report)
        status = UNREAD if report.faults else status
        for line in _steps(report, options.locale) if options.explain else show(report):
            page.write(line)
    return status


def _steps(report: Report, locale: str | None) -> Iterator[str]:
    from numcheck.extract.explain import explain
    from numcheck.report.figures import as_steps

    passage = report.passage
    return as_steps(report, explain(passage.document, locale) if passage else ())


def rules(options: Namespace, page: Page) -> int:
    """List the rules that are on; or those, on or off, whose id fits."""
    from numcheck import shelf
    from numcheck.report import rulebook

    chosen = shelf.rules(_config(options), options.rule)
    show = rulebook.handbook if options.format == "markdown" else rulebook.entries
    for line in show(chosen):
        page.write(line)
    return FINE


def explain(options: Namespace, page: Page) -> int:
    """Show the page of a rule."""
    from numcheck import shelf
    from numcheck.report import rulebook

    for rule in shelf.rules(_config(options), options.rule):
        for part in rulebook.page(rule):
            page.write(part)
    return FINE


def test(options: Namespace, page: Page) -> int:
    """Run the good and bad sentences of rules; 1 where one of them fails."""
    from numcheck import shelf
    from numcheck.examples import failures
    from numcheck.report.tally import many

    files = shelf.files(options.paths or [shelf.built_in_folder()])
    failed = sentences = 0
    for rule in shelf.load(files):
        sentences += len(rule.good) + len(rule.bad)
        for failure in failures(rule):
            failed += 1
            page.write(f"{failure}\n\n")
    counted = f"{many(len(files), 'rule')}, {many(sentences, 'sentence')}, {failed} failed"
    print(counted, file=sys.stderr)
    return FOUND if failed else FINE


def baseline(options: Namespace, page: Page) -> int:
    """List the findings that are there, so that a check leaves them out."""
    from numcheck.errands import listing

    return _errand(listing.write(options, tell))


def fix(options: Namespace, page: Page) -> int:
    """Show suggestions as a patch."""
    from numcheck.errands import patches

    return _errand(patches.show(options, page, tell))


def init(options: Namespace, page: Page) -> int:
    """Write a configuration with comments."""
    from numcheck.errands import beginning

    return _errand(beginning.write(options.force))


def completion(options: Namespace, page: Page) -> int:
    """Print what a shell needs to complete the words of the command line."""
    from numcheck.errands import shells

    page.write(shells.script(options.shell))
    return FINE


def _errand(told: tuple[str, int]) -> int:
    sentence, status = told
    say(sentence)
    return status


def _config(options: Namespace) -> Config:
    """Return what holds in this folder, the options before it."""
    from numcheck import rounds

    return rounds.wishes(options).of("numcheck.toml")


Command = Callable[["Namespace", Page], int]
COMMANDS: dict[str, Command] = {
    "check": check,
    "extract": extract,
    "scan": scan_file,
    "rules": rules,
    "explain": explain,
    "test": test,
    "baseline": baseline,
    "fix": fix,
    "init": init,
    "completion": completion,
}
