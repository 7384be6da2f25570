"""Every planted error is found in its place, in one run, by all that build servers read."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

import jsonschema
import junitparser
import pytest

from ..report.test_hosts import commands
from . import newsroom
from .conftest import HOME, loaded, run, step
from .newsroom import Planted

SARIF = HOME / "tests/report/standards/sarif-2.1.0.json"
# What GitLab asks of a code quality report, as its documentation has it.
QUALITY = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string"},
            "fingerprint": {"type": "string", "minLength": 1},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {
                        "type": "object",
                        "required": ["begin"],
                        "properties": {"begin": {"type": "integer", "minimum": 1}},
                    },
                },
            },
        },
    },
}


class Done(NamedTuple):
    """A run of the Action in the newsroom, and what was planted there."""

    there: Path
    planted: list[Planted]
    printed: str
    said: dict[str, str]


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory, install: Any) -> Done:
    pytest.importorskip("pypdfium2")
    there = tmp_path_factory.mktemp("newsroom")
    install(there)
    planted = newsroom.build(there / "news")
    subprocess.run(["git", "init", "-q"], cwd=there / "news", check=True)
    ran, said = step(there, paths=newsroom.PATHS)
    assert ran.returncode == 1, ran.stderr
    assert "internal" not in ran.stderr and "Traceback" not in ran.stderr
    return Done(there / "news", planted, ran.stdout, said)


def test_the_newsroom_is_as_large_as_it_should_be(done: Done) -> None:
    articles = [one for one in done.there.rglob("*.*") if ".git" not in one.parts]
    formats = {one.suffix for one in articles} - {".sarif"}
    assert len(articles) - 1 == len(newsroom.WRITERS) * newsroom.EACH >= 40
    assert len(formats) >= 9
    assert len(done.planted) == 20
    assert done.said == {"status": "1", "findings": "20", "sarif": "numcheck.sarif"}


def test_sarif_has_each_at_its_place(done: Done) -> None:
    log = json.loads((done.there / done.said["sarif"]).read_text(encoding="utf-8"))
    schema = json.loads(SARIF.read_bytes())
    jsonschema.Draft4Validator(schema).validate(log)
    found = {}
    for result in log["runs"][0]["results"]:
        if result["kind"] != "fail":
            continue
        (location,) = result["locations"]
        where = location["physicalLocation"]
        path, region = unquote(where["artifactLocation"]["uri"]), where["region"]
        place = location.get("logicalLocations", [{}])[0].get("name", "")
        found[path] = result["ruleId"], region, place
    assert found.keys() == {one.path for one in done.planted}
    for one in done.planted:
        rule, region, place = found[one.path]
        assert (rule, region["startLine"]) == (one.rule, one.line), one
        if one.place:
            assert place == one.place, one
        else:
            assert one.figure in region["snippet"]["text"], one


def test_github_annotates_each_line(done: Done) -> None:
    found = {given["file"]: (given, said) for _, given, said in commands(done.printed)}
    assert found.keys() == {one.path for one in done.planted}
    for one in done.planted:
        given, said = found[one.path]
        assert given["title"] == one.rule
        assert one.place in said if one.place else given["line"] == str(one.line)


def test_gitlab_takes_its_reports(done: Done) -> None:
    job = loaded("ci/gitlab.yml")
    _, script = job["numcheck"]["script"]
    set_up = {name: str(value) for name, value in job["variables"].items()}
    paths = " ".join(newsroom.PATHS.split())
    ran = run(script, done.there.parent, **{**set_up, "NUMCHECK_PATHS": paths})
    assert ran.returncode == 1, ran.stderr
    reports = job["numcheck"]["artifacts"]["reports"]
    quality = json.loads((done.there / reports["codequality"]).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator(QUALITY).validate(quality)
    assert len({one["fingerprint"] for one in quality}) == len(quality) == 20
    found = {one["location"]["path"]: one for one in quality}
    for one in done.planted:
        entry = found[one.path]
        assert (entry["check_name"], entry["location"]["lines"]["begin"]) == (one.rule, one.line)
        assert one.place in entry["description"]
    suites = junitparser.JUnitXml.fromfile(str(done.there / reports["junit"]))
    assert (suites.failures, suites.errors) == (20, 0)
    failed = {
        suite.name: case.name
        for suite in suites
        for case in suite
        if any(isinstance(one, junitparser.Failure) for one in case.result)
    }
    assert {path: name.partition(":")[0] for path, name in failed.items()} == {
        one.path: one.rule for one in done.planted
    }
