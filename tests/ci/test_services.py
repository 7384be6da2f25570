"""What build servers run, run here: the Action's step, GitLab's script, the hook's entry."""

from __future__ import annotations

import json
import re
import shlex
from pathlib import Path

from numcheck.read import READERS

from .conftest import HOME, WRONG, loaded, run, step


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
    done, said = step(there, **{"fail-level": "never", "cache": "kept"})
    assert (there / "news" / "kept").is_dir()
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
