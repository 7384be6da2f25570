"""What git ignores is not walked into; what is named is read whatever it is."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

import pytest

from numcheck.ignored import walk

from .conftest import BRIDGE, Run

LISTS = {
    ".gitignore": "# ours\n*.log\n!keep.log\nbuild/\n/top.md\ndocs/*.html\nlib/**\na/**/z.md\n\n"
    "\\#x\n**/deep/\n[xy].txt\nq?.txt\n[!b]end.rst\nspace \n",
    "sub/.gitignore": "*.md\n!good.md\n/only.txt\n",
    ".git/info/exclude": "mine.txt\n",
}
FILES = (
    "a.log keep.log sub/keep.log build/x.md sub/build/x.md buildx/x.md top.md sub/top.md "
    "docs/a.html docs/b/a.html lib/a.md lib/b/c.md a/z.md a/b/z.md a/b/c/z.md a/b/y.md #x "
    "deep/a.md c/deep/d/a.md x.txt xy.txt q1.txt q12.txt aend.rst bend.rst space sub/good.md "
    "sub/c/good.md sub/bad.md sub/only.txt sub/c/only.txt mine.txt c/mine.txt fine.md"
).split()


def test_the_walk_keeps_what_git_keeps(tmp_path: Path) -> None:
    for name in FILES:
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    for name, text in LISTS.items():
        (tmp_path / name).write_text(text)
    asked = ["git", "ls-files", "--others", "--exclude-standard", "-z"]
    env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull}
    said = subprocess.run(asked, cwd=tmp_path, env=env, capture_output=True, check=True).stdout
    kept = {one for one in said.decode().split("\0") if one and not one.endswith(".gitignore")}
    assert 5 < len(kept) < len(FILES) - 5
    for folder in (".", "sub", "c"):
        home = tmp_path / folder
        faults: list[OSError] = []
        walked = {
            os.path.relpath(Path(here, name), tmp_path)
            for here, _, files in walk(str(home), faults)
            for name in files
        }
        within = "" if folder == "." else f"{folder}/"
        assert walked == {one for one in kept if one.startswith(within)}
        assert faults == []


def paths(run: Run, *words: str) -> list[str]:
    done = run("check", "--format", "json", *words)
    whole = json.loads(done.stdout)
    return [one["path"] for one in whole["findings"]]


def test_a_list_holds_without_a_repository_too(project: Path, numcheck: Run) -> None:
    (project / ".gitignore").write_text("sub/\n")
    assert set(paths(numcheck)) == {"a.md"}
    assert set(paths(numcheck, "sub/b.md")) == {"sub/b.md"}


@pytest.mark.parametrize(
    ("glob", "found"),
    [
        ("**/*.md", {"a.md", "sub/b.md"}),
        ("su?", {"sub/b.md"}),
        ("sub/*", {"sub/b.md"}),
        ("**/*.csv", {"t.csv"}),
        ("[ab].md", {"a.md"}),
        ("**", {"a.md", "sub/b.md"}),
    ],
)
def test_globs_are_for_shells_that_leave_them(
    project: Path, numcheck: Run, glob: str, found: set[str]
) -> None:
    (project / "t.csv").write_text("ship,length\nAda,300 m (1 ft)\n")
    (project / "gone").mkdir()
    (project / "gone" / "c.md").write_text(BRIDGE)
    (project / ".gitignore").write_text("gone\n")
    assert set(paths(numcheck, glob)) == found


def test_a_glob_that_nothing_fits_is_3(project: Path, numcheck: Run) -> None:
    done = numcheck("check", "*.docx", "a.md")
    assert done.returncode == 3
    assert "numcheck: *.docx: nothing fits this pattern" in done.stderr
    assert "a.md" in done.stdout


def test_a_file_is_read_once_however_often_it_is_named(project: Path, numcheck: Run) -> None:
    assert paths(numcheck, "a.md", "*.md", ".") == ["a.md", "a.md", "sub/b.md"]
    (project / "[a].md").write_text(BRIDGE)
    assert paths(numcheck, "[a].md") == ["[a].md"]
