"""Two figures side by side, and a change stated of the second."""

from __future__ import annotations

from numcheck.lexicon.words import phrases, singular
from numcheck.lexicon.words import words as lexicon_words
from numcheck.model.quantity import Quantity
from numcheck.relate.changes.frame.alike import alike
from numcheck.relate.changes.frame.moves import CUES
from numcheck.relate.changes.frame.scene import Claim, Level, Scene
from numcheck.relate.changes.frame.times import after_as
from numcheck.relate.wording import bracket, closes, is_speaker, opens, set_off

_SIZE = 50  # times as many, by which two bare counts are no one thing's
_SET_BESIDE = frozenset("and to , versus v vs against compared with but only just as (".split())
_TO_COME = (["to", "play"], ["to", "go"], ["to", "come"], ["still", "to"])
_BEING = frozenset({"was", "were", "is", "had", "did", "been", "he", "she", "they"})
_THEM = frozenset({"it", "them", "which", "that", "this"})
_APART = frozenset({",", "and", "but"})
_LEADS = frozenset({"at", "with", "on"})
_STOOD = (["was"], ["were"], ["stood", "at"], ["came", "to"], ["was", "just"], ["were", "just"])
_ASIDE = 7  # words of "in the last year of the war, at"
_OFF = frozenset({"ahead", "behind", "clear", "above", "below", "over", "under", "beyond"})


def grouped(scene: Scene, before: Level, level: Level) -> bool:
    """Say whether two groups are set side by side: "(24 against 12)", ": 44m against 22m"."""
    if level.mark not in ("against", "to") or before.first < 2:
        return False
    end = max(before.figure.last, before.figure.noun_last)
    gap = scene.words[end : level.first]
    opening = scene.words[opens(scene.sentence, before.figure) - 1]
    led = any(
        (claim.kind == "times" or claim.form == "compare") and claim.last <= before.first
        for claim in scene.claims
    )
    told = opening == "," and level.mark == "against" and led
    return gap in ([], [","]) and (told or opening in ("(", ":", "–", "—", "["))


def each_in_brackets(scene: Scene, before: Level, level: Level) -> bool:
    """Say whether two groups each have their figure: "twice as many men (42) as women (21)"."""
    one = bracket(scene.sentence, before.figure.first)
    other = bracket(scene.sentence, level.figure.first)
    if one is None or other is None or one[1] >= other[0]:
        return False
    between = scene.words[one[1] + 1 : other[0]]
    link = {"times": "as", "percent": "than", "amount": "than", "points": "than"}
    told = [claim for claim in scene.claims if claim.last <= before.first]
    return len(told) == 1 and len(between) <= 6 and link[told[0].kind] in between


def beside(scene: Scene, claim: Claim, level: Level, before: Level | None = None) -> bool:
    """Say whether a change is stated of the figure that follows: "fewer than the 60"."""
    if before is not None and of_what_they_did(scene, claim, before):
        return False
    gap = level.first - claim.last
    if (
        level.mark == "on"
        and level.figure.kind == "percent"
        and any(
            one.last <= claim.first
            and ("at" in scene.words[one.last : one.last + 4] or one.first < scene.levels[0].first)
            for one in scene.claims
        )
    ):
        return False  # "Labour, up eight points at 48%, …, the Tories, down four on 38%"
    if claim.kind == "times":
        if _than_another(scene, claim, level):
            return True
        found = after_as(scene.words, claim.last)
        begin = opens(scene.sentence, level.figure)
        at = found if found is not None else claim.last
        if at > begin or scene.barred(at, begin) or scene.figured(at, begin):
            return False
        return begin - at <= (0 if found is None else 6) and "," not in scene.words[at:begin]
    if claim.form == "compare" and scene.words[claim.last - 1] in _OFF:
        begin = opens(scene.sentence, level.figure)
        near = begin - claim.last <= 5 and not scene.barred(claim.last, begin)
        return near or _than_another(scene, claim, level)
    if claim.form == "compare":
        told = level.mark in ("than", "on", "above", "against") and -1 <= gap <= 3
        told = told and "and" not in scene.words[claim.last : level.first]
        return told or _than_another(scene, claim, level)
    near = claim.form != "sign" and level.mark in ("on", "than") and 0 <= gap <= 2
    # "lost six and took on nine" are two moves
    return near and "and" not in scene.words[claim.last : level.first]


def apart(scene: Scene, old: Quantity, new: Quantity) -> bool:
    """Say whether a bare figure of two is of something else: of those who acted, of a field."""
    own = [one for one in scene.sentence.quantities if one.first in (old.first, new.first)]
    return any(
        (one.first == old.first and new.unit is not None and _who_did(scene, one))
        or (new.unit is not None and _at_that_age(scene, one))
        or _field(scene, one)
        or _named_only(scene, one)
        for one in own
        if one.unit is None and one.noun is None
    )


