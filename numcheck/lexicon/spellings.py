"""How unit names are written: plurals, American forms, squares, cubes, tokens."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from numcheck.model.passage import tokenize

SEPARATORS = frozenset({"-", "‐", "‑", "."})
_SAME = ("hertz", "siemens", "lux", "celsius", "fahrenheit", "sterling", "horsepower", "mercury")
_IRREGULAR = {"foot": "feet", "century": "centuries", "penny": "pennies", "person": "people"}
_TAIL = re.compile(r"( per | of | to the | an | a (?=\w)|-force\b| force\b| sterling\b| squared\b)")


def normal(spelling: str) -> str:
    """Return a spelling as its tokens, with one space between, hyphens and full stops left out."""
    return " ".join(token for token in tokenize(spelling) if token not in SEPARATORS)


def plural(name: str) -> str:
    """Return the plural of a unit's name, the head noun inflected: "feet per second"."""
    if name.startswith(("degree ", "degree-")):
        return "degrees" + name[6:]
    cut = _TAIL.search(name)
    head, rest = (name[: cut.start()], name[cut.start() :]) if cut else (name, "")
    return _plural_word(head) + rest


def _plural_word(head: str) -> str:
    for word, many in _IRREGULAR.items():
        if head.endswith(word):
            return head[: -len(word)] + many
    if head.endswith(_SAME):
        return head
    return head + ("es" if head.endswith(("s", "x", "z", "ch")) else "s")


def forms(names: Iterable[str]) -> Iterator[str]:
    """Yield names in lower case with their plurals and their American spellings."""
    for name in names:
        low = name.lower()
        last = low.rpartition(" ")[2]
        both = [low]
        if len(last) > 2 and not last.endswith(("s", ".")) and last.isalpha():
            both.append(plural(low))
        for form in both:
            yield form
            american = form.replace("metre", "meter").replace("litre", "liter")
            if american != form:
                yield american


def powered(names: Iterable[str], symbols: Iterable[str], power: int) -> Iterator[tuple[str, bool]]:
    """Yield how the square or cube of a length is written; True marks weak spellings.

    "m 2" is weak: in plain text it may be two figures ("5 m 2 seconds later").
    """
    word, short, raised = ("square", "sq", "²") if power == 2 else ("cubic", "cu", "³")
    for name in names:
        yield f"{word} {name}", False
        yield f"{short} {name}", False
        if len(name) > 3:
            yield f"{name} {'squared' if power == 2 else 'cubed'}", False
    for symbol in symbols:
        if symbol.isalpha():
            yield f"{short} {symbol}", False
            yield f"{word} {symbol}", False
            yield symbol + raised, False
            yield f"{symbol} {'squared' if power == 2 else 'cubed'}", False
            yield f"{symbol} ^ {power}", False
            yield f"{symbol} {power}", True
