"""Measures how much news is checked in a second, how that grows, and what quantulum3 takes.

Run it with the Python that has numcheck installed: `python benchmarks/throughput.py [MEGABYTES]`.
The text is invented, and the same for both. It has six figures in a thousand characters, in a
third of its sentences, as news has; weather bulletins have five times as many. quantulum3 only
extracts, and is given a small part of the text, since it takes about a second for ten kilobytes.
All speeds are of one core.
"""

from __future__ import annotations

import gc
import itertools
import sys
import time
from collections.abc import Callable

LEAST = 1.5  # MB a second, the whole check
MOST = 11.0  # times as long for ten times the text

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
    "A spokeswoman for the county said that no decision had been made. The engineers wanted to see "
    "how the river behaved in spring, she said, and the old ferry would run for as long as it was "
    "needed. Its owner did not answer the telephone.",
    "Those who work in {place} but live across the water were the loudest. They told of buses that "
    "did not come, of children who waited in the rain, and of a winter in which the ice closed the "
    "crossing for {k} days. One of them had brought photographs.",
    "At the inn on the quay, where the landlord has hung a map of the crossing over the bar, most "
    "of the guests had made up their minds long ago. Some remembered the flood. Others only wanted "
    "to know who would pay, and whether the market would stay where it was.",
    "The paper has asked the county for the minutes of the meeting. They will be published as soon "
    "as they arrive, with the letters that readers have sent about the bridge and the ferry.",
    "The minister is expected to visit on Friday. Whether she brings money was not said.",
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


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """Return the processor time that `work` takes, the least of some runs."""
    times = []
    for _ in range(runs):
        gc.collect()
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def growth(megabytes: float, joint: str) -> float:
    """Return how many times as long ten times the text takes."""
    import numcheck

    one = text(int(megabytes * 1_000_000)).replace("\n\n", joint)
    ten = text(int(megabytes * 10_000_000)).replace("\n\n", joint)
    return seconds(lambda: numcheck.check_text(ten), 1) / seconds(lambda: numcheck.check_text(one))


def against_quantulum3(article: str, checked: float) -> None:
    """Print the ratio to quantulum3's extraction, where that is installed."""
    try:
        from quantulum3 import parser
    except ImportError:
        print("quantulum3 is not installed: no ratio")
        return
    part = article[:8_000]
    parser.parse(part[:200])
    other = len(part) / seconds(lambda: parser.parse(part), 1) / 1e6
    print(f"quantulum3, extraction     {other:8.3f} MB/s")
    print(f"numcheck checks {checked / other:,.0f} times as fast as quantulum3 extracts")


def main() -> None:
    """Print the speeds, the growth, the ratio, and whether they are within the budgets."""
    import numcheck

    size = float(sys.argv[1]) if len(sys.argv) > 1 else 1.0
    article = text(int(size * 1_000_000))
    figures = len(numcheck.extract_text(article))
    print(f"figures                    {figures / len(article) * 1_000:8.1f} in 1,000 characters")
    numcheck.check_text(article[:20_000])
    checked = len(article) / seconds(lambda: numcheck.check_text(article)) / 1e6
    read = len(article) / seconds(lambda: numcheck.extract_text(article)) / 1e6
    print(f"numcheck, extraction       {read:8.3f} MB/s")
    print(f"numcheck, whole check      {checked:8.3f} MB/s, budget {LEAST} or more")
    worst = 0.0
    for name, joint in (("in paragraphs", "\n\n"), ("on one line", " ")):
        grown = growth(size, joint)
        worst = max(worst, grown)
        print(f"ten times, {name:<13} {grown:11.1f} times as long, budget {MOST} or less")
    against_quantulum3(article, checked)
    fine = checked >= LEAST and worst <= MOST
    print("pass" if fine else "FAIL")
    raise SystemExit(not fine)


if __name__ == "__main__":
    main()
