"""Each format prints three articles as it did; GOLDEN=1 rewrites what is kept."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import pytest

from numcheck import __version__
from numcheck.report import FORMATS

KEPT = Path(__file__).parent / "snapshots"
ENDS = {
    "sarif": "json", "gitlab": "json", "rdjson": "json", "json": "json", "jsonl": "jsonl",
    "junit": "xml", "checkstyle": "xml", "markdown": "md", "html": "html",
}  # fmt: skip
# The page's style and script are looked at in a browser.
PARTS = re.compile(r"(?s)(?<=<style>).*?(?=</style>)|(?<=<script>).*?(?=</script>)|sha256-[^']+")


@pytest.mark.parametrize("format", FORMATS)
def test_a_format_prints_what_it_did(format: str, printed: Callable[..., str]) -> None:
    said = PARTS.sub("…", printed(format, floor="note", passed=True))
    said = said.replace(f'"{__version__}"', '"0"')
    path = KEPT / f"{format}.{ENDS.get(format, 'txt')}"
    if os.environ.get("GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(said, encoding="utf-8", newline="")
    assert said == path.read_bytes().decode("utf-8")


@pytest.mark.parametrize("format", FORMATS)
def test_what_could_not_be_read_is_in_every_format(
    format: str, printed: Callable[..., str]
) -> None:
    if format in ("text", "concise", "jsonl"):
        pytest.skip("a format of findings alone: faults are on standard error and in the status")
    assert "No such file" in printed(format)


@pytest.mark.parametrize("format", FORMATS)
def test_every_finding_is_in_every_format(format: str, printed: Callable[..., str]) -> None:
    said = printed(format).replace("\\", "")
    for wrong in ("300 m is 984 ft", "3 m is 10 ft", "10 km is 6.2 miles", "out of 12"):
        assert wrong in said


@pytest.mark.parametrize("format", FORMATS)
def test_nothing_checked_is_still_whole(format: str, set_reports: Callable[..., str]) -> None:
    from numcheck.report import View

    said = set_reports(format, [], View())
    if ENDS.get(format) == "json":
        json.loads(said)
    elif ENDS.get(format) == "xml":
        ElementTree.fromstring(said)
    elif format == "html":
        assert said.endswith("</html>\n")


@pytest.mark.parametrize("format", FORMATS)
def test_a_floor_hides_what_lies_below_it(format: str, printed: Callable[..., str]) -> None:
    said = printed(format, floor="error").replace("\\", "")
    assert "300 m is 984 ft" in said
    if format not in ("json", "sarif", "html"):  # these have every check besides
        assert "out of 12" not in said


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"json", "jsonl"}))
def test_signs_that_a_terminal_or_a_parser_would_obey_are_not_printed(
    format: str, set_reports: Callable[..., str]
) -> None:
    from numcheck.check import check_text
    from numcheck.report import View

    text = "The \x1b[2J quay\x00\x08 is 300 m (1,200\x0cft) long \ud800."
    said = set_reports(format, [check_text(text, "a\x1bb\n.md")], View(passed=True))
    assert "984" in said
    assert not set(said) & set("\x1b\x00\x08")
