"""Measures a thousand articles: with one process and with two, and again from the cache.

Run it with the Python that has numcheck installed: `python benchmarks/many_articles.py [ARTICLES]`.
Each article has 4 kB of invented news. Runs with one process and with two take turns, and the
quickest of each counts, since nothing but other work makes a run slower. Beside the time of the
clock stands that of the processors: where others use a core, two processes cannot gain what they
should, but what they cost is still to be seen.
"""

from __future__ import annotations

import compileall
import os
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from throughput import text

SIZE = 4_000
SPREAD, KEPT = 1.7, 10  # times as fast: two processes, the cache


class Run(NamedTuple):
    """What a run took, by the clock and of the processors."""

    clock: float
    cpu: float


def run(folder: Path, *words: str) -> Run:
    """Run the command with its output thrown away."""
    void = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, void, 1), (os.POSIX_SPAWN_DUP2, void, 2)]
    command = [sys.executable, "-m", "numcheck", "check", "--isolated", *words, str(folder)]
    begin = time.monotonic()
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    clock = time.monotonic() - begin
    os.close(void)
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"{' '.join(command)} failed")
    return Run(clock, usage.ru_utime + usage.ru_stime)


def write(folder: Path, articles: int) -> None:
    """Write so many articles, all different."""
    paragraphs = iter(text(articles * (SIZE + 600)).split("\n\n"))
    for number in range(articles):
        said = ""
        while len(said) < SIZE:
            said += next(paragraphs) + "\n\n"
        (folder / f"{number:05}.md").write_text(said, encoding="utf-8")


def main() -> None:
    """Print times and ratios, and whether they are within the budgets."""
    import numcheck

    compileall.compile_dir(Path(str(numcheck.__file__)).parent, quiet=2)
    articles = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000
    with tempfile.TemporaryDirectory() as room:
        folder, kept = Path(room, "articles"), str(Path(room, "kept"))
        folder.mkdir()
        write(folder, articles)
        pairs = [(run(folder, "--jobs", "1"), run(folder, "--jobs", "2")) for _ in range(3)]
        one, two = (min(runs) for runs in zip(*pairs, strict=True))
        cold = run(folder, "--jobs", "1", "--cache", kept)
        warm = min(run(folder, "--jobs", "1", "--cache", kept) for _ in range(3))
    shown = ("one process", one), ("two processes", two), ("cold cache", cold), ("cached", warm)
    for name, took in shown:
        print(f"{name:<15} {took.clock:7.2f} s by the clock {took.cpu:7.2f} s CPU")
    spread, saved = one.clock / two.clock, cold.clock / warm.clock
    print(f"two processes are {spread:.2f} times as fast as one, budget {SPREAD} or more;")
    print(f"they cost {two.cpu / one.cpu:.2f} times as much of the processors")
    print(f"from the cache it is {saved:.1f} times as fast, budget {KEPT} or more")
    fine = spread >= SPREAD and saved >= KEPT
    print("pass" if fine else "FAIL")
    raise SystemExit(not fine)


if __name__ == "__main__":
    main()
