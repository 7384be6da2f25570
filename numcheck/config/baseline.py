"""The findings that were there before: a list, read and written."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from numcheck.config import BrokenConfig
from numcheck.model.finding import Finding
from numcheck.named import NamedTuple

_VERSION = 1
_EXCERPT = 100
_KEYS = ("path", "rule", "fingerprint", "excerpt")


class Known(NamedTuple):
    """A finding that was there before; its path is relative to the list's folder."""

    path: str
    rule: str
    fingerprint: str
    excerpt: str


def read(path: str) -> tuple[Known, ...]:
    """Return what a baseline lists; raises BrokenConfig where it cannot be read."""
    try:
        with open(path, "rb") as file:
            whole: Any = json.loads(file.read())
    except FileNotFoundError as fault:
        raise BrokenConfig(
            f"{path}: there is no such baseline; `numcheck baseline` writes one"
        ) from fault
    except OSError as fault:
        raise BrokenConfig(f"{path}: cannot be read ({fault.strerror})") from fault
    except (ValueError, RecursionError) as fault:
        raise BrokenConfig(f"{path}: is no baseline, for it is not JSON ({fault})") from fault
    rows = whole.get("findings") if isinstance(whole, dict) else None
    if not isinstance(rows, list) or whole.get("schema_version") != _VERSION:
        raise BrokenConfig(f"{path}: is no baseline of version {_VERSION}; write it anew")
    return tuple(_known(row, number, path) for number, row in enumerate(rows, 1))


def _known(row: object, number: int, path: str) -> Known:
    if not isinstance(row, dict) or not all(isinstance(row.get(key), str) for key in _KEYS):
        raise BrokenConfig(f"{path}: finding {number} does not say {', '.join(_KEYS)}")
    return Known(*(row[key] for key in _KEYS))


@cache
def _by_path(baseline: str) -> Mapping[str, Mapping[str, str]]:
    """Return fingerprints by path, read once a process."""
    found: dict[str, dict[str, str]] = {}
    for one in read(baseline):
        found.setdefault(one.path, {})[one.fingerprint] = "in the baseline"
    return found


def standing_in(baseline: str, path: str) -> Mapping[str, str]:
    """Return the fingerprints that a baseline lists for a file, each with the reason to stand."""
    return _by_path(baseline).get(inside(baseline, path), {})


def inside(baseline: str, path: str) -> str:
    """Return a path as a baseline lists it: from its own folder, with slashes."""
    home = os.path.dirname(os.path.abspath(baseline))
    return os.path.relpath(os.path.abspath(path), home).replace(os.sep, "/")


def as_json(findings: Iterable[Finding], baseline: str) -> str:
    """Return the list of some findings, in an order that does not depend on their lines."""
    rows = sorted(
        {
            Known(inside(baseline, one.path), one.rule, one.fingerprint, _excerpt(one.sentence))
            for one in findings
        }
    )
    whole = {"schema_version": _VERSION, "findings": [row._asdict() for row in rows]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _excerpt(sentence: str) -> str:
    words = " ".join(sentence.split()).encode("utf-8", "replace").decode("utf-8")
    return words if len(words) <= _EXCERPT else words[: _EXCERPT - 1].rstrip() + "…"
