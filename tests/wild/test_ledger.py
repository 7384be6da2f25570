"""The ledger of findings in published text is whole, and mostly right."""

from __future__ import annotations

from pathlib import Path

import yaml

from numcheck import shelf
from numcheck.config import Config

ROWS = yaml.safe_load((Path(__file__).parent / "ledger.yaml").read_text(encoding="utf-8"))
DOCUMENTS = 452


def test_every_row_names_a_rule_and_says_why() -> None:
    rules = {rule.id for rule in shelf.rules(Config())}
    for row in ROWS:
        assert row["rule"] in rules, row
        assert row["document"] and row["why"], row
        assert isinstance(row["verdict"], bool), row


def test_no_false_alarm_is_left_unmended() -> None:
    false = [row for row in ROWS if not row["verdict"] and not row.get("mended")]
    assert len(false) <= 2 * DOCUMENTS / 1_000, false
