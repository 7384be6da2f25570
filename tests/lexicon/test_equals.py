"""The shipped lexicon is what its sources make of it, and its factors are pint's."""

from __future__ import annotations

import json
from fractions import Fraction
from typing import Any

import pytest

from numcheck.lexicon import build, sources
from numcheck.lexicon.load import english, lexicon
from numcheck.lexicon.sources import measure, overlay
from numcheck.lexicon.table import Table
from numcheck.lexicon.units import unit_named


@pytest.fixture(scope="module")
def rebuilt() -> dict[str, Any]:
    compiled: dict[str, Any] = json.loads(build.render(build.compile_lexicon()))
    return compiled


@pytest.fixture(scope="module")
def table() -> Table:
    files = overlay()
    found = Table(sources.quantulum(), files.pop("never"))
    for content in files.values():
        found.add_varieties(content)
    for content in files.values():
        found.add(content)
    return found


def test_the_shipped_file_is_what_the_sources_make(rebuilt: dict[str, Any]) -> None:
    shipped = lexicon()
    assert sorted(shipped) == sorted(rebuilt)
    for section in sorted(set(rebuilt) - {"built with"}):
        assert shipped[section] == rebuilt[section], f"{section} is out of date: make lexicon"


def test_the_file_says_what_made_it() -> None:
    assert sorted(lexicon()["built with"]) == ["pint", "quantulum3"]


def test_the_file_is_written_in_order_and_in_lines() -> None:
    text = build.SHIPPED.read_text(encoding="utf-8")
    assert text == build.render(lexicon()) + "\n"
    assert len(text.encode()) < 500_000  # it is parsed at every start, some 10 ms a megabyte


def test_every_factor_is_pints(table: Table) -> None:
    counted = 0
    for name, expression in table.expressions.items():
        unit = unit_named(name)
        base = lexicon()["bases"][unit.dimension]
        one, zero = pint_size(expression, 1), pint_size(expression, 0)
        size = pint_size(base, 1)
        if unit.reciprocal:
            assert unit.factor == 1 / (one * size), name
        else:
            assert (unit.factor, unit.offset) == ((one - zero) / size, zero / size), name
        counted += 1
    assert counted > 300


def pint_size(expression: str, value: int) -> Fraction:
    """Ask pint by another way than the build: through its parser of units, without rounding."""
    registry = sources.registry()
    try:
        unit = registry.parse_units(expression, as_delta=False)
        magnitude = registry.Quantity(Fraction(value), unit).to_base_units().magnitude
    except ValueError:  # "6 * foot" is no unit to pint, but a quantity
        magnitude = value * registry(expression).to_base_units().magnitude
    assert isinstance(magnitude, int | Fraction)
    return Fraction(magnitude)


@pytest.mark.parametrize(
    ("name", "size", "base"),
    [
        ("mile", "1609.344", "metre"),
        ("nautical mile", "1852", "metre"),
        ("acre", "4046.8564224", "square metre"),
        ("imperial gallon", "4.54609", "litre"),
        ("US gallon", "3.785411784", "litre"),
        ("barrel", "158.987294928", "litre"),
        ("pound", "0.45359237", "kilogram"),
        ("stone", "14", "pound"),
        ("short ton", "2000", "pound"),
        ("long ton", "2240", "pound"),
        ("troy ounce", "31.1034768", "gram"),
        ("carat", "200", "milligram"),
        ("knot", "1.852", "kilometre per hour"),
        ("kilowatt-hour", "3600000", "joule"),
        ("bar", "1000", "hectopascal"),
        ("byte", "8", "bit"),
        ("kibibyte", "1024", "byte"),
        ("basis point", "0.01", "percentage point"),
        ("part per million", "0.0001", "percent"),
        ("fortnight", "14", "day"),
        ("US cent", "0.01", "US dollar"),
        ("penny", "0.01", "pound sterling"),
        ("furlong", "220", "yard"),
        ("fathom", "6", "foot"),
    ],
)
def test_a_unit_has_the_size_that_the_law_gives_it(name: str, size: str, base: str) -> None:
    assert unit_named(name).convert(1, unit_named(base)) == Fraction(size)


