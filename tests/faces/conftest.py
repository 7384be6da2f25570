"""A desk with a right and a wrong article on it, and the command as a person runs it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]


def run(
    *words: str, cwd: Path | None = None, given: bytes = b"", **env: str
) -> subprocess.CompletedProcess[str]:
    """Run the command, with what it is given on standard input."""
    done = subprocess.run(
        [sys.executable, "-m", "numcheck", *words],
        cwd=cwd,
        input=given,
        capture_output=True,
        env={**os.environ, **env},
        check=False,
    )
    out, err = done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)


@pytest.fixture
def numcheck() -> Run:
    return run


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    (tmp_path / "wrong.txt").write_text("The bridge is 300 m (1,200 ft) long.\n")
    (tmp_path / "right.txt").write_text("The bridge is 300 m (984 ft) long.\n")
    return tmp_path
