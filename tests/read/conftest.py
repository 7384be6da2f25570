from __future__ import annotations

from collections.abc import Callable

import pytest

from numcheck.model.document import Document
from numcheck.read import read_text

Shown = list[tuple[str, str]]


def shown(document: Document) -> Shown:
    """The blocks as pairs of place and text."""
    return [(block.place, block.span.cut(document.text)) for block in document.blocks]


def sourced(document: Document, source: str) -> list[str]:
    """What of the source each block goes back to."""
    return [document.source.back(block.span).cut(source) for block in document.blocks]


@pytest.fixture
def blocks() -> Callable[[str, str], Shown]:
    return lambda text, format="plain": shown(read_text(text, "story", format))
