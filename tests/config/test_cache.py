"""Reports are kept by content, and a cache is never believed where it should not be."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from .conftest import Run

EVERY = ("--output", "html=.page", "--output", "sarif=.sarif", "--format", "json")


@pytest.mark.parametrize("words", [("--format", "jsonl"), ("--show-passed",), EVERY])
def test_what_is_kept_prints_as_what_was_made(
    project: Path, numcheck: Run, words: tuple[str, ...]
) -> None:
    without = numcheck("check", *words)
    pages = [path.read_bytes() for path in sorted(project.glob(".[ps]a*"))]
    first = numcheck("check", "--cache", ".kept", *words)
    kept = {path: path.stat().st_mtime_ns for path in project.glob(".kept/*/*")}
    second = numcheck("check", "--cache", ".kept", *words)
    assert len(kept) == 2
    assert {path: path.stat().st_mtime_ns for path in project.glob(".kept/*/*")} == kept
    for done in (first, second):
        assert (done.returncode, done.stdout, done.stderr) == (
            without.returncode,
            without.stdout,
            without.stderr,
        )
    assert [path.read_bytes() for path in sorted(project.glob(".[ps]a*"))] == pages


def test_it_is_taken_from_the_cache_indeed(project: Path, numcheck: Run) -> None:
    numcheck("check", "sub/b.md", "--cache", ".kept")
    (path,) = project.glob(".kept/*/*.json")
    path.write_text(path.read_text().replace("not 1,200 ft", "not so many"))
    assert "not so many" in numcheck("check", "sub/b.md", "--cache", ".kept").stdout
    assert "not so many" not in numcheck("check", "sub/b.md").stdout


@pytest.mark.parametrize(
    "change",
    [
        ("sub/b.md", "The bridge is 300 m (984 ft) long.\n", 0),
        ("numcheck.toml", 'ignore = ["conversion-in-parentheses"]\n', 0),
        ("numcheck.toml", '[severity]\nconversion-in-parentheses = "note"\n', 0),
    ],
)
def test_another_content_or_wish_is_another_report(
    project: Path, numcheck: Run, change: tuple[str, str, int]
) -> None:
    assert numcheck("check", "sub", "--cache", ".kept").returncode == 1
    name, text, status = change
    (project / name).write_text(text)
    assert numcheck("check", "sub", "--cache", ".kept").returncode == status


def test_a_rule_of_ones_own_that_changes_is_another_rule(project: Path, numcheck: Run) -> None:
    from numcheck.shelf import built_in_folder

    (project / "own").mkdir()
    rule = project / "own" / "conversion-in-parentheses.yaml"
    (built_in,) = Path(built_in_folder()).rglob(rule.name)
    shutil.copy(built_in, rule)
    words = ("check", "sub", "--cache", ".kept", "--rules", "own")
    assert numcheck(*words).returncode == 1
    rule.write_text(rule.read_text().replace("severity: error", "severity: note"))
    assert numcheck(*words).returncode == 0


@pytest.mark.parametrize("text", ["", "{", "[]", '["Span", 1, 2]', '["os.system", "x"]', "[[[["])
def test_a_damaged_file_is_made_anew(project: Path, numcheck: Run, text: str) -> None:
    before = numcheck("check", "--cache", ".kept")
    for path in project.glob(".kept/*/*"):
        path.write_text(text)
    after = numcheck("check", "--cache", ".kept")
    assert (after.returncode, after.stdout) == (before.returncode, before.stdout)


def test_a_folder_that_cannot_be_written_is_no_hindrance(project: Path, numcheck: Run) -> None:
    (project / "file").write_text("")
    done = numcheck("check", "--cache", "file/kept")
    assert (done.returncode, done.stdout) == (1, numcheck("check").stdout)


def test_it_is_set_in_the_configuration_and_git_does_not_see_it(
    project: Path, numcheck: Run
) -> None:
    (project / "numcheck.toml").write_text('cache = ".numcheck_cache"\n')
    numcheck("check", "sub")
    assert (project / ".numcheck_cache" / ".gitignore").read_text() == "*\n"
    assert len([*project.glob(".numcheck_cache/*/*.json")]) == 1


def test_processes_share_it(project: Path, numcheck: Run) -> None:
    for number in range(40):
        (project / f"n{number}.md").write_text(f"The pier no. {number} is 10 m (90 ft) long.\n")
    first = numcheck("check", "--jobs", "2", "--cache", ".kept", "--format", "jsonl")
    second = numcheck("check", "--jobs", "1", "--cache", ".kept", "--format", "jsonl")
    assert first.stdout == second.stdout
    assert len([json.loads(line) for line in first.stdout.splitlines()]) == 43
    assert not [*project.glob(".kept/*/*.part")]
