"""Measures how much text is checked in a second, and the ratio to quantulum3's extraction.

Run it with the Python that has numcheck installed: `python benchmarks/throughput.py [MEGABYTES]`.
The text is invented and the same for both. quantulum3 only extracts, and is given a small part of
the text, since it takes about a second for ten kilobytes; both figures are of one core.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Callable

PLACES = "Ashby Belcombe Carrow Dunmere Eastlea Farrow Gorse Hexley Inverbrae Jarrow".split()
PARAGRAPHS = (
    "The council of {place} met on Tuesday to hear from residents about the plan. Several of them "
    "said that they had not been told of it, and the mayor promised to look into the matter before "
    "the summer recess.",
    "The new bridge at {place} is {n} m long and will carry about {m} vehicles a day. It cost "
    "£{k}.4 million, up 12% on the estimate, and took four years to build.",
    "“Nobody asked us,” said a farmer from {place}, who keeps sheep on the north bank. “We read "
    "about it in the newspaper, like everybody else, and by then the diggers had come.”",
    "In all {m} people live in {place}, of whom {n} are children. The school has {k} teachers and "
    "a hall that the whole town uses for weddings, elections and the yearly flower show.",
    "It was not the first time that the town had tried. A grandmother of the present mayor had sat "
    "on a committee for the same purpose, and her minutes, kept in the library, read much like the "
    "ones taken on Tuesday, down to the complaint about the draught from the windows.",
    "The weather at {place} stayed dry for most of the week, with a light wind from the west and "
    "temperatures around {k}C. Farmers in the hills hope for rain before the end of the month.",
)


def text(size: int) -> str:
    """Return an invented text of about `size` characters, its paragraphs all different."""
    parts: list[str] = []
    length = 0
    for number, pattern in zip(itertools.count(101), itertools.cycle(PARAGRAPHS)):
        place = PLACES[number % len(PLACES)]
        parts.append(pattern.format(place=place, n=number, m=number * 37, k=number % 30 + 2))
        length += len(parts[-1]) + 2
        if length >= size:
            break
    return "\n\n".join(parts)


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that `work` takes, the least of three runs."""
    times = []
    for _ in range(3):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def main() -> None:
    """Print both speeds and the ratio."""
    import numcheck

    size = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    article = text(int(size * 1_000_000))
    numcheck.check_text(article[:20_000])
    checked = len(article) / seconds(lambda: numcheck.check_text(article)) / 1e6
    read = len(article) / seconds(lambda: numcheck.extract_text(article)) / 1e6
    print(f"numcheck, whole check      {checked:8.3f} MB/s")
    print(f"numcheck, extraction       {read:8.3f} MB/s")
    twice = len(article) * 2 / seconds(lambda: numcheck.check_text(article * 2)) / 1e6
    print(f"the same, twice the text   {twice:8.3f} MB/s")
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: no ratio")
        return
    part = article[:8_000]
    parser.parse(part[:200])
    start = time.process_time()
    parser.parse(part)
    other = len(part) / (time.process_time() - start) / 1e6
    print(f"quantulum3, extraction     {other:8.3f} MB/s")
    print(f"numcheck checks {checked / other:,.0f} times as fast as quantulum3 extracts")


if __name__ == "__main__":
    main()
