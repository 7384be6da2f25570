"""The message filled in, and what to print instead."""

from __future__ import annotations

from numcheck.judge.amounts import Undecidable, fits, word_of
from numcheck.judge.evaluate import PRINTED, Reading
from numcheck.judge.printing.numerals import Manner, digits, exact_decimals, in_style
from numcheck.judge.printing.working import own_unit
from numcheck.judge.rule import Rule
from numcheck.judge.tree import Hole, Template, Tree
from numcheck.model.interval import quotient
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.model.span import Span


def message_of(rule: Rule, relation: Relation) -> str:
    """Return a rule's message about a relation; its sentence, where a figure cannot be worked out.

    A value that rounds to the figure it is set against is told apart from it by more decimals.
    """
    try:
        return fill(rule.message, relation, apart=True)
    except (Undecidable, ZeroDivisionError):
        return rule.rule


def suggestions_of(rule: Rule, relation: Relation) -> tuple[tuple[Span, str], ...]:
    """Return what would make the relation right: a stretch of the text, and what to print there."""
    out = []
    printed = {quantity.span for _, quantity in relation.figures()}
    for role, template in rule.suggest:
        quantity = relation.roles[role]
        if not isinstance(quantity, Quantity):
            continue
        # What was worked out may be corrected where it is a stretch of its own: a whole range.
        if role in relation.derived and (not quantity.text or quantity.span in printed):
            continue
        try:
            text = fill(template, relation)
        except (Undecidable, ZeroDivisionError):
            continue
        if text != quantity.text or role in relation.derived:
            out.append((quantity.span, text))
    return tuple(out)


def fill(template: Template, relation: Relation, apart: bool = False) -> str:
    """Return a template with its expressions worked out; raises Undecidable, ZeroDivisionError."""
    reading = Reading(relation, PRINTED)
    said = ""
    for piece in template:
        said += piece if isinstance(piece, str) else _hole(piece, reading, apart, not said)
    return " ".join(said.split())


def _hole(hole: Hole, reading: Reading, apart: bool, first: bool) -> str:
    tree = hole.tree
    if hole.like:
        model = reading.one(Tree("role", hole.like))
        return _like(tree, model, reading, Manner(hole.decimals, apart))
    if tree.kind == "role":
        quantities = reading.printed(tree)
        printed = [_printed(one, hole.decimals) for one in quantities]
        return _listed(printed if first else list(map(_inside, quantities, printed)))
    if tree.kind == "field":
        return _field(tree, reading)
    return _number(tree, reading, hole.decimals)


def _printed(quantity: Quantity, decimals: int | None) -> str:
    """Print a figure as it stands; one that the finder worked out, as a number with its unit."""
    if quantity.figure is None or (quantity.text and decimals is None):
        return quantity.text
    value = quantity.figure.value
    few = quantity.figure.decimals if decimals is None else decimals
    return in_style(value, quantity, Manner(exact_decimals(value, few)))


def _inside(quantity: Quantity, printed: str) -> str:
    """Print number words as they stand inside a sentence: "Twelve" as "twelve"."""
    worded = quantity.figure is not None and quantity.figure.worded
    return printed[:1].lower() + printed[1:] if worded else printed


def _listed(printed: list[str]) -> str:
    """Join as in a sentence: "8", "8 and 5", "8, 5 and 3"."""
    if len(printed) < 2:
        return "".join(printed)
    return f"{', '.join(printed[:-1])} and {printed[-1]}"


def _field(tree: Tree, reading: Reading) -> str:
    if tree.text in ("decimals", "digits"):
        values, _ = reading.amount(tree)
        assert values.low is not None
        return digits(values.low)
    said = [word_of(one, tree.text) for one in reading.many(tree.parts[0])]
    if tree.text == "counts":  # as printed: "the headline counts 14 People"
        said = [one.counts for one in reading.many(tree.parts[0])]
    return _listed([word for word in said if word])


def _like(tree: Tree, model: Quantity, reading: Reading, manner: Manner) -> str:
    """Print an amount as another figure prints its own."""
    values, dimension = reading.amount(tree)
    _, wanted = reading.figure(model)
    if not fits(dimension, wanted) or values.low is None or values.high is None:
        raise Undecidable
    low, high = (own_unit(end, model, reading) for end in (values.low, values.high))
    if low == high:
        return in_style(low, model, manner)
    return in_style(min(low, high), model, manner, max(low, high))


def _number(tree: Tree, reading: Reading, decimals: int | None) -> str:
    """Print what an expression comes to, in the style of its first figure of the same kind."""
    values, dimension = reading.amount(tree)
    if values.low is None:
        raise Undecidable
    value = values.low
    if dimension == "ratio" and tree.kind == "call":
        few = exact_decimals(value * 100, 0) if decimals is None else decimals
        return digits(value * 100, few) + "%"
    for role in sorted(tree.roles()):
        for model in reading.many(Tree("role", role)):
            if model.figure and reading.figure(model)[1] == dimension and tree.text != "count":
                own = own_unit(value, model, reading)
                few = exact_decimals(quotient(own, model.figure.scale), model.figure.decimals)
                return in_style(own, model, Manner(few if decimals is None else decimals))
    return digits(value, exact_decimals(value, 2) if decimals is None else decimals)
