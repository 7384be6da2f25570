"""A project with two wrong articles in it, and the command in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
BRIDGE = "The bridge is 300 m (1,200 ft) long.\n"
TOWER = "The tower is 100 m (500 ft) tall.\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    (tmp_path / "a.md").write_text(f"{BRIDGE}\n{TOWER}")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "b.md").write_text(BRIDGE)
    return tmp_path


@pytest.fixture
def numcheck(project: Path) -> Run:
    def run(*words: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "numcheck", *words],
            cwd=project,
            capture_output=True,
            encoding="utf-8",
            env={**os.environ, "GIT_CEILING_DIRECTORIES": str(project.parent)},
            check=False,
        )

    return run
