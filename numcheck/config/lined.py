"""YAML as plain words, with the line of every key."""

from __future__ import annotations

from typing import Any

from numcheck.config import BrokenConfig, shown

_DEEPEST = 8
_LARGEST = 5_000_000  # bytes


def load(data: bytes, path: str) -> tuple[dict[str, Any], dict[tuple[str, ...], int]]:
    """Read a mapping; every scalar is a word as printed: no fingerprint turns into a number."""
    import yaml

    if len(data) > _LARGEST:
        raise BrokenConfig(f"{shown(path)}: is larger than {_LARGEST:,} bytes")
    try:
        text = data.decode("utf-8-sig")
        for token in yaml.scan(text, Loader=yaml.BaseLoader):
            if isinstance(token, yaml.AliasToken):  # a few of them can stand for billions of words
                line = token.start_mark.line + 1
                raise BrokenConfig(
                    f"{shown(path)}:{line}: write it out: *{token.value} is not followed"
                )
        root: Any = yaml.compose(text, Loader=yaml.BaseLoader)
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        line = f":{mark.line + 1}" if mark else ""
        why = getattr(fault, "problem", None) or type(fault).__name__
        raise BrokenConfig(f"{shown(path)}{line}: is not YAML ({why})") from fault
    if root is None:
        return {}, {}
    if not isinstance(root, yaml.MappingNode):
        raise BrokenConfig(f"{shown(path)}:1: is no mapping: write `key: value` lines")
    lines: dict[tuple[str, ...], int] = {}
    return _value(root, (), lines, path), lines


def _value(node: Any, at: tuple[str, ...], lines: dict[tuple[str, ...], int], path: str) -> Any:
    """Return a node's content; the same key twice, or an anchor's knot, is refused."""
    line = node.start_mark.line + 1
    if len(at) > _DEEPEST:
        raise BrokenConfig(f"{shown(path)}:{line}: is nested too deeply")
    if node.id == "scalar":
        return node.value
    if node.id == "sequence":
        return [_value(one, (*at, "-"), lines, path) for one in node.value]
    found: dict[str, Any] = {}
    for key, inside in node.value:
        line = key.start_mark.line + 1
        if not isinstance(key.value, str):
            raise BrokenConfig(f"{shown(path)}:{line}: a key is a word")
        if key.value in found:
            raise BrokenConfig(f"{shown(path)}:{line}: {key.value!r} stands here twice")
        lines[(*at, key.value)] = line
        found[key.value] = _value(inside, (*at, key.value), lines, path)
    return found
