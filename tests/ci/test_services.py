"""What build servers run, run here: the Action's step, GitLab's script, the hook's entry."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from numcheck.read import READERS

HOME = Path(__file__).parents[2]
WRONG = "The bridge is 300 m (1,200 ft) long.\n"


def loaded(name: str) -> Any:
    return yaml.safe_load((HOME / name).read_text(encoding="utf-8"))


@pytest.fixture
def there(tmp_path: Path) -> Path:
    """Return a folder with an article, in whose environment numcheck is a command."""
    place = tmp_path / "bin"
    place.mkdir()
    for name, words in (("numcheck", "-m numcheck"), ("python3", "")):
        (place / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n')
        (place / name).chmod(0o755)
    (tmp_path / "news").mkdir()
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


def test_the_action_annotates_sums_up_and_fails(there: Path) -> None:
    done, said = step(there)
    assert done.returncode == 1, done.stderr
    assert said == {"status": "1", "findings": "1", "sarif": "numcheck.sarif"}
    assert done.stdout.startswith("::error file=a b.md,")
    assert "984 ft" in (there / "summary").read_text(encoding="utf-8")
    sarif = json.loads((there / "news" / "numcheck.sarif").read_text(encoding="utf-8"))
    assert len(sarif["runs"][0]["results"]) == 1


def test_the_action_takes_its_inputs(there: Path) -> None:
    (there / "news" / "c.md").write_text("The bridge is 300 m (984 ft) long.\n")
    done, said = step(there, **{"paths": "c.md\n", "html": "../page.html", "sarif": "s.sarif"})
    assert (done.returncode, said["findings"], said["sarif"]) == (0, "0", "s.sarif")
    assert (there / "page.html").exists()
    done, said = step(there, **{"fail-level": "never"})
    assert (done.returncode, said["status"], said["findings"]) == (0, "0", "1")
    done, _ = step(there, paths='$(touch pwned)"; touch pwned\n')
    assert done.returncode == 3
    assert not (there / "news" / "pwned").exists()


def test_the_action_does_not_pass_over_what_could_not_be_checked(there: Path) -> None:
    done, said = step(there, baseline="none.json")
    assert (done.returncode, said["status"], said["findings"]) == (2, "2", "")
    assert "there is no such baseline" in done.stderr


def test_the_gitlab_script_writes_what_it_promises(there: Path) -> None:
    job = loaded("ci/gitlab.yml")
    _, check = job["numcheck"]["script"]
    done = run(check, there, **{name: str(value) for name, value in job["variables"].items()})
    assert done.returncode == 1, done.stderr
    for name in job["numcheck"]["artifacts"]["reports"].values():
        assert (there / "news" / name).stat().st_size


def test_the_hooks_check_what_numcheck_reads(there: Path) -> None:
    hooks = loaded(".pre-commit-hooks.yaml")
    assert [hook["id"] for hook in hooks] == ["numcheck", "numcheck-changed"]
    for hook in hooks:
        assert hook["language"] == "python"
        prose = [one for one in READERS if one.format not in ("csv", "json", "xml", "pdf")]
        for suffix in (suffix for one in prose for suffix in one.suffixes):
            assert re.search(hook["files"], f"a{suffix}")
        assert not re.search(hook["files"], "a.py")
    done = run(f"{hooks[0]['entry']} {shlex.quote('a b.md')}", there)
    assert done.returncode == 1, done.stderr


def test_the_changed_hook_is_silent_on_what_was_there(there: Path) -> None:
    who = "git -c user.name=Desk -c user.email=desk@example.org"
    made = run(f"git init -q && git add . && {who} commit -qm First", there)
    assert made.returncode == 0, made.stderr
    entry = loaded(".pre-commit-hooks.yaml")[1]["entry"]
    assert run(f"{entry} 'a b.md'", there).returncode == 0
    (there / "news" / "a b.md").write_text(f"Once. {WRONG}")
    assert run(f"{entry} 'a b.md'", there).returncode == 1


def test_the_image_installs_this_and_runs_the_command() -> None:
    lines = (HOME / "Dockerfile").read_text(encoding="utf-8").splitlines()
    assert 'ENTRYPOINT ["numcheck"]' in lines
    assert any(line.startswith("USER ") for line in lines)
