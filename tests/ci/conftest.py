"""What a build server gives a job: a shell, inputs, and files to write to."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

HOME = Path(__file__).parents[2]
WRONG = "The bridge is 300 m (1,200 ft) long.\n"


def loaded(name: str) -> Any:
    return yaml.safe_load((HOME / name).read_text(encoding="utf-8"))


def installed(there: Path) -> None:
    """Make a folder in whose environment numcheck is a command, and one for articles in it."""
    place = there / "bin"
    place.mkdir()
    for name, words in (("numcheck", "-m numcheck"), ("python3", "")):
        (place / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        (place / name).chmod(0o755)
    (there / "news").mkdir()


@pytest.fixture(scope="session")
def install() -> Callable[[Path], None]:
    return installed


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Return such a folder with an article."""
    installed(tmp_path)
    (tmp_path / "news" / "a b.md").write_text(WRONG)
    return tmp_path


def run(line: str, there: Path, **env: str) -> subprocess.CompletedProcess[str]:
    path = f"{there / 'bin'}:{os.environ['PATH']}"
    return subprocess.run(
        ["bash", "-eo", "pipefail", "-c", line],
        cwd=there / "news",
        env={**os.environ, "PYTHONPATH": str(HOME), **env, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def step(there: Path, **inputs: str) -> tuple[subprocess.CompletedProcess[str], dict[str, str]]:
    """Run the Action's step as a runner does: inputs into its environment, outputs from a file."""
    action = loaded("action.yml")
    given = {name: one["default"] for name, one in action["inputs"].items()} | inputs
    (check,) = [one for one in action["runs"]["steps"] if one.get("id") == "check"]
    env = {
        name: str(HOME)
        if "action_path" in value
        else given[re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]]  # type: ignore[index]
        for name, value in check["env"].items()
    }
    out, summary = there / "out", there / "summary"
    done = run(check["run"], there, **env, GITHUB_OUTPUT=str(out), GITHUB_STEP_SUMMARY=str(summary))
    said = dict(line.split("=", 1) for line in out.read_text().splitlines())
    wanted = {one["value"] for one in action["outputs"].values()}
    assert {f"${{{{ steps.check.outputs.{name} }}}}" for name in said} == wanted
    return done, said
