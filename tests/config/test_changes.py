"""Only what changed since a revision, by paragraph."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from .conftest import BRIDGE, TOWER, Run

TABLE = "| ship | crew |\n|---|---|\n| Ada | 12 |\n| Bea | 14 |\n| Total | 27 |\n"


def git(project: Path, *words: str) -> None:
    who = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    subprocess.run(["git", *who, *words], cwd=project, check=True, capture_output=True)


@pytest.fixture
def repository(project: Path) -> Path:
    git(project, "init", "-q")
    git(project, "add", ".")
    git(project, "commit", "-qm", "First")
    return project


def lines(run: Run, *words: str) -> list[tuple[str, int]]:
    done = run("check", *words, "--diff", "HEAD", "--format", "jsonl")
    assert done.returncode in (0, 1), done.stderr
    return [(row["path"], row["line"]) for row in map(json.loads, done.stdout.splitlines())]


def test_nothing_changed_is_nothing_told(repository: Path, numcheck: Run) -> None:
    assert lines(numcheck) == []


def test_a_paragraph_is_told_when_any_line_of_it_changed(repository: Path, numcheck: Run) -> None:
    (repository / "a.md").write_text(f"{BRIDGE}\n{TOWER}It is new.\n")
    assert lines(numcheck) == [("a.md", 3)]
    assert lines(numcheck, "--jobs", "2") == [("a.md", 3)]


def test_lines_that_went_count_for_the_paragraph_they_went_from(
    repository: Path, numcheck: Run
) -> None:
    (repository / "a.md").write_text(f"{BRIDGE}It is old.\n\nGone.\n\n{TOWER}")
    git(repository, "commit", "-qam", "More")
    (repository / "a.md").write_text(f"{BRIDGE}It is old.\n\n{TOWER}")
    assert lines(numcheck) == []
    (repository / "a.md").write_text(f"{BRIDGE}\nGone.\n\n{TOWER}")
    assert lines(numcheck) == [("a.md", 1)]


def test_a_total_is_told_when_one_of_its_parts_changed(repository: Path, numcheck: Run) -> None:
    (repository / "t.md").write_text(TABLE.replace("27", "26"))
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "A table")
    assert lines(numcheck, "t.md") == []
    (repository / "t.md").write_text(TABLE.replace("27", "26").replace("12", "13"))
    assert [path for path, _ in lines(numcheck)] == ["t.md"]


def test_a_new_file_is_told_whole(repository: Path, numcheck: Run) -> None:
    (repository / "ü [new].md").write_text(BRIDGE)
    assert lines(numcheck) == [("ü [new].md", 1)]
    git(repository, "add", ".")
    assert lines(numcheck) == [("ü [new].md", 1)]
    assert lines(numcheck, "sub") == []


@pytest.mark.parametrize("revision", ["nowhere", "--output=x", ""])
def test_a_revision_that_is_none_is_said(repository: Path, numcheck: Run, revision: str) -> None:
    done = numcheck("check", f"--diff={revision}")
    if revision:
        assert (done.returncode, done.stdout) == (2, "")
        assert f"{revision!r} is no revision that git knows here" in done.stderr
    assert not (repository / "x").exists()


def test_outside_a_repository_it_is_said(project: Path, numcheck: Run) -> None:
    done = numcheck("check", "--diff", "HEAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert "not a git repository" in done.stderr


def piped(project: Path, given: str, *words: str) -> list[int]:
    done = subprocess.run(
        [sys.executable, "-m", "numcheck", "check", "-", "--format", "jsonl", *words],
        cwd=project,
        input=given,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1), done.stderr
    return [json.loads(row)["line"] for row in done.stdout.splitlines()]


def test_standard_input_is_held_against_the_file_of_its_name(repository: Path) -> None:
    words = ("--diff", "HEAD", "--stdin-filename", "a.md")
    assert piped(repository, f"{BRIDGE}\n{TOWER}", *words) == []
    assert piped(repository, f"{BRIDGE}\n{TOWER}It is new.\n", *words) == [3]
    assert piped(repository, f"New.\n\n{BRIDGE}\n{TOWER}", *words) == []
    assert piped(repository, BRIDGE, "--diff", "HEAD", "--stdin-filename", "sub/new.md") == [1]
    assert piped(repository, f"{BRIDGE}\n{TOWER}", *words[2:]) == [1, 3]


def test_standard_input_without_a_name_has_no_history(repository: Path, numcheck: Run) -> None:
    done = numcheck("check", "-", "--diff", "HEAD")
    assert (done.returncode, done.stdout) == (2, "")
    assert "standard input has no file: name it by --stdin-filename" in done.stderr
    assert numcheck("check", "-", "--diff", "HEAD", "--stdin-filename", "../x.md").returncode == 2
