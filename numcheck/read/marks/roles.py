"""What reStructuredText's signs inside a paragraph print as."""

from __future__ import annotations

import re

from numcheck.read.marks.edits import Edit
from numcheck.read.setting.raised import power

_SIGN = re.compile(
    r"\\(?:.|\n)"
    r"|``(?P<literal>[^`]++(?:`[^`]++)*+)``"
    r"|(?P<role>:[a-zA-Z][\w.+-]*+(?::[\w.+-]++){0,4}+:)?`(?P<text>(?!\s)[^`\\]*+(?:\\.[^`\\]*+)*+)`(?P<after>__?)?"
    r"|\[(?:\d+|[#*][\w.-]*+|[\w.-]+)\]_(?!\w)"
    r"|\|(?! )[^|\n]{1,80}\|_{0,2}"
    r"|\*\*(?=\S)(?P<strong>[^*]++)(?<!\s)\*\*(?!\w)|(?<![\w*])\*(?=[^\s*])(?P<em>[^*]++)(?<!\s)\*(?!\w)"
    r"|\b(?:https?://|www\.)[^\s<>`]+"
    r"|(?<=[^\W_])__?(?!\w)"
)
_TARGET = re.compile(r"(?<!\s)\s*+<[^<>]*>\Z")
_UNPRINTED = frozenset("code literal math raw kbd samp file command program envvar".split())
_URL_END = "?!.,:;*_~'\")>"


def edits(text: str) -> list[Edit]:
    """Return what of a text prints as something else, or as nothing, in order."""
    out: list[Edit] = []
    for found in _SIGN.finditer(text):
        start, end = found.span()
        group = found.lastgroup
        if found.group()[0] == "\\":
            blank = found.group()[1:].isspace()
            out.append(Edit(start, end if blank else start + 1))
        elif found["text"] is not None:
            _roled(found, out)
        elif group in ("strong", "em"):
            out += [Edit(start, found.start(group)), Edit(found.end(group), end)]
        elif found.group().startswith(("http", "www")):
            out.append(Edit(start, start + len(found.group().rstrip(_URL_END))))
        else:
            out.append(Edit(start, end))
    return out


def _roled(found: re.Match[str], out: list[Edit]) -> None:
    """Keep the text of a role or a link, and leave out its marks and its target."""
    role = (found["role"] or "").strip(":").rpartition(":")[2]
    start, end = found.span("text")
    if role in _UNPRINTED:
        out.append(Edit(*found.span()))
    elif role in ("sup", "superscript"):
        before = found.string[max(0, found.start() - 16) : found.start()]
        before = re.sub(r"\\ $", "", before)
        out.append(Edit(*found.span(), power(before, found["text"])))
    else:
        target = _TARGET.search(found["text"])
        upto = start + target.start() if target and target.start() else end
        out += [Edit(found.start(), start), Edit(upto, found.end())]
