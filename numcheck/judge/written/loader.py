"""A rule file, loaded, with line and column in its faults."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from numcheck.judge.rule import Example, Page, Rule, Statements
from numcheck.judge.tree import Hole, Template, Tree
from numcheck.judge.written.expression import ExpressionFault, parse, parse_template
from numcheck.judge.written.sheet import Fault, Node, Unreadable, read_sheet
from numcheck.judge.written.typing import faults_of, faults_of_template, find_unit, nearest
from numcheck.model.finding import SEVERITIES, Severity
from numcheck.model.kinds import KINDS

KEYS = tuple("rule why match where check message suggest severity good bad".split())
_OPTIONAL = ("where", "suggest")
_EXAMPLE_KEYS = ("text", "says", "format", "date", "locale")
_LEAST = {"good": 2, "bad": 1}
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*\Z")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}\Z")
_MATCH = re.compile(r"\s*([a-z_]+)\s*\(([^()]*)\)\s*\Z")


class BrokenRule(Exception):
    """A rule file that cannot be used, with all that is wrong with it.

    Each fault is (line, column, sentence), from 1; the sentence says what to write instead.
    """

    def __init__(self, name: str, faults: tuple[Fault, ...]) -> None:
        """Keep the file's name and its faults in the order of the file."""
        self.name, self.faults = name, faults
        super().__init__("\n".join(f"{name}:{line}:{at}: {text}" for line, at, text in faults))


def load_rule(text: str, name: str) -> Rule:
    """Read a rule from the text of its file; raises BrokenRule with all its faults."""
    return _Loader(text, name).load()


def id_of(name: str) -> str:
    """Return the id that a file's name gives: the name without folders and suffix."""
    stem = name.replace("\\", "/").rpartition("/")[2]
    return stem.removesuffix(".yaml").removesuffix(".yml")


