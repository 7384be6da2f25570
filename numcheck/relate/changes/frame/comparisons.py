"""Whether "more", "above", "behind" after an amount compare it."""

from __future__ import annotations

from numcheck.model.quantity import Quantity
from numcheck.relate.changes.frame.scene import Scene

_LEVELS = frozenset({"the", "last", "its", "where", "what"})  # "9p above where it was a year ago"

_TIMES = {
    "hour": "hour", "hourly": "hour", "day": "day", "daily": "day", "weekday": "day",
    "weekdays": "day", "night": "night", "nightly": "night", "week": "week", "weekly": "week",
    "month": "month", "monthly": "month", "year": "year", "annual": "year", "season": "season",
}  # fmt: skip


def compares(scene: Scene, quantity: Quantity, kind: str, end: int) -> bool:
    """Say whether a comparing word after an amount compares it: "£5 more than", "12% up on"."""
    words = scene.words
    follows = words[end] if end < len(words) else ""
    word = words[end - 1]
    if word == "off" or word in ("up", "down"):
        if kind == "percent" or kind == "points":
            return word != "off" or kind == "percent"
        return follows in ("on", "over")
    if word in ("over", "beyond"):  # "$250 over the $1,000 estimate"
        plain = kind == "amount" and follows in ("the", "its", "their", "his", "her", "last")
        beside = not {end + 1, end + 2}.isdisjoint(scene.held)
        return plain and (beside or _names_base(scene, end))
    if word in ("above", "below", "under"):
        plain = kind != "amount" or follows in _LEVELS or follows[:1].isdigit()
        return plain or _names_base(scene, end)
    if word == "apart":
        return True
    if word == "short" and follows in ("", ".", ","):
        return True
    if word in ("ahead", "behind", "short", "clear"):
        return follows in ("of", "the", "last") or scene.sentence.raw[end : end + 1] != [follows]
    if kind == "amount":
        if words[max(0, quantity.first - 1)] in ("so", "meaning", "thus", "therefore"):
            return True  # "so 160 more people came"
        # "300 more people than", "£5 more" at the end of a clause
        near = words[end : end + 4]
        if of_that_time(words, quantity.first, end):
            follows = (*words[end + 2 : end + 3], "")[0]  # "ten more a day"
        return "than" in near or follows in ("", ".", ",", ";", ")", "–", "—")
    return follows != "of"


def of_that_time(words: list[str], begin: int, at: int) -> bool:
    """Say whether "a day" follows, as the figures have it: trains a day, "an extra 35 a day"."""
    if words[at : at + 1] not in (["a"], ["per"], ["each"], ["every"]):
        return False
    time = (*words[at + 1 : at + 2], "")[0]
    told = {_TIMES[one] for one in words[:begin] if one in _TIMES}
    return _TIMES.get(time) == time and told <= {time} and (bool(told) or time == "day")


def _names_base(scene: Scene, at: int) -> bool:
    """Say whether a price or a level and its figure follow: "$6 above Friday's close of $44"."""
    words = scene.words
    for place in range(at, min(len(words), at + 7)):
        if place in scene.held:
            return place > at and words[place - 1] in ("of", "at")
        if not (words[place][0].isalpha() or words[place] == "-"):
            return False
    return False
