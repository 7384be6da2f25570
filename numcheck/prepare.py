"""Prepares the built-in rules for the next start, in shelf.json."""

from __future__ import annotations

import json
from pathlib import Path

from numcheck import shelf
from numcheck.digest import digest
from numcheck.judge.prepared import pack
from numcheck.judge.written.loader import load_rule


def render() -> str:
    """Return the file: a line a rule, each under the digest of the rule's own file."""
    lines = []
    for one in sorted(shelf.rule_files(shelf.built_in_folder())):
        data = Path(one.path).read_bytes()
        row = pack(load_rule(data.decode("utf-8"), one.path))
        packed = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        lines.append(f'"{digest(data)}":{packed}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def write(path: Path = Path(shelf.PREPARED)) -> None:
    """Prepare all rules, and put the file in place in one step."""
    fresh = path.with_suffix(".tmp")
    fresh.write_text(render(), encoding="utf-8", newline="\n")
    fresh.replace(path)


if __name__ == "__main__":
    write()
