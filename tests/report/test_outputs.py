"""The command writes several formats at once, the same with one process and with two."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.report import FORMATS

WRONG = "“€” 🚢 The bridge is 300 m (1,200 ft) long.\r\n\r\nIt carried 12 people.\r\n"
RIGHT = "# Bridge\n\nThe bridge is 300 m (984 ft) long.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    for at in range(20):
        (tmp_path / f"{at:02}.md").write_bytes((WRONG if at % 2 else RIGHT).encode())
    (tmp_path / "lost.md").write_bytes(b"\x00\x01")
    return tmp_path


def run(desk: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "numcheck", "check", *words, "--isolated"],
        cwd=desk, capture_output=True, text=True, check=False, encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )  # fmt: skip


def test_every_format_at_once_and_the_same_from_two_processes(desk: Path) -> None:
    files = sorted(path.name for path in desk.iterdir())
    printed = []
    for jobs in ("1", "2"):
        out = desk / f"out{jobs}"
        out.mkdir()
        words = [f"--output={format}={out}/{format}" for format in FORMATS]
        done = run(desk, *files, *words, "--jobs", jobs)
        assert done.returncode == 3
        assert sorted(path.name for path in out.iterdir()) == sorted(FORMATS)
        printed.append({path.name: path.read_bytes() for path in out.iterdir()})
        assert printed[-1]["text"].decode() == done.stdout
    assert printed[0] == printed[1]
    assert len(json.loads(printed[0]["json"])["findings"]) == 10


@pytest.mark.parametrize("format", sorted(set(FORMATS) - {"text"}))
def test_a_format_alone_prints_what_it_does_in_company(desk: Path, format: str) -> None:
    """What a format needs beside the findings is asked for by itself, not by a neighbour."""
    done = run(desk, "01.md", "02.md", "--output=json=a", f"--output={format}=b", "--jobs", "2")
    assert done.returncode == 1
    alone = run(desk, "01.md", "02.md", "--format", format, "--jobs", "2")
    assert (desk / "b").read_bytes().decode() == alone.stdout


def test_a_format_is_imported_when_it_is_asked_for() -> None:
    code = (
        "import sys\n"
        "from numcheck.report import writer, View\n"
        "writer('text', View())\n"
        "print(*[n.rpartition('.')[2] for n in sys.modules if n.startswith('numcheck.report.')])\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    seen = set(done.stdout.split())
    assert "plain" in seen
    assert not seen & {"phrases", "sarif", "hosts", "suites", "page", "proof", "markdown", "lines"}


def test_a_file_that_cannot_be_written_leaves_the_others_as_they_were(desk: Path) -> None:
    (desk / "old.sarif").write_text("old")
    done = run(desk, "01.md", "--output=sarif=old.sarif", "--output=html=/nowhere/x.html")
    assert done.returncode == 2
    assert (desk / "old.sarif").read_text() == "old"
    assert not list(desk.glob("*.part"))
