"""What English knows: number words, hedges, nouns, cues of each tie."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from itertools import compress
from typing import Any

from numcheck.lexicon.load import english, english_entry
from numcheck.model.passage import Sentence, tokenize
from numcheck.named import NamedTuple

_Entry = tuple[list[str], str]
_Row = tuple[list[str], int, str]

_FEW = 3  # wordings with one first word that are looked through one after the other

# Words that most sentences have: they say little of whether a wording stands in one.
_COMMON = frozenset(
    "a an the of in to from for and or was were is are be been it its that this which who on at by "
    "as with had has have not but than their his her he she they all up one no so out if into said "
    ", . ( ) : ; - – — \" ' 's % £ $".split()
)


class Phrases:
    """A table of wordings, looked up at a place in a sentence; the longest match wins."""

    __slots__ = ("_anchors", "_by_first", "_by_last", "_entries", "_firsts", "_forks")

    def __init__(self, table: Mapping[str, Iterable[str]]) -> None:
        """Take name → wordings; a wording is cut into tokens as a sentence is."""
        entries = [(cut(str(one)), name) for name, wordings in table.items() for one in wordings]
        entries.sort(key=_by_length)
        self._entries = entries
        self._by_first = _indexed(entries, 0)
        self._firsts = frozenset(self._by_first)
        self._anchors = self._firsts - _COMMON
        for word in _COMMON.intersection(self._firsts):
            self._anchors |= {_rarest(entry) for entry, _, _ in self._by_first[word]}
        self._by_last: dict[str, list[_Row]] = {}  # made when first needed: most are not
        self._forks: dict[str, dict[str, list[_Row]]] = {}  # and so are these

    def at(self, words: list[str], place: int) -> tuple[str, int] | None:
        """Return the name and end of the longest wording that begins at `place`."""
        if 0 <= place < len(words) and words[place] in self._by_first:
            return self._begun(words, place)
        return None

    def _begun(self, words: list[str], place: int) -> tuple[str, int] | None:
        """Return what `at` does, at a place where the first word of a wording stands."""
        rows = self._by_first[words[place]]
        if len(rows) > _FEW:
            forks = self._forks.get(words[place]) or self._fork(words[place])
            rows = forks.get(words[place + 1] if place + 1 < len(words) else "", forks[""])
        for entry, size, name in rows:
            if size == 1 or words[place : place + size] == entry:
                return name, place + size
        return None

    def _fork(self, first: str) -> dict[str, list[_Row]]:
        """Sort the wordings with one first word by their second, each list ending as all do."""
        rows = self._by_first[first]
        forks = {"": [row for row in rows if row[1] == 1]}
        for row in rows:
            if row[1] > 1:
                forks.setdefault(row[0][1], []).append(row)
        for fork in forks.values():
            if fork is not forks[""]:
                fork += forks[""]
        self._forks[first] = forks
        return forks

    def may_begin(self, words: list[str], first: int = 0, last: int | None = None) -> bool:
        """Say whether the first word of any wording stands between two places; cheap to ask."""
        near = words if not first and last is None else words[first:last]
        return not self._firsts.isdisjoint(near)

    def may_stand(self, sentence: Sentence) -> bool:
        """Say whether any wording may stand in a sentence; cheaper to ask than `find`."""
        return not self._anchors.isdisjoint(sentence.vocabulary)

    def ending(self, words: list[str], end: int) -> tuple[str, int] | None:
        """Return the name and beginning of the longest wording that ends before place `end`."""
        if end <= 0:
            return None
        if not self._by_last:
            self._by_last = _indexed(self._entries, -1)
        for entry, size, name in self._by_last.get(words[end - 1], ()):
            first = end - size
            if size == 1 or (first >= 0 and words[first:end] == entry):
                return name, first
        return None

    def find(self, words: list[str], first: int = 0, last: int | None = None) -> Found | None:
        """Return the first wording between two places: its name, beginning and end."""
        near = words if not first and last is None else words[first:last]
        if self._anchors.isdisjoint(near):
            return None
        stop = len(words) if last is None else min(last, len(words))
        for place in compress(range(first, stop), map(self._firsts.__contains__, near)):
            hit = self._begun(words, place)
            if hit and hit[1] <= stop:
                return Found(hit[0], place, hit[1])
        return None

    def all(self, words: list[str], first: int = 0, last: int | None = None) -> list[Found]:
        """Return every wording between two places, in order, none overlapping."""
        near = words if not first and last is None else words[first:last]
        out: list[Found] = []
        if self._anchors.isdisjoint(near):
            return out
        stop, free = len(words) if last is None else min(last, len(words)), first
        for place in compress(range(first, stop), map(self._firsts.__contains__, near)):
            if place >= free:
                hit = self._begun(words, place)
                if hit and hit[1] <= stop:
                    out.append(Found(hit[0], place, hit[1]))
                    free = hit[1]
        return out


def cut(wording: str) -> list[str]:
    """Cut a wording into lower-case words, as a sentence is cut, but quicker where it is plain."""
    low = wording.lower()
    if low.isascii() and low.replace(" ", "").isalpha():
        return low.split()
    return tokenize(low.replace("’", "'"))


def _rarest(entry: list[str]) -> str:
    """Return the word of a wording that fewest sentences have; where it misses, so does all."""
    return next((word for word in entry if word not in _COMMON), entry[0])


def _by_length(entry: _Entry) -> int:
    return -len(entry[0])


def _indexed(entries: Iterable[_Entry], place: int) -> dict[str, list[_Row]]:
    """Return the entries by one of their words, in the order given, each with its length."""
    index: dict[str, list[_Row]] = {}
    for entry, name in entries:
        index.setdefault(entry[place], []).append((entry, len(entry), name))
    return index


class Found(NamedTuple):
    """A wording found in a sentence: its name, and its token places, half open."""

    name: str
    first: int
    last: int


def english_table(table: str) -> dict[str, Any]:
    """Return a table of the lexicon as it was compiled."""
    content: dict[str, Any] = english(table)
    return content


@cache
def phrases(table: str, key: str | None = None) -> Phrases:
    """Return the wordings of a table of the lexicon ("cues/changes"), or of one key in it."""
    chosen = english_entry(table, key) if key else english(table)
    return Phrases(chosen if isinstance(chosen, dict) else {key or table: chosen})


@cache
def words(table: str, key: str) -> frozenset[str]:
    """Return a list of the lexicon as a set of lower-case words."""
    return frozenset(str(word).lower() for word in english_entry(table, key))


@cache
def mapping(table: str, key: str) -> dict[str, object]:
    """Return a mapping of the lexicon, its keys in lower case."""
    return {str(word).lower(): value for word, value in english_entry(table, key).items()}


@cache
def members(table: str, key: str) -> dict[str, str]:
    """Return word → name of its group, for a mapping of name → words."""
    groups: dict[str, list[str]] = english_entry(table, key)
    return {str(word).lower(): name for name, group in groups.items() for word in group}


@lru_cache(maxsize=8192)
def singular(noun: str) -> str:
    """Return the singular of a lower-case English noun; what looks singular stays as it is."""
    irregular = mapping("nouns", "irregular")
    if noun in irregular:
        return str(irregular[noun])
    if noun in words("nouns", "invariant") or len(noun) < 3:
        return noun
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "xes", "sses", "zzes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith(("ss", "us", "is")):
        return noun[:-1]
    return noun


@lru_cache(maxsize=8192)
def is_plural(noun: str) -> bool:
    """Say whether a lower-case noun has the form of a plural, or needs none."""
    if noun in words("nouns", "invariant") or noun in mapping("nouns", "irregular"):
        return True
    if noun in words("nouns", "plurals"):
        return True
    if len(noun) < 4 or not noun.endswith("s") or noun in words("nouns", "attributive"):
        return len(noun) == 3 and noun.endswith("s") and noun not in words("nouns", "attributive")
    return not noun.endswith(("ss", "us", "is"))
