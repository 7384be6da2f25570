"""Terms on which a change is told, and steps that it took."""

from __future__ import annotations

from numcheck.lexicon.words import phrases
from numcheck.lexicon.words import words as words_of
from numcheck.model.quantity import Quantity
from numcheck.relate.changes.frame.moves import CUES, Move
from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.wording import opens

_STOPS = frozenset({",", ";", ":", ".", "–", "—", ")", "and", "but"})
_SET = frozenset({"against", "compared", "versus", "from", "v", "vs"})
UNITS = frozenset(
    """january february march april may june july august september october november december
    monday tuesday wednesday thursday friday saturday sunday yesterday month week quarter
    spring summer autumn winter""".split()
)
_YEARS = frozenset({"year", "years", "year's", "last", "ago", "earlier", "previous", "before"})
_ITS_OWN = frozenset("it they there he she was were had then before that those the".split())
_BACK_TO = (["than"], ["on"], ["from"], ["over"])
_YEARS_BACK = frozenset("than on from over then before that".split())
_JOINS = frozenset({"and", "then", "but", "before", ",", "or", "again", "later", "since", "now"})


def on_terms(scene: Scene) -> bool:
    """Say whether a change holds on terms alone: "if fraud is counted", "adjusted for"."""
    return phrases(CUES, "terms").find(scene.words) is not None


def chained(scene: Scene) -> bool:
    """Say whether one thing moved twice over: "fell 20% and then rose 20%, leaving it at"."""
    shares = [one for one in scene.claims if one.kind in ("percent", "times")]
    return any(_goes_on(scene, claim) for claim in shares[1:] if claim.form in ("verb", "times"))


def _goes_on(scene: Scene, claim: Claim) -> bool:
    """Say whether a verb follows on "and" or "then", with no subject of its own."""
    at = claim.first
    if scene.words[at].endswith("ing"):
        return False
    if scene.words[at] in ("up", "down") and scene.words[at - 1] not in ("and", "then"):
        return False  # "rose 3% on the month to £4.5m, up 25% from £4.0m"
    adverbs = phrases(CUES, "adverbs")
    joined = False
    while at > 0:
        found = adverbs.ending(scene.words, at)
        if scene.words[at - 1] in _JOINS:
            joined = True
            at -= 1
        elif found is not None:
            at = found[1]
        else:
            break
    return joined


def other_than(scene: Scene, claim: Claim, old: Quantity) -> bool:
    """Say whether a change is on something that is no figure: "12% more than planned, against"."""
    words, at = scene.words, claim.last
    if words[at : at + 1] != ["than"]:
        return False
    end = next((p for p in range(at + 1, len(words)) if words[p] in (",", ";", ".", "–")), -1)
    if end < 0 or end - at > 7 or scene.figured(at, end):
        return False
    if words[end + 1 : end + 2] == ["with"] and end < old.first:
        return True  # "$84m, $2m more than the last one, with $30m for schools"
    if old.sentence != scene.sentence.index:  # "It is now £18m, 20% more than forecast"
        return not _ITS_OWN.intersection(words[at:end]) and scene.over_time(at + 1, end)[0] != end
    if _SET.isdisjoint(words[end : old.first]):
        return False
    return scene.over_time(at + 1, end)[0] != end


def caused(scene: Scene, claim: Claim) -> bool:
    """Say whether a change is that of a cause: "will cost £45, after a jump of 50% in rents"."""
    words, at = scene.words, claim.first
    while at > 0 and words[at - 1] in ("a", "an", "the", "its", "this", "their"):
        at -= 1
    cause = phrases(CUES, "causes").ending(words, at)
    return cause is not None and words[claim.last : claim.last + 1] in (["in"], ["of"], ["on"])


def stepped(scene: Scene, claim: Claim, old: Quantity, new: Quantity) -> bool:
    """Say whether another change goes on from one: "rising 10% this year and 14% in 2020"."""
    own = [one for one in (old, new) if one.sentence == scene.sentence.index]
    behind = max(own, key=lambda one: one.first, default=claim.figure)
    first = opens(scene.sentence, behind)
    if scene.words[claim.last : first] == [",", "after"] and claim.last < first:
        return scene.words[behind.last : behind.last + 1] == ["of"]  # "after £9m of savings"
    place, _ = scene.over_time(claim.last)
    if claim.kind != "percent" or scene.words[place : place + 1] not in (["and"], ["then"], [","]):
        return False
    return any(
        one.kind == "percent"
        and 0 < one.first - place <= 2
        and one.first not in (old.first, new.first)
        for one in scene.sentence.quantities
    )


