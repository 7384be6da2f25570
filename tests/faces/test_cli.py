"""The command: exit statuses, streams, folders, faults."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]
WRONG = "The bridge is 300 m (1,200 ft) long.\n"
RIGHT = "The bridge is 300 m (984 ft) long.\n"


def test_nothing_found_is_0_and_a_finding_1(numcheck: Run, desk: Path) -> None:
    fine = numcheck("check", "right.txt", cwd=desk)
    assert (fine.returncode, fine.stdout) == (0, "")
    assert fine.stderr == "1 file: 2 figures read, 1 claim checked, 0 findings\n"
    found = numcheck("check", "wrong.txt", cwd=desk)
    assert found.returncode == 1
    assert found.stdout.startswith("wrong.txt:1:15: error: 300 m is 984 ft, not 1,200 ft")
    assert "1 finding (1 error)" in found.stderr


def test_quiet_leaves_out_the_closing_line(numcheck: Run, desk: Path) -> None:
    assert numcheck("check", "right.txt", "--quiet", cwd=desk).stderr == ""


@pytest.mark.parametrize(
    ("level", "status"), [("error", 1), ("warning", 1), ("note", 1), ("never", 0)]
)
def test_the_fail_level_alone_makes_the_status(
    numcheck: Run, desk: Path, level: str, status: int
) -> None:
    words = ("check", "wrong.txt", "--fail-level", level)
    assert numcheck(*words, cwd=desk).returncode == status
    assert numcheck(*words, "--min-level", "error", cwd=desk).returncode == status


def test_a_finding_in_a_quotation_speaks_one_step_lower(numcheck: Run, desk: Path) -> None:
    (desk / "said.txt").write_text(f"“{WRONG.strip()}” she said.\n")
    done = numcheck("check", "said.txt", cwd=desk)
    assert done.returncode == 0
    assert "warning: 300 m is 984 ft, not 1,200 ft (in a quotation)" in done.stdout
    assert numcheck("check", "said.txt", "--fail-level", "warning", cwd=desk).returncode == 1
    assert numcheck("check", "said.txt", "--min-level", "error", cwd=desk).stdout == ""


def test_sic_lets_a_finding_stand(numcheck: Run, desk: Path) -> None:
    (desk / "sic.txt").write_text("The bridge is 300 m (1,200 ft) [sic] long.\n")
    done = numcheck("check", "sic.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (0, "")
    assert "1 suppressed" in done.stderr


def test_wrong_use_is_2_with_a_sentence(numcheck: Run, desk: Path) -> None:
    for words, said in [
        ((), "usage: numcheck COMMAND"),
        (("chek",), "'chek' is not a command; there are check"),
        (("check", "--frmat", "json"), "unrecognized arguments: --frmat"),
        (("check", "--form", "json"), "unrecognized arguments: --form"),
        (("check", "--format", "yaml"), "invalid choice: 'yaml'"),
        (("check", "--date", "tomorrow"), "'tomorrow' is not a date: write YYYY-MM-DD"),
        (("check", "--date", "2024-02-30"), "'2024-02-30' is not a date"),
        (("check", "--date", "20240229"), "'20240229' is not a date"),
        (("check", "--locale", "en-AU"), "invalid choice: 'en-AU'"),
        (("check", "--jobs", "0"), "'0' is not a number from 1 to 512"),
        (("check", "--output", "out.json"), "'out.json' is not FORMAT=FILE"),
        (("check", "--select", "no-such-rule"), "no rule is called 'no-such-rule'"),
        (("check", "--rules", "nowhere"), "nowhere: is not a folder of rules"),
        (("check", "--config", "nowhere.toml"), "nowhere.toml: cannot be read"),
        (("check", "--output", "json=no/out.json"), "no/out.json: cannot be written"),
        (("explain",), "the following arguments are required: RULE"),
        (("explain", "no-such-rule"), "no rule is called 'no-such-rule'"),
        (("scan",), "the following arguments are required: FILE.jsonl"),
    ]:
        done = numcheck(*words, cwd=desk)
        assert done.returncode == 2, words
        assert said in done.stderr, done.stderr
        assert done.stdout == ""


def test_options_may_stand_between_paths(numcheck: Run, desk: Path) -> None:
    done = numcheck("check", "right.txt", "--format", "concise", "wrong.txt", "--quiet", cwd=desk)
    assert done.returncode == 1
    assert done.stdout.startswith("wrong.txt:1:15: error ")


def test_what_cannot_be_read_is_3_and_the_rest_is_checked(numcheck: Run, desk: Path) -> None:
    (desk / "image.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\xff\xfe")
    (desk / "empty.txt").write_bytes(b"")
    files = ("missing.txt", "image.txt", "empty.txt", "wrong.txt")
    done = numcheck("check", *files, "--format", "concise", cwd=desk)
    assert done.returncode == 3
    assert done.stdout.startswith("wrong.txt:1:15: error ")
    said = done.stderr.splitlines()
    assert said[0] == "numcheck: missing.txt: cannot be read (No such file or directory)"
    assert said[1].startswith("numcheck: image.txt: ")
    assert said[2].startswith("2 files: ")
    assert len(said) == 3


def test_an_unreadable_file_is_said_in_the_json_too(numcheck: Run, desk: Path) -> None:
    done = numcheck("check", "missing.txt", "--format", "json", cwd=desk)
    fault = {"path": "missing.txt", "message": "cannot be read (No such file or directory)"}
    assert json.loads(done.stdout)["faults"] == [fault]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read all")
def test_a_file_without_leave_to_read_is_3(numcheck: Run, desk: Path) -> None:
    (desk / "right.txt").chmod(0)
    assert numcheck("check", "right.txt", cwd=desk).returncode == 3


def test_a_folder_is_walked_by_name_and_the_hidden_left_out(numcheck: Run, desk: Path) -> None:
    for name in ("b/z.md", "b/a.md", "a.html", ".git/x.txt", "node_modules/x.md", ".x.md", "x.py"):
        path = desk / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(WRONG)
    for words in ((".",), ()):
        done = numcheck("check", *words, "--format", "concise", cwd=desk)
        paths = [line.split(":")[0] for line in done.stdout.splitlines()]
        assert paths == ["a.html", "wrong.txt", "b/a.md", "b/z.md"]


def test_a_folder_without_articles_is_3(numcheck: Run, tmp_path: Path) -> None:
    done = numcheck("check", ".", cwd=tmp_path)
    assert done.returncode == 3
    assert "no articles in this folder (looked for .txt, " in done.stderr


def test_standard_input_takes_its_name_and_format_from_the_option(numcheck: Run) -> None:
    text = f"```\n{WRONG}```\n".encode()
    done = numcheck("check", "-", "--format", "concise", given=WRONG.encode())
    assert done.stdout.startswith("<stdin>:1:15: error ")
    done = numcheck("check", "-", "--stdin-filename", "a.md", given=text)
    assert (done.returncode, done.stdout) == (0, "")


def test_reports_are_also_written_to_files(numcheck: Run, desk: Path) -> None:
    done = numcheck(
        "check", "wrong.txt", "--output", "json=out.json", "--output", "concise=out.txt", cwd=desk
    )
    assert done.returncode == 1
    assert done.stdout.startswith("wrong.txt:1:15: error: ")
    assert len(json.loads((desk / "out.json").read_text())["findings"]) == 1
    assert (desk / "out.txt").read_text().startswith("wrong.txt:1:15: error ")


def test_colour_is_for_terminals_and_those_who_insist(numcheck: Run, desk: Path) -> None:
    assert "\x1b" not in numcheck("check", "wrong.txt", cwd=desk).stdout
    assert "\x1b" in numcheck("check", "wrong.txt", "--color", "always", cwd=desk).stdout


def on_a_terminal(desk: Path, *words: str, **env: str) -> str:
    """Run the command with a terminal for its output."""
    import pty

    master, slave = pty.openpty()
    child = subprocess.Popen(
        [sys.executable, "-m", "numcheck", *words],
        cwd=desk,
        stdout=slave,
        stderr=subprocess.DEVNULL,
        env={**os.environ, "TERM": "xterm", **env},
    )
    child.wait()
    os.close(slave)
    try:
        return os.read(master, 100_000).decode()
    finally:
        os.close(master)


def test_no_color_is_honoured(desk: Path) -> None:
    assert "\x1b" in on_a_terminal(desk, "check", "wrong.txt", NO_COLOR="")
    assert "\x1b" not in on_a_terminal(desk, "check", "wrong.txt", NO_COLOR="1")
    assert "\x1b" not in on_a_terminal(desk, "check", "wrong.txt", TERM="dumb")


def test_processes_give_the_same_report_in_the_same_order(numcheck: Run, desk: Path) -> None:
    for number in range(40):
        (desk / f"{number:02}.txt").write_text(WRONG if number % 3 else RIGHT)
    (desk / "07.txt").write_bytes(b"\0\0\0\0")
    one = numcheck("check", ".", "--jobs", "1", "--format", "json", cwd=desk)
    two = numcheck("check", ".", "--jobs", "2", "--format", "json", cwd=desk)
    assert one.returncode == two.returncode == 3
    assert one.stdout == two.stdout
    assert one.stderr == two.stderr


def test_a_reader_that_goes_away_leaves_the_status_alone(desk: Path) -> None:
    (desk / "many.txt").write_text((WRONG + "\n") * 2000)
    child = subprocess.Popen(
        [sys.executable, "-m", "numcheck", "check", "many.txt", "--quiet"],
        cwd=desk,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert child.stdout is not None and child.stderr is not None
    child.stdout.readline()
    child.stdout.close()
    assert child.stderr.read() == b""
    child.stderr.close()
    assert child.wait() == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="there is no full device here")
def test_a_full_disk_is_said(desk: Path) -> None:
    words = [sys.executable, "-m", "numcheck", "check", "wrong.txt", "--quiet"]
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(words, cwd=desk, stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 3
    assert done.stderr == (b"numcheck: the output could not be written (No space left on device)\n")


def test_closed_streams_are_no_crash(desk: Path) -> None:
    words = f"{sys.executable} -m numcheck check wrong.txt"
    for closed in (">&-", "2>&-", ">&- 2>&- <&-"):
        done = subprocess.run(
            ["sh", "-c", f"{words} {closed}"], cwd=desk, capture_output=True, text=True, check=False
        )
        assert done.returncode == 1
        assert "Traceback" not in done.stderr


def test_an_interrupt_is_130_without_a_trace() -> None:
    child = subprocess.Popen(
        [sys.executable, "-m", "numcheck", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    time.sleep(1.5)  # it is waiting for its input by then
    child.send_signal(signal.SIGINT)
    out, err = child.communicate()
    assert (child.returncode, out, err) == (130, b"", b"")


def test_help_is_0_and_names_every_command(numcheck: Run) -> None:
    whole = numcheck("--help")
    assert whole.returncode == 0
    for command in ("check", "extract", "scan", "rules", "explain", "test"):
        assert f"numcheck {command}" in whole.stdout
        said = numcheck(command, "--help")
        assert said.returncode == 0
        assert f"usage: numcheck {command}" in said.stdout


def test_version(numcheck: Run) -> None:
    import numcheck as package

    assert numcheck("--version").stdout == f"numcheck {package.__version__}\n"


def test_crlf_and_a_byte_order_mark_move_no_column(numcheck: Run, desk: Path) -> None:
    (desk / "dos.txt").write_bytes(b"\xef\xbb\xbf" + b"It is long.\r\n\r\n" + WRONG.encode())
    done = numcheck("check", "dos.txt", "--format", "jsonl", cwd=desk)
    row = json.loads(done.stdout)
    assert (row["line"], row["column"]) == (3, 15)


def test_extract_shows_the_figures(numcheck: Run, desk: Path) -> None:
    done = numcheck("extract", "right.txt", cwd=desk)
    assert done.returncode == 0
    assert done.stdout.splitlines()[0] == "right.txt:1:15: 300 m  measure 300 metre"
    rows = numcheck("extract", "right.txt", "--format", "jsonl", cwd=desk).stdout.splitlines()
    assert [json.loads(row)["text"] for row in rows] == ["300 m", "984 ft"]
    assert numcheck("extract", "missing.txt", cwd=desk).returncode == 3


def test_a_walk_passes_over_pipes_which_would_keep_it_waiting(numcheck: Run, desk: Path) -> None:
    os.mkfifo(desk / "pipe.md")
    for path in (".", "*.*"):
        done = numcheck("check", path, "--format", "concise", cwd=desk)
        assert (done.returncode, done.stderr[:8]) == (1, "2 files:"), done.stderr
