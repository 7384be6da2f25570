"""Prepares the built-in rules for the next start, and their handbook."""

from __future__ import annotations

import json
from pathlib import Path

from numcheck import shelf
from numcheck.digest import digest
from numcheck.judge.prepared import pack
from numcheck.judge.written.loader import load_rule
from numcheck.report import rulebook

HANDBOOK = Path(__file__).parents[1] / "docs" / "rules.md"


def render() -> str:
    """Return the file: a line a rule, each under the digest of the rule's own file."""
    lines = []
    for one in sorted(shelf.rule_files(shelf.built_in_folder())):
        data = Path(one.path).read_bytes()
        row = pack(load_rule(data.decode("utf-8"), one.path))
        packed = json.dumps(row, ensure_ascii=False, separators=(",", ":"))
        lines.append(f'"{digest(data)}":{packed}')
    return "{\n" + ",\n".join(lines) + "\n}\n"


def handbook() -> str:
    """Return the pages of all rules, those in packs too, as one document."""
    loaded = [
        load_rule(Path(one.path).read_text(encoding="utf-8"), one.path)
        for one in sorted(shelf.rule_files(shelf.built_in_folder()))
    ]
    return "".join(rulebook.handbook(loaded))


def write(path: Path, text: str) -> None:
    """Put a file in place in one step."""
    fresh = path.with_suffix(".tmp")
    fresh.write_text(text, encoding="utf-8", newline="\n")
    fresh.replace(path)


if __name__ == "__main__":
    write(Path(shelf.PREPARED), render())
    if HANDBOOK.parent.is_dir():  # not where numcheck is installed
        write(HANDBOOK, handbook())
