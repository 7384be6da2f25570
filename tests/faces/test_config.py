"""A project's configuration: where it is looked for, and what is said of a wrong one."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from numcheck import config

Run = Callable[..., subprocess.CompletedProcess[str]]

WHOLE = """\
select = ["default", "style/*"]
ignore = ["restated-amount"]
rules = ["desk/rules"]
locale = "en-GB"

[severity]
range-runs-upward = "note"

[accept]
00f1d2c3b4a59687 = "the source says so"
"""


def test_a_file_says_what_a_project_wants(tmp_path: Path) -> None:
    (tmp_path / "numcheck.toml").write_text(WHOLE)
    wish = config.find(str(tmp_path))
    assert wish.select == ("default", "style/*")
    assert wish.ignore == ("restated-amount",)
    assert wish.rules == (str(tmp_path / "desk/rules"),)
    assert wish.locale == "en-GB"
    assert wish.severity == {"range-runs-upward": "note"}
    assert wish.accepted == {"00f1d2c3b4a59687": "the source says so"}


def test_a_table_in_pyproject_does_as_well(tmp_path: Path) -> None:
    (tmp_path / "pyproject.toml").write_text('[tool.numcheck]\nlocale = "en-US"\n')
    assert config.find(str(tmp_path)).locale == "en-US"
    (tmp_path / "pyproject.toml").write_text('[tool.other]\nlocale = "en-US"\n')
    assert config.find(str(tmp_path)) == config.Config()


def test_no_file_is_no_wish(tmp_path: Path) -> None:
    assert config.find(str(tmp_path)) == config.Config()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("select = [", "is not TOML"),
        ('colour = "red"', "'colour' is not a setting; there are select, ignore"),
        ('select = "all"', 'select is a list of words: select = ["…", "…"]'),
        ("ignore = [1]", "ignore is a list of words"),
        ('locale = "en"', 'locale is "en-GB" or "en-US", not \'en\''),
        ('severity = {a = "grave"}', 'severity.a is "error", "warning" or "note", not \'grave\''),
        ('[per-file."*.md"]\ncolour = 1', "'colour' in per-file.\"*.md\" is not a setting"),
        ('[per-file]\na = ["b"]', "per-file.a is a table of select, ignore, severity"),
        ('selct = ["a"]', "'selct' is not a setting; did you mean 'select'?"),
        ('fields = ["$story"]', "a path is written"),
        ('fields = ["$.story["]', "a path is written"),
        ('fields = ["$.story..text"]', "a path is written"),
        ('severity = "note"', "severity is a table"),
        ('accept = {ab12 = ""}', "accept.ab12 needs a reason: fingerprint = "),
        ('accept = {ab12 = "so"}', "accept.ab12 is no fingerprint"),
        ("accept = 1", "accept is a table: fingerprint = "),
    ],
)
def test_a_wrong_one_is_refused_with_what_to_write(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "numcheck.toml"
    path.write_text(text)
    with pytest.raises(config.BrokenConfig) as broken:
        config.load(str(path))
    assert str(broken.value).startswith(f"{path}: ")
    assert said in str(broken.value)


def test_paths_into_json_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "numcheck.toml"
    path.write_text('fields = ["teaser", "$.story.body[*].text", "$[0].copy", "$.a-b_c.d"]')
    assert len(config.load(str(path)).fields) == 4


def test_bytes_that_are_no_utf_8_are_said_in_plain_words(tmp_path: Path) -> None:
    path = tmp_path / "numcheck.toml"
    path.write_bytes(b'locale = "\xff"')
    with pytest.raises(config.BrokenConfig, match=r"is not UTF-8 \(byte 10\); save it so"):
        config.load(str(path))


def test_a_pyproject_whose_tool_is_no_table_wishes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pyproject.toml"
    path.write_text('tool = "[tool.numcheck]"\n')
    assert config.find(str(tmp_path)) == config.Config(path=str(path))


def test_one_that_may_not_be_read_is_no_silence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "numcheck.toml").write_text("")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(config.BrokenConfig, match=r"cannot be read \(Permission denied"):
        config.find(str(tmp_path))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('ignore = ["no-such-rule"]', "numcheck.toml: no rule is called 'no-such-rule'; "),
        ('severity = {range = "note"}', "numcheck.toml: no rule is called 'range'; "),
        ('rules = ["nowhere"]', "numcheck.toml: nowhere: is not a folder of rules"),
    ],
)
def test_what_it_asks_for_in_vain_is_said_with_its_name(
    numcheck: Run, desk: Path, text: str, said: str
) -> None:
    (desk / "numcheck.toml").write_text(text)
    done = numcheck("check", "right.txt", cwd=desk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"numcheck: {said}"), done.stderr


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(config.BrokenConfig, match="cannot be read"):
        config.load(str(tmp_path / "no.toml"))


def test_the_nearest_file_above_holds(tmp_path: Path) -> None:
    (tmp_path / "numcheck.toml").write_text('locale = "en-GB"\n')
    (tmp_path / "us").mkdir()
    (tmp_path / "us" / ".numcheck.yml").write_text("locale: en-US\n")
    (tmp_path / "us" / "deep").mkdir()
    (tmp_path / "gb").mkdir()
    (tmp_path / "gb" / "pyproject.toml").write_text("[tool.other]\n")
    assert config.find(str(tmp_path / "us" / "deep")).locale == "en-US"
    assert config.find(str(tmp_path / "gb")).locale == "en-GB"


YAML = """\
ignore: [restated-amount]
per-file:
  "opinion/*.md":
    severity:
      range-runs-upward: note
accept:
  0123456789012345: the source says so
"""


def test_yaml_says_the_same(tmp_path: Path) -> None:
    path = tmp_path / ".numcheck.yml"
    path.write_text(YAML)
    wish = config.load(str(path))
    assert wish.ignore == ("restated-amount",)
    assert wish.accepted == {"0123456789012345": "the source says so"}
    assert wish.of(str(tmp_path / "opinion" / "a.md")).severity == {"range-runs-upward": "note"}
    assert wish.of(str(tmp_path / "news" / "a.md")).severity == {}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("locale: en-GB\ncolour: red\n", ":2: 'colour' is not a setting"),
        ("severity:\n  a: note\n  b: grave\n", ":3: severity.b is"),
        ("locale: en-GB\nlocale: en-US\n", ":2: 'locale' stands here twice"),
        ("a: &x [b]\nc: *x\n", ":2: write it out: *x"),
        ("locale: [\n", "is not YAML"),
        ("- a\n", ":1: is no mapping"),
    ],
)
def test_a_wrong_yaml_is_refused_with_its_line(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / ".numcheck.yml"
    path.write_text(text)
    with pytest.raises(config.BrokenConfig) as broken:
        config.load(str(path))
    assert str(broken.value).startswith(str(path))
    assert said in str(broken.value)


@pytest.mark.parametrize(
    ("glob", "path", "fits"),
    [
        ("*.md", "a/b.md", True),
        ("a/*.md", "a/b.md", True),
        ("a/*.md", "b/b.md", False),
        ("**/b.md", "b.md", True),
        ("a/**", "a/c/b.md", True),
    ],
)
def test_a_glob_is_matched_from_the_folder_of_the_file(
    tmp_path: Path, glob: str, path: str, fits: bool
) -> None:
    (tmp_path / "numcheck.toml").write_text(f'[per-file."{glob}"]\nignore = ["x"]\n')
    wish = config.find(str(tmp_path)).of(str(tmp_path / path))
    assert wish.ignore == (("x",) if fits else ())
