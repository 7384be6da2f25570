"""Amounts: a number with sign, currency and unit, or two of them."""

from __future__ import annotations

from numcheck.extract.amounts.articles import article_at, opens_amount
from numcheck.extract.amounts.draft import draft_at, shared
from numcheck.extract.amounts.measures import Draft
from numcheck.extract.amounts.ranges import ranged

__all__ = ["Draft", "article_at", "draft_at", "opens_amount", "ranged", "shared"]
