"""What the command is given: files, folders, standard input."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import NamedTuple

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
    """Yield what each path stands for, in the order given; folders are walked by name."""
    for path in paths:
        if path != "-" and os.path.isdir(path):
            yield from _walk(path)
        else:
            yield Input(path, _size(path))


def _walk(folder: str) -> Iterator[Input]:
    """Yield the articles under a folder: hidden files and folders and other people's code apart."""
    faults: list[OSError] = []
    empty = True
    for here, folders, files in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(
            name for name in folders if name not in _NOT_ENTERED and not name.startswith(".")
        )
        for name in sorted(files):
            if name.lower().endswith(SUFFIXES) and not name.startswith("."):
                empty = False
                path = os.path.join(here, name)
                yield Input(path[2:] if path.startswith("." + os.sep) else path, _size(path))
    for fault in faults:
        yield Input(str(fault.filename), fault=f"the folder cannot be read ({fault.strerror})")
    if empty and not faults:
        looked = ", ".join(SUFFIXES)
        yield Input(folder, fault=f"no articles in this folder (looked for {looked})")


def _size(path: str) -> int:
    """Return a file's size; 0 where it cannot be told, so that reading it says why."""
    try:
        return os.path.getsize(path)
    except OSError:
        return 0
