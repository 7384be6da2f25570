"""The figures as they are read: for eyes, and as jsonl."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from numcheck.report.outcome import Report

if TYPE_CHECKING:
    from numcheck.model.passage import Step
    from numcheck.model.quantity import Quantity


def as_text(report: Report) -> Iterator[str]:
    """Yield a line a figure: where it stands, its print, and what it is taken for."""
    if report.passage is None:
        return
    locate = report.passage.document.locate
    for quantity in report.passage.quantities:
        where = locate(quantity.span)
        place = where.label or f"{where.line}:{where.column}"
        print_ = " ".join(quantity.text.split())
        yield f"{report.path}:{place}: {print_}  {_reading(quantity)}\n"


def as_jsonl(report: Report) -> Iterator[str]:
    """Yield a figure a line, in the public form, with its file, line and column."""
    from numcheck.report.lines import one_line

    if report.passage is None:
        return
    locate = report.passage.document.locate
    for quantity, shown in zip(report.passage.quantities, report.quantities, strict=True):
        where = locate(quantity.span)
        place = {"path": report.path, "line": where.line, "column": where.column}
        yield one_line(shown.to_dict() | place)


def as_steps(report: Report, steps: Iterable[Step]) -> Iterator[str]:
    """Yield the stages by which figures were read, a figure's under the word that opened it."""
    if report.passage is None:
        return
    locate = report.passage.document.locate
    for step in steps:
        if step.stage == "word":
            where = locate(step.span)
            place = where.label or f"{where.line}:{where.column}"
            yield f"{report.path}:{place}: {' '.join(step.said.split())}\n"
        else:
            yield f"    {step.stage:<8} {' '.join(step.said.split())}\n"


def _reading(quantity: Quantity) -> str:
    """Say in a few words what a figure is taken for."""
    shown = quantity.to_dict()
    words: list[str] = [quantity.kind]
    if shown["value"] is not None:
        words.append(_short(shown["value"]))
    elif shown["low"] is not None:
        words.append(f"{_short(shown['low'])} to {_short(shown['high'])}")
    if shown["unit"]:
        words.append(shown["unit"])
    if shown["counts"]:
        words.append(f"of {shown['counts']}")
    if shown["hedge"]:
        words.append(f"({shown['hedge']})")
    return " ".join(words)


def _short(value: float | None) -> str:
    """Print a number for eyes: 3h 20m is 3.3333333 hours, and no longer."""
    printed = str(value)
    return printed if value is None or len(printed) < 16 else f"{value:.8g}"
