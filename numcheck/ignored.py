"""What git is told to ignore: a folder's .gitignore, and those above."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from functools import cache

from numcheck.named import NamedTuple

_LISTS = (".gitignore", os.path.join(".git", "info", "exclude"))


class Line(NamedTuple):
    """A line of such a list: the parts of its pattern, and what they are matched against."""

    parts: tuple[str, ...]
    back: bool = False
    folders: bool = False


class Ignored:
    """The lists that hold under a folder: those of its repository's top, and of all on the way.

    Where there is no repository, the folder's own and those below it.
    """

    def __init__(self, folder: str) -> None:
        """Find the top of the repository that a folder belongs to."""
        self.top = os.path.abspath(folder)
        here = self.top
        while not os.path.exists(os.path.join(here, ".git")):
            above = os.path.dirname(here)
            if above == here:
                return
            here = above
        self.top = here

    def has(self, path: str, is_folder: bool) -> bool:
        """Say whether a path is ignored; the nearest list speaks last, in it the last line.

        Of a folder that is ignored nobody asks what stands in it.
        """
        whole = os.path.abspath(path)
        home = os.path.dirname(whole)
        while True:
            parts = os.path.relpath(whole, home).split(os.sep)
            for line in reversed(_lines(home)):
                if (is_folder or not line.folders) and _fits(parts, line.parts):
                    return not line.back
            if home == self.top or home == os.path.dirname(home):
                return False
            home = os.path.dirname(home)

    def any_above(self, path: str) -> bool:
        """Say whether a path is ignored, or a folder on the way to it from the top."""
        inside = os.path.relpath(os.path.abspath(path), self.top).split(os.sep)
        above = (os.path.join(self.top, *inside[:number]) for number in range(1, len(inside)))
        return any(self.has(one, True) for one in above) or self.has(path, False)


@cache
def _lines(folder: str) -> tuple[Line, ...]:
    """Return what a folder's lists say, the weaker list first; none, where there is none."""
    found: list[Line] = []
    for name in reversed(_LISTS):
        try:
            with open(os.path.join(folder, name), encoding="utf-8", errors="replace") as file:
                found += filter(None, map(_line, file.read().splitlines()))
        except OSError:
            continue  # no list, or none that we may read: nothing is ignored by it
    return tuple(found)


def _line(written: str) -> Line | None:
    """Read a line as git does; None for what is empty or a remark."""
    kept = written.rstrip(" \t") if not written.endswith("\\ ") else written
    back = kept.startswith("!")
    kept = kept.removeprefix("!")
    folders = kept.endswith("/")
    kept = kept.rstrip("/")
    if not kept or written.startswith("#"):
        return None
    parts = [_plain(part) for part in kept.removeprefix("/").split("/")]
    if "/" not in kept:
        parts.insert(0, "**")
    return Line(tuple(parts), back, folders)


def _plain(part: str) -> str:
    """Return a part without backslashes: what follows one stands for itself."""
    said, signs = "", iter(part)
    for sign in signs:
        said += f"[{next(signs, sign)}]" if sign == chr(92) else sign
    return said


def _fits(path: Sequence[str], pattern: Sequence[str]) -> bool:
    """Match the parts of a path, `**` being any number of them; never in more than m·n steps."""
    reached = {0}
    for part in pattern:
        if part == "**":
            reached = set(range(min(reached, default=len(path) + 1), len(path) + 1))
        else:
            reached = {at + 1 for at in reached if at < len(path) and fnmatchcase(path[at], part)}
    # "docs/**" is all that stands in docs, and not docs itself.
    return len(path) in reached and (pattern[-1] != "**" or len(path) >= len(pattern))


def walk(folder: str, faults: list[OSError]) -> Iterator[tuple[str, list[str], list[str]]]:
    """Walk a folder by name, hidden and ignored files and folders left out."""
    ignored = Ignored(folder)
    for here, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(_kept(ignored, here, folders, True))
        yield here, folders, sorted(_kept(ignored, here, files, False))


def _kept(ignored: Ignored, here: str, names: Sequence[str], folders: bool) -> Iterator[str]:
    for name in names:
        if not name.startswith(".") and not ignored.has(os.path.join(here, name), folders):
            yield name
