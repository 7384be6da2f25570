"""The notes in the margin: what is wrong, the sum, the correction."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from numcheck.model.finding import Finding
from numcheck.named import NamedTuple
from numcheck.report import phrases
from numcheck.report.marking import Mark, state_of
from numcheck.report.rulebook import RuleShown

_SIGNS = {"right": "✓", "strained": "≈", "open": "?", "stands": "–", "wrong": "✗"}


class Note(NamedTuple):
    """A note: its anchor, its number on the page (0 where it is no finding), and its HTML."""

    id: str
    number: int
    check: Finding
    html: str


class Notes:
    """A document's notes; `by_check` finds them by their check's place in the list of checks."""

    def __init__(self, document: int, first: int, rules: Sequence[RuleShown]) -> None:
        """Take the numbers of the document and of its first finding, and the rules to quote."""
        self.document = document
        self.number = first
        self.rules = {rule.id: rule for rule in rules}
        self.by_check: dict[int, Note] = {}

    def anchor(self, mark: Mark) -> str:
        """Return the name by which a figure of the copy can be reached."""
        return f"f{self.document}-{mark.span.start}"

    def write(
        self, shown: Sequence[Finding], checks: Sequence[Finding], marks: Sequence[Mark]
    ) -> None:
        """Write a note a check; a contradiction that is told twice gets one."""
        back: dict[int, str] = {}
        for mark in marks:
            for at in mark.checks:
                back.setdefault(at, self.anchor(mark))
        told = {id(one) for one in shown}
        for at, check in enumerate(checks):
            name = f"n{self.document}-{at}"
            if id(check) in told:
                html = self._card(name, back.get(at, f"d{self.document}"), check)
                self.by_check[at] = Note(name, self.number, check, html)
                self.number += 1
            elif state_of(check) != "wrong":
                self.by_check[at] = Note(name, 0, check, _line(name, check))

    def _card(self, name: str, back: str, one: Finding) -> str:
        """Return a finding's note."""
        level = one.severity.capitalize()
        said = [
            f'<div class="card {state_of(one)} is-{one.severity}" id="{name}" role="group" '
            f'aria-labelledby="{name}-says" tabindex="-1">',
            f'<p class="level"><a class="number" href="#{back}">{self.number}'
            f'<span class="heard">, back to the text</span></a> {level}</p>',
            f'<p class="says" id="{name}-says">{_text(phrases.message(one))}</p>',
        ]
        if one.working:
            said.append(f'<p class="sum">{_text(one.working)}</p>')
        said += [_offers(one), self._more(one), "</div>\n"]
        return "\n".join(filter(None, said))

    def _more(self, one: Finding) -> str:
        """Return what an editor may want to know besides, folded away."""
        rule = self.rules.get(one.rule)
        said = [f"<details><summary>{_text(one.rule)} · {_text(phrases.place(one))}</summary>"]
        if one.quoted:
            said.insert(0, f'<p class="quoted">{escape(phrases.QUOTED)}</p>')
        if rule is not None:
            said.append(f"<p>{_text(rule.rule)} {_text(' '.join(rule.why.split()))}</p>")
        if one.fingerprint:
            accept = f'{one.fingerprint} = "the reason"'
            said.append(
                "<p>If it is right after all: [sic] after the figure, or, in the configuration "
                f"under <code>accept</code>: <code>{_text(accept)}</code> {_button(accept)}</p>"
            )
        return "\n".join([*said, "</details>"])


def _offers(one: Finding) -> str:
    """Return the corrections, each with a button that copies it."""
    said: list[str] = []
    for offer in phrases.offers(one):
        instead = f" in place of <s>{_text(offer.instead)}</s>" if offer.instead else ""
        head = "or with" if said else "It would fit with"
        text = f"<span>{head} <b>{_text(offer.text)}</b>{instead}</span>"
        said.append(f"<li>{text} {_button(offer.text)}</li>")
    return f'<ul class="offers">{"".join(said)}</ul>' if said else ""


def _button(text: str) -> str:
    shown = _text(text)
    return (
        f'<button type="button" class="copies" data-copy="{shown}" hidden>'
        f'<span class="verb">Copy</span><span class="heard"> {shown}</span></button>'
    )


def _line(name: str, one: Finding) -> str:
    """Return the note on a check that found nothing: a line with the sum."""
    state = state_of(one)
    said = phrases.VERDICTS[one.verdict]
    if one.leave is not None:
        why = f" ({one.leave.reason})" if one.leave.reason else ""
        said = f"let stand{why}"
    shown = "" if state == "right" else f"{_text(said)}: "
    heard = f'<span class="heard">{said}: </span>' if state == "right" else ""
    return (
        f'<p class="passed {state}" id="{name}" tabindex="-1"><span aria-hidden="true">'
        f"{_SIGNS[state]}</span> {heard}{shown}"
        f'<span class="sum">{_text(phrases.working(one))}</span></p>\n'
    )


def _text(text: str) -> str:
    return escape(phrases.clean(text))
