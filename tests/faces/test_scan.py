"""Many documents, one a line: ids, bad lines, processes."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

WRONG = "The bridge is 300 m (1,200 ft) long."
RIGHT = "The bridge is 300 m (984 ft) long."


def scan(*words: str, given: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "numcheck", "scan", *words],
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def lines(*documents: object) -> str:
    return "".join(json.dumps(one) + "\n" for one in documents)


def test_findings_carry_the_id_of_their_document(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    path.write_text(
        lines({"id": "a", "text": WRONG}, {"id": "b", "text": RIGHT}, {"id": 7, "text": WRONG})
    )
    done = scan(str(path))
    assert done.returncode == 1
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["id"] for row in rows] == ["a", 7]
    assert WRONG[rows[0]["start"] : rows[0]["end"]] == "300 m (1,200 ft"
    assert rows[0]["path"] == str(path)
    assert done.stderr.startswith("3 documents: 6 figures read, 3 claims checked, 2 findings")


def test_nothing_found_is_0(tmp_path: Path) -> None:
    done = scan("-", given=lines({"id": "a", "text": RIGHT}) + "\n")
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "the line is not JSON"),
        ("[1]", 'the line is not a document: {"id": "…", "text": "…"}'),
        ('{"id": "a"}', "the line is not a document"),
        ('{"text": "a"}', "the line is not a document"),
        ('{"id": "a", "text": 1}', "the line is not a document"),
        ('{"id": "a", "text": "b", "format": "pdf"}', "'pdf' is no format; there are plain"),
        ('{"id": "a", "text": "b", "date": "May"}', "'May' is not a date: write YYYY-MM-DD"),
        ("[" * 200_000, "the line is not JSON"),
    ],
)
def test_a_bad_line_is_named_by_number_and_the_rest_goes_on(line: str, said: str) -> None:
    text = lines({"id": "a", "text": WRONG}) + line + "\n" + lines({"id": "c", "text": WRONG})
    done = scan("-", given=text)
    assert done.returncode == 3
    assert [json.loads(one)["id"] for one in done.stdout.splitlines()] == ["a", "c"]
    assert done.stderr.startswith(f"numcheck: <stdin>:2: {said}"), done.stderr


def test_a_document_may_say_its_format_and_its_date() -> None:
    code = f"```\n{WRONG}\n```\n"
    done = scan("-", given=lines({"id": "a", "text": code, "format": "markdown"}))
    assert done.returncode == 0


def test_findings_can_go_to_a_file(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    done = scan("-", "--output", str(out), "--quiet", given=lines({"id": "a", "text": WRONG}))
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")
    assert json.loads(out.read_text())["id"] == "a"


def test_what_passed_is_shown_when_asked_for() -> None:
    done = scan("-", "--show-passed", given=lines({"id": "a", "text": RIGHT}))
    row = json.loads(done.stdout)
    assert (row["id"], row["verdict"]) == ("a", "holds")


def test_processes_give_the_same_lines_in_the_same_order(tmp_path: Path) -> None:
    path = tmp_path / "all.jsonl"
    filler = "The ferry was late again that day, and nobody minded. " * 400
    rows = [{"id": n, "text": (WRONG if n % 2 else RIGHT) + " " + filler} for n in range(60)]
    path.write_text(lines(*rows[:30]) + "no line\n" + lines(*rows[30:]))
    one, two = scan(str(path), "--jobs", "1"), scan(str(path), "--jobs", "2")
    assert one.returncode == two.returncode == 3
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr
    assert len(one.stdout.splitlines()) == 30


def test_a_file_that_is_not_there_is_3() -> None:
    done = scan("nowhere.jsonl")
    assert done.returncode == 3
    assert done.stderr == ("numcheck: nowhere.jsonl: cannot be read (No such file or directory)\n")
