"""Unbeaten with a defeat, winless with a win, a perfect 6-1."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import Found, mapping, phrases
from numcheck.model.passage import Sentence
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.relate.scores.outcomes import Outcome
from numcheck.relate.scores.sides import TABLE, number
from numcheck.relate.wording import is_quoted, worded

_BARRED = {"unbeaten": {"lost"}, "perfect": {"lost", "drawn"}, "winless": {"won"}}
_TIES = frozenset("their its have has with despite : ( having after – — at on of".split())
_STANDING = frozenset(
    "at with a an the ( , record of and now is are stands stand this season their its his her to"
    " – — : in start mark run".split()
)
_AFTER = frozenset(
    "record start mark season this so heading headed entering going with atop on at while . , ) ;"
    " and in after through".split()
)
_GAMES = frozenset({"game", "match", "fixture", "outing", "bout", "fight", "start"})
_NEAR = 4  # words of "third win of the season in a row"
_NEXT = frozenset({"and", ",", "a", "then"})
_TO = frozenset({"to", "by", "with", "at", "against"})
_RUNS = frozenset({"winning streak", "winning run", "losing streak", "losing run"})


def claims(sentence: Sentence, rows: list[list[Outcome]]) -> Iterator[Relation]:
    """Yield "unbeaten" with the defeat that stands beside it."""
    claim = phrases(TABLE, "streaks").find(sentence.words)
    if claim is None or _is_over(sentence):
        return
    for row in rows:
        if not _of_claim(sentence, claim, row):
            continue
        for one in row:
            if one.what in _BARRED[claim.name] and one.number:
                yield _relation(sentence, claim, one.quantity, one.number)
                return
    yield from _standing(sentence, claim)


def in_a_row(sentence: Sentence) -> Iterator[Relation]:
    """Yield "a third win in a row after beating Hull and Leeds and losing to York"."""
    tokens = sentence.words
    row = phrases(TABLE, "running_on").find(tokens)
    if row is None or tokens.count("after") != 1:
        return
    after, first = tokens.index("after"), max(0, row.first - _NEAR)
    named = phrases(TABLE, "row_results").all(tokens, first, max(after, 1))
    if not named or not 0 <= after - row.last <= 2:
        return
    own, tail = named[-1], phrases(TABLE, "row_ends").find(tokens, after)
    end = tail.first if tail is not None else len(tokens)
    told = phrases(TABLE, "row_results").all(tokens, after + 1, end)
    if not told or told[0].name != own.name or told[0].first - after > 3:
        return
    if phrases(TABLE, "row_scopes").find(tokens) is not None:
        return
    for one in told[1:]:
        rival = tokens[one.last : one.last + 1]
        named_so = rival != [] and (rival[0] in _TO or sentence.raw[one.last][:1].isupper())
        if one.name != own.name and tokens[one.first - 1] in _NEXT and named_so:
            begin = min(own.first, row.first)
            said = worded(sentence, begin, max(own.last, row.last))
            against = worded(sentence, one.first, one.last)
            yield Relation(
                "streak",
                {"said": said, "against": against, "count": number(1, against)},
                said.span,
                derived=frozenset({"count"}),
                quoted=is_quoted(sentence, against),
            )
            return


def _is_over(sentence: Sentence) -> bool:
    """Say whether the claim is of another span than its row: "unbeaten until", "since a defeat"."""
    words, months = sentence.words, mapping("calendar", "months")
    if phrases(TABLE, "broken").find(words) is not None:
        return True
    since = [at for at, word in enumerate(words[:-1]) if word == "since"]
    return any(words[at + 1] not in months and words[at + 1] not in ("the", "it") for at in since)


def _relation(sentence: Sentence, claim: Found, against: Quantity, count: int) -> Relation:
    said = worded(sentence, claim.first, claim.last)
    return Relation(
        "streak",
        {"said": said, "against": against, "count": number(count, against)},
        said.span,
        derived=frozenset({"count"}),
        quoted=is_quoted(sentence, against),
    )


def _of_claim(sentence: Sentence, claim: Found, row: list[Outcome]) -> bool:
    """Say whether a row of results is what the claim is made of, and of the same span."""
    words = sentence.words
    first, last = row[0].first, row[-1].last
    between = words[claim.last : first] if first >= claim.last else words[last : claim.first]
    if len(between) > 10 or (first < claim.last and last > claim.first):
        return False
    if " ".join(words[claim.first : claim.last]) in _RUNS and {"of", ":", "–", "—"}.isdisjoint(
        between
    ):
        return False
    if len(row) == 1 and not (between and between[-1] in ("with", "despite", ":")):
        return False
    if first >= claim.last and not _TIES.intersection(between):
        return between == [","]
    total = sum(one.number for one in row)
    spans = [q for q in sentence.quantities if q.noun in _GAMES or _run(sentence, claim, q)]
    spans = [q for q in spans if not first <= q.first < last]
    return all(q.value == total for q in spans)


def _run(sentence: Sentence, claim: Found, quantity: Quantity) -> bool:
    """Say whether a bare number is that of the games: "unbeaten in seven"."""
    between = sentence.words[claim.last : quantity.first]
    return quantity.kind == "number" and between in (["in"], ["for"], ["after"], ["in", "their"])


def _standing(sentence: Sentence, claim: Found) -> Iterator[Relation]:
    """Yield "undefeated at 6-1", "a perfect 6-1 record", "winless (1-4)"."""
    words = sentence.words
    for quantity in sentence.quantities:
        between = words[claim.last : quantity.first]
        if quantity.kind != "score" or quantity.first < claim.last or len(between) > 6:
            continue
        tokens = zip(between, sentence.raw[claim.last : quantity.first], strict=True)
        after = words[quantity.last : quantity.last + 1]
        plain = all(one in _STANDING or raw[:1].isupper() for one, raw in tokens)
        if not plain or not (not after or after[0] in _AFTER):
            continue
        capital = any(raw[:1].isupper() for raw in sentence.raw[claim.last : quantity.first])
        if capital and "(" not in between:
            continue
        if count := _barred(claim.name, quantity):
            yield _relation(sentence, claim, quantity, count)
        return


def _barred(name: str, quantity: Quantity) -> int:
    """Return how many of the results in a standing the claim rules out."""
    parts = quantity.parts
    won, second, third = parts.get("home"), parts.get("away"), parts.get("third")
    if not isinstance(won, int) or not isinstance(second, int):
        return 0
    if name == "winless":
        return won
    if not isinstance(third, int):
        return second
    return second + third if name == "perfect" else min(second, third)
