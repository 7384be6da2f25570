"""The page on configuration names every setting, and its examples are good."""

from __future__ import annotations

import re
from pathlib import Path

from numcheck import config
from numcheck.arguments import PARSERS
from numcheck.config import accepting

HOME = Path(__file__).parents[2]
PAGE = (HOME / "docs" / "configuration.md").read_text(encoding="utf-8")


def test_every_setting_and_place_is_on_the_page() -> None:
    for word in (*config.KEYS, *config.NAMES, config.ACCEPTED, config.BASELINE):
        assert f"`{word}`" in PAGE


def test_its_examples_are_read() -> None:
    (toml,) = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)
    wish = config.parse(toml.encode(), "numcheck.toml")
    assert all(wish._replace(path="x"))
    (accept,) = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
    (one,) = accepting.parse(accept.encode(), ".numcheck-ignore.yml")
    assert one.reason.endswith("(A. Reader, picture desk, 2024-05-16)")


def test_every_command_is_in_the_readme() -> None:
    readme = (HOME / "README.md").read_text(encoding="utf-8")
    for command in PARSERS:
        assert f"\nnumcheck {command}" in readme
