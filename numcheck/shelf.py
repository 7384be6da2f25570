"""Finds the rule files: built in, and the project's own."""

from __future__ import annotations

import json
import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from functools import cache
from typing import Any

from numcheck.config import Config, shown
from numcheck.digest import digest
from numcheck.judge.prepared import unpack
from numcheck.judge.rule import Page, Rule
from numcheck.named import NamedTuple

_ROOM = os.path.dirname(os.path.abspath(__file__))
PREPARED = os.path.join(_ROOM, "shelf.json")


class BrokenShelf(Exception):
    """Rule files that cannot be used, and what is wrong with each, place by place."""

    def __init__(self, sentences: Sequence[str]) -> None:
        """Keep the sentences, one a fault: file, line, column and what to write instead."""
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)


class Unknown(BrokenShelf):
    """What was asked for by name and is not there; `names` has the name of each sentence."""

    def __init__(self, said: Sequence[tuple[str, str]]) -> None:
        """Keep pairs of a name and a sentence."""
        super().__init__([sentence for _, sentence in said])
        self.names = tuple(name for name, _ in said)


@cache
def built_in_folder() -> str:
    """Return the folder of the rules that come along: in the wheel, else beside the package."""
    inside = os.path.join(_ROOM, "_rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_ROOM), "rules")


class RuleFile(NamedTuple):
    """Where a rule stands: its id, its name with the pack before it, its path."""

    id: str
    name: str
    path: str


def rule_files(folder: str) -> Iterator[RuleFile]:
    """Yield the rule files under `folder`; those of a folder in it are a pack."""
    for here, packs, files in os.walk(folder):
        packs.sort()
        for file in sorted(files):
            id, _, suffix = file.rpartition(".")
            if id and suffix in ("yaml", "yml"):
                pack = os.path.relpath(here, folder)
                prefix = "" if pack == os.curdir else pack.replace(os.sep, "/") + "/"
                yield RuleFile(id, prefix + id, os.path.join(here, file))


def files(paths: Sequence[str]) -> list[RuleFile]:
    """Return the rule files that paths name: files, and folders with all in them."""
    found: list[RuleFile] = []
    for path in paths:
        if os.path.isdir(path):
            inside = list(rule_files(path))
            if not inside:
                raise BrokenShelf([_bare(path)])
            found += inside
        else:
            id = os.path.basename(path).rpartition(".")[0]
            found.append(RuleFile(id, id, path))
    return found


def load(files: Iterable[RuleFile]) -> tuple[Rule, ...]:
    """Read rule files; raises BrokenShelf with all faults of all files."""
    rules: list[Rule] = []
    faults: list[str] = []
    for one in files:
        try:
            with open(one.path, "rb") as file:
                data = file.read()
            rules.append(_prepared(one, data) or _written(one, data))
        except OSError as fault:
            faults.append(f"{one.path}: cannot be read ({fault.strerror})")
        except UnicodeDecodeError as fault:
            faults.append(f"{one.path}: is not UTF-8 ({fault.reason} at byte {fault.start})")
        except BrokenShelf as broken:
            faults += broken.sentences
    if faults:
        raise BrokenShelf(faults)
    return tuple(rules)


def _written(one: RuleFile, data: bytes) -> Rule:
    """Read a rule as it is written; raises BrokenShelf with its faults."""
    from numcheck.judge.written.loader import BrokenRule, load_rule

    try:
        return load_rule(data.decode("utf-8"), one.path)
    except BrokenRule as broken:
        raise BrokenShelf(
            [f"{one.path}:{line}:{at}: {said}" for line, at, said in broken.faults]
        ) from broken


def _prepared(one: RuleFile, data: bytes) -> Rule | None:
    """Return a rule as it was prepared, if its file has not changed by a byte since."""
    row = _rows().get(digest(data))

    @cache
    def page() -> Page:
        return _written(one, data).page()

    return row and unpack(row, one.id, one.path, page)


@cache
def _rows() -> dict[str, Any]:
    """Return the prepared rules by the digests of their files: none, where there is no such file.

    Reading YAML costs a start half as much again as all the rest of it.
    """
    try:
        with open(PREPARED, "rb") as file:
            rows: dict[str, Any] = json.loads(file.read())
    except FileNotFoundError:
        return {}
    return rows


def rules(config: Config | None = None, named: str | None = None) -> tuple[Rule, ...]:
    """Return the rules that a project wants, by default those built in; or those `named`."""
    wish = config or Config()
    if named is None:
        return _rules(wish.select, wish.ignore, wish.rules)
    return _rules((named,), (), wish.rules)


@cache
def _rules(
    select: tuple[str, ...], ignore: tuple[str, ...], folders: tuple[str, ...]
) -> tuple[Rule, ...]:
    """Load what is wanted, once a process."""
    return load(chosen(select, ignore, folders))


def chosen(
    select: tuple[str, ...], ignore: tuple[str, ...], folders: tuple[str, ...]
) -> list[RuleFile]:
    """Return the files of the rules wanted; one's own rule takes the place of its namesake."""
    known = {one.id: one for one in rule_files(built_in_folder())}
    usual = {id for id, one in known.items() if one.name == id}
    for folder in folders:
        if not os.path.isdir(folder):
            raise Unknown([(folder, f"{shown(folder)}: is not a folder of rules")])
        own = {one.id: one for one in rule_files(folder)}
        if not own:
            raise Unknown([(folder, _bare(folder))])
        known |= own
        usual |= own.keys()
    _all_known((*select, *ignore), known.values())
    return [
        one
        for id, one in sorted(known.items())
        if _wanted(one, select, id in usual) and not _named(one, ignore)
    ]


def _bare(folder: str) -> str:
    return f"{shown(folder)}: no rules in this folder; a rule is a file that ends in .yaml"


def _wanted(one: RuleFile, select: Sequence[str], usual: bool) -> bool:
    if not select:
        return usual
    return (usual and "default" in select) or _named(one, select)


def _named(one: RuleFile, patterns: Sequence[str]) -> bool:
    return any(_fits(one, pattern) for pattern in patterns)


def _fits(one: RuleFile, pattern: str) -> bool:
    """Match a rule's id, or its name with the pack, against an id; or the name against a glob.

    A glob without a slash reaches into no pack: `*` is every rule but those in packs.
    """
    if not any(sign in pattern for sign in "*?["):
        return pattern in (one.id, one.name)
    from fnmatch import fnmatchcase

    return fnmatchcase(one.name, pattern) and ("/" in pattern or one.id == one.name)


def _all_known(patterns: Sequence[str], known: Collection[RuleFile]) -> None:
    unknown = [
        (
            pattern,
            f"no rule is called {pattern!r}; {_meant(pattern, known)}`numcheck rules` lists them",
        )
        for pattern in patterns
        if pattern != "default" and not any(_fits(one, pattern) for one in known)
    ]
    if unknown:
        raise Unknown(unknown)


def _meant(pattern: str, known: Collection[RuleFile]) -> str:
    """Return the rule that may have been meant, as a question."""
    from difflib import get_close_matches

    near = get_close_matches(pattern, sorted({one.id for one in known}), 1, 0.7)
    return f"did you mean {near[0]!r}? " if near else ""


def all_known(ids: Collection[str], config: Config) -> None:
    """Raise BrokenShelf where there is no rule of one of these ids."""
    if ids:
        known = [one for folder in config.rules for one in rule_files(folder)]
        known += rule_files(built_in_folder())
        _all_known([id for id in ids if id not in {one.id for one in known}], known)