def test_dividing_by_name_and_by_base_agree() -> None:
    """A named quotient ("speed") must have its base where the bases of its parts divide to."""
    for quotient, dimension in lexicon()["quotients"].items():
        above, below = (lexicon()["bases"][part] for part in quotient.split("/"))
        assert measure(f"({above}) / ({below})", lexicon()["bases"][dimension]) == (1, 0)


def test_no_spelling_has_two_owners() -> None:
    for kind in ("names", "symbols", "before"):
        spelt = [
            spelling
            for title in (kind, f"weak {kind}")
            for spellings in lexicon()[title].values()
            for spelling in spellings.split("|")
        ]
        assert len(spelt) == len(set(spelt))


def test_two_units_of_one_spelling_are_refused(table: Table) -> None:
    with pytest.raises(ValueError, match="'km' is claimed by both kilometre and rope"):
        table.add(
            {
                "dimension": "length",
                "base": "meter",
                "units": {"rope": {"pint": "meter", "names": ["km"]}},
            }
        )
    with pytest.raises(ValueError, match="unknown keys simbol"):
        table.add({"dimension": "length", "units": {"cubit": {"simbol": "c"}}})
    with pytest.raises(ValueError, match="no unit is called cubitus"):
        table.add_varieties({"varieties": {"arm": {"of": ["cubitus"]}}})
        table.spellings()


def test_every_file_of_the_overlay_gives_examples() -> None:
    for name, content in overlay().items():
        if name != "never":
            assert content.get("examples"), f"overlay/{name}.yaml has no examples"


def test_english_is_taken_as_it_stands(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "english" / "cues"
    folder.mkdir(parents=True)
    (folder / "parts.yaml").write_text("12: [dozen]\nday: 2001-02-03\n", encoding="utf-8")
    (folder.parent / "empty.yaml").write_text("", encoding="utf-8")
    monkeypatch.setattr(sources, "FOLDER", tmp_path)
    found = sources.english()
    assert found == {"cues/parts": {"12": ["dozen"], "day": "2001-02-03"}, "empty": None}
    assert json.loads(build.render(found)) == found
    (folder / "broken.yaml").write_text("a: [", encoding="utf-8")
    with pytest.raises(ValueError, match=r"broken\.yaml"):
        sources.english()


@pytest.mark.parametrize("text", ["behind: [down]\nup: [ahead]\nbehind: [adrift]\n",
                                  "sides:\n  up: [ahead]\n  up: [clear]\n"])  # fmt: skip
def test_a_key_said_twice_is_refused(
    text: str, tmp_path: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """YAML itself lets the later of two like keys win in silence."""
    (tmp_path / "english").mkdir()
    (tmp_path / "overlay").mkdir()
    for name in ("english/scores.yaml", "overlay/length.yaml"):
        (tmp_path / name).write_text(text, encoding="utf-8")
    monkeypatch.setattr(sources, "FOLDER", tmp_path)
    with pytest.raises(ValueError, match=r"(?s)scores\.yaml.*said twice.*line 3"):
        sources.english()
    with pytest.raises(ValueError, match=r"(?s)length\.yaml.*said twice.*line 3"):
        build.compile_lexicon()


def test_an_english_table_that_is_missing_is_named() -> None:
    with pytest.raises(KeyError, match="make lexicon"):
        english("cues/none")
    for name, content in sources.english().items():
        assert english(name) == content, f"{name} is not what its file says"


def test_plain_words_stay_words(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """YAML 1.1 reads `no` and `on` as truth values, and 1:30 as ninety."""
    (tmp_path / "english").mkdir()
    text = "[no, on, off, yes, y, 1:30, 1_000, 010, 0x1F, 1e3, =, true, null, 7, 2.5]"
    (tmp_path / "english" / "words.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setattr(sources, "FOLDER", tmp_path)
    words = "no on off yes y 1:30 1_000 010 0x1F 1e3 =".split()
    assert sources.english() == {"words": [*words, True, None, 7, 2.5]}