def _who_did(scene: Scene, one: Quantity) -> bool:
    """Say whether a figure acts: "took nine hours, two more than in 2021, when five stood"."""
    after = scene.words[one.last : one.last + 1]
    return scene.words[one.first - 1] == "when" and bool(after) and after[0].isalpha()


def _at_that_age(scene: Scene, one: Quantity) -> bool:
    """Say whether a figure is somebody's age: "two inches taller than her mother was at 20"."""
    before = scene.words[max(0, one.first - 2) : one.first]
    return before[-1:] == ["at"] and before[:1] != [] and before[0] in _BEING


def _named_only(scene: Scene, one: Quantity) -> bool:
    """Say whether a figure is no tally: "than the two have now", "Mr Orr, 44, beat"."""
    words, at = scene.words, one.first
    if is_speaker(scene.sentence, one):
        return True
    if words[one.last : one.last + 2] in _TO_COME:
        return True  # "19, four short of the record with five to play"
    aside = words[at - 1] == "," and words[one.last : one.last + 1] == [","]
    aged = aside and at > 2 and scene.sentence.raw[at - 2][0].isupper()
    return aged and any(claim.kind == "percent" for claim in scene.claims)


def _field(scene: Scene, one: Quantity) -> bool:
    """Say whether a figure is how many took part: "sixth of 24, after 36 days"."""
    ranks = lexicon_words("ordinals", "words")
    rank, of = ["", "", *scene.words][one.first : one.first + 2]
    placed = rank in ranks or (rank[:1].isdigit() and rank.endswith(("st", "nd", "rd", "th")))
    return placed and of in ("of", "from")


def of_what_they_did(scene: Scene, claim: Claim, before: Level) -> bool:
    """Say whether others are counted: "the 40 wardens issue twice as many fines as the 60"."""
    tokens, at = scene.words, claim.last
    many = claim.kind == "times" and tokens[at : at + 2] == ["as", "many"]
    noun = tokens[at + 2 : at + 3]
    if not many or before.figure.noun is None or not noun or tokens[at + 3 : at + 4] != ["as"]:
        return False
    return singular(noun[0]) != before.figure.noun and noun[0].endswith("s")


def _than_another(scene: Scene, claim: Claim, level: Level) -> bool:
    """Say whether a change goes on to a thing and its figure: "than his brother, who is 92"."""
    tokens, begin = scene.words, opens(scene.sentence, level.figure)
    at = claim.last
    if claim.kind == "times":
        after = after_as(tokens, at)
        if after is None or tokens[after - 1] not in ("as", "of"):
            return False
        at = after
    elif tokens[at : at + 1] in (["than"], ["of"]):
        at += 1
    elif tokens[at - 1] not in ("behind", "above", "below"):
        return False
    return _reaches(scene, at, begin)


def _reaches(scene: Scene, at: int, begin: int) -> bool:
    """Say whether words from "than" on name one thing and lead to its figure."""
    tokens = scene.words
    place, whose = begin, phrases(CUES, "whose_figure")
    while place > at:
        if link := whose.ending(tokens, place):
            place = link[1]
        elif (who := _relative(tokens, place)) > at:
            place = who  # "than the first, which took 60"
        else:
            break
    thing = tokens[at:place]
    if place == begin or not 0 < len(thing) <= 8 or not _APART.isdisjoint(thing):
        return False
    return not (scene.figured(at, place) or scene.barred(at, place) or scene.stated(at, place))


def told_aside(scene: Scene, claim: Claim, before: Level, level: Level) -> bool:
    """Say whether "12 times higher in 1990, at $48, than in 1950, when they were $6" compares."""
    tokens, begin = scene.words, opens(scene.sentence, before.figure)
    lead = tokens[claim.last : begin] if len(scene.claims) == 1 else []
    if not 1 < len(lead) <= _ASIDE or lead[-1] not in _LEADS or lead[-2] not in (",", "–", "—"):
        return False
    end = closes(scene.sentence, before.figure)
    if tokens[end : end + 1] not in ([","], ["–"], ["—"]) or not _APART.isdisjoint(lead[:-2]):
        return False
    if tokens[end + 1 : end + 2] not in (["than"], ["as"]):
        return False
    last = opens(scene.sentence, level.figure)
    when = tokens[max(0, last - 5) : last]
    if "when" in when:  # "when they were", "when it stood at"
        stood = when[when.index("when") :]
        last -= len(stood)
        plain = stood[1:2] in (["it"], ["they"]) and stood[2:] in _STOOD
        return plain and tokens[last - 1] == "," and 0 < last - end - 3 <= _ASIDE
    return _reaches(scene, end + 2, last)


