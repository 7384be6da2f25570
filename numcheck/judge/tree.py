"""An expression once it is read: its tree, and its print."""

from __future__ import annotations

from numcheck.model.interval import Rational
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple
from numcheck.record import field, record

# Function → the fewest and the most arguments it takes; a list of figures counts as one.
FUNCTIONS: dict[str, tuple[int, int]] = {
    "sum": (1, 9), "count": (1, 1), "min": (1, 9), "max": (1, 9),
    "share": (2, 2), "change": (2, 2), "abs": (1, 1), "printed": (1, 1),
}  # fmt: skip
# Field → whether it is a word or a plain number.
FIELDS: dict[str, str] = {
    "unit": "word", "measures": "word", "system": "word", "counts": "word", "place": "word",
    "hedge": "word", "kind": "word", "weekday": "word", "decimals": "number", "digits": "number",
}  # fmt: skip


@record
class Tree:
    """A node of an expression; `kind` says which, and what the rest means.

    number: value, text is % or its unit as written · word, role: text · field: text, role as part ·
    call: text is the function · minus, not · arithmetic and comparison: text is the operator ·
    and, or. `at` is the place in the source.
    """

    kind: str
    text: str = ""
    parts: tuple[Tree, ...] = ()
    value: Rational = 0
    unit: Unit | None = field(default=None, compare=False)
    at: int = field(default=0, compare=False)

    def __str__(self) -> str:
        """Print the tree so that reading it again gives the same tree."""
        return _print(self)

    def roles(self) -> set[str]:
        """Return the names of all roles in the tree."""
        if self.kind == "role":
            return {self.text}
        return {name for part in self.parts for name in part.roles()}

    def names_unit(self) -> bool:
        """Say whether the rule itself gives an amount with its unit."""
        return self.unit is not None or any(part.names_unit() for part in self.parts)


class Hole(NamedTuple):
    """What stands between braces in a message: what to print, in whose style, how exactly."""

    tree: Tree
    like: str = ""
    decimals: int | None = None
    at: int = 0


Template = tuple[str | Hole, ...]


_TIGHTNESS = {"or": 0, "and": 1, "not": 2, "comparison": 3, "+": 4, "-": 4, "*": 5, "/": 5}


def _tightness(tree: Tree) -> int:
    return _TIGHTNESS.get(tree.text if tree.kind == "arithmetic" else tree.kind, 6)


def _print(tree: Tree, least: int = 0) -> str:
    mine = _tightness(tree)
    text = _bare(tree, mine)
    return f"({text})" if mine < least else text


def _bare(tree: Tree, mine: int) -> str:
    parts = tree.parts
    match tree.kind:
        case "number":
            gap = " " if tree.text not in ("", "%") else ""
            return decimal(tree.value) + gap + tree.text
        case "field":
            return f"{parts[0].text}.{tree.text}"
        case "call":
            return f"{tree.text}({', '.join(map(_print, parts))})"
        case "minus":
            return "-" + _print(parts[0], 6)
        case "not":
            return "not " + _print(parts[0], 2)
        case "and" | "or":
            return f" {tree.kind} ".join(_print(part, mine + 1) for part in parts)
        case "comparison" | "arithmetic":
            left = _print(parts[0], mine + (tree.kind == "comparison"))
            return f"{left} {tree.text} {_print(parts[1], mine + 1)}"
    return tree.text


def decimal(value: Rational) -> str:
    """Print a number whose decimals end, with all of them."""
    places = 0
    while (value * 10**places).denominator != 1:
        places += 1
    digits = str(abs(int(value * 10**places))).rjust(places + 1, "0")
    text = f"{digits[:-places]}.{digits[-places:]}" if places else digits
    return "-" + text if value < 0 else text
