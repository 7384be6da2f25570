"""What a whole run came to: files, figures, claims, findings."""

from __future__ import annotations

from numcheck.model.finding import SEVERITIES, Severity
from numcheck.report.outcome import Report


class Tally:
    """Counts that grow with each report; `findings` counts those listed, by severity.

    `noun` is what the closing line calls a document.
    """

    __slots__ = (
        "claims", "faults", "figures", "files", "findings", "idle", "noun", "suppressed",
        "undecided",
    )  # fmt: skip

    def __init__(self, noun: str = "file") -> None:
        """Begin at nothing."""
        self.noun = noun
        self.files = self.figures = self.claims = self.undecided = self.suppressed = 0
        self.findings: dict[Severity, int] = dict.fromkeys(SEVERITIES, 0)
        self.faults: list[tuple[str, str]] = []
        self.idle: list[tuple[str, str]] = []

    def add(self, report: Report, floor: Severity | None = None) -> None:
        """Count one document; what `floor` hides still counts, what it asks for counts too."""
        self.files += report.read
        self.figures += report.figures
        self.claims += report.claims
        self.undecided += report.undecided
        self.suppressed += report.suppressed
        self.faults += [(report.path, fault) for fault in report.faults]
        self.idle += [(report.path, sentence) for sentence in report.idle]
        for finding in report.listed("note" if floor == "note" else None):
            self.findings[finding.severity] += 1

    def reaches(self, level: str) -> bool:
        """Say whether a finding is at `level` or above; nothing reaches `never`."""
        if level == "never":
            return False
        least = SEVERITIES.index(level)
        return any(self.findings[severity] for severity in SEVERITIES[least:])

    def to_dict(self) -> dict[str, object]:
        """Return the counts as the public JSON describes them."""
        return {
            "files": self.files,
            "figures": self.figures,
            "claims": self.claims,
            "undecided": self.undecided,
            "suppressed": self.suppressed,
            "findings": dict(reversed(self.findings.items())),
        }

    def __str__(self) -> str:
        """Return the closing line of a run."""
        found = sum(self.findings.values())
        by_level = ", ".join(
            many(number, severity) for severity, number in reversed(self.findings.items()) if number
        )
        said = [
            f"{many(self.files, self.noun)}: {many(self.figures, 'figure')} read",
            f"{many(self.claims, 'claim')} checked",
            many(found, "finding") + (f" ({by_level})" if by_level else ""),
        ]
        if self.suppressed:
            said.append(f"{self.suppressed} suppressed")
        return ", ".join(said)


def many(number: int, noun: str) -> str:
    """Return a number with its noun: one file, two files."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"
