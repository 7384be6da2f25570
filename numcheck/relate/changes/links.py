"""Which stated change belongs to which two figures."""

from __future__ import annotations

from collections.abc import Iterator

from numcheck.lexicon.words import phrases, singular, words
from numcheck.relate.changes.frame.claims import as_share
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Claim, Scene
from numcheck.relate.changes.pairing.pairs import Pair
from numcheck.relate.changes.pairing.sides import named_sides

_LOOSE = 12
_PAUSES = frozenset({",", "–", "—", "-", "(", ":", "[", "or", "…", "/", "|"})


def links(scene: Scene, pairs: list[Pair]) -> Iterator[tuple[Claim, Pair]]:
    """Yield every stated change with the pair of figures that it is said of."""
    for claim in [*scene.claims, *_asides(scene, pairs)]:
        for pair in sorted(pairs, key=lambda one: _distance(claim, one)):
            if _belongs(scene, claim, pair):
                yield claim, pair
                break


_SPELLS = frozenset({"season", "term", "session", "generation", "campaign", "summer", "winter"})
_BEFORE_SPELL = frozenset({"in", "over", "within", "after", "during"})
_ITS_SIZE = frozenset(
    """average price cost bill rate level share value charge fee fare rent wage salary size sum
    median typical minimum maximum overall annual monthly weekly population headcount""".split()
)
_ASIDE = (
    ["–", "that's"],
    ["–", "that", "is"],
    [",", "that's"],
    [",", "that", "is"],
    [",", "or"],
    ["or"],
    ["("],
    [",", "or", "by"],
    ["or", "by"],
    ["–"],
    ["–", "or"],
)


def _asides(scene: Scene, pairs: list[Pair]) -> Iterator[Claim]:
    """Yield a bare percentage right after a movement: "slipped from 24 to 21, or 12.5%"."""
    for pair in pairs:
        if pair.form not in ("from", "taken", "cut") or pair.move is None or not pair.move.sign:
            continue
        tokens = scene.words[pair.last : pair.last + 4]
        for level in scene.levels:
            at, end = level.first, level.figure.last
            unlike = pair.new.kind != "percent" or "by" in scene.words[pair.last : at]
            bare = level.figure.kind in ("percent", "ratio") and unlike
            ends = scene.words[end : end + 1] in ([], ["."], [","], [";"], [")"])
            if bare and ends and tokens[: at - pair.last] in _ASIDE:
                yield Claim("percent", as_share(level.figure), pair.move.sign, at, end, "noun")


def _distance(claim: Claim, pair: Pair) -> int:
    if claim.last <= pair.first:
        return pair.first - claim.last
    return max(0, claim.first - pair.last)


def _belongs(scene: Scene, claim: Claim, pair: Pair) -> bool:
    if pair.form == "told":
        return True
    if pair.form == "sides":
        return named_sides(scene, claim) is not None
    if claim.form == "sign" and not -1 <= claim.first - pair.last <= 2:
        return False
    if claim.last <= pair.first + 1 and claim.figure.last <= pair.first:
        return _ahead(scene, claim, pair)
    if claim.first >= pair.last - 1 and claim.figure.first >= pair.last - 1:
        return _behind(scene, claim, pair)
    inside = pair.between[0] <= claim.figure.first and claim.figure.last <= pair.between[1]
    if not inside:
        return False
    if pair.form == "than":
        return not any(claim.last <= c.first < pair.between[1] for c in scene.claims)
    if pair.old.first < pair.new.first:
        return _free(scene, claim.last, pair.between[1])
    return not scene.stated(pair.between[0], claim.first) and _free(
        scene, pair.between[0], claim.first
    )


def _free(scene: Scene, first: int, last: int) -> bool:
    """Say whether no figure and no barrier stands between two places, other changes apart."""
    claimed: set[int] = set()
    for claim in scene.claims:
        claimed.update(range(claim.first, claim.last))
    for one in scene.sentence.quantities:
        if one.noun in _SPELLS and not _BEFORE_SPELL.isdisjoint(scene.words[one.first - 1 :][:1]):
            claimed.update(range(one.first, one.last))  # "lost 15% in one season"
    if any(place in scene.held and place not in claimed for place in range(first, last)):
        return False
    return not scene.barred(first, last)


def _ahead(scene: Scene, claim: Claim, pair: Pair) -> bool:
    """Say whether a change stated before two figures is theirs: "rose 12% to 5 from 4"."""
    first, last = claim.last, pair.first
    if _apposed(scene, claim, pair):
        return False
    straight = claim.kind == "percent" and pair.new.unit is None
    straight = straight and (claim.first == 0 or pair.new.noun is None)
    straight = straight and _after_colon(scene, first, last)
    told = claim.kind == "times" and ":" in scene.words[first:last]
    if pair.form == "then" and (told or straight):
        return last - first <= 12 and _free(scene, first, last)
    if pair.form in ("than", "bracket", "then", "both", "taken"):
        return pair.form == "bracket" and last - first <= 2
    if pair.form == "group":
        return _of_groups(scene, claim, pair)
    if last - first > _LOOSE or not _free(scene, first, last) or _told_again(claim, pair):
        return False
    named = claim.form == "noun" and pair.old.first < pair.new.first
    if scene.stated(first, last) and not named:
        return False
    if pair.move is not None and _one_of_many(scene, pair.move.first):
        return False
    for move in scene.moves:
        own = claim.first <= move.first < claim.last
        if first <= move.first < last and not own and not _claimed(scene, move.first):
            leads_on = scene.words[move.first].endswith("ing")
            if leads_on and not move.sign and _of_several(scene, claim, move.first):
                return False
            if leads_on and _of_its_own(scene, claim, scene.words[move.last : pair.first]):
                return False
            going = not move.sign and (named or leads_on)
            going = going or (move.sign in (0, claim.sign) and _does(scene, claim))
            going = going or (move.sign == claim.sign and leads_on and not _two_times(claim, pair))
            again = move.sign == claim.sign and "which" in scene.words[first : move.first]
            if not (going or again):
                return False
    return not (pair.form == "against" and claim.form == "compare")


