"""Files take their names only when whole; a reader that goes away disturbs nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from numcheck.report import View
from numcheck.report.outcome import Report
from numcheck.report.press import CutShort, Press, Sheet, Unwritable

WRONG = "The bridge is 300 m (1,200 ft) long.\n"
FAULT = Report("a.md", faults=("is not text",), read=False)


def test_a_file_appears_when_the_run_is_over(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    with Press(View()) as press:
        press.to_file(str(target), "json")
        press.add(FAULT)
        press.end()
        assert target.read_text() == "before"
    assert '"schema_version": 1' in target.read_text()
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]


def test_after_a_crash_the_old_file_stands_and_no_draft_is_left(tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    target.write_text("before")
    with pytest.raises(RuntimeError), Press(View()) as press:
        press.to_file(str(target), "json")
        raise RuntimeError
    assert target.read_text() == "before"
    assert [one.name for one in tmp_path.iterdir()] == ["out.json"]


def test_a_link_stays_a_link_and_a_device_a_device(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("before")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    for path in (str(tmp_path / "link"), os.devnull):
        sheet = Sheet(path)
        sheet.write("after")
        sheet.close(keep=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "after"
    assert not Path(os.devnull).is_file()


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unwritable, match="cannot be written"):
        Sheet(str(tmp_path / "no" / "out.json")).begin()


def test_a_lone_surrogate_is_written_as_its_escape(tmp_path: Path) -> None:
    sheet = Sheet(str(tmp_path / "out"))
    sheet.write('"\ud800 €"')
    sheet.close(keep=True)
    assert (tmp_path / "out").read_text(encoding="utf-8") == '"\\ud800 €"'


def test_a_reader_that_goes_away_is_no_error() -> None:
    code = (
        "from numcheck.report.press import Page\n"
        "page = Page()\n"
        "for _ in range(9999): page.write('x' * 99)\n"
        "page.close()\n"
    )
    child = subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert child.stdout is not None and child.stderr is not None
    child.stdout.read(10)
    child.stdout.close()
    assert child.wait() == 0
    assert child.stderr.read() == b""
    child.stderr.close()


def test_a_steps_summary_is_added_to(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "summary"
    target.write_text("# Built")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(target))
    for names in (("markdown", "json"), ("markdown",)):
        with Press(View()) as press:
            for name in names:
                press.to_file(str(target if name == "markdown" else tmp_path / "out"), name)
            press.add(FAULT)
            press.end()
    said = target.read_text()
    assert said.startswith("# Built\n")
    assert said.count("is not text") == 2
    assert (tmp_path / "out").read_text().startswith("{")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_what_cannot_be_ended_is_thrown_away_with_all_its_company(tmp_path: Path) -> None:
    first, last = tmp_path / "first", tmp_path / "last"
    for one in (first, last):
        one.write_text("before")
    with pytest.raises(CutShort, match="last: cannot be written"), Press(View()) as press:
        press.to_file(str(first), "json")
        press.to_file(str(last), "json")
        sheet = press.sheets[-1]
        assert sheet.file is not None
        with Path("/dev/full").open("w") as full:
            os.dup2(full.fileno(), sheet.file.fileno())
        press.add(FAULT)
        press.end()
    assert first.read_text() == last.read_text() == "before"
    assert sorted(one.name for one in tmp_path.iterdir()) == ["first", "last"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
@pytest.mark.parametrize("words", ["--help", "--version", "rules", "check wrong.txt"])
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_a_full_disk_is_3_with_a_sentence(tmp_path: Path, words: str, unbuffered: str) -> None:
    (tmp_path / "wrong.txt").write_text(WRONG)
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            [sys.executable, "-m", "numcheck", *words.split()],
            cwd=tmp_path,
            stdout=full,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            check=False,
        )
    assert done.returncode == 3
    assert b"numcheck: the output could not be written (No space left" in done.stderr
    assert b"Traceback" not in done.stderr


@pytest.mark.skipif(os.name != "posix", reason="needs a limit on the size of files")
@pytest.mark.parametrize("unbuffered", ["", "1"])
def test_output_that_fits_in_part_is_3_and_not_1(tmp_path: Path, unbuffered: str) -> None:
    import resource

    (tmp_path / "wrong.txt").write_text(WRONG)
    with (tmp_path / "out.json").open("wb") as out:
        done = subprocess.run(
            [sys.executable, "-m", "numcheck", "check", "wrong.txt", "--format", "json"],
            cwd=tmp_path,
            stdout=out,
            stderr=subprocess.PIPE,
            env={**os.environ, "PYTHONUNBUFFERED": unbuffered},
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (512, 512)),
            check=False,
        )
    assert done.returncode == 3
    assert b"numcheck: the output could not be written (File too large)" in done.stderr
