"""Line breaks of every system, counted without moving an offset."""

from __future__ import annotations

from itertools import accumulate


def evened(text: str) -> str:
    """Return a text of the same length whose line breaks all are one newline.

    CR LF becomes space and newline, a lone CR a newline, and NUL the sign for what is no
    character: readers and checks see one kind of newline, at the offsets of the source.
    """
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if "\r" not in text:
        return text
    return text.replace("\r\n", " \n").replace("\r", "\n")


def line_starts(lined: str) -> tuple[int, ...]:
    """Return the offsets at which the lines of an evened text begin."""
    lengths = [len(line) + 1 for line in lined.split("\n")]
    lengths.pop()
    return (0, *accumulate(lengths))
