"""Options that several commands share, and how their values are read."""

from __future__ import annotations

import argparse

from numcheck.report import FORMATS

LEVELS = ("error", "warning", "note")


def add_terms(parser: argparse.ArgumentParser) -> None:
    """Add dateline and locale."""
    parser.add_argument(
        "--date",
        type=date,
        metavar="YYYY-MM-DD",
        help="the article's dateline; never today's date by default",
    )
    parser.add_argument(
        "--locale",
        choices=("en-GB", "en-US"),
        help="order of dates, ton, gallon; default: both readings are tried",
    )


def add_rules(parser: argparse.ArgumentParser) -> None:
    """Add what says which rules, and which configuration."""
    rules = parser.add_argument_group("rules")
    rules.add_argument(
        "--select",
        action="append",
        default=[],
        type=words,
        metavar="RULES",
        help="only these: ids or globs, by commas; `default` stands for those on by default",
    )
    rules.add_argument(
        "--ignore", action="append", default=[], type=words, metavar="RULES", help="not these"
    )
    rules.add_argument(
        "--rules",
        action="append",
        default=[],
        metavar="DIR",
        help="a folder with rules of your own; may be given again",
    )
    add_config(rules)


def add_config(parser: argparse._ActionsContainer) -> None:
    """Add which configuration."""
    parser.add_argument("--config", metavar="FILE", help="default: the nearest to each file")
    parser.add_argument("--isolated", action="store_true", help="read no configuration")


def add_levels(parser: argparse.ArgumentParser) -> None:
    """Add what is shown, and what fails."""
    parser.add_argument(
        "--fail-level",
        choices=(*LEVELS, "never"),
        default="error",
        help="findings from this severity on give exit status 1; default: error",
    )
    parser.add_argument(
        "--min-level",
        choices=LEVELS,
        help="show findings from this severity on; note adds what fits only at a stretch",
    )
    parser.add_argument(
        "--show-passed", action="store_true", help="show every check, with what was decided"
    )


def add_quiet(parser: argparse.ArgumentParser) -> None:
    """Add silence."""
    parser.add_argument("--quiet", action="store_true", help="no closing line, no bar")


def add_jobs(parser: argparse.ArgumentParser) -> None:
    """Add the number of processes."""
    parser.add_argument(
        "--jobs",
        type=number,
        metavar="N",
        help="processes; default: one for little text, else one a processor",
    )


def words(text: str) -> list[str]:
    """Read words by commas."""
    return [word.strip() for word in text.split(",") if word.strip()]


def number(text: str) -> int:
    """Read a number of processes."""
    if not text.isdecimal() or not 1 <= int(text) <= 512:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number from 1 to 512")
    return int(text)


def date(text: str) -> str:
    """Read a date."""
    from numcheck.scan import is_date

    if not is_date(text):
        raise argparse.ArgumentTypeError(f"{text!r} is not a date: write YYYY-MM-DD")
    return text


def output(text: str) -> tuple[str, str]:
    """Read a format and a file."""
    name, equals, path = text.partition("=")
    if name not in FORMATS or not equals or not path:
        formats = ", ".join(FORMATS)
        raise argparse.ArgumentTypeError(f"{text!r} is not FORMAT=FILE, with a format of {formats}")
    return name, path
