"""Rules as JSON holds them once they are understood, and back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from fractions import Fraction
from functools import cache
from typing import Any

from numcheck.judge.rule import Page, Rule, Statements
from numcheck.judge.tree import Hole, Template, Tree
from numcheck.model.interval import Rational
from numcheck.model.unit import Unit


def pack(rule: Rule) -> dict[str, Any]:
    """Return what a start needs of a rule; its name, its file and its page are not in it."""
    statements = rule.statements()
    return {
        "rule": rule.rule,
        "kind": rule.kind,
        "roles": list(rule.roles),
        "severity": rule.severity,
        "where": statements.where and _pack(statements.where),
        "check": _pack(statements.check),
        "message": _pack_template(statements.message),
        "suggest": [[role, _pack_template(said)] for role, said in statements.suggest],
    }


def _pack(tree: Tree) -> list[Any]:
    parts = [_pack(part) for part in tree.parts]
    cells = [tree.kind, tree.text, tree.at, parts, str(tree.value), tree.unit and tree.unit.name]
    return cells if tree.kind == "number" else cells[:4]


def _pack_template(template: Template) -> list[Any]:
    return [
        one if isinstance(one, str) else [_pack(one.tree), one.like, one.decimals, one.at]
        for one in template
    ]


def unpack(row: Mapping[str, Any], id: str, origin: str, page: Callable[[], Page]) -> Rule:
    """Return the rule that was packed, under its file's name; its trees grow when asked for."""

    @cache
    def statements() -> Statements:
        suggest = tuple((role, _template(said)) for role, said in row["suggest"])
        where = row["where"] and _tree(*row["where"])
        return Statements(where, _tree(*row["check"]), _template(row["message"]), suggest)

    roles = tuple(row["roles"])
    return Rule(id, row["rule"], row["kind"], roles, row["severity"], origin, statements, page)


def _tree(
    kind: str, text: str, at: int, parts: list[Any], value: str = "0", unit: str | None = None
) -> Tree:
    return Tree(kind, text, tuple(_tree(*part) for part in parts), _number(value), _unit(unit), at)


def _number(value: str) -> Rational:
    return int(value) if value.isdigit() else Fraction(value)


def _unit(name: str | None) -> Unit | None:
    if name is None:
        return None
    from numcheck.lexicon.units import unit_named

    return unit_named(name)


def _template(said: list[Any]) -> Template:
    return tuple(one if isinstance(one, str) else Hole(_tree(*one[0]), *one[1:]) for one in said)
