"""Feeds the whole walk mutated articles, for as long as one likes.

Run it with atheris installed: `python tests/fuzzing/walk.py FOLDER -max_total_time=1800`, where
FOLDER holds articles to begin with and takes those that reach new code. The first byte chooses the
format. A crash, a figure that is not where its span says, or a text that takes more than ten
seconds ends the run, and the text is kept.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["numcheck"]):
    from numcheck import shelf
    from numcheck.check import walk_through
    from numcheck.config import Config
    from numcheck.read import READERS, Unreadable, read_bytes

RULES = shelf.rules(Config())
SUFFIXES = [suffix for reader in READERS if reader.format != "pdf" for suffix in reader.suffixes]


def walk(data: bytes) -> None:
    """Read, extract, relate and judge what lies in some bytes; only `Unreadable` is allowed."""
    if len(data) < 2:
        return
    try:
        document = read_bytes(data[1:], "article" + SUFFIXES[data[0] % len(SUFFIXES)])
    except Unreadable:
        return
    walked = walk_through(document, RULES)
    assert not walked.faults, walked.faults
    for quantity in walked.passage.quantities:
        assert document.text[quantity.span.start : quantity.span.end] == quantity.text, quantity
    for decision in walked.decisions:
        assert decision.message is not None


if __name__ == "__main__":
    atheris.Setup([*sys.argv, "-timeout=10", "-max_len=4096"], walk)
    atheris.Fuzz()
