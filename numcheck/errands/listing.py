"""Lists today's findings, so that a check leaves them out."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TYPE_CHECKING

from numcheck import inputs, rounds, scan
from numcheck.config import BASELINE
from numcheck.config.baseline import as_json
from numcheck.report.press import write_whole
from numcheck.report.tally import many

if TYPE_CHECKING:
    from argparse import Namespace

    from numcheck.model.finding import Finding
    from numcheck.report.outcome import Report

FINE, UNREAD = 0, 3


def write(options: Namespace, tell: Callable[[Report], None]) -> tuple[str, int]:
    """Write the baseline of some paths, whole or not at all; return what to say, and the status.

    Where something could not be read or checked nothing is written: the list would be short.
    """
    target = options.output or BASELINE
    found = list(inputs.find(options.paths or ["."]))
    wishes = rounds.wishes(options)
    rounds.rules(wishes, [one.path for one in found])
    terms = scan.Terms(wishes, options.date, options.locale)
    findings: list[Finding] = []
    faults = 0
    for report in rounds.reports(found, terms, options):
        tell(report)
        faults += len(report.faults)
        findings += report.findings
    if faults:
        return f"{target}: not written, since not everything could be checked", UNREAD
    write_whole(target, as_json(findings, target))
    return f"{os.path.relpath(target)}: {many(len(findings), 'finding')} listed", FINE
