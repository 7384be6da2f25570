"""A first configuration, a patch, completion: what is done around a check."""

from __future__ import annotations

import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

from numcheck import config
from numcheck.arguments import PARSERS
from numcheck.errands import beginning, shells

from .conftest import Run


def test_a_first_configuration_explains_every_setting_and_sets_none(
    numcheck: Run, desk: Path
) -> None:
    assert numcheck("init", cwd=desk).returncode == 0
    text = (desk / "numcheck.toml").read_text()
    assert tomllib.loads(text) == {}
    assert config.find(str(desk))._replace(path="") == config.Config()
    on = "\n".join(
        line[2:] if line.startswith("# ") and ("=" in line or "[" in line[:4]) else ""
        for line in text.splitlines()
    )
    assert tomllib.loads(on).keys() == set(config.KEYS)
    (desk / "on.toml").write_text(on)
    assert config.load(str(desk / "on.toml")).locale == "en-GB"


def test_it_is_not_written_over_another_unless_told(numcheck: Run, desk: Path) -> None:
    (desk / "numcheck.toml").write_text("ignore = []\n")
    assert numcheck("init", cwd=desk).returncode == 2
    assert (desk / "numcheck.toml").read_text() == "ignore = []\n"
    assert numcheck("init", "--force", cwd=desk).returncode == 0
    assert (desk / "numcheck.toml").read_text() == beginning.TEXT


def test_a_patch_is_shown_that_git_takes_and_nothing_is_changed(numcheck: Run, desk: Path) -> None:
    wrong = desk / "wrong.txt"
    wrong.write_bytes(b"The bridge is 300 m (1,200 ft) long.\r\nIt is 5 m wide.")
    before = wrong.read_bytes()
    done = numcheck("fix", "--diff", cwd=desk)
    assert done.returncode == 1
    assert wrong.read_bytes() == before
    assert "1 suggestion shown, nothing changed" in done.stderr
    patch = done.stdout.encode()
    apply = ["git", "apply", "--ignore-whitespace", "-"]
    assert subprocess.run(apply, cwd=desk, input=patch, check=False).returncode == 0
    assert b"300 m (984 ft) long" in wrong.read_bytes()
    assert numcheck("fix", "--diff", cwd=desk).returncode == 0


def test_a_patch_has_to_be_asked_for(numcheck: Run, desk: Path) -> None:
    assert numcheck("fix", cwd=desk).returncode == 2


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_every_command_and_option(
    numcheck: Run, tmp_path: Path, shell: str
) -> None:
    done = numcheck("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    for command in PARSERS:
        assert command in done.stdout
        for option in shells.options(command):
            assert (option.name if shell != "fish" else option.name[2:]) in done.stdout
    if shutil.which(shell):
        file = tmp_path / "script"
        file.write_text(done.stdout)
        assert subprocess.run([shell, "-n", str(file)], check=False).returncode == 0


@pytest.mark.parametrize(
    ("line", "offered"),
    [
        ("numcheck ba", "baseline"),
        ("numcheck check --base", "--baseline"),
        ("numcheck check --format sar", "sarif"),
        ("numcheck extract --format js", "jsonl"),
        ("numcheck completion fi", "fish"),
    ],
)
def test_bash_completes(tmp_path: Path, line: str, offered: str) -> None:
    words = line.split()
    given = f"COMP_WORDS=({' '.join(words)}); COMP_CWORD={len(words) - 1}; _numcheck"
    script = f"{shells.script('bash')}\n{given}\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [offered]
