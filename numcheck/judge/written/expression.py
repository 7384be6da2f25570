"""The small language of rules, read by hand-written precedence."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from fractions import Fraction

from numcheck.judge.tree import FIELDS, Hole, Template, Tree
from numcheck.model.interval import Rational
from numcheck.model.unit import Unit
from numcheck.named import NamedTuple

COMPARISONS = ("~=", "restates", "=", "!=", "<", "<=", ">", ">=")
KEYWORDS = frozenset({"and", "or", "not", "restates", "like"})
LONGEST, DEEPEST, MOST_DIGITS = 200, 20, 18

_TOKEN = re.compile(
    r"\s*(?:(?P<wrong>==|<>|=<|=>|!(?!=))|(?P<number>\d+(?:\.\d+)?)|(?P<name>[^\W\d]\w*)"
    r"|(?P<sign>~=|<=|>=|!=|[=<>+\-*/×÷−().,%])|(?P<other>\S))"
)
_INSTEAD = {
    "==": "=", "<>": "!=", "=<": "<=", "=>": ">=", "≈": "~=", "≠": "!=", "≤": "<=", "≥": ">=",
    "&": "and", "|": "or", "!": "not", "^": "a * a",
}  # fmt: skip
_SAME = {"×": "*", "÷": "/", "−": "-"}

FindUnit = Callable[[str], Unit | None]


class ExpressionFault(Exception):
    """Why an expression cannot be read, and at which character of it (from 0)."""

    def __init__(self, at: int, text: str) -> None:
        super().__init__(text)
        self.at, self.text = at, text


class _Token(NamedTuple):
    kind: str
    text: str
    at: int


def parse(
    text: str, roles: Collection[str], find_unit: FindUnit | None = None, start: int = 0
) -> Tree:
    """Read an expression; raises ExpressionFault, its place counted from `start`."""
    if len(text) > LONGEST:
        raise ExpressionFault(start, f"an expression has at most {LONGEST} characters: split it")
    return _Parser(_tokens(text, start), frozenset(roles), find_unit, start + len(text)).whole()


_HOLE = re.compile(
    r"(?P<tree>.*?)(?:\s+like\s+(?P<like>[^\W\d]\w*))?\s*(?::\s*(?P<decimals>\d)\s*)?"
)


def parse_template(
    text: str, roles: Collection[str], find_unit: FindUnit | None = None
) -> Template:
    """Read a message with {expressions} in it; raises ExpressionFault."""
    out: list[str | Hole] = []
    at = 0
    while (opening := text.find("{", at)) >= 0:
        closing = text.find("}", opening)
        if closing < 0 or "{" in text[opening + 1 : closing]:
            raise ExpressionFault(opening, "this { has no }: close it after the expression")
        match = _HOLE.fullmatch(text, opening + 1, closing)
        if match is None or not match["tree"].strip():
            raise ExpressionFault(opening, "between { and } stands nothing: write a role there")
        out.append(text[at:opening])
        tree = parse(match["tree"], roles, find_unit, opening + 1)
        decimals = int(match["decimals"]) if match["decimals"] else None
        out.append(Hole(tree, match["like"] or "", decimals, max(0, match.start("like"))))
        at = closing + 1
    if (stray := text.find("}", at)) >= 0:
        raise ExpressionFault(stray, "this } has no {: take it out, or open the expression")
    out.append(text[at:])
    return tuple(piece for piece in out if piece != "")


def _tokens(text: str, start: int) -> list[_Token]:
    tokens = []
    for match in _TOKEN.finditer(text):
        kind = match.lastgroup or ""
        word, at = match[kind], start + match.start(kind)
        if kind in ("wrong", "other"):
            raise ExpressionFault(at, _no_sign(word))
        if kind == "number" and len(word) - ("." in word) > MOST_DIGITS:
            raise ExpressionFault(at, f"a number has at most {MOST_DIGITS} digits")
        if word in KEYWORDS:
            kind = "sign"
        tokens.append(_Token(kind, _SAME.get(word, word), at))
    return tokens


def _no_sign(wrong: str) -> str:
    if wrong in _INSTEAD:
        return f"`{wrong}` is no sign of this language: write `{_INSTEAD[wrong]}`"
    if wrong in "\"'":
        return "words stand without quotation marks here: take them out"
    return f"`{wrong}` is no sign of this language: take it out"


class _Parser:
    """Reads tokens by precedence, the loosest operator first."""

    def __init__(
        self, tokens: list[_Token], roles: frozenset[str], find_unit: FindUnit | None, end: int
    ) -> None:
        self.tokens = tokens
        self.roles = roles
        self.find_unit = find_unit
        self.end = end
        self.place = 0
        self.depth = 0

    def whole(self) -> Tree:
        tree = self.alternatives()
        if self.place < len(self.tokens):
            raise ExpressionFault(self.at, self.unexpected())
        return tree

    @property
    def at(self) -> int:
        return self.tokens[self.place].at if self.place < len(self.tokens) else self.end

    def unexpected(self) -> str:
        text = self.tokens[self.place].text
        if text == ")":
            return "this ) has no (: take it out"
        if text in COMPARISONS:
            return f"one comparison at a time: join two with `and` instead of `{text}`"
        return f"an operator is missing before `{text}`: write `and`, `+`, `<=` or another"

    def take(self, *texts: str) -> _Token | None:
        """Return the next token if it is one of these signs, and go on."""
        if self.place < len(self.tokens):
            token = self.tokens[self.place]
            if token.kind == "sign" and token.text in texts:
                self.place += 1
                return token
        return None

    def need(self, text: str) -> None:
        if not self.take(text):
            raise ExpressionFault(self.at, f"a `{text}` is missing here")

    def alternatives(self) -> Tree:
        return self.joined("or", self.conjunction)

    def conjunction(self) -> Tree:
        return self.joined("and", self.negation)

    def joined(self, word: str, inner: Callable[[], Tree]) -> Tree:
        at, parts = self.at, [inner()]
        while self.take(word):
            parts.append(inner())
        return parts[0] if len(parts) == 1 else Tree(word, parts=tuple(parts), at=at)

    def negation(self) -> Tree:
        if token := self.take("not"):
            self.deeper(token.at)
            tree = Tree("not", parts=(self.negation(),), at=token.at)
            self.depth -= 1
            return tree
        return self.comparison()

    def deeper(self, at: int) -> None:
        self.depth += 1
        if self.depth > DEEPEST:
            raise ExpressionFault(at, f"more than {DEEPEST} levels: write it more simply")

    def comparison(self) -> Tree:
        left = self.chain(("+", "-"), self.product)
        if token := self.take(*COMPARISONS):
            right = self.chain(("+", "-"), self.product)
            return Tree("comparison", token.text, (left, right), at=token.at)
        return left

    def product(self) -> Tree:
        return self.chain(("*", "/"), self.value)

    def chain(self, signs: tuple[str, str], inner: Callable[[], Tree]) -> Tree:
        tree, levels = inner(), 0
        while token := self.take(*signs):
            levels += 1
            if levels > DEEPEST:
                raise ExpressionFault(token.at, f"more than {DEEPEST} levels: use sum()")
            tree = Tree("arithmetic", token.text, (tree, inner()), at=token.at)
        return tree

    def value(self) -> Tree:
        at = self.at
        if self.place >= len(self.tokens):
            raise ExpressionFault(at, "the expression ends here: a figure is missing")
        if self.take("("):
            self.deeper(at)
            tree = self.alternatives()
            self.need(")")
            self.depth -= 1
            return tree
        if self.take("-"):
            self.deeper(at)
            tree = Tree("minus", parts=(self.value(),), at=at)
            self.depth -= 1
            return tree
        token = self.tokens[self.place]
        if token.kind == "sign":
            raise ExpressionFault(at, f"a figure is missing before `{token.text}`")
        self.place += 1
        return self.number(token) if token.kind == "number" else self.name(token)

    def number(self, token: _Token) -> Tree:
        value: Rational = Fraction(token.text) if "." in token.text else int(token.text)
        if self.take("%"):
            return Tree("number", "%", value=value, at=token.at)
        named = self.names()
        if not named:
            return Tree("number", value=value, at=token.at)
        spelling = " ".join(name.text for name in named)
        unit = self.find_unit(spelling) if self.find_unit else None
        if unit is None:
            raise ExpressionFault(
                named[0].at, f"no unit is called `{spelling}`: write its name out"
            )
        return Tree("number", spelling, value=value, unit=unit, at=token.at)

    def names(self) -> list[_Token]:
        """Take the names that follow each other: the words of one unit, place or hedge."""
        first = self.place
        while self.place < len(self.tokens) and self.tokens[self.place].kind == "name":
            if self.tokens[self.place].text in self.roles:
                break
            self.place += 1
        return self.tokens[first : self.place]

    def name(self, token: _Token) -> Tree:
        if self.take("("):
            return self.call(token)
        if token.text not in self.roles:
            words = [token.text, *(name.text for name in self.names())]
            if self.take("."):
                raise ExpressionFault(token.at, f"`{words[-1]}` is no role, so it has no fields")
            return Tree("word", " ".join(words), at=token.at)
        role = Tree("role", token.text, at=token.at)
        if not self.take("."):
            return role
        at = self.at
        named = self.tokens[self.place : self.place + 1]
        if not named or named[0].kind == "number" or not named[0].text.isidentifier():
            raise ExpressionFault(at, f"a field is missing here: one of {', '.join(FIELDS)}")
        self.place += 1
        return Tree("field", named[0].text, (role,), at=at)

    def call(self, token: _Token) -> Tree:
        self.deeper(token.at)
        arguments: list[Tree] = []
        if not self.take(")"):
            arguments.append(self.alternatives())
            while self.take(","):
                arguments.append(self.alternatives())
            self.need(")")
        self.depth -= 1
        return Tree("call", token.text, tuple(arguments), at=token.at)