def _relative(tokens: list[str], place: int) -> int:
    """Return where "who is paid", "which took", "whose time was" before a place begins, or -1."""
    begins = (
        p
        for p in (place - 2, place - 3, place - 4)
        if tokens[p] in ("who", "which", "that", "whose")
    )
    return next(begins, -1)


def named_sides(scene: Scene, claim: Claim) -> tuple[frozenset[str], frozenset[str]] | None:
    """Return what "twice as many women as men", "ten more boys than girls" set side by side."""
    tokens = scene.words
    if claim.kind != "times" and claim.form != "compare":
        return None
    link = "as" if claim.kind == "times" else "than"
    first = claim.last + (2 if claim.kind == "times" and tokens[claim.last :][:1] == ["as"] else 0)
    for place in range(first + 1, min(first + 6, len(tokens) - 1)):
        if tokens[place] in (",", ";", "and", "."):
            break
        if tokens[place] == link:
            one, other = tokens[first:place], tokens[place + 1 : place + 4]
            return frozenset(map(singular, one)), frozenset(map(singular, other))
    return None


def set_side_by_side(scene: Scene, left: Level, right: Level) -> tuple[Level, Level] | None:
    """Return the figure of the lesser named side and of the other: "90 women and 60 men"."""
    nouns = left.figure.noun, right.figure.noun
    if nouns[0] is None or nouns[1] is None or nouns[0] == nouns[1]:
        return None
    end, after = closes(scene.sentence, left.figure), closes(scene.sentence, right.figure)
    between = scene.words[end : opens(scene.sentence, right.figure)]
    rest = scene.words[after : after + 1]
    if not _SET_BESIDE.issuperset(between) or (rest and rest[0].isalpha()):
        return None  # "40 girls passed and 30 boys failed"
    for claim in scene.claims:
        sides = named_sides(scene, claim)
        if sides is None:
            continue
        if nouns[0] in sides[0] and nouns[1] in sides[1]:
            return right, left
        if nouns[1] in sides[0] and nouns[0] in sides[1]:
            return left, right
    return None


def in_turn(scene: Scene, level: Level, after: Level | None) -> bool:
    """Say whether two older figures go with two newer: "5.2% and 0.8%, up from 3.9 and 0.7"."""
    if after is None or scene.words[level.figure.last : after.first] != ["and"]:
        return False
    return after.mark == "" and scene.levels.index(level) > 1


def not_its_subject(scene: Scene, before: Level, level: Level, claim: Claim) -> bool:
    """Say whether a figure is none that is compared: ", of which $340m falls due, is 3.2 times".

    Nor is a bare one further off: "the 19 near Stone will get half the £64.80 fare".
    """
    words, last = scene.words, before.figure.last
    bare = before.figure.unit is None and level.figure.unit is not None
    if bare and (claim.first - last > 2 or _is_year(before.figure)):
        return True
    if "so" in words[last : claim.first]:
        return True  # "60 came by bus, so that half of the 240 used no car"
    part = words[last : last + 1] == ["of"] and words[last + 1] in _THEM
    aside = bracket(scene.sentence, before.figure.first) is None  # "Rovers (41 points) are three"
    return part or (aside and set_off(scene.sentence, before.figure))


def _is_year(figure: Quantity) -> bool:
    """Say whether a bare figure may be a year: "£182,000 for a clock of 1740"."""
    return len(figure.text) == 4 and figure.text.isdecimal() and "1000" < figure.text < "2100"


def over_aside(
    scene: Scene, before: Level, level: Level, claim: Claim
) -> tuple[Quantity, Quantity] | None:
    """Return what is compared over an aside: "a debt of £9m, of which £2m is due, is 3 times"."""
    words, at = scene.words, scene.levels.index(before)
    if not at or words[claim.first - 1] not in _BEING or words[claim.first - 2] != ",":
        return None
    subject = scene.levels[at - 1]
    near = words[subject.figure.last : subject.figure.last + 1] == [","]
    return alike(level.figure, subject.figure) if near else None


def outvoted(scene: Scene, level: Level) -> bool:
    """Say whether a figure is the losing side of a vote: "by 9,200 votes to 8,850"."""
    return level.mark == "to" and scene.words[level.first - 1] in ("votes", "ballots")


def of_its_size(first: Level, last: Level, level: Level) -> Level:
    """Return what a bare figure is set against: "6,910 pupils in 31 schools, against 7,240"."""
    if level.figure.noun is not None or last.figure.noun is None:
        return last
    value, near, far = (one.figure.value or 0 for one in (level, last, first))
    bare = level.figure.unit is last.figure.unit is first.figure.unit is None
    apart = not near < value * _SIZE < near * _SIZE * _SIZE
    return first if bare and apart and far < 4 * value < 16 * far else last
