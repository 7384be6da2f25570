"""Tables of words say each word once, and nothing that nobody reads."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import yaml

import numcheck
from numcheck.lexicon import sources

TABLES = sorted((sources.FOLDER / "english").rglob("*.yaml"))
SOURCE = "\n".join(one.read_text("utf-8") for one in Path(numcheck.__file__).parent.rglob("*.py"))


def _twice(table: Any, place: str = "") -> list[str]:
    """Return the words that a list under a name has twice; a list of numbers may."""
    if isinstance(table, dict):
        return [hit for name, part in table.items() for hit in _twice(part, f"{place} {name}")]
    if not isinstance(table, list):
        return []
    words = Counter(one for one in table if isinstance(one, str) and not one.isdigit())
    return [f"{place}: {word}" for word, times in words.items() if times > 1]


@pytest.mark.parametrize("file", TABLES, ids=lambda file: str(file.stem))
def test_no_list_says_a_word_twice(file: Path) -> None:
    assert _twice(yaml.load(file.read_text("utf-8"), yaml.BaseLoader)) == []


@pytest.mark.parametrize("file", sorted((sources.FOLDER / "english/cues").rglob("*.yaml")))
def test_every_list_of_cues_is_read_somewhere(file: Path) -> None:
    names = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
    assert [name for name in names if f'"{name}"' not in SOURCE] == []
