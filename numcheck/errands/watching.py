"""Checks again whenever an article, or what it is checked by, changes."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, NoReturn

from numcheck import inputs, rounds, shelf
from numcheck.config import ACCEPTED, NAMES, BrokenConfig, nearest
from numcheck.errands.aloud import say

if TYPE_CHECKING:
    from argparse import Namespace

Stamps = dict[str, tuple[int, int]]

_PAUSE = 0.4  # seconds between two looks
_CLEAR = "\x1b[2J\x1b[3J\x1b[H"


def watch(options: Namespace) -> NoReturn:
    """Run the same check in a process of its own, again and again, until interrupted.

    So each round reads configuration and rules afresh. Without a cache of the user's, one in a
    folder that goes when the watch is over keeps what has not changed.
    """
    import tempfile

    from numcheck.report.tally import many

    with tempfile.TemporaryDirectory(prefix="numcheck-") as kept:
        words = [word for word in options.words if word != "--watch"]
        if not options.cache:
            words[:0] = ["--cache", kept]
        command = [sys.executable, "-m", "numcheck", "check", *words]
        while True:
            seen = stamps(options)
            if sys.stdout.isatty():
                print(_CLEAR, end="", flush=True)
            subprocess.run(command, check=False)
            say(f"watching {many(len(seen), 'file')}; Ctrl-C ends it")
            while stamps(options) == seen:
                time.sleep(_PAUSE)


def stamps(options: Namespace) -> Stamps:
    """Return time and size of every file that a change of which calls for another round."""
    nearest.cache_clear()
    found = [one.path for one in inputs.find(options.paths or ["."]) if not one.fault]
    seen = {}
    for path in (*found, *_beside(found, options)):
        try:
            status = os.stat(path)
        except OSError:
            continue  # gone, or not there yet
        seen[path] = status.st_mtime_ns, status.st_size
    return seen


def _beside(found: list[str], options: Namespace) -> Iterator[str]:
    """Yield what articles are checked by: configurations, lists, rules of one's own."""
    yield from filter(None, (options.config, options.baseline))
    folders = list(options.rules)
    wishes = rounds.wishes(options) if not options.config else None
    for home in sorted({os.path.dirname(os.path.abspath(path)) for path in found}):
        for here in _upwards(home):
            yield from (os.path.join(here, name) for name in (*NAMES, ACCEPTED))
        if wishes is not None:
            try:
                folders += wishes.of(os.path.join(home, "x")).rules
            except BrokenConfig:
                continue  # the round says what is wrong with it
    for folder in dict.fromkeys(folders):
        yield from (one.path for one in shelf.rule_files(folder))


def _upwards(folder: str) -> Iterator[str]:
    while True:
        yield folder
        above = os.path.dirname(folder)
        if above == folder:
            return
        folder = above
