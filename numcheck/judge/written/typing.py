"""A rule is understood before it runs: names, fields, dimensions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import get_args

from numcheck.judge.amounts import WEEKDAYS, fits
from numcheck.judge.tree import FIELDS, FUNCTIONS, Hole, Template, Tree
from numcheck.model.document import Place
from numcheck.model.quantity import Direction, Kind
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple

# What a word field may be compared with; measures and unit take the lexicon's names as well.
WORDS: dict[str, tuple[str, ...]] = {
    "system": ("metric", "imperial", "UK", "US", "none"),
    "place": get_args(Place),
    "hedge": (*get_args(Direction), "none"),
    "kind": get_args(Kind),
    "weekday": WEEKDAYS,
    "measures": ("count", "share", "points", "ratio", "money", "none"),
    "unit": ("none",),
}
_SORTS = {
    "truth": "a comparison", "amount": "a figure", "list": "a list of figures", "word": "a word",
}  # fmt: skip


class Fault(NamedTuple):
    """What is wrong at a character of an expression (from 0), and what to write instead."""

    at: int
    text: str


class Sort(NamedTuple):
    """What an expression gives; the dimension where the rule alone tells it."""

    name: str
    dimension: str | None = None


_TRUTH, _AMOUNT, _LIST, _WORD = Sort("truth"), Sort("amount"), Sort("list"), Sort("word")
_UNKNOWN = Sort("unknown")


def find_unit(name: str) -> Unit | None:
    """Return the unit that the lexicon knows by a name or a spelling."""
    from numcheck.lexicon.units import unit_named

    try:
        return unit_named(name)
    except ValueError:
        return None


def faults_of(tree: Tree, roles: Mapping[str, bool]) -> list[Fault]:
    """Return what is wrong with a `where` or `check` over roles (name → is it a list?)."""
    typist = _Typist(roles)
    typist.expect(tree, "truth")
    return typist.faults


def faults_of_template(template: Template, roles: Mapping[str, bool]) -> list[Fault]:
    """Return what is wrong with the expressions in a message."""
    typist = _Typist(roles)
    for hole in template:
        if isinstance(hole, Hole):
            typist.hole(hole)
    return typist.faults


def nearest(word: str, known: Iterable[str]) -> str:
    """Return "; did you mean …?" for the known word most like this one, or nothing."""
    from difflib import get_close_matches

    close = get_close_matches(word.lower(), {name.lower(): name for name in known}, 1, 0.6)
    names = {name.lower(): name for name in known}
    return f": did you mean `{names[close[0]]}`?" if close else ""


class _Typist:
    def __init__(self, roles: Mapping[str, bool]) -> None:
        self.roles = roles
        self.faults: list[Fault] = []

    def fault(self, tree: Tree, text: str) -> Sort:
        self.faults.append(Fault(tree.at, text))
        return _UNKNOWN

    def expect(self, tree: Tree, name: str) -> Sort:
        """Give the sort of `tree`, with a fault unless it is the one that is wanted."""
        return self.wanted(tree, self.sort(tree), name)

    def wanted(self, tree: Tree, sort: Sort, name: str) -> Sort:
        if sort.name not in (name, "unknown"):
            if tree.kind == "word" and name != "word":
                return self.fault(tree, self.no_role(tree.text))
            return self.fault(tree, f"`{tree}` is {_SORTS[sort.name]}; here stands {_SORTS[name]}")
        return sort

    def no_role(self, word: str) -> str:
        hint = nearest(word, self.roles) or f"; the roles are {', '.join(self.roles)}"
        return f"`{word}` is no role{hint}"

    def sort(self, tree: Tree) -> Sort:
        match tree.kind:
            case "number":
                return Sort("amount", self.literal(tree))
            case "word":
                return _WORD
            case "role":
                return _LIST if self.roles.get(tree.text) else _AMOUNT
            case "field":
                return self.field(tree)
            case "call":
                return self.call(tree)
            case "minus":
                return self.expect(tree.parts[0], "amount")
            case "arithmetic":
                return self.arithmetic(tree)
            case "comparison":
                return self.comparison(tree)
        for part in tree.parts:
            self.expect(part, "truth")
        return _TRUTH

    def literal(self, tree: Tree) -> str:
        if tree.text == "%":
            return "share"
        return tree.unit.dimension if tree.unit else ""

    def field(self, tree: Tree) -> Sort:
        if tree.text not in FIELDS:
            hint = nearest(tree.text, FIELDS) or f"; the fields are {', '.join(FIELDS)}"
            return self.fault(tree, f"`{tree.text}` is no field of a figure{hint}")
        if FIELDS[tree.text] == "word":
            return _WORD
        if self.roles.get(tree.parts[0].text):
            return self.fault(tree, f"`{tree.text}` is asked of one figure, not of a list")
        return Sort("amount", "")

    def call(self, tree: Tree) -> Sort:
        if tree.text not in FUNCTIONS:
            hint = nearest(tree.text, FUNCTIONS) or f"; there are {', '.join(FUNCTIONS)}"
            return self.fault(tree, f"`{tree.text}` is no function{hint}")
        least, most = FUNCTIONS[tree.text]
        if not least <= len(tree.parts) <= most:
            wanted = f"{least}" if least == most else f"{least} to {most}"
            return self.fault(tree, f"{tree.text}() takes {wanted} figures, not {len(tree.parts)}")
        if tree.text == "count":
            self.expect(tree.parts[0], "list")
            return Sort("amount", "")
        sorts = [self.argument(tree, part) for part in tree.parts]
        self.same(tree, sorts)
        if tree.text in ("share", "change"):
            return Sort("amount", "ratio")
        if tree.text not in ("abs", "printed") and len(sorts) == 1 and sorts[0].name == "amount":
            return self.fault(
                tree, f"{tree.text}() of one figure is that figure: give it a list, or two figures"
            )
        return Sort("amount", sorts[0].dimension)

    def argument(self, tree: Tree, part: Tree) -> Sort:
        """Give the sort of an argument: a list may stand for the figures of sum, min and max."""
        spread = tree.text in ("sum", "min", "max")
        if spread and part.kind == "role" and self.roles.get(part.text):
            return _LIST
        return self.amount(part)

    def same(self, tree: Tree, sorts: Iterable[Sort]) -> None:
        known = [sort.dimension for sort in sorts if sort.dimension is not None]
        for dimension in known[1:]:
            if not fits(known[0], dimension):
                self.fault(tree, f"{_said(known[0])} and {_said(dimension)} do not go together")

    def arithmetic(self, tree: Tree) -> Sort:
        left, right = (self.amount(part) for part in tree.parts)
        if tree.text in "+-":
            self.same(tree, (left, right))
            return left if left.dimension is not None else right
        if None in (left.dimension, right.dimension):
            return _AMOUNT
        if tree.text == "/" and left.dimension == right.dimension:
            return Sort("amount", "ratio")
        pure = ("", "share", "ratio")
        if right.dimension in pure:
            return left
        return right if left.dimension in pure and tree.text == "*" else _AMOUNT

    def amount(self, tree: Tree) -> Sort:
        """Give the sort of an operand, which is one figure."""
        return self.figure(tree, self.sort(tree))

    def figure(self, tree: Tree, sort: Sort) -> Sort:
        if sort.name == "list":
            return self.fault(
                tree, f"`{tree}` is a list of figures: write sum({tree}) or count({tree})"
            )
        return self.wanted(tree, sort, "amount")

    def comparison(self, tree: Tree) -> Sort:
        left, right = tree.parts
        if tree.text == "restates":
            for part in tree.parts:
                if part.kind != "role" or self.roles.get(part.text):
                    self.fault(part, "`restates` compares single figures as printed: write a role")
            return _TRUTH
        sorts = self.sort(left), self.sort(right)
        if sorts[0].name == "word" or sorts[1].name == "word":
            self.words(tree, sorts)
        else:
            self.same(tree, list(map(self.figure, tree.parts, sorts)))
        return _TRUTH

    def words(self, tree: Tree, sorts: tuple[Sort, Sort]) -> None:
        """Check a comparison of words: a field with a field, or with a word that it can be."""
        left, right = tree.parts
        loose = [part for part in tree.parts if part.kind == "word"]
        fields = [part for part in tree.parts if part.kind == "field" and part.text in FIELDS]
        if "unknown" in (sorts[0].name, sorts[1].name):
            return
        if len(loose) == 2 or (loose and not fields):
            self.fault(loose[0], self.no_role(loose[0].text))
        elif tree.text not in ("=", "!="):
            self.fault(tree, f"words are compared with `=` and `!=`, not with `{tree.text}`")
        elif loose:
            self.word(loose[0], fields[0])
        elif len(fields) == 2 and left.text != right.text:
            self.fault(tree, f"`{left}` and `{right}` are different things: compare one field")
        elif len(fields) < 2:
            self.fault(tree, "a word and a figure cannot be compared")

    def word(self, word: Tree, field: Tree) -> None:
        if FIELDS[field.text] != "word":
            self.fault(word, f"`{field}` is a number, so it cannot be `{word.text}`")
            return
        allowed = WORDS.get(field.text)
        if allowed is None or word.text in allowed:
            return
        if field.text == "unit":
            unit = find_unit(word.text)
            if unit is None or unit.name != word.text:
                hint = f": write `{unit.name}`" if unit else ": write its name in the singular"
                self.fault(word, f"no unit is called `{word.text}`{hint}")
            return
        if field.text == "measures":
            allowed = (*allowed, *_dimensions())
        if word.text not in allowed:
            hint = nearest(word.text, allowed) or f": it is one of {', '.join(allowed)}"
            self.fault(word, f"`{field.text}` is never `{word.text}`{hint}")

    def hole(self, hole: Hole) -> None:
        sort = self.sort(hole.tree)
        if hole.tree.kind == "word":
            self.fault(hole.tree, self.no_role(hole.tree.text))
        elif sort.name == "truth":
            self.fault(hole.tree, "a comparison cannot be printed: write one side of it")
        if hole.like and self.roles.get(hole.like) is not False:
            known = [role for role, listed in self.roles.items() if not listed]
            hint = nearest(hole.like, known) or ": name a role of one figure"
            self.faults.append(Fault(hole.at, f"nothing can be printed like `{hole.like}`{hint}"))
        if (hole.like or hole.decimals is not None) and sort.name in ("word", "list"):
            self.fault(hole.tree, f"`{hole.tree}` prints as it stands: leave out what follows it")


def _said(dimension: str) -> str:
    return {"": "a plain number", "ratio": "a share", "share": "a percentage"}.get(
        dimension, f"an amount of {dimension.partition(':')[0]}"
    )


def _dimensions() -> set[str]:
    from numcheck.lexicon.load import lexicon

    return {str(row[0]) for row in lexicon()["units"].values()}
