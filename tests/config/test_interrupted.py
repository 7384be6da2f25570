"""Ctrl-C leaves the old output, no draft and no process behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .conftest import BRIDGE


@pytest.mark.parametrize(
    ("jobs", "sign"), [("1", signal.SIGINT), ("2", signal.SIGINT), ("1", signal.SIGTERM)]
)
def test_an_interrupt_leaves_the_old_report_and_nothing_else(
    tmp_path: Path, jobs: str, sign: signal.Signals
) -> None:
    for number in range(32):
        (tmp_path / f"{number:02}.txt").write_text(f"{BRIDGE}\n" * 2_000)
    (tmp_path / "out.json").write_text("old")
    words = ["check", "--jobs", jobs, "--cache", ".kept", "--output", "json=out.json"]
    running = subprocess.Popen(
        [sys.executable, "-m", "numcheck", *words],
        cwd=tmp_path,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    # The draft is there from the moment that the check begins.
    while not [*tmp_path.glob("*.part")] and running.poll() is None:
        time.sleep(0.02)
    os.killpg(running.pid, sign)
    _, said = running.communicate(timeout=120)
    assert running.returncode == 130, said.decode()
    assert b"Traceback" not in said
    assert (tmp_path / "out.json").read_text() == "old"
    assert not [*tmp_path.rglob("*.part")]
    with pytest.raises(ProcessLookupError):
        os.killpg(running.pid, 0)
