"""From decisions to findings: which stand, how grave, where, and under what fingerprint."""

from __future__ import annotations

import gc
from collections.abc import Iterator, Sequence
from types import SimpleNamespace
from typing import Any

import pytest

from numcheck import check
from numcheck.config import Config
from numcheck.model.passage import Passage
from numcheck.model.relation import Relation
from numcheck.report.outcome import Report

TEXT = "The quay is 40 m (90 ft) wide. It holds 12 boats, or 14 boats."


class Desk:
    """Checks a text with ties and decisions laid down by hand."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.claims: list[tuple[str, str, str, tuple[str, ...]]] = []
        self.crashing = ""
        self.speechless = False
        monkeypatch.setattr(check, "relate", self.relate)
        monkeypatch.setattr(check, "judge", self.judge)

    def relate(self, passage: Passage, date: str | None, locale: str | None) -> list[Relation]:
        relations = []
        for rule, _, _, figures in self.claims:
            found = [
                next(one for one in passage.quantities if one.text == figure) for figure in figures
            ]
            quoted = "“" in passage.document.text
            roles = {"figures": tuple(found)}
            relations.append(Relation(rule, roles, found[0].span, quoted=quoted))
        return relations

    def judge(self, rules: Sequence[Any], relations: Sequence[Relation]) -> Iterator[Any]:
        for rule in rules:
            if rule.id == self.crashing:
                raise ZeroDivisionError("no such thing")
            for relation, claim in zip(relations, self.claims, strict=True):
                if claim[0] == rule.id:
                    words = {} if self.speechless else {"message": f"{rule.id} speaks"}
                    yield SimpleNamespace(
                        rule=rule, relation=relation, verdict=claim[2], severity=claim[1],
                        working="", suggestion=(), **words,
                    )  # fmt: skip

    def report(self, text: str = TEXT, config: Config | None = None, **other: Any) -> Report:
        named = sorted({one[0] for one in self.claims})
        rules: Any = [SimpleNamespace(id=name, rule="the rule itself") for name in named]
        return check.check_text(text, "a.txt", rules=rules, config=config, **other)


@pytest.fixture
def desk(monkeypatch: pytest.MonkeyPatch) -> Desk:
    return Desk(monkeypatch)


def claim(
    rule: str, *figures: str, severity: str = "error", verdict: str = "broken"
) -> tuple[str, str, str, tuple[str, ...]]:
    return rule, severity, verdict, figures


def rules(report: Report) -> list[str]:
    return [finding.rule for finding in report.findings]


def test_the_same_figures_give_one_finding(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft"), claim("b", "40 m", "90 ft")]
    assert rules(desk.report()) == ["a"]


def test_the_graver_stays_and_of_equals_the_nearer(desk: Desk) -> None:
    desk.claims = [
        claim("a", "40 m", "90 ft", severity="warning"),
        claim("b", "40 m", "90 ft", "12"),
    ]
    assert rules(desk.report()) == ["b"]
    desk.claims = [claim("a", "40 m", "90 ft", "12"), claim("b", "40 m", "90 ft")]
    assert rules(desk.report()) == ["b"]
    assert len(desk.report().checks) == 2


def test_findings_that_only_share_a_figure_both_stand(desk: Desk) -> None:
    desk.claims = [claim("a", "90 ft", "12"), claim("b", "40 m", "90 ft")]
    assert rules(desk.report()) == ["b", "a"]


def test_findings_stand_in_the_order_of_the_text(desk: Desk) -> None:
    desk.claims = [claim("a", "12", "14"), claim("b", "40 m", "90 ft")]
    assert rules(desk.report()) == ["b", "a"]


def test_what_is_not_broken_is_a_check_and_no_finding(desk: Desk) -> None:
    for verdict in ("holds", "strained", "undecided"):
        desk.claims = [claim("a", "40 m", "90 ft", verdict=verdict)]
        report = desk.report()
        assert report.findings == ()
        assert [one.verdict for one in report.checks] == [verdict]
    desk.claims = [claim("a", "40 m", "90 ft", verdict="strained")]
    assert desk.report().checks[0].severity == "note"


def test_a_quotation_lowers_a_finding_by_one_step(desk: Desk) -> None:
    for severity, lowered in [("error", "warning"), ("warning", "note"), ("note", "note")]:
        desk.claims = [claim("a", "40 m", "90 ft", severity=severity)]
        (finding,) = desk.report("“The quay is 40 m (90 ft) wide.”").findings
        assert finding.severity == lowered
        assert finding.message == "a speaks (in a quotation)"


@pytest.mark.parametrize(
    "text",
    [
        "The quay is 40 m (90 ft [sic]) wide.",
        "The quay is 40 m [SIC] (90 ft) wide.",
        "The quay is 40 m (90 ft) [sic] wide.",
        "The quay is 40 m (90 ft) wide [sic].",
    ],
)
def test_sic_after_a_figure_lets_it_stand(desk: Desk, text: str) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")]
    report = desk.report(text)
    assert report.findings == ()
    assert report.suppressed == 1


def test_sic_elsewhere_does_not(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")]
    assert rules(desk.report("The kway [sic] is 40 m (90 ft) wide.")) == ["a"]


def test_the_configuration_overrules_a_severity(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")]
    (finding,) = desk.report(config=Config(severity={"a": "warning"})).findings
    assert finding.severity == "warning"


def test_a_fingerprint_outlives_edits_elsewhere(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")]
    (before,) = desk.report().findings
    (after,) = desk.report("A line is new.\n\n" + TEXT.replace("12", "11")).findings
    (wrapped,) = desk.report(TEXT.replace("(90", "\n(90")).findings
    assert before.fingerprint == after.fingerprint == wrapped.fingerprint
    assert before.location.start != after.location.start
    (other,) = desk.report(TEXT.replace("wide", "long")).findings
    assert other.fingerprint != before.fingerprint
    assert len(before.fingerprint) == 16


def test_the_same_sentence_twice_has_two_fingerprints(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")] * 2
    first, second = desk.report(TEXT).checks
    assert first.fingerprint != second.fingerprint


def test_an_accepted_finding_is_counted_and_not_shown(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")]
    (finding,) = desk.report().findings
    report = desk.report(config=Config(accepted={finding.fingerprint: "checked at the quay"}))
    assert (report.findings, report.suppressed, len(report.checks)) == ((), 1, 1)


def test_a_rule_that_crashes_is_named_and_the_others_judge(desk: Desk) -> None:
    desk.claims = [claim("a", "12", "14"), claim("b", "40 m", "90 ft")]
    desk.crashing = "a"
    report = desk.report()
    assert rules(report) == ["b"]
    (fault,) = report.faults
    assert fault.startswith(
        "the check a crashed (ZeroDivisionError: no such thing at test_check.py:"
    )


def test_a_finder_that_crashes_is_named_and_the_others_find(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_: object) -> list[Relation]:
        raise KeyError("no such thing")

    desk.claims = [claim("a", "40 m", "90 ft")]
    monkeypatch.setattr(check, "relate", crash)
    finders = (crash, lambda passage, setting: desk.relate(passage, setting.date, None))
    monkeypatch.setattr(check, "FINDERS", finders)
    report = desk.report()
    assert rules(report) == ["a"]
    assert len(report.faults) == 1
    assert "crashed (KeyError: 'no such thing'" in report.faults[0]


def test_a_finding_that_cannot_be_worded_is_still_shown(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "90 ft")]
    desk.speechless = True
    report = desk.report()
    assert [finding.message for finding in report.findings] == ["the rule itself"]
    assert report.faults[0].startswith("the wording of a crashed (AttributeError: ")


def test_figures_stand_in_the_sentence_and_in_the_file(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "14")]
    (finding,) = desk.report(f"It rained.\n\n{TEXT}\n").findings
    assert finding.sentence == TEXT
    assert [TEXT[mark.start : mark.end] for mark in finding.marks] == ["40 m", "14"]
    assert (finding.location.line, finding.location.column) == (3, 13)
    start, end = finding.figures[1].span
    assert f"It rained.\n\n{TEXT}\n"[start:end] == "14"


def test_sentences_apart_are_joined_by_an_ellipsis(desk: Desk) -> None:
    desk.claims = [claim("a", "40 m", "12")]
    text = "The quay is 40 m wide. Nobody knew. It holds 12 boats."
    (finding,) = desk.report(text).findings
    assert finding.sentence == "The quay is 40 m wide. … It holds 12 boats."
    marks = [finding.sentence[mark.start : mark.end] for mark in finding.marks]
    assert marks == ["40 m", "12"]


def test_extraction_gives_the_public_keys() -> None:
    (first, *_) = check.extract_text("Some 114 drones flew about 30 km.")
    assert first.to_dict().keys() >= {
        "text", "start", "end", "kind", "value", "low", "high", "unit", "dimension", "counts",
        "hedge", "hedge_text",
    }  # fmt: skip


def test_the_figures_of_a_report_stand_in_the_file() -> None:
    text = "# Quay &amp; pier\n\nThe *quay* &amp; the pier are 40 m wide.\n"
    report = check.check_text(text, format="markdown")
    (quantity,) = report.quantities
    assert quantity.span.cut(text) == "40 m"
    assert report.figures == 1


@pytest.mark.parametrize("collects", [True, False])
def test_a_walk_leaves_the_collector_as_it_was(
    collects: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, read = [], check.annotated

    def annotated(*given: Any) -> Passage:
        seen.append(gc.isenabled())
        return read(*given)

    monkeypatch.setattr(check, "annotated", annotated)
    try:
        (gc.enable if collects else gc.disable)()
        check.check_text("The bridge is 300 m (1,200 ft) long.")
        assert gc.isenabled() is collects
        assert seen == [False]
    finally:
        gc.enable()