class _Loader:
    """Reads one file, gathering what is wrong with it."""

    def __init__(self, text: str, name: str) -> None:
        self.text = text.removeprefix("\ufeff")
        self.name = name
        self.faults: list[Fault] = []
        self.values: dict[str, Node] = {}
        self.roles: dict[str, bool] = {}
        self.known_kind = False

    def load(self) -> Rule:
        self.keys()
        if not _ID.match(id_of(self.name)):
            self.faults.append(Fault(1, 1, "name the file by lower-case words joined by hyphens"))
        rule = self.said("rule")
        if "\n" in rule:
            self.fault("rule", "`rule` is one sentence on one line")
        why, kind = self.said("why"), self.match()
        where, check = self.statement("where"), self.statement("check")
        message = self.template(self.values.get("message"))
        suggest = self.suggest()
        severity = self.said("severity")
        if severity and severity not in SEVERITIES:
            self.fault("severity", f"`{severity}` is no severity: write error, warning or note")
        good, bad = self.examples("good"), self.examples("bad")
        self.all_used([where, check], [message, *(template for _, template in suggest)])
        if self.faults or check is None:
            raise self.broken()
        statements = Statements(where, check, message, suggest)
        page = Page(why, good, bad, {key: node.line + 1 for key, node in self.values.items()})
        return Rule(
            id_of(self.name), rule, kind, tuple(self.roles), cast("Severity", severity), self.name,
            lambda: statements, lambda: page,
        )  # fmt: skip

    def broken(self) -> BrokenRule:
        return BrokenRule(self.name, tuple(sorted(set(self.faults))))

    def fault(self, key: str, text: str, at: int = 0) -> None:
        self.fault_in(self.values[key], text, at)

    def fault_in(self, node: Node, text: str, at: int = 0) -> None:
        lines = self.text.splitlines() if node.style == "|" else None
        self.faults.append(node.fault(text, at, lines))

    # ------------------------------------------------------------------------------ the keys

    def keys(self) -> None:
        """Read the file into its keys; what is unknown, missing or of another kind is a fault."""
        try:
            root, self.faults = read_sheet(self.text)
        except Unreadable as unreadable:
            self.faults = [unreadable.fault]
            raise self.broken() from unreadable
        if root.kind != "table":
            self.fault_in(root, "a rule file is a table of keys: begin with `rule:`")
            raise self.broken()
        for key, value in root.pairs:
            if key.text not in KEYS:
                hint = nearest(key.text, KEYS) or f"; the keys are {', '.join(KEYS)}"
                self.fault_in(key, f"`{key.text}` is no key of a rule{hint}")
            self.values.setdefault(key.text, value)
        for key_name in KEYS:
            if key_name not in self.values and key_name not in _OPTIONAL:
                self.faults.append(Fault(1, 1, f"`{key_name}` is missing"))

    def said(self, key: str) -> str:
        """Return the text of a key, or nothing where it is missing or no text."""
        node = self.values.get(key)
        return self.text_of(node, f"`{key}`") if node is not None else ""

    def text_of(self, node: Node, what: str) -> str:
        if node.kind != "text":
            quotes = " in double quotes" if node.kind == "table" else ""
            self.fault_in(node, f"{what} is text: write it as one line{quotes}")
        elif node.style != "*" and (node.read == "nothing" or not node.text.strip()):
            self.fault_in(node, f"{what} is empty")
        elif node.read:
            self.fault_in(node, f"YAML takes {node.text} for {node.read}: put it in quotes")
        else:
            return node.text.strip() if node.style in ("|", ">") else node.text
        return ""

    # --------------------------------------------------------------------------- expressions

    def match(self) -> str:
        """Read `match`: the kind, and those of its roles that the rule names."""
        said = self.said("match")
        if not said:
            return ""
        parts = _MATCH.match(said)
        if parts is None:
            self.fault("match", "write a kind and its roles, as in parts(whole, parts)")
            return ""
        kind = parts[1]
        if kind not in KINDS:
            hint = nearest(kind, KINDS) or f"; the kinds are {', '.join(KINDS)}"
            self.fault("match", f"`{kind}` is no kind of tie{hint}", parts.start(1))
            self.roles = dict.fromkeys(map(str.strip, parts[2].split(",")), False)
            return ""
        self.known_kind = True
        roles = KINDS[kind]
        at = parts.start(2)
        for name in parts[2].split(","):
            self.role(kind, roles, name.strip(), at + len(name) - len(name.lstrip()))
            at += len(name) + 1
        return kind

    def role(self, kind: str, roles: Mapping[str, bool], name: str, at: int) -> None:
        if name in self.roles:
            self.fault("match", f"`{name}` is named twice", at)
        elif name not in roles:
            hint = nearest(name, roles) or f": its roles are {', '.join(roles)}"
            self.fault("match", f"`{name}` is no role of {kind}{hint}", at)
        self.roles[name] = roles.get(name, False)

    def statement(self, key: str) -> Tree | None:
        said = self.said(key)
        if not said:
            return None
        try:
            tree = parse(said, self.roles, find_unit)
        except ExpressionFault as wrong:
            self.fault(key, wrong.text, wrong.at)
            return None
        if self.known_kind:
            for at, text in faults_of(tree, self.roles):
                self.fault(key, text, at)
        return tree

    def template(self, node: Node | None, what: str = "`message`") -> Template:
        said = self.text_of(node, what) if node is not None else ""
        if node is None or not said:
            return ()
        try:
            template = parse_template(said, self.roles, find_unit)
        except ExpressionFault as wrong:
            self.fault_in(node, wrong.text, wrong.at)
            return ()
        if self.known_kind:
            for at, text in faults_of_template(template, self.roles):
                self.fault_in(node, text, at)
        return template

    def suggest(self) -> tuple[tuple[str, Template], ...]:
        """Read `suggest`: for single roles, the text to print in their place."""
        node = self.values.get("suggest")
        if node is None:
            return ()
        if node.kind != "table":
            self.fault_in(node, "`suggest` is a table: a role, and the text to print in its place")
            return ()
        out = []
        for role, value in node.pairs:
            if self.known_kind and self.roles.get(role.text) is not False:
                single = [name for name, listed in self.roles.items() if not listed]
                hint = nearest(role.text, single) or f": write one of {', '.join(single)}"
                self.fault_in(role, f"`{role.text}` is no single figure of this rule{hint}")
            out.append((role.text, self.template(value, f"what to print for `{role.text}`")))
        return tuple(out)

    def all_used(self, trees: list[Tree | None], templates: list[Template]) -> None:
        holes = [one for template in templates for one in template if isinstance(one, Hole)]
        used = {hole.like for hole in holes}
        for tree in (*trees, *(hole.tree for hole in holes)):
            used |= tree.roles() if tree is not None else set()
        # A fault in an expression hides the roles in it: say nothing of those then.
        if self.known_kind and not self.faults:
            for role in self.roles:
                if role not in used:
                    self.fault("match", f"`{role}` is used nowhere: leave it out of `match`")

    # ------------------------------------------------------------------------------ examples

    def examples(self, key: str) -> tuple[Example, ...]:
        node, least = self.values.get(key), _LEAST[key]
        if node is None:
            return ()
        if node.kind != "list":
            self.fault_in(node, f"`{key}` is a list of sentences: begin each with `- `")
            return ()
        if len(node.items) < least:
            self.fault_in(node, f"`{key}` needs {least} or more sentences, not {len(node.items)}")
        return tuple(self.example(item, key == "bad") for item in node.items)

    def example(self, node: Node, bad: bool) -> Example:
        if node.kind == "text" and not bad:
            return _example({"text": self.text_of(node, "an example")}, node.line + 1)
        if node.kind != "table":
            self.fault_in(node, "a bad example has `text`, and in `says` the message that it gives")
            return Example("")
        given: dict[str, str] = {}
        for key, value in node.pairs:
            if key.text == "says" and not bad:
                self.fault_in(key, "a good example gives no message: leave `says` out")
            elif key.text not in _EXAMPLE_KEYS:
                hint = nearest(key.text, _EXAMPLE_KEYS) or f"; write {', '.join(_EXAMPLE_KEYS)}"
                self.fault_in(key, f"`{key.text}` is no key of an example{hint}")
            elif key.text == "date" and not _DATE.match(value.text):
                self.fault_in(value, "a date is written 2024-05-31")
            elif key.text == "date":
                given["date"] = value.text
            else:
                given[key.text] = self.text_of(value, f"`{key.text}`")
        for needed in ("text", "says") if bad else ("text",):
            if needed not in given:
                self.fault_in(node, f"`{needed}` is missing from this example")
        return _example(given, node.line + 1)


def _example(given: Mapping[str, str], line: int) -> Example:
    text = given.get("text", "")
    usual = "markdown" if text.startswith("# ") else "plain"
    return Example(
        text, given.get("says", ""), line, given.get("format", usual), given.get("date"),
        given.get("locale"),
    )  # fmt: skip
