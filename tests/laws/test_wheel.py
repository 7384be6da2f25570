"""What is installed is whole: rules and lexicon come along, and nothing else does."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
import tarfile
import zipfile
from pathlib import Path

import pytest

from numcheck import shelf

HOME = Path(__file__).parents[2]


def run(*words: str | Path, cwd: Path) -> str:
    """Run a command, and return what it prints."""
    clean = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    done = subprocess.run(words, cwd=cwd, capture_output=True, text=True, check=False, env=clean)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the source distribution, and from it, elsewhere, the wheel."""
    room = tmp_path_factory.mktemp("build")
    build = (sys.executable, "-m", "hatchling", "build", "-d", room)
    run(*build, "-t", "sdist", cwd=HOME)
    (packed,) = room.glob("*.tar.gz")
    with tarfile.open(packed) as archive:
        archive.extractall(room, filter="data")
    (unpacked,) = (path for path in room.iterdir() if path.is_dir())
    run(*build, "-t", "wheel", cwd=unpacked)
    (built,) = room.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def desk(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a new environment, away from the checkout."""
    room = tmp_path_factory.mktemp("desk")
    run(sys.executable, "-m", "venv", "--without-pip", "venv", cwd=room)
    (site,) = room.glob("venv/lib/python*/site-packages")
    # Of the environment that runs the tests it sees the libraries, but not the checkout: a line in
    # a .pth file adds a folder without obeying the .pth files in it.
    (site / "libraries.pth").write_text(sysconfig.get_path("purelib") + "\n")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    return room


def test_the_wheel_holds_the_rules_the_lexicon_and_no_sources_of_it(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
    packed = {name for name in names if name.startswith("numcheck/_rules/")}
    rules = {path.relative_to(HOME / "rules") for path in (HOME / "rules").rglob("*.yaml")}
    assert packed == {f"numcheck/_rules/{path.as_posix()}" for path in rules}
    assert {"numcheck/lexicon/lexicon.json", "numcheck/py.typed"} <= names
    assert not [name for name in names if "overlay" in name or "/english/" in name]
    assert not [name for name in names if not name.startswith(("numcheck/", "numcheck-"))]
    assert [name for name in names if name.endswith("LICENSE")]


def test_the_installed_command_lists_and_tests_its_rules(desk: Path) -> None:
    python = desk / "venv" / "bin" / "python"
    where = run(python, "-c", "import numcheck; print(numcheck.__file__)", cwd=desk)
    assert str(desk) in where
    listed = run(python, "-m", "numcheck", "rules", cwd=desk).splitlines()
    assert [line.split()[0] for line in listed] == [rule.id for rule in shelf.rules()]
    run(python, "-m", "numcheck", "test", cwd=desk)


def test_the_installed_command_checks(desk: Path) -> None:
    (desk / "a.txt").write_text("The bridge is 300 m (984 ft) long.\n")
    python = desk / "venv" / "bin" / "python"
    shown = run(python, "-m", "numcheck", "check", "a.txt", "--show-passed", cwd=desk)
    assert shown.startswith("a.txt:1:15: holds: ")
