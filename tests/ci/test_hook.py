"""pre-commit itself runs the hooks, in a scratch repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import HOME, WRONG, run

pytest.importorskip("pre_commit", reason="there is no pre-commit: pip install -e '.[dev]'")
REAL = bool(os.environ.get("CI"))  # there it installs numcheck as it would for anybody
RIGHT = WRONG.replace("1,200", "984")
GIT = "git -c user.name=Desk -c user.email=desk@example.org -c init.defaultBranch=main"


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """Return a repository of hooks: this one's; but for the network's sake run where they are."""
    home = tmp_path / "hooks"
    if REAL:
        ignored = shutil.ignore_patterns(".*cache", ".venv", ".git", "__pycache__", ".hypothesis")
        shutil.copytree(HOME, home, ignore=ignored)
    else:
        home.mkdir()
        said = (HOME / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
        assert said.count("language: python") == 2
        said = said.replace("language: python", "language: system")
        (home / ".pre-commit-hooks.yaml").write_text(said)
    script = f"cd '{home}' && git init -q && git add . && {GIT} commit -qm Hooks"
    subprocess.run(["bash", "-ec", script], check=True, capture_output=True)
    return home


@pytest.fixture
def commit(there: Path, hooks: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Return what tries a hook on what is staged in a repository with two articles."""
    (there / "news" / "old.md").write_text(f"{WRONG}\nOnce.\n")
    assert run(f"git init -q && git add old.md && {GIT} commit -qm First", there).returncode == 0

    def trying(hook: str) -> subprocess.CompletedProcess[str]:
        line = f"'{sys.executable}' -m pre_commit try-repo '{hooks}' {hook} --verbose"
        return run(line, there, PRE_COMMIT_HOME=str(there / "kept"))

    return trying


def test_the_articles_of_a_commit_are_checked(
    there: Path, commit: Callable[[str], subprocess.CompletedProcess[str]]
) -> None:
    (there / "news" / "right.txt").write_text(RIGHT)
    (there / "news" / "code.py").write_text(f"# {WRONG}")
    assert run("git add right.txt code.py", there).returncode == 0
    done = commit("numcheck")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 file: 2 figures read" in done.stdout
    assert run("git add .", there).returncode == 0
    done = commit("numcheck")
    assert done.returncode == 1
    assert "a b.md:1:15: error: 300 m is 984 ft, not 1,200 ft" in done.stdout
    assert "old.md" not in done.stdout


def test_only_what_a_commit_changes_is_told(
    there: Path, commit: Callable[[str], subprocess.CompletedProcess[str]]
) -> None:
    (there / "news" / "old.md").write_text(f"{WRONG}\nTwice.\n")
    assert run("git add old.md", there).returncode == 0
    done = commit("numcheck-changed")
    assert done.returncode == 0, done.stdout + done.stderr
    assert "1 file: 2 figures read" in done.stdout
    (there / "news" / "old.md").write_text(f"Once. {WRONG}\nTwice.\n")
    assert run("git add old.md", there).returncode == 0
    assert commit("numcheck-changed").returncode == 1
