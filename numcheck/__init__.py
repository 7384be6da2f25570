"""The public names; everything behind them is imported when first used."""

from __future__ import annotations

TYPE_CHECKING = False  # as type checkers read it; typing itself would be 9 ms
if TYPE_CHECKING:
    from numcheck.check import check_file, check_text, extract_text
    from numcheck.model import VERSION as __version__  # noqa: N811
    from numcheck.model.finding import Finding
    from numcheck.report.outcome import Report

__all__ = ["Finding", "Report", "__version__", "check_file", "check_text", "extract_text"]


def __getattr__(name: str) -> object:
    """Import a public name when it is first asked for, so that `import numcheck` costs nothing."""
    if name in ("check_text", "check_file", "extract_text"):
        from numcheck import check

        return getattr(check, name)
    if name == "__version__":
        from numcheck.model import VERSION

        return VERSION
    if name == "Finding":
        from numcheck.model.finding import Finding

        return Finding
    if name == "Report":
        from numcheck.report.outcome import Report

        return Report
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
