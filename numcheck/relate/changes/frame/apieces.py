"""What a sum comes to for each share, told beside it."""

from __future__ import annotations

from numcheck.model.quantity import Quantity
from numcheck.record import replace
from numcheck.relate.changes.frame.scene import Scene
from numcheck.relate.wording import closes

_OPENS = {",": ",", "(": ")", "–": "–", "—": "—"}
_LEADS = frozenset({"or", "equal", "equivalent", "to", "that", "is"})
_MANY = 10_000  # shares


def past_share(scene: Scene, sum_: Quantity) -> Quantity:
    """Return a sum with its aside taken in: "$212 million, or 88 cents a share,"."""
    words, at = scene.words, closes(scene.sentence, sum_)
    if sum_.kind != "money" or words[at : at + 1] == [] or words[at] not in _OPENS:
        return sum_
    place = at + 1
    while words[place : place + 1] and words[place] in _LEADS:
        place += 1
    for other in scene.sentence.quantities:
        if other.first == place and other.kind == "money" and _is_share(words, sum_, other):
            return _past(words, sum_, other, _OPENS[words[at]], place - at > 1)
    return sum_


def _is_share(words: list[str], sum_: Quantity, other: Quantity) -> bool:
    """Say whether a second sum is told for each share, or is far too small for another."""
    if "per" in other.parts or words[other.last : other.last + 1] in (["a"], ["per"]):
        return True
    if sum_.figure is None or other.figure is None:
        return False
    return words[other.last : other.last + 1] == [")"] and (
        sum_.figure.value > _MANY * other.figure.value
    )


def _past(words: list[str], sum_: Quantity, other: Quantity, close: str, led: bool) -> Quantity:
    end = other.last
    if words[end : end + 1] in (["a"], ["per"]):
        end += 2
    shut = words[end : end + 1] == [close]
    if not (shut or led or end >= len(words) or words[end] == "."):
        return sum_
    end = min(end + shut, len(words))
    return replace(sum_, last=end, noun_last=end)
