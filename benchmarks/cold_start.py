"""Measures what a start of `numcheck check` costs beside `python -c pass`.

Run it with the Python that has numcheck installed: `python benchmarks/cold_start.py [RUNS]`.
Times are of the processor, user and system together, as the operating system accounts for each
finished process; the two commands take turns, so that a machine that slows down slows both. The
package is compiled to byte code first, as an installation does.
"""

from __future__ import annotations

import compileall
import os
import statistics
import sys
import tempfile
from pathlib import Path

BUDGET = 110 / 12  # the cold start may be so many times `python -c pass`

SENTENCES = (
    "The bridge is 300 m (984 ft) long and carries 1,200 vehicles an hour.",
    "Of the 1,200 drivers asked, 300 (25%) had used it that week.",
    "The toll rises by 20 per cent to £6 from £5 in April.",
)


def cpu_ms(command: list[str]) -> float:
    """Run a command with its output thrown away; return its processor time."""
    void = os.open(os.devnull, os.O_WRONLY)
    actions = [(os.POSIX_SPAWN_DUP2, void, 1), (os.POSIX_SPAWN_DUP2, void, 2)]
    child = os.posix_spawn(command[0], command, os.environ, file_actions=actions)
    _, status, usage = os.wait4(child, 0)
    os.close(void)
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"{' '.join(command)} failed")
    return (usage.ru_utime + usage.ru_stime) * 1000


def main() -> None:
    """Print the medians, their ratio, and whether it is within the budget."""
    import numcheck

    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 21
    compileall.compile_dir(Path(str(numcheck.__file__)).parent, quiet=2)
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "article.txt")
        article.write_text("\n\n".join(SENTENCES * 6), encoding="utf-8")
        bare = [sys.executable, "-c", "pass"]
        check = [sys.executable, "-m", "numcheck", "check", "--quiet", "--isolated", str(article)]
        cpu_ms(bare)
        cpu_ms(check)
        pairs = [(cpu_ms(bare), cpu_ms(check)) for _ in range(runs)]
    floor = statistics.median(pair[0] for pair in pairs)
    start = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(check / bare for bare, check in pairs)
    print(f"python -c pass            {floor:7.1f} ms CPU")
    print(f"numcheck check article    {start:7.1f} ms CPU, {ratio:.1f} times as much")
    print(f"budget                    {floor * BUDGET:7.1f} ms CPU, {BUDGET:.1f} times as much")
    print("pass" if ratio <= BUDGET else "FAIL")
    raise SystemExit(ratio > BUDGET)


if __name__ == "__main__":
    main()
