"""Amounts: a number with its sign, currency and unit, alone or as a range."""

from __future__ import annotations

from numcheck.extract.amounts.articles import article_at, opens_amount
from numcheck.extract.amounts.draft import Draft, draft_at
from numcheck.extract.amounts.pairs import shared
from numcheck.extract.amounts.ranges import ranged

__all__ = ["Draft", "article_at", "draft_at", "opens_amount", "ranged", "shared"]
