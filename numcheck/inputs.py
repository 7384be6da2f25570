"""What the command is given: files, folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from numcheck.named import NamedTuple
from numcheck.read import READERS

# Read when a folder is walked: most of the tables, JSON and XML of a folder are no articles. A file
# that is named is read whatever it is.
_PROSE = ("plain", "markdown", "html", "docx", "odt", "rst")
SUFFIXES = tuple(
    suffix for reader in READERS if reader.format in _PROSE for suffix in reader.suffixes
)
_NOT_ENTERED = frozenset({"node_modules", "__pycache__", "site-packages", "CVS", "venv"})


class Input(NamedTuple):
    """A file to read, its size in bytes; or why there is none."""

    path: str
    size: int = 0
    fault: str = ""


def find(paths: Iterable[str]) -> Iterator[Input]:
    """Yield what each path stands for, in the order given, none of it twice.

    Folders are walked by name; what looks like a glob and is no file is taken for one.
    """
    seen = set()
    for path in paths:
        for one in _stands_for(path):
            if one.path not in seen:
                seen.add(one.path)
                yield one


def _stands_for(path: str) -> Iterator[Input]:
    if path != "-" and os.path.isdir(path):
        yield from _walk(path)
    elif any(sign in path for sign in "*?[") and not os.path.lexists(path):
        yield from _globbed(path)
    else:
        yield Input(path, _size(path))


def _walk(folder: str) -> Iterator[Input]:
    """Yield the articles under a folder; what is hidden, ignored or other people's code apart."""
    from numcheck.ignored import walk

    faults: list[OSError] = []
    empty = True
    for here, folders, files in walk(folder, faults):
        folders[:] = [name for name in folders if name not in _NOT_ENTERED]
        for name in files:
            path = os.path.join(here, name)
            if name.lower().endswith(SUFFIXES) and not _is_pipe(path):
                empty = False
                yield Input(path[2:] if path.startswith("." + os.sep) else path, _size(path))
    for fault in faults:
        yield Input(str(fault.filename), fault=f"the folder cannot be read ({fault.strerror})")
    if empty and not faults:
        looked = ", ".join(SUFFIXES)
        yield Input(folder, fault=f"no articles in this folder (looked for {looked})")


def _globbed(pattern: str) -> Iterator[Input]:
    """Yield the files that fit a glob, by name; folders that fit it are walked, but by `**`.

    One that ends in a star says nothing of formats: of what fits, only articles are meant.
    """
    from glob import glob

    from numcheck.ignored import Ignored

    home = pattern[: min(pattern.index(sign) for sign in "*?[" if sign in pattern)]
    ignored = Ignored(os.path.dirname(home) or ".")
    suffixes = SUFFIXES if pattern.endswith("*") else ("",)
    empty = True
    for path in sorted(glob(pattern, recursive=True)):
        if ignored.any_above(path):
            continue
        if _is_pipe(path):
            continue
        if not os.path.isdir(path) and path.lower().endswith(suffixes):
            empty = False
            yield Input(path, _size(path))
        elif os.path.isdir(path) and "**" not in pattern:
            empty = False
            yield from _walk(path)
    if empty:
        yield Input(pattern, fault="nothing fits this pattern")


def _is_pipe(path: str) -> bool:
    """Say whether a walk passes over a file that is none: a pipe would be waited for for ever."""
    return os.path.exists(path) and not (os.path.isfile(path) or os.path.isdir(path))


def _size(path: str) -> int:
    """Return a file's size; 0 where it cannot be told, so that reading it says why."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
