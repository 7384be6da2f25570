"""What a project wants: rules, severities, accepted findings."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, NamedTuple

from numcheck.model.finding import SEVERITIES, Severity

NAMES = ("numcheck.toml", "pyproject.toml")
KEYS = ("select", "ignore", "rules", "locale", "severity", "accept")


class BrokenConfig(Exception):
    """A configuration that cannot be used; its text says where and what to write instead."""


class Config(NamedTuple):
    """A project's wishes, all of them optional.

    `select` and `ignore` are rule ids or globs, `rules` folders with rules of one's own.
    `severity` overrules what a rule says of itself. `accepted` are fingerprints of findings that
    somebody has looked at and let stand, each with the reason.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    locale: str | None = None
    severity: Mapping[str, Severity] = {}
    accepted: Mapping[str, str] = {}


def find(folder: str = ".") -> Config:
    """Read `numcheck.toml`, or the table [tool.numcheck] of `pyproject.toml`, in this folder."""
    for name in NAMES:
        path = os.path.join(folder, name)
        try:
            with open(path, "rb") as file:
                data = file.read()
        except OSError:
            continue
        if name == "numcheck.toml" or b"[tool.numcheck" in data:
            return parse(data, path)
    return Config()


def load(path: str) -> Config:
    """Read the configuration at `path`; raises BrokenConfig where that cannot be done."""
    try:
        with open(path, "rb") as file:
            return parse(file.read(), path)
    except OSError as fault:
        raise BrokenConfig(f"{path}: cannot be read ({fault.strerror})") from fault


def parse(data: bytes, path: str) -> Config:
    """Make a configuration of a TOML file's bytes; folders in it are relative to the file."""
    import tomllib

    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise BrokenConfig(f"{path}: is not TOML ({fault})") from fault
    if os.path.basename(path) == "pyproject.toml":
        table = table.get("tool", {}).get("numcheck", {})
    for key in table:
        if key not in KEYS:
            raise BrokenConfig(f"{path}: {key!r} is not a setting; there are {', '.join(KEYS)}")
    home = os.path.dirname(path)
    return Config(
        select=_words(table, "select", path),
        ignore=_words(table, "ignore", path),
        rules=tuple(os.path.join(home, one) for one in _words(table, "rules", path)),
        locale=_locale(table, path),
        severity=_severities(table, path),
        accepted=_accepted(table, path),
    )


def _words(table: dict[str, Any], key: str, path: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, str) for one in value):
        raise BrokenConfig(f'{path}: {key} is a list of words: {key} = ["…", "…"]')
    return tuple(value)


def _locale(table: dict[str, Any], path: str) -> str | None:
    value = table.get("locale")
    if value not in (None, "en-GB", "en-US"):
        raise BrokenConfig(f'{path}: locale is "en-GB" or "en-US", not {value!r}')
    return value


def _severities(table: dict[str, Any], path: str) -> dict[str, Severity]:
    value = table.get("severity", {})
    if not isinstance(value, dict) or not all(one in SEVERITIES for one in value.values()):
        raise BrokenConfig(f'{path}: severity is a table: rule = "error", "warning" or "note"')
    return value


def _accepted(table: dict[str, Any], path: str) -> dict[str, str]:
    value = table.get("accept", {})
    if not isinstance(value, dict) or not all(isinstance(r, str) and r for r in value.values()):
        raise BrokenConfig(f'{path}: accept is a table: fingerprint = "the reason to let it stand"')
    return value
