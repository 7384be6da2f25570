"""A bar on long work, on terminals only; and a watch that checks again what has changed."""

from __future__ import annotations

import os
import pty
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .conftest import BRIDGE, TOWER, Run

COMMAND = [sys.executable, "-m", "numcheck", "check"]


@contextmanager
def watching(project: Path, *words: str) -> Iterator[Path]:
    """Run a watch; yield the file that it prints to."""
    said = project.parent / "said"
    with said.open("wb") as out:
        running = subprocess.Popen(
            [*COMMAND, "--watch", *words], cwd=project, stdout=out, stderr=out,
            start_new_session=True,
        )  # fmt: skip
        try:
            yield said
        finally:
            os.killpg(running.pid, signal.SIGINT)
            assert running.wait(timeout=30) == 130
    assert "Traceback" not in said.read_text()


def until(said: Path, text: str, times: int) -> str:
    end = time.monotonic() + 60
    while said.read_text().count(text) < times:
        assert time.monotonic() < end, said.read_text()
        time.sleep(0.05)
    return said.read_text()


def test_a_watch_checks_again_when_an_article_or_the_configuration_changes(project: Path) -> None:
    with watching(project, "--format", "concise", ".") as said:
        first = until(said, "watching", 1)
        assert first.count("conversion-in-parentheses") == 3
        assert "watching 2 files; Ctrl-C ends it" in first
        (project / "a.md").write_text(BRIDGE.replace("1,200", "984"))
        second = until(said, "watching", 2)[len(first) :]
        assert second.count("conversion-in-parentheses") == 1
        (project / "c.txt").write_text(TOWER)
        third = until(said, "watching", 3)[len(first) + len(second) :]
        assert third.count("conversion-in-parentheses") == 2
        (project / "numcheck.toml").write_text('ignore = ["conversion-in-parentheses"]\n')
        fourth = until(said, "watching 4 files", 1)
        assert "0 findings" in fourth
    assert sorted(one.name for one in project.iterdir()) == [
        "a.md",
        "c.txt",
        "numcheck.toml",
        "sub",
    ]


def test_standard_input_cannot_be_watched(project: Path, numcheck: Run) -> None:
    done = numcheck("check", "--watch", "-")
    assert (done.returncode, done.stdout) == (2, "")
    assert "--watch looks at files" in done.stderr


def on_a_terminal(project: Path, *words: str) -> tuple[str, str]:
    """Run a check whose standard error is a terminal; return both outputs."""
    ours, theirs = pty.openpty()
    with (project.parent / "printed").open("wb") as out, subprocess.Popen(
        [*COMMAND, *words], cwd=project, stdout=out, stderr=theirs,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "80"},
    ):  # fmt: skip
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 65536):
                said += part
        except OSError:
            pass  # Linux tells the end of a terminal so
    os.close(ours)
    return (project.parent / "printed").read_text(), said.decode()


def test_long_work_has_a_bar_on_a_terminal(project: Path) -> None:
    for number in range(150):
        (project / f"n{number}.txt").write_text(BRIDGE * 30)
    printed, said = on_a_terminal(project, ".", "--format", "concise", "--jobs", "1")
    assert "checking" in said and "%" in said
    assert said.endswith("findings (4,503 errors)\r\n")
    assert printed.count("\n") == 4_503
    assert "checking" not in printed


def test_short_work_has_none(project: Path) -> None:
    _, said = on_a_terminal(project, ".")
    assert "checking" not in said
    assert said.count("\r\n") == 1
