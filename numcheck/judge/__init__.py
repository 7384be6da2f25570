"""RELATIONS + RULES → DECISIONS: every rule over every relation of its kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, product

from numcheck.judge.amounts import NO, YES
from numcheck.judge.evaluate import applies, spread, verdict_of
from numcheck.judge.rule import Rule
from numcheck.model.finding import FigureShown, Severity, Verdict
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation, Role
from numcheck.model.span import Span
from numcheck.model.unit import Unit
from numcheck.record import record, replace

# Of several readings of one print the kindest decides; a reading in which nothing can be decided
# is kinder than one that is broken.
_KINDEST: tuple[Verdict, ...] = ("holds", "strained", "undecided", "broken")
_MOST_READINGS = 16


@record
class Decision:
    """What a rule says of a relation.

    `read` is the relation with the units and readings that the verdict is about. The wording is
    worked out when it is asked for. Spans are offsets into the document's text.
    """

    rule: Rule
    relation: Relation
    verdict: Verdict
    read: Relation

    @property
    def severity(self) -> Severity:
        """The rule's severity; what is only strained is a note."""
        return "note" if self.verdict == "strained" else self.rule.severity

    @property
    def message(self) -> str:
        """The rule's message, filled in; the rule's own sentence where nothing is wrong."""
        if self.verdict in ("holds", "undecided"):
            return self.rule.rule
        from numcheck.judge.wording import message_of

        return message_of(self.rule, self.read)

    @property
    def working(self) -> str:
        """The arithmetic, drawn from the check: `8 + 5 = 13 > 12`."""
        from numcheck.judge.printing import working

        return working.working(self.rule.check, self.read, self.verdict)

    @property
    def suggestion(self) -> tuple[tuple[Span, str], ...]:
        """What to print instead, for each figure that could be the wrong one."""
        if self.verdict in ("holds", "undecided"):
            return ()
        from numcheck.judge.wording import suggestions_of

        return suggestions_of(self.rule, self.read)

    @property
    def figures(self) -> tuple[FigureShown, ...]:
        """Every printed figure that takes part, with its role."""
        figures = self.relation.figures()
        return tuple(FigureShown(role, one.text, one.span) for role, one in figures)


def judge(rules: Sequence[Rule], relations: Iterable[Relation]) -> Iterator[Decision]:
    """Yield what each rule says of each relation of its kind that has the roles it names."""
    by_kind: dict[str, list[Rule]] = {}
    for relation in relations:
        kind = relation.kind
        if kind not in by_kind:  # a short text has few of the kinds, or none
            by_kind[kind] = [rule for rule in rules if rule.kind == kind]
        for rule in by_kind[kind]:
            if all(role in relation.roles for role in rule.roles):
                decision = decide(rule, relation)
                if decision is not None:
                    yield decision


def decide(rule: Rule, relation: Relation) -> Decision | None:
    """Decide a relation by a rule, under the kindest of its readings; None where it is not meant.

    A reading for which `where` is certainly untrue is not meant; one for which nobody can tell is
    undecided.
    """
    best: Decision | None = None
    for read in readings(relation):
        meant = applies(rule.where, read)
        if meant == NO:
            continue
        verdict = verdict_of(rule.check, read) if meant == YES else "undecided"
        if best is None or _KINDEST.index(verdict) < _KINDEST.index(best.verdict):
            best = Decision(rule, relation, verdict, read)
        if verdict == "holds":
            break
    return best


def readings(relation: Relation) -> Iterator[Relation]:
    """Yield the relation under each unit and each reading that its wording leaves open."""
    quantities = list(spread(relation))
    for one in quantities:
        if len(one.units) > 1 or one.other_readings:
            return islice(_open_readings(relation, quantities), _MOST_READINGS)
    return iter((relation,))


def _open_readings(relation: Relation, quantities: Sequence[Quantity]) -> Iterator[Relation]:
    prints = [(one, *one.other_readings) for one in quantities]
    # First all figures in their usual reading, then all in their last ("300m, of it 200m …").
    together = tuple(one[-1] for one in prints)
    rest = product(*prints)
    for picks in chain((next(rest), together), rest) if together != quantities else rest:
        # One spelling is one unit throughout: two of "gallon" are both British or both American.
        left_open = list({one.units: None for one in picks if len(one.units) > 1})
        for units in product(*left_open):
            chosen = dict(zip(left_open, units, strict=True))
            yield _rebuilt(relation, [_in_unit(one, chosen.get(one.units)) for one in picks])


def _in_unit(quantity: Quantity, unit: Unit | None) -> Quantity:
    if unit is None or unit is quantity.unit:
        return quantity
    return replace(quantity, unit=unit)


def _rebuilt(relation: Relation, quantities: Sequence[Quantity]) -> Relation:
    following = iter(quantities)
    roles: dict[str, Role] = {
        role: tuple(next(following) for _ in what) if isinstance(what, tuple) else next(following)
        for role, what in relation.roles.items()
    }
    return replace(relation, roles=roles)
