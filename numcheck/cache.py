"""Reports kept by the content that they are of."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from functools import cache
from typing import TYPE_CHECKING, Any

from numcheck import __version__, shelf
from numcheck.digest import digest
from numcheck.model.document import Cell, Location
from numcheck.model.finding import Correction, FigureShown, Finding, Leave
from numcheck.model.span import Span
from numcheck.report.outcome import Report
from numcheck.report.proof import Paragraph, Proof

if TYPE_CHECKING:
    from numcheck.config import Config

_KEPT: dict[str, Any] = {
    one.__name__: one
    for one in (
        Cell, Correction, FigureShown, Finding, Leave, Location, Paragraph, Proof, Report, Span,
    )
}  # fmt: skip
_ROOM = os.path.dirname(os.path.abspath(__file__))


class Cache:
    """A folder of reports, for any number of processes at once; it may be deleted at any time.

    What is kept is text, and no more than text when it is read: nobody's program.
    """

    def __init__(self, folder: str) -> None:
        """Name the folder; it is made when there is something to keep."""
        self.folder = folder

    def get(self, key: str, make: Callable[[], Report]) -> Report:
        """Return the report kept under a key; else make it, and keep it if it is without fault."""
        path = os.path.join(self.folder, key[:2], f"{key[2:]}.json")
        try:
            with open(path, "rb") as file:
                report = _unpacked(json.loads(file.read()))
            if isinstance(report, Report):
                return report
        except (OSError, ValueError, TypeError, LookupError, RecursionError):
            pass  # not there, or half deleted, or of another hand: made anew
        report = make()
        if report.read and not report.faults:
            self._put(path, json.dumps(_packed(report)).encode())
        return report

    def _put(self, path: str, data: bytes) -> None:
        """Write a file whole; what cannot be kept is only made again next time."""
        draft = f"{path}.{os.getpid()}.part"
        try:
            if not os.path.isdir(self.folder):
                os.makedirs(self.folder, exist_ok=True)
                with open(os.path.join(self.folder, ".gitignore"), "w") as file:
                    file.write("*\n")
            os.makedirs(os.path.dirname(path), exist_ok=True)
            try:
                with open(draft, "wb") as file:
                    file.write(data)
                os.replace(draft, path)
            except BaseException:
                if os.path.exists(draft):
                    os.unlink(draft)
                raise
        except OSError:
            return


def key(data: bytes, name: str, wish: Config, said: tuple[object, ...]) -> str:
    """Return what a report depends on as one digest: content, name, wishes, rules, numcheck."""
    given = sorted(wish.severity.items()), sorted(wish.accepted.items())
    wants = (wish.locale, *given, wish.fields, wish.units, sorted(wish.words.items()))
    rules = _rules(wish.select, wish.ignore, wish.rules)
    parts = (name, said, wants, rules, _program(), digest(data))
    return digest(repr(parts).encode("utf-8", "surrogatepass"))


@cache
def _rules(select: tuple[str, ...], ignore: tuple[str, ...], folders: tuple[str, ...]) -> str:
    """Return a digest of the rule files that are wanted."""
    read = []
    for rule in shelf.chosen(select, ignore, folders):
        with open(rule.path, "rb") as file:
            read.append(f"{rule.id} {digest(file.read())}")
    return digest("\n".join(read).encode())


@cache
def _program() -> str:
    """Return a digest of numcheck itself, its lexicon included, so that none outlives a change."""
    read = [__version__]
    for here, folders, files in os.walk(_ROOM):
        folders.sort()
        for name in sorted(files):
            if name.endswith((".py", ".json")):
                with open(os.path.join(here, name), "rb") as file:
                    read.append(digest(file.read()))
    return digest("\n".join(read).encode())


def _packed(what: Any) -> Any:
    """Return a record as a list, its name first; a plain tuple has none."""
    if isinstance(what, str | int | None):
        return what
    fields = getattr(what, "_fields", None)
    if fields is None:
        return ["", *map(_packed, what)]
    return [type(what).__name__, *(_packed(getattr(what, name)) for name in fields)]


def _unpacked(what: Any) -> Any:
    if not isinstance(what, list):
        return what
    values = [_unpacked(one) for one in what[1:]]
    return _KEPT[what[0]](*values) if what[0] else tuple(values)