def _after_colon(scene: Scene, first: int, last: int) -> bool:
    """Say whether figures come right after a colon: "grown by a third: 90 then, 150 now"."""
    colon = next((p for p in range(first, last) if scene.words[p] == ":"), None)
    return colon is not None and scene.over_time(colon + 1, last)[0] == last


def _apposed(scene: Scene, claim: Claim, pair: Pair) -> bool:
    """Say whether a change is that of a figure before it: "made £2m, 12% less, on sales of £4m"."""
    places = (pair.old.first, pair.new.first)
    if claim.form != "compare" and scene.words[claim.first] not in ("up", "down"):
        return False
    return scene.words[claim.first - 1] in (",", "(", "–") and any(
        level.last == claim.first - 1 and level.figure.first not in places for level in scene.levels
    )


def _of_its_own(scene: Scene, claim: Claim, object_: list[str]) -> bool:
    """Say whether what moves is another thing: "e-bikes grew 40%, lifting the chain's turnover"."""
    if object_[:1] in (["the"], ["its"], ["their"]):
        named = {singular(word) for word in object_[1:] if word.isalpha()}
        before = set(map(singular, scene.words[: claim.first]))
        return bool(named) and named.isdisjoint(before | words(CUES, "tallied") | _ITS_SIZE)
    return False


def _of_several(scene: Scene, claim: Claim, at: int) -> bool:
    """Say whether several changes led to one: "sugar rose 60% and cocoa doubled, taking a cake"."""
    shares = ("percent", "times")
    return any(
        one is not claim and one.kind in shares and one.last <= at and one.form != "noun"
        for one in scene.claims
    )


def _does(scene: Scene, claim: Claim) -> bool:
    """Say whether a stated change is what moves the figures: "a 30% discount brings it down"."""
    end = claim.last
    return claim.form == "noun" and any(m.first == end and not m.noun for m in scene.moves)


def _two_times(claim: Claim, pair: Pair) -> bool:
    """Say whether a change and two figures have times of their own, so that they may differ."""
    scene = pair.scene
    own, _ = scene.over_time(claim.last)
    end = max(pair.old.last, pair.old.noun_last, pair.new.last, pair.new.noun_last)
    return own > claim.last and scene.over_time(end)[0] > end


def _one_of_many(scene: Scene, place: int) -> bool:
    """Say whether a word of movement is one step of several: "the sixth rise from 3%"."""
    before = scene.words[max(0, place - 2) : place]
    ranked = any(q.last == place for q in scene.sentence.quantities if q.kind == "ordinal")
    return ranked or not words(CUES, "steps").isdisjoint(before)


def _told_again(claim: Claim, pair: Pair) -> bool:
    """Say whether another change of its kind stands between the two figures."""
    first, last = pair.between
    return any(
        other.kind == claim.kind
        and (first <= other.first < last or claim.last <= other.first < pair.first)
        for other in pair.scene.claims
    )


def _of_groups(scene: Scene, claim: Claim, pair: Pair) -> bool:
    """Say whether "twice as many boys as girls" stands right before its two figures."""
    compares = claim.kind == "times" or claim.form == "compare"
    told = claim.kind != "times" and scene.stated(claim.last, pair.first)
    near = pair.first - claim.last <= 10 and not told
    return compares and near and _free(scene, claim.last, pair.first)


def _claimed(scene: Scene, place: int) -> bool:
    return any(claim.first <= place < claim.last for claim in scene.claims)


def _behind(scene: Scene, claim: Claim, pair: Pair) -> bool:
    """Say whether a change stated after two figures is theirs: "from 4 to 5, a 25% rise"."""
    if pair.form == "both" and (claim.sign or claim.form not in ("noun", "compare")):
        return False
    if pair.form == "sequel" and claim.form == "verb":
        return claim.first - pair.last <= 8 and _free(scene, pair.last, claim.first)
    if pair.form == "group" or (claim.form == "verb" and not _trailing(scene, claim)):
        return False
    place, _ = scene.over_time(pair.last)
    if place >= claim.first:
        return True
    pause = next((p for p in range(place, claim.first) if scene.words[p] in _PAUSES), None)
    if pause is None:
        return _fills(scene, place, claim.first)
    last = max(p for p in range(place, claim.first) if scene.words[p] in _PAUSES)
    if not _fills(scene, last, claim.first):
        return False
    if last - place > _LOOSE or not _free(scene, place, last):
        return False
    return not any(place <= m.first < last and not _claimed(scene, m.first) for m in scene.moves)


def _trailing(scene: Scene, claim: Claim) -> bool:
    """Say whether a verb of movement may follow its figures: "up 25%", "rising 25%"."""
    word = scene.words[claim.first]
    return word in ("up", "down", "save", "saves") or word.endswith("ing")


def _fills(scene: Scene, first: int, last: int) -> bool:
    """Say whether only words that name a result stand between two places."""
    fillers = phrases(CUES, "fillers")
    place = first
    while place < last:
        if place in scene.dated:
            place += 1
            continue
        if _claimed(scene, place):
            place += 1
            continue
        found = fillers.at(scene.words, place)
        if found is None:
            nxt, _ = scene.over_time(place, last)
            if nxt == place:
                return False
            place = nxt
            continue
        place = found[1]
    return True
