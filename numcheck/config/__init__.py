"""What a project wants, and which wishes hold for a file."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache

from numcheck.model.finding import Severity
from numcheck.named import NamedTuple

NAMES = ("numcheck.toml", ".numcheck.toml", ".numcheck.yml", "pyproject.toml")
KEYS = tuple("select ignore rules locale severity accept per-file fields units words cache".split())
ACCEPTED = ".numcheck-ignore.yml"
BASELINE = ".numcheck-baseline.json"


class WrongUse(Exception):
    """What was asked for and cannot be; its text says why."""


class BrokenConfig(WrongUse):
    """A configuration that cannot be used; its text says where and what to write instead."""


class ForFiles(NamedTuple):
    """What holds besides for the files that fit a glob, which is relative to the configuration."""

    glob: str
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    severity: Mapping[str, Severity] = {}


class Config(NamedTuple):
    """A project's wishes, all of them optional.

    `select` and `ignore` are rule ids or globs, `rules` folders with rules of one's own.
    `severity` overrules what a rule says of itself. `accepted` are fingerprints of findings that
    somebody has looked at and let stand, each with the reason. `fields` are front matter's fields
    that are copy besides the usual ones, and, from `$` on, paths into JSON. `units` are
    units of one's own, in pint's syntax; `words` say of words what they are. `cache` is the folder
    that reports are kept in; `path` is where all this stands.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    locale: str | None = None
    severity: Mapping[str, Severity] = {}
    accepted: Mapping[str, str] = {}
    per_file: tuple[ForFiles, ...] = ()
    fields: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    words: Mapping[str, str] = {}
    cache: str = ""
    path: str = ""

    def of(self, path: str) -> Config:
        """Return what holds for one file: what is said for all, and for the globs that it fits."""
        wish = self
        for one in self.per_file:
            if _fits(path, one.glob, os.path.dirname(self.path)):
                wish = wish._replace(
                    select=one.select or wish.select,
                    ignore=(*wish.ignore, *one.ignore),
                    severity={**wish.severity, **one.severity},
                )
        return wish


class Wishes(NamedTuple):
    """Where the wishes for a file come from; what the command line says stands before them.

    Without `given`, a file's configuration is the nearest: in its own folder, or in one above.
    """

    given: Config | None = None
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    baseline: str = ""
    cache: str = ""

    def of(self, path: str) -> Config:
        """Return what holds for a file; raises BrokenConfig."""
        folder = os.path.dirname(os.path.abspath(path))
        wish = (nearest(folder) if self.given is None else self.given).of(path)
        standing = dict(wish.accepted)
        if self.given is None:
            standing |= {one.fingerprint: one.reason for one in accepted(folder, path)}
        if self.baseline:
            from numcheck.config.baseline import standing_in

            standing |= standing_in(self.baseline, path)
        return wish._replace(
            select=self.select or wish.select,
            ignore=(*wish.ignore, *self.ignore),
            rules=(*wish.rules, *self.rules),
            accepted=standing,
            cache=self.cache or wish.cache,
        )


class Accepted(NamedTuple):
    """A finding that somebody lets stand: who, when, why; perhaps in one file only."""

    fingerprint: str
    who: str
    when: str
    why: str
    path: str = ""
    line: int = 0
    home: str = ""

    @property
    def reason(self) -> str:
        """Why it stands, and by whose word."""
        return f"{self.why} ({self.who}, {self.when})"


def find(folder: str = ".") -> Config:
    """Return the configuration of a folder: its own, or that of the nearest one above."""
    here = os.path.abspath(folder)
    while True:
        for name in NAMES:
            path = os.path.join(here, name)
            data = _bytes(path)
            if data is not None and (name != "pyproject.toml" or b"[tool.numcheck" in data):
                return parse(data, path)
        above = os.path.dirname(here)
        if above == here:
            return Config()
        here = above


@cache
def nearest(folder: str) -> Config:
    """Find the configuration of a folder, once a process."""
    return find(folder)


def accepted(folder: str, path: str) -> tuple[Accepted, ...]:
    """Return the accepted findings of the nearest list that may concern a file."""
    return tuple(
        one
        for one in accepted_near(folder)
        if not one.path or os.path.join(one.home, one.path) == os.path.abspath(path)
    )


@cache
def accepted_near(folder: str) -> tuple[Accepted, ...]:
    """Return all of the nearest list of accepted findings: a folder's own, or one above."""
    path = os.path.join(folder, ACCEPTED)
    data = _bytes(path)
    if data is None:
        above = os.path.dirname(folder)
        return () if above == folder else accepted_near(above)
    from numcheck.config.accepting import parse as parse_accepted

    return parse_accepted(data, path)


def _bytes(path: str) -> bytes | None:
    """Return what stands in a file; None where there is none; raises BrokenConfig."""
    try:
        with open(path, "rb") as file:
            return file.read()
    except (FileNotFoundError, NotADirectoryError, IsADirectoryError):
        return None
    except OSError as fault:
        if isinstance(fault, PermissionError) and not os.path.lexists(path):
            return None  # a folder above that is not ours to look into
        raise BrokenConfig(f"{path}: cannot be read ({fault.strerror})") from fault


def load(path: str) -> Config:
    """Read the configuration at `path`; raises BrokenConfig where that cannot be done."""
    try:
        with open(path, "rb") as file:
            return parse(file.read(), path)
    except OSError as fault:
        raise BrokenConfig(f"{path}: cannot be read ({fault.strerror})") from fault


def parse(data: bytes, path: str) -> Config:
    """Make a configuration of a file's bytes, TOML or YAML; folders are relative to the file."""
    from numcheck.config.reading import read

    return read(data, path)


def shown(path: str) -> str:
    """Return a path as people in this folder call it."""
    inside = os.path.relpath(path) if path else "the configuration"
    return path if inside.startswith(os.pardir) else inside


def _fits(path: str, glob: str, home: str) -> bool:
    """Match a path from the configuration's folder; a glob without a slash, the name alone."""
    from fnmatch import fnmatchcase

    inside = os.path.relpath(os.path.abspath(path), os.path.abspath(home)).replace(os.sep, "/")
    if "/" not in glob:
        return fnmatchcase(os.path.basename(inside), glob)
    return fnmatchcase(inside, glob) or (glob[:3] == "**/" and fnmatchcase(inside, glob[3:]))
