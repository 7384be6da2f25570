"""What a finder may know beside the text."""

from __future__ import annotations

from numcheck.named import NamedTuple


class Setting(NamedTuple):
    """The article's dateline (YYYY-MM-DD) and locale (en-GB, en-US), where they are known."""

    date: str | None = None
    locale: str | None = None
