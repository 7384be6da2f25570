"""The words of the command line, one parser a command."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from functools import partial

from numcheck.options import (
    add_config,
    add_jobs,
    add_levels,
    add_quiet,
    add_rules,
    add_terms,
    output,
)
from numcheck.report import FORMATS

USAGE = """\
usage: numcheck COMMAND [OPTION ...] [PATH ...]

Checks the figures in prose: conversions, sums, shares, changes, ages, dates.

  numcheck check [PATH ...]       check files, folders, or - for standard input
  numcheck extract [PATH ...]     show the figures as they are read
  numcheck scan FILE.jsonl        check many documents, one a line: {"id": …, "text": …}
  numcheck rules [RULE]           list the rules
  numcheck explain RULE           what a rule does, why, and when it stays silent
  numcheck test [RULE_FILE ...]   run the good and bad sentences that rules carry
  numcheck baseline [PATH ...]    list today's findings, so that a check leaves them out
  numcheck fix --diff [PATH ...]  show the suggestions as a patch; nothing is changed
  numcheck init                   write a configuration with a comment on each setting
  numcheck completion SHELL       print what bash, zsh or fish needs to complete words

  numcheck COMMAND --help         the options of a command
  numcheck --version

exit status: 0 nothing found · 1 findings · 2 wrong use, or a broken rule or configuration
             3 an input could not be read, or a check crashed · 130 interrupted
"""


def parse(command: str, words: Sequence[str]) -> argparse.Namespace:
    """Read a command's options; wrong use ends the process with status 2, as argparse does."""
    options = PARSERS[command]().parse_intermixed_args(words)
    options.words = list(words)
    return options


def _parser(command: str, what: str, says: str) -> argparse.ArgumentParser:
    """Begin a command's parser; usage and width are given, or argparse imports shutil for them."""
    return argparse.ArgumentParser(
        f"numcheck {command}",
        usage=f"numcheck {command} [OPTION ...] {what}",
        description=says,
        formatter_class=partial(argparse.HelpFormatter, width=80),
        allow_abbrev=False,
    )


def _check() -> argparse.ArgumentParser:
    parser = _parser(
        "check",
        "[PATH ...]",
        "Check the figures in files and folders; without a path, in this folder. Findings go to "
        "standard output, all else to standard error.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or -")
    add_terms(parser)
    add_rules(parser)
    parser.add_argument(
        "--baseline", metavar="FILE", help="leave out what this list of earlier findings has"
    )
    parser.add_argument(
        "--diff", metavar="REV", help="only what has a figure in a paragraph changed since REV"
    )
    parser.add_argument(
        "--cache", metavar="DIR", help="keep reports there by content, and take them from there"
    )
    parser.add_argument("--format", choices=FORMATS, default="text", help="default: text")
    parser.add_argument(
        "--output",
        action="append",
        default=[],
        type=output,
        metavar="FORMAT=FILE",
        help="also write a report to a file; may be given again",
    )
    add_levels(parser)
    parser.add_argument("--stdin-filename", default="<stdin>", metavar="NAME")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")
    add_quiet(parser)
    parser.add_argument(
        "--watch", action="store_true", help="check again whenever something has changed"
    )
    add_jobs(parser)
    return parser


def _extract() -> argparse.ArgumentParser:
    parser = _parser(
        "extract", "[PATH ...]", "Show the figures of files and folders as they are read."
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file, a folder, or -")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")
    parser.add_argument("--locale", choices=("en-GB", "en-US"))
    parser.add_argument("--stdin-filename", default="<stdin>", metavar="NAME")
    add_config(parser)
    parser.add_argument(
        "--engine",
        choices=("numcheck", "quantulum3"),
        default="numcheck",
        help="who reads: quantulum3 is a second opinion, a hundred times slower",
    )
    parser.add_argument(
        "--explain", action="store_true", help="show each stage, and what was dropped and why"
    )
    return parser


def _scan() -> argparse.ArgumentParser:
    parser = _parser(
        "scan",
        "FILE.jsonl",
        'Check many documents, one a line: {"id": …, "text": …}, and, if you like, "format" and '
        '"date". Findings are lines of JSON with the id of their document.',
    )
    parser.add_argument("file", metavar="FILE.jsonl", help="a file, or - for standard input")
    add_terms(parser)
    add_rules(parser)
    parser.add_argument("--output", metavar="FILE", help="write the findings there")
    add_levels(parser)
    add_quiet(parser)
    add_jobs(parser)
    return parser


def _rules() -> argparse.ArgumentParser:
    parser = _parser(
        "rules", "[RULE]", "List the rules, or those whose id fits RULE (a glob will do)."
    )
    parser.add_argument("rule", nargs="?", metavar="RULE")
    parser.add_argument(
        "--format",
        choices=("text", "markdown"),
        default="text",
        help="markdown: a handbook with every rule's page",
    )
    add_rules(parser)
    return parser


def _explain() -> argparse.ArgumentParser:
    parser = _parser("explain", "RULE", "Say what a rule does, why, and when it stays silent.")
    parser.add_argument("rule", metavar="RULE")
    add_rules(parser)
    return parser


def _test() -> argparse.ArgumentParser:
    parser = _parser(
        "test",
        "[RULE_FILE ...]",
        "Run the sentences that rules carry; without a path, of all built in.",
    )
    parser.add_argument("paths", nargs="*", metavar="RULE_FILE", help="a rule file or a folder")
    return parser


def _baseline() -> argparse.ArgumentParser:
    parser = _parser(
        "baseline",
        "[PATH ...]",
        "List the findings of files and folders; `numcheck check --baseline FILE` leaves them out.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
    add_terms(parser)
    add_rules(parser)
    parser.add_argument("--output", metavar="FILE", help="default: .numcheck-baseline.json")
    add_jobs(parser)
    return parser


def _fix() -> argparse.ArgumentParser:
    parser = _parser(
        "fix",
        "--diff [PATH ...]",
        "Show the first suggestion of each finding as a patch. Which of its figures is wrong is "
        "for an editor to know: nothing is changed.",
    )
    parser.add_argument("paths", nargs="*", metavar="PATH", help="a file or a folder")
    parser.add_argument("--diff", action="store_true", required=True, help="print a patch")
    add_terms(parser)
    add_rules(parser)
    add_jobs(parser)
    return parser


def _init() -> argparse.ArgumentParser:
    parser = _parser("init", "", "Write numcheck.toml, with a comment on each setting.")
    parser.add_argument("--force", action="store_true", help="write over one that is there")
    return parser


def _completion() -> argparse.ArgumentParser:
    parser = _parser("completion", "SHELL", "Print what a shell needs to complete the words.")
    parser.add_argument("shell", choices=("bash", "zsh", "fish"))
    return parser


PARSERS: dict[str, Callable[[], argparse.ArgumentParser]] = {
    "check": _check,
    "extract": _extract,
    "scan": _scan,
    "rules": _rules,
    "explain": _explain,
    "test": _test,
    "baseline": _baseline,
    "fix": _fix,
    "init": _init,
    "completion": _completion,
}
