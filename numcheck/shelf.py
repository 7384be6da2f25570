"""Finds the rule files: built in, and the project's own."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from numcheck.config import Config
from numcheck.judge.rule import BrokenRule, Rule, load_rule

_ROOM = os.path.dirname(os.path.abspath(__file__))


class BrokenShelf(Exception):
    """Rule files that cannot be used, and what is wrong with each, place by place."""

    def __init__(self, sentences: Sequence[str]) -> None:
        """Keep the sentences, one a fault: file, line, column and what to write instead."""
        super().__init__("\n".join(sentences))
        self.sentences = tuple(sentences)


@cache
def built_in_folder() -> str:
    """Return the folder of the rules that come along: in the wheel, else beside the package."""
    inside = os.path.join(_ROOM, "_rules")
    return inside if os.path.isdir(inside) else os.path.join(os.path.dirname(_ROOM), "rules")


def rule_files(folder: str) -> Iterator[tuple[str, str]]:
    """Yield (id, path) of every rule file under `folder`, a pack's rules as `pack/rule`."""
    for here, packs, files in os.walk(folder):
        packs.sort()
        for name in sorted(files):
            stem, dot, suffix = name.rpartition(".")
            if dot and stem and suffix in ("yaml", "yml"):
                pack = os.path.relpath(here, folder)
                prefix = "" if pack == os.curdir else pack.replace(os.sep, "/") + "/"
                yield prefix + stem, os.path.join(here, name)


def load(paths: Sequence[tuple[str, str]]) -> tuple[Rule, ...]:
    """Read rule files; raises BrokenShelf with all faults of all files."""
    rules, faults = [], []
    for _, path in paths:
        try:
            with open(path, encoding="utf-8") as file:
                rules.append(load_rule(file.read(), path))
        except BrokenRule as broken:
            faults += [f"{path}:{line}:{column}: {say}" for line, column, say in broken.faults]
        except (OSError, UnicodeDecodeError) as fault:
            faults.append(f"{path}: cannot be read ({fault})")
    if faults:
        raise BrokenShelf(faults)
    return tuple(rules)


def files(paths: Sequence[str]) -> list[tuple[str, str]]:
    """Return (id, path) of the rule files that paths name: files, and folders with all in them."""
    found: list[tuple[str, str]] = []
    for path in paths:
        if os.path.isdir(path):
            found += rule_files(path)
        else:
            found.append((os.path.basename(path).rpartition(".")[0], path))
    return found


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
    """Load what is wanted, once a process; a project's own rule takes the place of its namesake."""
    known = dict(rule_files(built_in_folder()))
    usual = {name for name in known if "/" not in name}
    for folder in folders:
        if not os.path.isdir(folder):
            raise BrokenShelf([f"{folder}: is not a folder of rules"])
        own = dict(rule_files(folder))
        known.update(own)
        usual.update(own)
    _all_known((*select, *ignore), known)
    wanted = [
        (name, path)
        for name, path in sorted(known.items())
        if _wanted(name, select, name in usual) and not _named(name, ignore)
    ]
    return load(wanted)


def _wanted(name: str, select: Sequence[str], usual: bool) -> bool:
    if not select:
        return usual
    return (usual and "default" in select) or _named(name, select)


def _named(name: str, patterns: Sequence[str]) -> bool:
    return any(_fits(name, pattern) for pattern in patterns)


def _fits(name: str, pattern: str) -> bool:
    """Match a rule's id, or its last part, against an id; or the id against a glob.

    A glob without a slash reaches into no pack: `*` is every rule but those in packs.
    """
    if not any(sign in pattern for sign in "*?["):
        return pattern in (name, name.rpartition("/")[2])
    from fnmatch import fnmatchcase

    return fnmatchcase(name, pattern) and ("/" in pattern or "/" not in name)


def _all_known(patterns: Sequence[str], known: Mapping[str, str]) -> None:
    unknown = [
        f"no rule is called {pattern!r}; `numcheck rules` lists them"
        for pattern in patterns
        if pattern != "default" and not any(_fits(name, pattern) for name in known)
    ]
    if unknown:
        raise BrokenShelf(unknown)
