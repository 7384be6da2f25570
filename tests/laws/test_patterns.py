"""Every pattern of the package, fed what is worst for it at doubling lengths."""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from re import _parser as parser  # type: ignore[attr-defined]
from types import ModuleType
from typing import Any

import pytest

import numcheck
from numcheck.extract import openers
from numcheck.relate.lists.groups import group_names

LENGTHS = (1_000, 2_000, 4_000, 8_000, 16_000)
MATCHING, SEARCHING = (
    {"match", "fullmatch"},
    {"search", "finditer", "findall", "sub", "subn", "split"},
)
ALWAYS = (
    "1",
    "1,",
    "1.",
    "a",
    "a'",
    " ",
    "\n",
    ".",
    "-",
    "(",
    "[",
    "<",
    "*",
    "`",
    "|",
    "=",
    '"',
    "½",
)


def modules() -> Iterator[ModuleType]:
    """Yield every module of the package."""
    for found in pkgutil.walk_packages(numcheck.__path__, "numcheck."):
        if not found.name.endswith("__main__"):
            yield importlib.import_module(found.name)


def kept(value: object, depth: int = 0) -> Iterator[re.Pattern[Any]]:
    """Yield the patterns that a global holds, itself or inside a collection."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict) and depth < 3:
        for one in [*value, *value.values()]:
            yield from kept(one, depth + 1)
    elif isinstance(value, (list, tuple, set, frozenset)) and depth < 3:
        for one in value:
            yield from kept(one, depth + 1)


@cache
def tree_of(module: ModuleType) -> ast.Module:
    """Return a module as it is written, parsed."""
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8"))


@cache
def called(inside: ModuleType | None = None) -> dict[str, set[str]]:
    """Return the methods that are called of every name, in one module or in all: `_WORD.match`."""
    found: dict[str, set[str]] = {}
    for module in [inside] if inside else modules():
        for node in ast.walk(tree_of(module)):
            if isinstance(node, ast.Attribute):
                owner = node.value
                name = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
                found.setdefault(name, set()).add(node.attr)
    return found


def in_functions(module: ModuleType) -> Iterator[tuple[int, ast.expr, int, str]]:
    """Yield the line, pattern, flags and method of every call of `re` in a module's functions."""
    tree = tree_of(module)
    functions = [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]
    for node in (part for function in functions for part in ast.walk(function)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if isinstance(node.func.value, ast.Name) and node.func.value.id == "re" and node.args:
            named = [*node.args[1:], *(word.value for word in node.keywords)]
            flags = sum(
                int(getattr(re, part.attr))
                for one in named
                for part in ast.walk(one)
                if isinstance(part, ast.Attribute) and part.attr.isupper()
            )
            if node.func.attr not in ("escape", "purge", "error"):
                yield node.lineno, node.args[0], flags, node.func.attr


def written(module: ModuleType, given: ast.expr) -> str | None:
    """Return the pattern that an argument spells out; None where it is put together."""
    if isinstance(given, ast.Constant):
        return given.value if isinstance(given.value, str) else None
    if isinstance(given, ast.Name) and isinstance(getattr(module, given.id, None), str):
        return str(getattr(module, given.id))
    return None


def collected() -> dict[str, tuple[re.Pattern[Any], bool]]:
    """Return every pattern of the package by where it stands, and whether it is searched for.

    What is only matched begins at one place; what is searched for may begin at each.
    """
    found: dict[str, tuple[re.Pattern[Any], bool]] = {}
    for number, pattern in enumerate(openers()):
        found[f"numcheck.extract.openers {number}"] = pattern, True
    found["numcheck.relate.lists.groups"] = group_names()[0], True
    for module in modules():
        for name, value in vars(module).items():
            for number, pattern in enumerate(kept(value)):
                methods = called(module).get(name) or called().get(name, set())
                searched = not methods & MATCHING or bool(methods & SEARCHING)
                found[f"{module.__name__}.{name} {number}"] = pattern, searched
        for _, given, flags, method in in_functions(module):
            if (spelled := written(module, given)) is not None:
                pattern = re.compile(spelled, flags)
                found[f"{module.__name__} {spelled!r}"] = pattern, method not in MATCHING
    return found


def put_together() -> list[str]:
    """Return the calls of `re` whose pattern only running the code can tell."""
    return [
        f"{module.__name__}:{line}"
        for module in modules()
        for line, given, _, _ in in_functions(module)
        if written(module, given) is None
    ]


# ------------------------------------------------------------------------ what is worst for each


def sample(parsed: Any) -> str:
    """Return a short text that a parsed pattern goes through."""
    return "".join(_sampled(str(op), given) for op, given in parsed)


def _sampled(op: str, given: Any) -> str:
    if op == "LITERAL":
        return chr(given)
    if op == "NOT_LITERAL":
        return "x" if given != ord("x") else "y"
    if op == "ANY":
        return "x"
    if op == "IN":
        return _one_of(given)
    if op == "BRANCH":
        return max((sample(branch) for branch in given[1]), key=len)
    if op == "SUBPATTERN":
        return sample(given[-1])
    if op == "ATOMIC_GROUP":
        return sample(given)
    if op.endswith("_REPEAT"):
        return sample(given[2]) * max(1, int(given[0]))
    return ""


def _one_of(choices: Any) -> str:
    tests = "1a .,-'\"x(A\n½_/:$£€%°@#|=*`<>[]{}~^&!?;\t–—’“”é\x07"
    wanted = re.compile(_class(choices))
    return next((sign for sign in tests if wanted.match(sign)), "a")


def _class(choices: Any) -> str:
    """Write a parsed character class out again."""
    out = ""
    names = {
        "CATEGORY_DIGIT": r"\d", "CATEGORY_NOT_DIGIT": r"\D", "CATEGORY_SPACE": r"\s",
        "CATEGORY_NOT_SPACE": r"\S", "CATEGORY_WORD": r"\w", "CATEGORY_NOT_WORD": r"\W",
    }  # fmt: skip
    for op, given in choices:
        if str(op) == "NEGATE":
            out += "^"
        elif str(op) == "LITERAL":
            out += re.escape(chr(given))
        elif str(op) == "RANGE":
            out += f"{re.escape(chr(given[0]))}-{re.escape(chr(given[1]))}"
        elif str(op) == "CATEGORY":
            out += names[str(given)]
    return f"[{out}]"


def pumps(parsed: Any, before: str = "") -> Iterator[tuple[str, str]]:
    """Yield, for every repeat inside a parsed pattern, what leads to it and what it repeats."""
    for op, given in parsed:
        name = str(op)
        if name.endswith("_REPEAT"):
            yield before, sample(given[2])
            yield from pumps(given[2], before)
        elif name == "SUBPATTERN":
            yield from pumps(given[-1], before)
        elif name == "ATOMIC_GROUP":
            yield from pumps(given, before)
        elif name in ("ASSERT", "ASSERT_NOT"):
            yield from pumps(given[1], before)
        elif name == "BRANCH":
            for branch in given[1]:
                yield from pumps(branch, before)
        before += _sampled(name, given)


def attacks(pattern: re.Pattern[Any]) -> set[tuple[str, str]]:
    """Return the beginnings and pieces of the texts that may be worst for a pattern."""
    source = pattern.pattern
    parsed = parser.parse(
        source.decode("latin-1") if isinstance(source, bytes) else source,
        pattern.flags & ~re.UNICODE if isinstance(source, bytes) else pattern.flags,
    )
    found = {("", piece) for piece in ALWAYS} | {("", sample(parsed))}
    for before, piece in pumps(parsed):
        found |= {(before, piece), ("", piece), ("", before + piece)}
    return {(before, piece) for before, piece in found if piece}


# Matched on what is short anyhow: the lines of a rule, a figure as printed; tags are only matched.
SHORT = ("numcheck.judge.written.expression._HOLE", "numcheck.judge.printing.numerals '(?:minus")
ONLY_MATCHED = ("numcheck.read.setting.tags._TAG",)
PATTERNS = {
    name: (pattern, searched and not name.startswith(ONLY_MATCHED))
    for name, (pattern, searched) in collected().items()
    if not name.startswith(SHORT)
}


@pytest.mark.parametrize("name", PATTERNS)
def test_no_pattern_takes_more_than_its_share_of_longer_text(name: str) -> None:
    pattern, searched = PATTERNS[name]
    for before, piece in sorted(attacks(pattern)):
        times: list[float] = []
        for length in LENGTHS:
            times.append(
                seconds(pattern, searched, before + piece * (length // len(piece)) + "\x00")
            )
            # Twice the text may take three times as long on a busy machine; a square takes four.
            slow = times[-1] > 0.02 and len(times) > 2 and times[-1] > 10 * times[-3]
            assert not slow, (before, piece, times)


def seconds(pattern: re.Pattern[Any], searched: bool, text: str) -> float:
    """Return the least time of a few in which a pattern goes through a text."""
    given: Any = text.encode("utf-8") if isinstance(pattern.pattern, bytes) else text
    best = 9.0
    for _ in range(3):
        start = time.process_time()
        pattern.match(given)
        pattern.fullmatch(given)
        if searched:
            for _ in pattern.finditer(given):
                pass
        best = min(best, time.process_time() - start)
        if best < 0.02:
            break
    return best


def test_every_pattern_is_fed() -> None:
    assert len(PATTERNS) > 50
    # What opens a figure, and groups, are above; the others are a word or a sign, escaped.
    assert {name.partition(":")[0] for name in put_together()} == {
        "numcheck.extract",
        "numcheck.parlance",
        "numcheck.read.csvs",
        "numcheck.read.setting.tags",
        "numcheck.relate.lists.groups",
    }


def test_a_square_would_be_found() -> None:
    for source in (r"\s*<", r"x.*?y", r":\w*(?::\w+)*`"):
        PATTERNS["a square"] = re.compile(source), True
        with pytest.raises(AssertionError):
            test_no_pattern_takes_more_than_its_share_of_longer_text("a square")
    del PATTERNS["a square"]
