"""Reads a configuration, and says where it is wrong."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from typing import Any, NoReturn

from numcheck.config import KEYS, BrokenConfig, Config, ForFiles, shown
from numcheck.model.finding import SEVERITIES, Severity

_FOR_FILES = ("select", "ignore", "severity")
_HEX = frozenset("0123456789abcdef")


def read(data: bytes, path: str) -> Config:
    """Make a configuration of a file's bytes; raises BrokenConfig with the place and the remedy."""
    sheet = _yaml(data, path) if path.endswith((".yml", ".yaml")) else _toml(data, path)
    sheet.only(KEYS, "a setting")
    home = os.path.dirname(path)
    return Config(
        select=sheet.words("select"),
        ignore=sheet.words("ignore"),
        rules=tuple(os.path.join(home, one) for one in sheet.words("rules")),
        locale=sheet.locale(),
        severity=sheet.severities(),
        accepted=sheet.accepted(),
        per_file=tuple(_for_files(sheet)),
        fields=sheet.fields(),
        units=sheet.words("units"),
        words=sheet.meanings(),
        cache=sheet.folder("cache", home),
        path=path,
    )


def _for_files(sheet: Sheet) -> list[ForFiles]:
    found = []
    for glob, inside in sheet.table("per-file", 'a table: "opinion/*.md" = { … }').items():
        part = Sheet(inside, sheet.path, sheet.lines, (*sheet.at, "per-file", glob))
        if not isinstance(inside, dict):
            sheet.refuse(("per-file", glob), f"is a table of {', '.join(_FOR_FILES)}")
        part.only(_FOR_FILES, "a setting for files")
        found.append(ForFiles(glob, part.words("select"), part.words("ignore"), part.severities()))
    return found


class Sheet:
    """A table of settings: what stands in it, and where; raises BrokenConfig for what is wrong.

    `lines` are known of YAML only; of TOML the path of keys says the place.
    """

    def __init__(
        self,
        values: dict[str, Any],
        path: str,
        lines: Mapping[tuple[str, ...], int],
        at: tuple[str, ...] = (),
    ) -> None:
        """Keep a table, and the keys that lead to it."""
        self.values, self.path, self.lines, self.at = values, path, lines, at

    def refuse(self, keys: tuple[str, ...], said: str) -> NoReturn:
        """Raise the fault, with its line or the path of its keys."""
        whole = (*self.at, *keys)
        line = self.lines.get(whole)
        where = f"{shown(self.path)}:{line}" if line else shown(self.path)
        raise BrokenConfig(f"{where}: {'.'.join(map(_key, whole))} {said}")

    def only(self, known: Collection[str], what: str) -> None:
        """Refuse a key that is not known, with the one that is meant."""
        for key in self.values:
            if key not in known:
                whole = (*self.at, key)
                line = self.lines.get(whole)
                where = f"{shown(self.path)}:{line}" if line else shown(self.path)
                inside = f" in {'.'.join(map(_key, self.at))}" if self.at else ""
                raise BrokenConfig(f"{where}: {key!r}{inside} is not {what}; {meant(key, known)}")

    def words(self, key: str) -> tuple[str, ...]:
        """Return a list of words."""
        value = self.values.get(key, [])
        if not isinstance(value, list) or not all(isinstance(one, str) and one for one in value):
            self.refuse((key,), f'is a list of words: {key} = ["…", "…"]')
        return tuple(value)

    def table(self, key: str, what: str) -> dict[str, Any]:
        """Return a table."""
        value = self.values.get(key, {})
        if not isinstance(value, dict):
            self.refuse((key,), f"is {what}")
        return value

    def folder(self, key: str, home: str) -> str:
        """Return a folder, seen from the file's own; nothing where none is given."""
        value = self.values.get(key)
        if value is not None and not (isinstance(value, str) and value):
            self.refuse((key,), f'is a folder: {key} = ".numcheck_{key}"')
        return os.path.join(home, value) if value else ""

    def locale(self) -> str | None:
        """Return the locale, if one is given."""
        value = self.values.get("locale")
        if value not in (None, "en-GB", "en-US"):
            self.refuse(("locale",), f'is "en-GB" or "en-US", not {value!r}')
        return value

    def fields(self) -> tuple[str, ...]:
        """Return the fields that are copy: names, and from `$` on paths into JSON."""
        fields = self.words("fields")
        for one in fields:
            if one.startswith("$") and not _is_path(one):
                self.refuse(("fields",), f'holds {one!r}: a path is written "$.story.body[*].text"')
        return fields

    def severities(self) -> dict[str, Severity]:
        """Return the severity of each rule that is given one."""
        what = 'a table: rule = "error", "warning" or "note"'
        value = self.table("severity", what)
        for rule, level in value.items():
            if level not in SEVERITIES:
                self.refuse(("severity", rule), f'is "error", "warning" or "note", not {level!r}')
        return value

    def meanings(self) -> dict[str, str]:
        """Return what some words are: a name, a noun, or a unit."""
        value = self.table("words", 'a table: word = "name", "noun" or a unit')
        for word, meaning in value.items():
            if not (isinstance(meaning, str) and meaning and word.strip()):
                self.refuse(("words", word), f'is "name", "noun" or a unit, not {meaning!r}')
        return value

    def accepted(self) -> dict[str, str]:
        """Return the findings that stand, each with its reason."""
        value = self.table("accept", 'a table: fingerprint = "the reason to let it stand"')
        for mark, reason in value.items():
            if not (isinstance(reason, str) and reason.strip()):
                self.refuse(("accept", mark), 'needs a reason: fingerprint = "why it may stand"')
            if not is_fingerprint(mark):
                self.refuse(("accept", mark), "is no fingerprint: sixteen of 0-9 and a-f")
        return value


def _is_path(text: str) -> bool:
    """Say whether a text leads into JSON: names after points, numbers or stars in brackets."""
    import re

    return re.fullmatch(r"\$(?:\.[^.\[\]]+|\[(?:\d+|\*)\])+", text) is not None


def is_fingerprint(text: str) -> bool:
    """Say whether a text can be a finding's fingerprint."""
    return len(text) == 16 and _HEX.issuperset(text)


def meant(key: str, known: Collection[str]) -> str:
    """Return what may have been meant, and what there is."""
    from difflib import get_close_matches

    near = get_close_matches(key.lower().replace("_", "-"), known, 1, 0.6)
    listed = f"there are {', '.join(known)}"
    return f"did you mean {near[0]!r}? {listed.capitalize()}" if near else listed


def _toml(data: bytes, path: str) -> Sheet:
    import tomllib

    try:
        table: Any = tomllib.loads(data.decode("utf-8-sig"))
    except UnicodeDecodeError as fault:
        raise BrokenConfig(
            f"{shown(path)}: is not UTF-8 (byte {fault.start}); save it so"
        ) from fault
    except tomllib.TOMLDecodeError as fault:
        raise BrokenConfig(f"{shown(path)}: is not TOML ({fault})") from fault
    if os.path.basename(path) != "pyproject.toml":
        return Sheet(table, path, {})
    tools = table.get("tool")
    table = tools.get("numcheck", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise BrokenConfig(f"{shown(path)}: tool.numcheck is a table: [tool.numcheck]")
    return Sheet(table, path, {})


def _yaml(data: bytes, path: str) -> Sheet:
    from numcheck.config.lined import load

    table, lines = load(data, path)
    return Sheet(table, path, lines)


def _key(key: str) -> str:
    return key if key.replace("-", "").replace("_", "").isalnum() else f'"{key}"'
