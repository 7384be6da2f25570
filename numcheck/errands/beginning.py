"""Writes a project's first configuration."""

from __future__ import annotations

from numcheck.report.press import Unwritable, write_whole

NAME = "numcheck.toml"
FINE, WRONG_USE = 0, 2

TEXT = """\
# What this project wants of numcheck. Every setting may be left out; those below are written as
# examples, and do nothing until their # is taken away. The nearest such file holds for an article:
# the one in its own folder, or in a folder above.

# Which rules to check by: ids or globs, as `numcheck rules` lists them. "default" stands for those
# that are on by default.
# select = ["default", "style/*"]

# Which rules not to check by.
# ignore = ["restated-amount"]

# Folders with rules of your own, relative to this file.
# rules = ["numcheck-rules"]

# Which order dates have, and which tons and gallons are meant: "en-GB" or "en-US".
# locale = "en-GB"

# Fields of front matter that are copy besides title, headline, summary, description, standfirst,
# dek and excerpt; and, from $ on, where in JSON files the copy stands.
# fields = ["teaser", "$.story.body[*].text"]

# Units of your own, in the syntax of pint: name, size, symbol (here none), other names. Plurals
# come along.
# units = ["football_pitch = 7140 * meter ** 2 = _ = pitch"]

# Where reports are kept by their articles' content, so that what has not changed is not checked
# again. The folder may be deleted at any time.
# cache = ".numcheck_cache"

# Words of your own: "name" for what has a figure in it that is none, "noun" for what is counted
# and no unit, or the unit that it is another word for.
# [words]
# "Channel 4" = "name"
# stone = "noun"
# hop = "kilometre"

# How grave a finding is: "error", "warning" or "note".
# [severity]
# range-runs-upward = "note"

# What else holds for the files that fit a glob: select, ignore and severity.
# [per-file."opinion/*.md"]
# ignore = ["range-runs-upward"]

# Findings that may stand, by fingerprint, each with the reason. Where it should be known who said
# so, and when, write .numcheck-ignore.yml instead.
# [accept]
# 00f1d2c3b4a59687 = "the source says so"
"""


def write(force: bool) -> tuple[str, int]:
    """Write numcheck.toml, but over none that is there unless told so; return what to say."""
    if force:
        write_whole(NAME, TEXT)
        return f"{NAME}: written anew", FINE
    try:
        with open(NAME, "x", encoding="utf-8", newline="\n") as file:
            file.write(TEXT)
    except FileExistsError:
        return f"{NAME}: is there already; --force writes over it", WRONG_USE
    except OSError as fault:
        raise Unwritable(f"{NAME}: cannot be written ({fault.strerror})") from fault
    return f"{NAME}: written; every setting in it is explained, none is on", FINE
