"""A rule file: what is taken from it, and the gallery of those that are refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from numcheck.judge.rule import Example
from numcheck.judge.written.loader import BrokenRule, load_rule

GALLERY = sorted((Path(__file__).parent / "broken").glob("*.yaml"))

SOUND = """\
rule: Parts stay within their whole.
why: |
  A part is no more than that of which it is one.
match: parts(whole, parts)
where: whole.kind = count
check: sum(parts) <= whole
message: "{parts} out of {whole}"
suggest:
  whole: "{sum(parts) like whole}"
severity: warning
good:
  - All 12 boats came home.
  - |
    # Seven houses empty
    Of 30 houses 7 were empty.
  - text: On 3 May 12 boats came home.
    date: 2021-05-04
    locale: en-GB
bad:
  - text: Of 30 houses 37 were empty.
    says: 37 out of 30
"""


def test_a_rule_keeps_what_its_file_says() -> None:
    rule = load_rule(SOUND, "rules/pack/parts-in-whole.yaml")
    assert rule.id == "parts-in-whole"
    assert rule.origin == "rules/pack/parts-in-whole.yaml"
    assert rule.rule == "Parts stay within their whole."
    assert rule.why == "A part is no more than that of which it is one."
    assert (rule.kind, rule.roles, rule.severity) == ("parts", ("whole", "parts"), "warning")
    assert (str(rule.where), str(rule.check)) == ("whole.kind = count", "sum(parts) <= whole")
    assert [role for role, _ in rule.suggest] == ["whole"]
    assert rule.lines["check"] == 6
    assert rule.bad == (Example("Of 30 houses 37 were empty.", "37 out of 30", 20),)


def test_an_example_is_plain_unless_it_begins_like_markdown_or_says_what_it_is() -> None:
    plain, headed, told = load_rule(SOUND, "a.yaml").good
    assert (plain.format, headed.format, told.format) == ("plain", "markdown", "plain")
    assert headed.text == "# Seven houses empty\nOf 30 houses 7 were empty."
    assert (told.date, told.locale, told.line) == ("2021-05-04", "en-GB", 16)


@pytest.mark.parametrize("path", GALLERY, ids=lambda path: path.stem)
def test_a_broken_rule_is_told_all_its_faults(path: Path) -> None:
    with pytest.raises(BrokenRule) as caught:
        load_rule(path.read_text(encoding="utf-8"), path.name)
    told = "".join(f"{line}:{column}: {text}\n" for line, column, text in caught.value.faults)
    assert told == path.with_suffix(".txt").read_text(encoding="utf-8")


def test_the_gallery_is_hung() -> None:
    assert len(GALLERY) >= 15
    assert all(path.with_suffix(".txt").exists() for path in GALLERY)


def fault(text: str, name: str = "a-rule.yaml") -> tuple[int, int, str]:
    with pytest.raises(BrokenRule) as caught:
        load_rule(text, name)
    return tuple(caught.value.faults[0])


def test_a_fault_is_printed_with_its_place() -> None:
    with pytest.raises(BrokenRule, match=r"^odd\.yaml:4:8: `part` is no kind of tie"):
        load_rule(SOUND.replace("parts(whole, parts)", "part(whole, parts)"), "odd.yaml")


@pytest.mark.parametrize(
    ("text", "line", "column", "said"),
    [
        ("", 1, 1, "the file is empty"),
        ("# only a remark\n", 1, 1, "the file is empty"),
        ("[" * 60_000, 1, 7, "nothing in a rule lies more than 6 deep"),
        ("- " * 30_000, 1, 13, "nothing in a rule lies more than 6 deep"),
        (SOUND + "why: " + "x" * 70_000, 1, 1, "a rule file has at most 64 KB"),
        (SOUND + "---\nrule: Another.\n", 22, 1, "one rule a file"),
        (SOUND.replace("why: |", "why: \x07"), 2, 6, "this character cannot be read"),
        (SOUND.replace("why: |", "\twhy: |"), 2, 1, "no YAML: found a tab character"),
        (SOUND.replace("severity: warning", "<<: {severity: warning}"), 1, 1, "`severity` is"),
    ],
)
def test_no_file_is_too_odd_to_be_refused(text: str, line: int, column: int, said: str) -> None:
    found = fault(text)
    assert found[:2] == (line, column)
    assert found[2].startswith(said)


@pytest.mark.parametrize("word", ["no", "Yes", "on", "OFF", "1:30", "1_000", "0x1F", "~", "1.5"])
def test_a_bare_word_that_yaml_reads_otherwise_is_refused(word: str) -> None:
    line, column, said = fault(SOUND.replace("All 12 boats came home.", word))
    assert (line, column) == (12, 5)
    assert said == "an example is empty" or said.startswith(f"YAML takes {word} for ")


def test_the_same_word_in_quotes_is_a_word() -> None:
    rule = load_rule(SOUND.replace("All 12 boats came home.", '"no"'), "a.yaml")
    assert rule.good[0].text == "no"


@pytest.mark.parametrize("name", ["Parts.yaml", "parts_in.yaml", "parts in.yaml", ".yaml"])
def test_the_name_of_the_file_is_the_id(name: str) -> None:
    assert fault(SOUND, name) == (1, 1, "name the file by lower-case words joined by hyphens")


@given(st.data())
def test_no_mangled_rule_crashes_the_loader(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(SOUND)))
    end = data.draw(st.integers(at, min(len(SOUND), at + 12)))
    put = data.draw(st.text(alphabet="{}[]:&*!|>'\"%-\n #parts.<", max_size=6))
    try:
        load_rule(SOUND[:at] + put + SOUND[end:], "a.yaml")
    except BrokenRule as broken:
        assert all(line > 0 and column > 0 and text for line, column, text in broken.faults)
