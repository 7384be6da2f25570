"""What one document gave: findings, checks, quantities, faults."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from numcheck.model.finding import SEVERITIES, Finding, Severity
from numcheck.record import record, replace

if TYPE_CHECKING:
    from numcheck.model.passage import Passage
    from numcheck.model.quantity import Quantity
    from numcheck.report.proof import Proof

Checks = tuple[Finding, ...]


@record(frozen=False)
class Report:
    """What was found in one document.

    `findings` are the broken checks that stand. `decided` gives all checks, those suppressed or
    told twice included; since most readers ask for findings only, it may be a function, called
    when `checks` are first asked for. `figures` counts the quantities read, `claims` the checks
    that came to a verdict, `undecided` those that did not, `suppressed` the findings that the
    document or the configuration takes back. `faults` are sentences about checks that crashed,
    while the others went on, or about why the document was not `read` at all; `idle` are
    sentences about suppressions that suppress nothing. `stood` are the fingerprints of what the
    project lets stand, by its configuration or its lists.
    """

    path: str
    findings: Checks = ()
    decided: Checks | Callable[[], Checks] = ()
    figures: int = 0
    claims: int = 0
    undecided: int = 0
    suppressed: int = 0
    faults: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()
    passage: Passage | None = None
    read: bool = True
    kept: Proof | None = None
    stood: tuple[str, ...] = ()

    @property
    def checks(self) -> Checks:
        """Every relation that was decided, or could not be, in the order of the text."""
        if callable(self.decided):
            self.decided = self.decided()
        return self.decided

    @property
    def quantities(self) -> list[Quantity]:
        """The figures read, in order; their spans are offsets into the file."""
        if self.passage is None:
            return []
        source = self.passage.document.source
        if not source.pieces:
            return list(self.passage.quantities)
        return [replace(one, span=source.back(one.span)) for one in self.passage.quantities]

    def listed(self, floor: Severity | None = None) -> list[Finding]:
        """Return the findings to show: those at `floor` or above; with `note`, strained ones too.

        Without a floor these are the findings. A strained check fits only at the edge of what
        rounding allows; it is a note for whoever asks.
        """
        if floor is None:
            return list(self.findings)
        if floor == "note":
            strained = [check for check in self.checks if check.verdict == "strained"]
            return sorted([*self.findings, *strained], key=lambda one: one.location.start)
        least = SEVERITIES.index(floor)
        return [one for one in self.findings if SEVERITIES.index(one.severity) >= least]

    def others(self, shown: Sequence[Finding]) -> list[Finding]:
        """Return the checks that are not among the findings `shown`."""
        told = {finding.fingerprint for finding in shown}
        return [check for check in self.checks if check.fingerprint not in told]

    def proof(self) -> Proof | None:
        """Return the copy and its figures, to be marked; None where nothing was read."""
        if self.kept is None and self.passage is not None:
            from numcheck.report.proof import proof_of

            self.kept = proof_of(self.passage)
        return self.kept

    def slim(self, whole: bool, proof: bool = False) -> Report:
        """Return the report without its text, to hand from process to process.

        Only a `whole` one keeps the checks, and the copy only if a `proof` is wanted.
        """
        kept = self.proof() if proof else None
        return replace(self, passage=None, decided=self.checks if whole else (), kept=kept)


def crashed(what: str, crash: Exception) -> str:
    """Return one sentence on a fault of our own, with the place that a maintainer needs."""
    at = crash.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    place = ""
    if at is not None:
        name = at.tb_frame.f_code.co_filename.replace("\\", "/").rpartition("/")[2]
        place = f" at {name}:{at.tb_lineno}"
    return f"{what} crashed ({type(crash).__name__}: {crash}{place}); please report this"