def over_a_third(scene: Scene, claim: Claim, old: Quantity, new: Quantity) -> bool:
    """Say whether a lead is over somebody without a tally here: "eight ahead of the Dutch"."""
    words, at = scene.words, claim.last
    if words[at : at + 1] != ["of"] or words[at - 1] not in ("ahead", "clear", "short", "front"):
        return False
    if not words_of(CUES, "one_round").isdisjoint(words):
        return True  # "shot a 68 to move two ahead of Carrow, who had a 73": of all rounds
    if claim.first < max(old.last, new.last):
        return False
    before = {word.removesuffix("'s") for word in words[: claim.first]}
    return before.isdisjoint(word.removesuffix("'s") for word in words[at + 1 : at + 3])


def from_elsewhere(scene: Scene, claim: Claim, old: Quantity) -> bool:
    """Say whether a change goes back further than the older figure: "up 8% on the year"."""
    end, when = scene.over_time(claim.last)
    own = scene.words[claim.last : end + 1]
    year = scene.when(claim.last + 1, claim.last + 2)
    if "still" in scene.words[claim.first - 1 : claim.first] and year.isdigit():
        return True  # "rose to £44m from £40m, still 2% short of 2019"
    stop = next((p for p in range(old.last, len(scene.words)) if scene.words[p] in _STOPS), None)
    back = scene.words[old.last : stop][:6]
    if not back or old.sentence != scene.sentence.index:
        return False
    if own[:1] in _BACK_TO and end > claim.last and not when.isdigit():
        moment = set(scene.words[claim.last : end])
        if scene.over_time(old.last)[1].isdigit() and moment - _YEARS_BACK:
            return True  # "cost $3.20 in 2021 and now $3.68, 4% more than last week"
    if own[:1] == ["since"] and when.isdigit():
        dated = scene.over_time(old.last)[1]
        return dated not in ("", when, "past") or not UNITS.isdisjoint(back)
    if own[:1] == ["since"] and not UNITS.isdisjoint(back):
        known = scene.words[: max(old.last, claim.first)]
        since = _since_what(scene, claim)
        return bool(since) and not any(word in known for word in since)
    yearly = phrases(CUES, "on_the_year").at(scene.words, claim.last) is not None
    return yearly and not UNITS.isdisjoint(back) and _YEARS.isdisjoint(back)


def _since_what(scene: Scene, claim: Claim) -> list[str]:
    """Return what a change is since: the "election" of "down 12 points since the election"."""
    rest = scene.words[claim.last + 1 : claim.last + 5]
    end = next((place for place, word in enumerate(rest) if word in _STOPS), len(rest))
    return [word for word in rest[:end] if word not in ("the", "a", "its", "then", "last")]


def of_another(scene: Scene, move: Move, at: int) -> bool:
    """Say whether a movement is over when the figures come: "whose crowds have risen, sold"."""
    words = scene.words
    pause = next((p for p in range(move.first - 1, -1, -1) if words[p] in (",", "–", "(")), None)
    begun = pause is not None and words[pause + 1] in ("whose", "who", "where", "when", "as")
    return begun and not {",", "–", ")"}.isdisjoint(words[move.last : at])


def hoped_for(scene: Scene, claim: Claim) -> bool:
    """Say whether a multiple is one of the future: "set to treble", "could double"."""
    words = scene.words
    begin, end = max(0, claim.first - 4), min(len(words), claim.last + 5)
    return phrases(CUES, "hoped_for").find(words, begin, end) is not None


def elsewhere(scene: Scene, old: Quantity) -> bool:
    """Say whether an older figure is of another thing or place: "versus $79 for Brent"."""
    at = max(old.last, old.noun_last)
    after = scene.words[at : at + 2]
    if len(after) < 2 or after[0] not in ("for", "in", "at", "across", "among", "throughout"):
        return False
    if after == ["for", "a"]:
        return True  # "against 3,300 for a Sunday last year"
    return old.sentence == scene.sentence.index and scene.over_time(at)[0] == at


def expected(scene: Scene, level: Level) -> bool:
    """Say whether a figure was only forecast, aimed at, or someone else's."""
    # "raised the limit from £40 to £50": the limit itself moved
    first = level.first if level.mark in ("from", "to") else max(level.first - 1, 0)
    return (
        phrases(CUES, "expected").find(scene.words, first, min(len(scene.words), level.last + 3))
        is not None
    )


def expects(tokens: list[str]) -> bool:
    """Say whether a sentence speaks of what was only forecast or aimed at."""
    return phrases(CUES, "expected").find(tokens) is not None
