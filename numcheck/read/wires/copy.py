"""Where ninjs, ANS and JSON of one's own keep their copy."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from numcheck.model.document import Place
from numcheck.named import NamedTuple
from numcheck.read.wires.strings import Json, Path

_HEADLINES = frozenset(("headline", "headlines", "title", "hed"))
_STANDFIRSTS = frozenset(
    "standfirst summary description descriptions description_text dek deck excerpt subheadline"
    " subheadlines subtitle abstract".split()
)
_USUAL = (
    "headline", "title", "standfirst", "summary", "description", "dek", "excerpt", "body",
    "bodyXML", "body_html", "body_text", "articleBody", "text", "content",
)  # fmt: skip
_INSIDE = ("article", "data", "item", "story")
_RICH = frozenset(("text", "value"))
_STEP = re.compile(r"\.?([^.\[\]]+)|\[(\d+|\*|)\]")


class Copy(NamedTuple):
    """A stretch of copy: the strings that it runs through, and its place.

    A table's cell has its row and column, from 0.
    """

    paths: tuple[Path, ...]
    place: Place
    cell: tuple[int, int] | None = None
    head: bool = False


def ninjs(value: dict[str, Any], around: Path = ()) -> Iterator[Copy]:
    """Yield the copy of a ninjs item, versions 1 to 3."""
    pictured = bool(around) or value.get("type") in ("picture", "graphic", "video", "audio")
    for key in ("headline", "headlines", "description_text", "descriptions"):
        place: Place = "caption" if pictured else _place(key)
        for path in _values(value, key, around):
            yield Copy((path,), place)
    for key in ("body_xhtml", "body_html", "bodies", "body_text"):
        bodies = list(_values(value, key, around))
        yield from (Copy((path,), "body") for path in bodies[:1])
        if bodies:  # the others are the same copy in another markup
            break
    related = value.get("associations")
    pairs: list[tuple[str | int, Any]] = []
    if isinstance(related, dict):
        pairs = list(related.items())
    elif isinstance(related, list):
        pairs = list(enumerate(related))
    for name, item in pairs if len(around) < 4 else []:
        if isinstance(item, dict) and item.get("type") != "text":
            yield from ninjs(item, (*around, "associations", name))


def _values(value: dict[str, Any], key: str, around: Path) -> Iterator[Path]:
    """Yield where a key has its strings: the value itself, or the `value` of each of a list."""
    here = value.get(key)
    if isinstance(here, str):
        yield (*around, key)
    for number, one in enumerate(here if isinstance(here, list) else ()):
        if isinstance(one, dict) and isinstance(one.get("value"), str):
            yield (*around, key, number, "value")


def ans(value: dict[str, Any]) -> Iterator[Copy]:
    """Yield the copy of an Arc story (ANS)."""
    for key in ("headlines", "subheadlines", "description"):
        yield Copy(((key, "basic"),), _place(key))
    yield Copy((("promo_items", "basic", "caption"),), "caption")
    yield from _elements(value.get("content_elements"), ("content_elements",), "body", 0)


def _elements(elements: Any, around: Path, place: Place, depth: int) -> Iterator[Copy]:
    for number, one in enumerate(elements if isinstance(elements, list) else ()):
        if not isinstance(one, dict) or depth > 20:
            continue
        here, kind = (*around, number), one.get("type")
        if kind == "header":
            yield Copy(((*here, "content"),), "heading")
        elif kind in ("image", "video", "gallery"):
            yield Copy(((*here, "caption"),), "caption")
        elif kind == "table":
            yield from _table(one, here)
        elif kind != "interstitial_link":
            inner: Place = {"list": "list", "quote": "quote"}.get(str(kind), place)  # type: ignore[assignment]
            yield Copy(((*here, "content"),), inner)
            for key in ("items", "content_elements"):
                yield from _elements(one.get(key), (*here, key), inner, depth + 1)


def _table(table: dict[str, Any], here: Path) -> Iterator[Copy]:
    head, rows = table.get("header"), table.get("rows")
    lines: list[tuple[Path, Any]] = [((*here, "header"), head)] if head else []
    for at, row in enumerate(rows if isinstance(rows, list) else ()):
        lines.append(((*here, "rows", at), row))
    for number, (path, row) in enumerate(lines):
        for column, _ in enumerate(row if isinstance(row, list) else ()):
            headed = bool(head) and number == 0
            yield Copy(((*path, column, "content"),), "table", (number, column), headed)


def usual(value: dict[str, Any]) -> Iterator[Copy]:
    """Yield the copy under names that most systems use."""
    for around in ("", *_INSIDE):
        here = value.get(around) if around else value
        if isinstance(here, dict):
            for key in _USUAL:
                if isinstance(here.get(key), str):
                    yield Copy(((around, key) if around else (key,),), _place(key))


def at_paths(json: Json, paths: Sequence[str]) -> Iterator[Copy]:
    """Yield the copy at paths as `$.article.body[*].text`, in the order of the text.

    A path that leads to a list or an object takes the `text` and `value` strings inside it as
    rich text: those that stand in one list run together.
    """
    wanted = [tuple(_steps(path)) for path in paths]
    run: list[Path] = []
    place: Place = "body"
    for path in json.spans:
        found = next((one for one in wanted if _leads(one, path)), None)
        if found is None:
            continue
        rich = len(path) > len(found)
        if run and not (rich and path[:-2] == run[-1][:-2] and len(path) > len(found) + 1):
            yield Copy(tuple(run), place)
            run = []
        run.append(path)
        named = [step for step in path[: len(found)] if isinstance(step, str)]
        place = next((_place(step) for step in reversed(named) if _place(step) != "body"), "body")
    if run:
        yield Copy(tuple(run), place)


def _steps(path: str) -> Iterator[str | int]:
    for name, number in _STEP.findall(path.removeprefix("$")):
        yield name or (int(number) if number.isdecimal() else "*")


def _leads(wanted: Path, path: Path) -> bool:
    if len(path) < len(wanted) or (len(path) > len(wanted) and path[-1] not in _RICH):
        return False
    return all(one in ("*", step) for one, step in zip(wanted, path, strict=False))


def _place(key: str) -> Place:
    if key in _HEADLINES:
        return "headline"
    if key in _STANDFIRSTS:
        return "standfirst"
    return "caption" if key == "caption" else "body"
