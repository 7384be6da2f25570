"""The site builds without a warning; what its pages show of files is so."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
import yaml

from numcheck import config
from numcheck.cli import main

HOME = Path(__file__).parents[2]
DOCS = HOME / "docs"


def fenced(page: str, language: str) -> list[str]:
    text = (DOCS / page).read_text(encoding="utf-8")
    found: list[str] = re.findall(rf"^```{language}\n(.*?)^```", text, re.DOTALL | re.MULTILINE)
    return found


def test_it_builds_strictly(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs", reason="there is no mkdocs: pip install -e '.[docs]'")
    pytest.importorskip("material", reason="there is no mkdocs-material")
    words = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(tmp_path)]
    done = subprocess.run(words, cwd=HOME, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert (tmp_path / "rules.html").exists()


def test_every_page_is_in_the_contents() -> None:
    said = (HOME / "mkdocs.yml").read_text(encoding="utf-8")
    for page in DOCS.rglob("*.md"):
        assert f": {page.relative_to(DOCS).as_posix()}\n" in said


def test_links_lead_somewhere() -> None:
    for page in DOCS.rglob("*.md"):
        for link in re.findall(r"\]\(([^)#]+?)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
            assert link.startswith("https://") or (page.parent / link).exists(), (page.name, link)


def test_the_rule_on_the_page_passes_its_sentences(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (rule,) = fenced("writing-rules.md", "yaml")
    file = tmp_path / "few-people-no-decimals.yaml"
    file.write_text(rule, encoding="utf-8")
    assert main(["test", str(file)]) == 0, capsys.readouterr().out


def test_the_jobs_on_the_page_say_what_there_is() -> None:
    github, gitlab, hook = map(yaml.safe_load, fenced("ci.md", "yaml"))
    action = yaml.safe_load((HOME / "action.yml").read_text(encoding="utf-8"))
    (step,) = [one for one in github["steps"] if one.get("id") == "figures"]
    assert step["with"].keys() <= action["inputs"].keys()
    page = (DOCS / "ci.md").read_text(encoding="utf-8")
    for name in (*action["inputs"], *action["outputs"]):
        assert f"`{name}`" in page
    template = yaml.safe_load((HOME / "ci/gitlab.yml").read_text(encoding="utf-8"))
    assert gitlab["variables"].keys() <= template["variables"].keys()
    hooks = yaml.safe_load((HOME / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert {one["id"] for one in hook["repos"][0]["hooks"]} <= {one["id"] for one in hooks}


def test_the_settings_on_the_page_are_read() -> None:
    (toml,) = fenced("cms.md", "toml")
    assert config.parse(toml.encode(), "numcheck.toml").fields


def test_pictures_say_what_they_show() -> None:
    for picture in (DOCS / "images").glob("*.svg"):
        root = ElementTree.parse(picture).getroot()
        names = [child.tag.rpartition("}")[2] for child in root]
        assert names[:2] == ["title", "desc"]
        assert picture.stat().st_size < 10_000
