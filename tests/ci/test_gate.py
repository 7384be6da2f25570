"""What a build may rely on: statuses that mean what they say, and no file that is half."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

HOME = Path(__file__).parents[2]
ERROR = "The bridge is 300 m (1,200 ft) long.\n"
WARNING = "It takes six to four months.\n"
NOTE = "“It takes six to four months,” she said.\n"


@pytest.fixture
def room(tmp_path: Path) -> Path:
    for name, text in (("error", ERROR), ("warning", WARNING), ("note", NOTE)):
        (tmp_path / f"{name}.txt").write_text(text)
    (tmp_path / "right.txt").write_text("The bridge is 300 m (984 ft) long.\n")
    return tmp_path


def gate(
    room: Path, *words: str, before: str = "", most: int = 0
) -> subprocess.CompletedProcess[str]:
    """Run the command; `before` is Python that spoils it, `most` the bytes that a file may have."""
    code = f"import numcheck.__main__\n{before}\nnumcheck.__main__.run()"

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        [sys.executable, "-c", code, *words],
        cwd=room,
        env={**os.environ, "PYTHONPATH": str(HOME)},
        preexec_fn=limit if most else None,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "statuses"),
    [
        ("error", (1, 1, 1, 0)),
        ("warning", (0, 1, 1, 0)),
        ("note", (0, 0, 1, 0)),
        ("right", (0,) * 4),
    ],
)
def test_it_fails_on_what_it_is_told_to(room: Path, name: str, statuses: tuple[int, ...]) -> None:
    levels = ("error", "warning", "note", "never")
    for level, status in zip(levels, statuses, strict=True):
        done = gate(room, "check", f"{name}.txt", "--fail-level", level)
        assert done.returncode == status, (level, done.stderr)


def test_what_is_shown_does_not_move_the_gate(room: Path) -> None:
    done = gate(room, "check", "warning.txt", "--min-level", "error", "--fail-level", "warning")
    assert (done.returncode, done.stdout) == (1, "")


CRASH = "def crash(*words, **named): raise RuntimeError('spoilt')\n"


@pytest.mark.parametrize("words", [(), ("--jobs", "2"), ("--cache", "kept"), ("--format", "json")])
@pytest.mark.parametrize(
    "spoilt",
    ["numcheck.read.plain.read", "numcheck.check.annotate", "numcheck.desk.edit",
     "numcheck.report.outcome.Report.listed", "numcheck.rounds.rules"],
)  # fmt: skip
def test_a_fault_of_our_own_is_never_0(room: Path, spoilt: str, words: tuple[str, ...]) -> None:
    module, _, name = spoilt.rpartition(".")
    if module.endswith("Report"):
        module, _, owner = module.rpartition(".")
        name = f"{owner}.{name}"
    before = f"{CRASH}import numcheck.cli, {module}\n{module}.{name} = crash"
    done = gate(room, "check", "right.txt", "--fail-level", "never", *words, before=before)
    assert done.returncode == 3, done.stderr
    assert "spoilt" in done.stderr


def test_a_process_that_dies_is_never_0(room: Path) -> None:
    before = (
        "import os, numcheck.cli, numcheck.scan\n"
        "numcheck.scan.check_one = lambda *words: os._exit(0)"
    )
    (room / "out.json").write_text("old")
    done = gate(
        room, "check", "right.txt", "--jobs", "2", "--output", "json=out.json", before=before
    )
    assert done.returncode == 3, done.stderr
    assert (room / "out.json").read_text() == "old"


def test_one_unreadable_file_does_not_stop_the_rest(room: Path) -> None:
    (room / "broken.docx").write_bytes(b"PK\x03\x04 and no more")
    (room / "latin.txt").write_bytes("caf\xe9 \x81".encode("latin-1") + b"\xff\x00")
    words = (".", "gone.txt", "--format", "json")
    for jobs in ("1", "2"):
        done = gate(room, "check", *words, "--jobs", jobs)
        assert done.returncode == 3
        whole = json.loads(done.stdout)
        assert [one["path"] for one in whole["findings"]] == [
            "error.txt",
            "note.txt",
            "warning.txt",
        ]
        for name in ("broken.docx", "gone.txt"):
            assert f"numcheck: {name}" in done.stderr


@pytest.mark.parametrize("old", ["old", None])
@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_full_disk_leaves_the_old_files_and_no_others(
    room: Path, jobs: str, old: str | None
) -> None:
    before = sorted(one.name for one in room.iterdir())
    for name in ("small.md", "large.json"):
        if old is not None:
            (room / name).write_text(old)
    files = ("--output", "concise=small.md", "--output", "json=large.json")
    done = gate(room, "check", ".", "--jobs", jobs, *files, "--format", "concise", most=900)
    assert done.returncode == 3, done.stderr
    assert "large.json: cannot be written (File too large)" in done.stderr
    assert "Traceback" not in done.stderr
    now = sorted(one.name for one in room.iterdir())
    if old is None:
        assert now == before
    else:
        assert now == sorted([*before, "small.md", "large.json"])
        assert (room / "small.md").read_text() == (room / "large.json").read_text() == "old"
    assert gate(room, "check", ".", *files).returncode == 1
    assert json.loads((room / "large.json").read_text())["findings"]


def test_a_full_disk_leaves_the_old_baseline(room: Path) -> None:
    assert gate(room, "baseline", "error.txt").returncode == 0
    old = (room / ".numcheck-baseline.json").read_text()
    done = gate(room, "baseline", ".", most=300)
    assert done.returncode == 3, done.stderr
    assert (room / ".numcheck-baseline.json").read_text() == old
    assert not [*room.glob("*.part")]
