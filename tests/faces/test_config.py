"""A project's configuration: where it is looked for, and what is said of a wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from numcheck import config

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
        ('severity = {a = "grave"}', 'severity is a table: rule = "error", "warning" or "note"'),
        ('severity = "note"', "severity is a table"),
        ('accept = {ab12 = ""}', "accept is a table: fingerprint = "),
    ],
)
def test_a_wrong_one_is_refused_with_what_to_write(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "numcheck.toml"
    path.write_text(text)
    with pytest.raises(config.BrokenConfig) as broken:
        config.load(str(path))
    assert str(broken.value).startswith(f"{path}: ")
    assert said in str(broken.value)


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(config.BrokenConfig, match="cannot be read"):
        config.load(str(tmp_path / "no.toml"))
