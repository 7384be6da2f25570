"""Collects units and their spellings, and refuses two owners of one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from fractions import Fraction
from typing import Any

from numcheck.lexicon.sources import PREFIXES, Spelt, measure
from numcheck.lexicon.spellings import forms, normal, plural, powered

# Who has the say over a spelling, first wins: a variety of the overlay, the unit that is called so,
# the overlay, a derived form, quantulum3.
VARIETY, OWN, OVERLAY, DERIVED, QUANTULUM = range(5)
KINDS = ("names", "symbols", "before")
UNIT_KEYS = frozenset(
    "pint symbol system plural names symbols prefixes quantulum dimension base reciprocal spelled "
    "factor quotient american".split()
)


class Table:
    """The units so far, and who owns which spelling."""

    def __init__(self, quantulum: Mapping[str, Spelt], never: Mapping[str, Iterable[str]]) -> None:
        """Begin with what quantulum3 writes, and with the words that are never a unit."""
        self.quantulum = quantulum
        self.units: dict[str, list[Any]] = {}
        self.expressions: dict[str, str] = {}
        self.bases: dict[str, str] = {}
        self.quotients: dict[str, str] = {}
        self.varieties: dict[str, list[str]] = {}
        self.owners: dict[str, dict[str, tuple[int, str]]] = {kind: {} for kind in KINDS}
        self.weak: set[str] = set()
        self.weak_before: set[str] = set()
        self.dropped: set[str] = set()
        self.never = frozenset(never["never"])
        for words in never["compounds"]:
            for form in (words, words if words.endswith("s") else f"{words}s"):
                self.owners["names"][form] = (VARIETY, "")

    def add(self, content: Mapping[str, Any]) -> None:
        """Take in one file of the overlay, its varieties excepted."""
        self.weak |= {normal(word) for word in content.get("weak", ())}
        self.weak_before |= {normal(word) for word in content.get("weak before", ())}
        self.dropped = {normal(word).lower() for word in content.get("drop", ())} | self.never
        for name, row in _with_prefixes(content.get("units", {})).items():
            self._add_unit(name, row, content)
        for name in content.get("powers", ()):
            self._add_powers(name)
        for code, row in content.get("currencies", {}).items():
            self._add_currency(code, row)

    def add_varieties(self, content: Mapping[str, Any]) -> None:
        """Take in what one file of the overlay says that a bare spelling leaves open."""
        for entry, row in content.get("varieties", {}).items():
            self.varieties[entry] = row["of"]
            self._claim(entry, "names", forms(row.get("names", ())), VARIETY)
            self._claim(entry, "symbols", row.get("symbols", ()), VARIETY)
            self._claim(entry, "before", row.get("before", ()), VARIETY)

    def _add_unit(self, name: str, row: Mapping[str, Any], content: Mapping[str, Any]) -> None:
        if unknown := set(row) - UNIT_KEYS:
            raise ValueError(f"{name}: unknown keys {', '.join(sorted(unknown))}")
        dimension = row.get("dimension", content["dimension"])
        base = row.get("base", content.get("base") if "dimension" not in row else None)
        expression = row.get("pint", _expression(name))
        factor, offset = Fraction(row.get("factor", 1)), Fraction(0)
        if base is not None and expression is not None:
            counted = f"1 / ({expression})" if row.get("reciprocal") else expression
            factor, offset = measure(counted, base)
            self.expressions[name] = expression
            self.bases[dimension] = base
            if quotient := row.get("quotient", content.get("quotient")):
                self.quotients[quotient] = dimension
        many = row.get("plural", plural(name))
        cells = [dimension, factor, row.get("symbol", ""), many, row.get("system") or ""]
        self.units[name] = [*cells, offset, bool(row.get("reciprocal"))]
        if row.get("spelled", True):
            self._spell(name, many, row)

    def _spell(self, name: str, many: str, row: Mapping[str, Any]) -> None:
        self._claim(name, "names", forms([name, many]), OWN)
        self._claim(name, "names", forms(row.get("names", ())), OVERLAY)
        symbols = row.get("symbols", [])
        symbol = row.get("symbol")
        if symbol and symbol not in (name, many) and row.get("spelled") != "names":
            symbols = [symbol, *symbols]
        self._claim(name, "symbols", _both_mu(symbols), OVERLAY)
        spelt = self.quantulum.get(row.get("quantulum", name), Spelt())
        kept = [word for word in spelt.names if normal(word).lower() not in self.dropped]
        self._claim(name, "names", forms(kept), QUANTULUM)
        signs = [word for word in spelt.symbols if normal(word).lower() not in self.dropped]
        self._claim(name, "symbols", _both_mu(signs), QUANTULUM)

    def _add_powers(self, name: str) -> None:
        _, _, symbol, many, system, _, _ = self.units[name]
        mine = [
            [spelling for spelling, (_, owner) in self.owners[kind].items() if owner == name]
            for kind in ("names", "symbols")
        ]
        for power, word, dimension in ((2, "square", "area"), (3, "cubic", "volume")):
            full = f"{word} {name}"
            expression = f"({self.expressions[name]}) ** {power}"
            base = f"meter ** {power}"
            raised = f"{symbol}{'²' if power == 2 else '³'}"
            short = raised if system == "metric" else f"{'sq' if power == 2 else 'cu'} {symbol}"
            factor = measure(expression, base).factor
            cells = [dimension, factor, short, f"{word} {many}", system, Fraction(0), False]
            self.units.setdefault(full, cells)
            self.expressions.setdefault(full, expression)
            for kind, spellings in zip(("names", "symbols"), mine, strict=True):
                long = spellings if kind == "names" else []
                short_ones = [word for word in spellings if len(word) <= 3]
                for spelling, weak in powered(long, short_ones, power):
                    self._claim(full, kind, [spelling], DERIVED)
                    if weak:
                        self.weak.add(spelling)

    def _add_currency(self, code: str, row: Mapping[str, Any]) -> None:
        name, signs = row["name"], row.get("signs", [])
        many = row.get("plural", plural(name))
        symbol = signs[0] if signs else code
        self.units[name] = [f"money:{code}", Fraction(1), symbol, many, "", Fraction(0), False]
        self._claim(name, "names", forms([name, many]), OWN)
        self._claim(name, "names", row.get("names", ()), OVERLAY)
        self._claim(name, "before", [*signs, code], OVERLAY)
        self._claim(name, "symbols", [code, *row.get("after", ()), *signs], OVERLAY)
        self._add_minor(code, row)

    def _add_minor(self, code: str, row: Mapping[str, Any]) -> None:
        minor = row.get("minor", row["name"].replace(" dollar", "").replace(" pound", "") + " cent")
        if not minor:
            return
        many = row.get("minors", plural(minor))
        hundredth = Fraction(1, 100)
        self.units[minor] = [f"money:{code}", hundredth, "", many, "", Fraction(0), False]
        self._claim(minor, "names", forms([minor, many]), OWN)

    def _claim(self, entry: str, kind: str, spellings: Iterable[str], rank: int) -> None:
        owners = self.owners[kind]
        for spelling in dict.fromkeys(spellings):
            key = normal(spelling).lower() if kind == "names" else normal(spelling)
            if not key or (key.lower() if kind == "names" else key) in self.never:
                continue
            held = owners.get(key)
            if held is None or held[0] > rank:
                owners[key] = (rank, entry)
            elif held[0] == rank and held[1] != entry:
                raise ValueError(f"{spelling!r} is claimed by both {held[1]} and {entry}")

    def _check(self) -> None:
        """Refuse varieties that do not exist, and a print that is two things in one case."""
        for entry, of in self.varieties.items():
            for name in of:
                if name not in self.units:
                    raise ValueError(f"varieties of {entry}: no unit is called {name}")
        for key, (_, entry) in self.owners["symbols"].items():
            _, other = self.owners["names"].get(key, (0, entry))
            if other != entry:
                raise ValueError(f"{key!r} is a symbol of {entry} and a name of {other}")

    def spellings(self) -> dict[str, Any]:
        """Return the spellings entry by entry, the weak ones apart, and all first words."""
        self._check()
        out: dict[str, Any] = {"varieties": self.varieties}
        for kind, owners in self.owners.items():
            rows: dict[bool, dict[str, list[str]]] = {False: {}, True: {}}
            for key, (_, entry) in owners.items():
                listed = self.weak_before if kind == "before" else self.weak
                weak = key in listed or (len(key) == 1 and key.isascii() and key.isalpha())
                rows[weak].setdefault(entry, []).append(key)
            for weak, entries in rows.items():
                title = f"weak {kind}" if weak else kind
                out[title] = {entry: "|".join(sorted(keys)) for entry, keys in entries.items()}
        both = [*self.owners["names"], *self.owners["symbols"]]
        out["heads"], out["heads before"] = _heads(both), _heads(self.owners["before"])
        out["seconds"], out["seconds before"] = _seconds(both), _seconds(self.owners["before"])
        return out


def _expression(name: str) -> str:
    """Return what pint calls a unit, where the overlay does not say."""
    word, _, rest = name.partition(" ")
    if word in ("square", "cubic"):
        return f"({_expression(rest)}) ** {2 if word == 'square' else 3}"
    return name.replace(" ", "_").replace("-", "_")


def _heads(keys: Iterable[str]) -> dict[str, int]:
    """Return, by first word in lower case, how many words the longest spelling has."""
    heads: dict[str, int] = {}
    for key in keys:
        words = key.lower().split(" ")
        heads[words[0]] = max(heads.get(words[0], 1), len(words))
    return heads


def _seconds(keys: Iterable[str]) -> list[str]:
    """Return every word, in lower case, that comes second in a spelling."""
    return sorted({key.lower().split(" ")[1] for key in keys if " " in key})


def _both_mu(symbols: Iterable[str]) -> list[str]:
    """Spell µ as the micro sign and as the Greek letter: they look alike and both are typed."""
    return [twin for word in symbols for twin in {word: 0, word.replace("µ", "μ"): 0}]


def _with_prefixes(units: Mapping[str, Mapping[str, Any]]) -> dict[str, dict[str, Any]]:
    """Put in the multiples that a unit's `prefixes` ask for; a row of their own adds to them."""
    rows: dict[str, dict[str, Any]] = {}
    for name, row in units.items():
        rows[name] = {**rows.get(name, {}), **(row or {})}
        for sign in (row or {}).get("prefixes", "").split():
            word = PREFIXES[sign]
            expression = row.get("pint", _expression(name))
            inherited = ("system", "dimension", "base", "spelled")
            kept = {key: row[key] for key in inherited if key in row}
            multiple = {**kept, "pint": word + expression, "symbol": sign + row["symbol"]}
            if "plural" in row:
                multiple["plural"] = word + row["plural"]
            rows[word + name] = {**multiple, **rows.get(word + name, {})}
    return rows
