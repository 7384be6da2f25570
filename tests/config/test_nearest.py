"""Each article is checked as the configuration nearest to it says."""

from __future__ import annotations

import json
from pathlib import Path

from .conftest import Run

OFF = 'ignore = ["conversion-in-parentheses"]\n'


def test_each_file_has_the_configuration_nearest_to_it(project: Path, numcheck: Run) -> None:
    (project / "numcheck.toml").write_text("# nothing\n")
    (project / "sub" / ".numcheck.toml").write_text(OFF)
    done = numcheck("check", "--format", "concise")
    assert done.returncode == 1
    assert [line.partition(":")[0] for line in done.stdout.splitlines()] == ["a.md", "a.md"]
    assert numcheck("check", "sub/b.md").returncode == 0
    assert numcheck("check", "sub/b.md", "--isolated").returncode == 1
    assert numcheck("check", "sub/b.md", "--config", "numcheck.toml").returncode == 1


def test_processes_find_the_same_configuration(project: Path, numcheck: Run) -> None:
    (project / "sub" / "numcheck.toml").write_text(OFF)
    one = numcheck("check", "--jobs", "1", "--format", "jsonl")
    two = numcheck("check", "--jobs", "2", "--format", "jsonl")
    assert one.stdout == two.stdout
    assert one.stdout.count("\n") == 2


def test_a_broken_one_further_down_stops_the_run(project: Path, numcheck: Run) -> None:
    (project / "sub" / ".numcheck.yml").write_text("locale: en-GB\nseverty: {}\n")
    done = numcheck("check")
    assert (done.returncode, done.stdout) == (2, "")
    said = "numcheck: sub/.numcheck.yml:2: 'severty' is not a setting; did you mean 'severity'?"
    assert done.stderr.startswith(said)


def test_a_severity_for_no_rule_is_refused_with_the_one_meant(project: Path, numcheck: Run) -> None:
    (project / "numcheck.toml").write_text('[severity]\nconversion-in-parenthesis = "note"\n')
    done = numcheck("check")
    assert done.returncode == 2
    assert "did you mean 'conversion-in-parentheses'?" in done.stderr


def test_files_that_fit_a_glob_have_more_said_of_them(project: Path, numcheck: Run) -> None:
    text = '[per-file."sub/*"]\nseverity = {conversion-in-parentheses = "note"}\n'
    (project / "numcheck.toml").write_text(text)
    done = numcheck("check", "--format", "jsonl")
    levels = [(row["path"], row["severity"]) for row in map(json.loads, done.stdout.splitlines())]
    assert levels == [("a.md", "error"), ("a.md", "error"), ("sub/b.md", "note")]


def test_further_fields_are_copy(project: Path, numcheck: Run) -> None:
    (project / "numcheck.toml").write_text('fields = ["teaser", "$.story.text"]\n')
    (project / "c.md").write_text("---\nteaser: The pier is 10 m (90 ft) long.\n---\nA pier.\n")
    (project / "c.json").write_text('{"story": {"text": "The pier is 10 m (90 ft) long."}}\n')
    done = numcheck("check", "c.md", "c.json", "--format", "jsonl")
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["path"], row["line"]) for row in rows] == [("c.md", 2), ("c.json", 1)]
    assert numcheck("check", "c.md", "--isolated").returncode == 0
