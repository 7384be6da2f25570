"""Front matter: its copy, its date, and what it switches off."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from numcheck.model.document import Place
from numcheck.named import NamedTuple
from numcheck.read.setting.dates import iso_date
from numcheck.read.setting.galley import Galley

if TYPE_CHECKING:
    from yaml import MappingNode, Node, ScalarNode

_FENCED = re.compile(
    r"\ufeff?(?P<fence>---|\+\+\+)[ \t]*\n(?P<inside>(?:.*\n)*?)"
    r"(?:(?P=fence)|\.\.\.)[ \t]*(?:\n|\Z)"
)
_FIELD = re.compile(
    r"^([A-Za-z](?:[\w-]++| ++(?=[\w-]))*+)[ \t]*+[:=][ \t]*+(\S++(?:[^\S\n]++\S++)*+)[ \t]*+$",
    re.MULTILINE,
)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\n[ \t]*|.)")
_SPACE = re.compile(r"\s+")
_HEADER = re.compile(r"[|>][^\n]*\n")
_COPY: dict[str, Place] = {
    "title": "headline",
    "headline": "headline",
    "summary": "standfirst",
    "description": "standfirst",
    "standfirst": "standfirst",
    "dek": "standfirst",
    "excerpt": "standfirst",
}
_LONGEST = 65_536
_DEEP = re.compile(r"(?:[-?:][ \t]+){40}")  # what the YAML parser's stack would not survive
_NESTED = 200


class Front(NamedTuple):
    """Where the text begins after front matter, its date, and the rules it switches off."""

    end: int = 0
    date: str | None = None
    ignored: tuple[str, ...] = ()


def set_front(lined: str, galley: Galley, fields: Sequence[str] = ()) -> Front:
    """Set the copy fields of the front matter, `fields` too, and return what else it says."""
    copy: Mapping[str, Place] = {**{one.lower(): "standfirst" for one in fields}, **_COPY}
    found = _FENCED.match(lined, 0, _LONGEST)
    if not found:
        return Front(int(lined.startswith("\ufeff")))
    begin, inside = found.start("inside"), found["inside"]
    root = _composed(inside) if found["fence"] == "---" else None
    if root is None:
        rows = list(_FIELD.finditer(lined, begin, begin + len(inside)))
        if inside.strip() and not rows:
            return Front(int(lined.startswith("\ufeff")))
        return _from_lines(rows, found.end(), galley, copy)
    return _from_mapping(root, _Scalars(lined, begin, galley), found.end(), copy)


def _composed(inside: str) -> MappingNode | None:
    """Return the YAML as nodes with their offsets; None where it is no mapping."""
    import yaml

    if inside.count("[") + inside.count("{") > _NESTED or _DEEP.search(inside):
        return None
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        root = yaml.compose(inside, Loader=loader)
    except yaml.YAMLError:  # "title: Storm: 14 dead" is no YAML; its lines are read one by one
        return None
    return root if isinstance(root, yaml.MappingNode) else None


def _from_lines(
    fields: list[re.Match[str]], end: int, galley: Galley, copy: Mapping[str, Place]
) -> Front:
    """Read fields line by line, as TOML has them, and YAML that is not quite YAML."""
    date = None
    for field in fields:
        key, value = field[1].lower(), field[2]
        start = field.start(2)
        if key == "date":
            date = iso_date(value.strip("\"'"))
        elif key in copy:
            quoted = len(value) > 1 and value[0] == value[-1] and value[0] in "\"'"
            galley.take(start + quoted, start + len(value) - quoted)
            galley.close(copy[key])
    return Front(end, date)


def _from_mapping(
    root: MappingNode, scalars: _Scalars, end: int, copy: Mapping[str, Place]
) -> Front:
    date = None
    ignored: tuple[str, ...] = ()
    for key_node, node in root.value:
        key = str(key_node.value).lower()
        if key == "date":
            date = iso_date(str(node.value))
        elif key == "numcheck":
            ignored = tuple(_ignored(node))
        elif key in copy:
            for scalar in node.value if isinstance(node.value, list) else [node]:
                if isinstance(scalar.value, str) and not scalar.tag.endswith(":null"):
                    scalars.set(scalar)
                    scalars.galley.close(copy[key])
    return Front(end, date, ignored)


def _ignored(node: Node) -> Iterator[str]:
    """Yield the rules of `{ignore: [rule, …]}`."""
    if not isinstance(node.value, list):
        return
    for pair in node.value:
        if isinstance(pair, tuple) and pair[0].value == "ignore":
            rules = pair[1].value
            for rule in rules if isinstance(rules, list) else [pair[1]]:
                if isinstance(rule.value, str):
                    yield from (name.strip() for name in rule.value.split(",") if name.strip())


class _Scalars:
    """Sets YAML's scalars, character by character as they stand in the source."""

    def __init__(self, lined: str, begin: int, galley: Galley) -> None:
        self.lined = lined
        self.begin = begin
        self.galley = galley

    def set(self, node: ScalarNode) -> None:
        """Set what a scalar says, each character from where it was written."""
        at, end = self.begin + node.start_mark.index, self.begin + node.end_mark.index
        if node.style in ("'", '"'):
            at, end = at + 1, end - 1
        elif node.style in ("|", ">"):
            header = _HEADER.match(self.lined, at, end)
            at = header.end() if header else at
        value: str = node.value
        done = 0
        while done < len(value) and at < end:
            if value[done].isspace() and self.lined[at].isspace():
                done, at = self._white(value, done, at, end)
            else:
                used, at = self._one(value[done], at, end, node.style)
                done += used

    def _white(self, value: str, done: int, at: int, end: int) -> tuple[int, int]:
        """Set white space; a folded line break is a space."""
        said, written = _SPACE.match(value, done), _SPACE.match(self.lined, at, end)
        assert said is not None and written is not None
        if said.group() == written.group() == " ":
            self.galley.take(at, at + 1)
        else:
            self.galley.put("\n" if "\n" in said.group() else " ", at, written.end())
        return said.end(), written.end()

    def _one(self, character: str, at: int, end: int, style: str | None) -> tuple[int, int]:
        """Set one character; return how many were used, and where the source goes on."""
        if style == '"' and self.lined[at] == "\\":
            escape = _ESCAPE.match(self.lined, at, end)
            after = escape.end() if escape else at + 1
            if "\n" in self.lined[at:after]:
                return 0, after
            self.galley.put(character, at, after)
            return 1, after
        if style == "'" and self.lined.startswith("''", at):
            self.galley.put(character, at, at + 2)
            return 1, at + 2
        if self.lined[at] == character:
            self.galley.take(at, at + 1)
            return 1, at + 1
        white = _SPACE.match(self.lined, at, end)  # a block scalar's margin
        return (0, white.end()) if white else (1, at + 1)
