"""So many groups of so many, and what they come to."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from numcheck.lexicon import words as lexicon
from numcheck.model.quantity import Quantity
from numcheck.model.relation import Relation
from numcheck.record import replace
from numcheck.relate.rates.terms.spans import exact
from numcheck.relate.sparse.window import TABLE, Window, is_count, is_plain, wide
from numcheck.relate.sums.terms.kin import is_person
from numcheck.relate.wording import closes, is_quoted, opens

_NARROWS = frozenset("in from of on at for with who aged under over".split())


def find(window: Window) -> Iterator[Relation]:
    """Yield "20 rows of 15 seats and holds 350", "12 payments of $85, a total of $1,200"."""
    if len(window.own) >= 3 and (manned := _manned(window)):
        yield _relation(window, *manned)
        return
    if len(window.own) != 3 or not all(_is_known(one) for one in window.own):
        return
    if window.says("unequal"):
        return
    if (packed := _packed(window)) and packed[0].hedge is None:
        groups, size = packed
        total = next(one for one in window.own if one is not groups and one is not size)
        if total.unit is None and total.noun and _holds(window, groups, total):
            yield _relation(window, groups, size, total)
        return
    for at in (0, 1):
        groups, size = window.own[at], window.own[at + 1]
        total = window.own[2 if at == 0 else 0]
        if not is_count(groups) or size.unit != total.unit:
            continue
        if size.noun in lexicon.words("cues/rates", "of_two"):
            continue  # ten teams play 18 games each, 90 in all
        if _grouped(window, groups, size) and _is_total(window, size, total):
            yield _relation(window, groups, size, total)


def _relation(window: Window, groups: Quantity, size: Quantity, total: Quantity) -> Relation:
    return Relation(
        "product",
        {"count": exact(groups), "each": replace(size, noun=None, counts=None), "total": total},
        total.whole_span,
        quoted=is_quoted(window.sentence, groups, size, total),
    )


def _holds(window: Window, groups: Quantity, total: Quantity) -> bool:
    """Say whether groups are said to hold or to make so many: "the 450 cases hold 5,400"."""
    if total.first < groups.first:
        return False
    gap = window.words[closes(window.sentence, groups) : opens(window.sentence, total)]
    return len(gap) <= 4 and lexicon.phrases(TABLE, "holds").find(gap) is not None


def _manned(window: Window) -> tuple[Quantity, Quantity, Quantity] | None:
    """Read "Ten crews of eight set off; all 80 rowers finished, though nine of them swam"."""
    sentence, words, (groups, size, *later) = window.sentence, window.words, window.own
    total = next((one for one in later if words[one.first - 1] == "all"), None)
    if total is None or not is_person(total.noun) or total.hedge is not None:
        return None
    others = [one for one in later if one is not total]
    if any(words[closes(sentence, one) :][:1] != ["of"] for one in others):
        return None
    if not (is_count(groups) and is_count(size) and is_count(total)) or size.noun is not None:
        return None
    after = words[closes(sentence, total) : closes(sentence, total) + 1]
    if not _grouped(window, groups, size) or not after or after[0] in _NARROWS:
        return None
    if window.says("unequal") or not lexicon.words(TABLE, "more_there").isdisjoint(
        words[size.last : total.first]
    ):
        return None
    worked = wide(groups) * wide(size)
    near = worked.scale(Fraction(2, 3)).below(wide(total)), wide(total).below(worked.scale(2))
    return (groups, size, total) if near == (True, True) else None


def _packed(window: Window) -> tuple[Quantity, Quantity] | None:
    """Read "bottled in cases of 12, the 450 cases": how many groups there are, and their size."""
    words = window.words
    for size in window.own[:2]:
        of = opens(window.sentence, size) - 1
        if of < 1 or words[of] != "of" or not is_count(size) or size.hedge is not None:
            continue
        kind = lexicon.singular(words[of - 1])
        groups = [one for one in window.own if one.noun == kind and one is not size]
        groups = [one for one in groups if closes(window.sentence, one) != of]
        if kind in lexicon.words(TABLE, "groups") and kind != words[of - 1] and len(groups) == 1:
            return groups[0], size
    return None


def _is_known(quantity: Quantity) -> bool:
    return is_count(quantity) or (quantity.kind == "money" and is_plain(quantity))


def _grouped(window: Window, groups: Quantity, size: Quantity) -> bool:
    """Say whether "of" alone stands between two counts, and the first is of groups."""
    gap = window.words[closes(window.sentence, groups) : opens(window.sentence, size)]
    if "each" in gap[:3] and len(gap) <= 6 and gap[0] in (",", "with", "–", "—"):
        return size.hedge is None and groups.hedge is None  # "six ferries, each able to carry 140"
    held = groups.noun in lexicon.words(TABLE, "groups")
    return held and gap == ["of"] and size.hedge is None and groups.hedge is None


def _is_total(window: Window, size: Quantity, total: Quantity) -> bool:
    """Say whether a count is what the groups come to."""
    words = window.words
    if total.first > size.first:
        gap = words[closes(window.sentence, size) : opens(window.sentence, total)]
        if len(gap) <= 6 and lexicon.phrases(TABLE, "holds").find(gap):
            return True
    after = closes(window.sentence, total)
    if words[opens(window.sentence, total) - 1] in (":", "–", "—") and size.noun is None:
        alone = "and" not in words[size.last : max(size.last, total.first)]
        return alone and total.first > size.first and is_person(total.noun)
    return lexicon.phrases(TABLE, "in_all").at(words, after) is not None
