"""What is said on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numcheck.report.outcome import Report


def say(sentence: str) -> None:
    """Say a sentence, and whose it is."""
    print(f"numcheck: {sentence}", file=sys.stderr)


def tell(report: Report) -> None:
    """Say what is wrong with a document apart from its figures."""
    for sentence in (*report.faults, *report.idle):
        say(f"{report.path}: {sentence}")
