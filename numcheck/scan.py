"""Many documents, in order, where it pays sharded over plain processes."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from numcheck.check import check_bytes, check_file, check_text, extract_file, own_units
from numcheck.named import NamedTuple
from numcheck.read import READERS, Unreadable, read_bytes
from numcheck.record import replace
from numcheck.report.outcome import Report, crashed

if TYPE_CHECKING:
    from numcheck.changes import Changed
    from numcheck.config import Config, Wishes

PAYS_FROM = 1_000_000  # bytes: below that, starting processes costs more than they save
_SHARD = 256_000

_Piece = TypeVar("_Piece")
_Result = TypeVar("_Result")


class Terms(NamedTuple):
    """On what terms documents are checked; the same for all of a run.

    `whole` reports have all checks, not only the findings; those to be shown on the page where they
    stand take a `proof` of the copy along. With `changed`, only what stands in a paragraph that
    was changed is told.
    """

    wishes: Wishes
    date: str | None = None
    locale: str | None = None
    whole: bool = False
    proof: bool = False
    changed: Changed | None = None


def check_one(terms: Terms, path: str) -> Report:
    """Check one file; what stops it is told in the report, and stops no other file."""

    def run() -> Report:
        wish = terms.wishes.of(path)
        if wish.cache and terms.changed is None:
            return _kept(terms, path, wish)
        report = check_file(path, None, terms.date, terms.locale, config=wish)
        return report if terms.changed is None else terms.changed.keep(report)

    return _safely(path, run)


def _kept(terms: Terms, path: str, wish: Config) -> Report:
    """Return the report on a file from the cache, or check it, and put it there."""
    from numcheck import cache

    with open(path, "rb") as file:
        data = file.read()
    said = (terms.date, terms.locale, terms.whole, terms.proof)

    def make() -> Report:
        report = check_bytes(data, path, None, terms.date, terms.locale, config=wish)
        return report.slim(terms.whole, terms.proof)

    return cache.Cache(wish.cache).get(cache.key(data, path, wish, said), make)


def check_stream(terms: Terms, data: bytes, name: str) -> Report:
    """Check what came in on standard input, read as `name` says; raises changes.NoHistory."""
    changed = terms.changed.of_stream(name, data) if terms.changed else None

    def run() -> Report:
        wish = terms.wishes.of(name)
        report = check_bytes(data, name, None, terms.date, terms.locale, config=wish)
        return report if changed is None else changed.keep(report)

    return _safely(name, run)


def figures_of(
    path: str,
    data: bytes | None,
    wishes: Wishes,
    locale: str | None = None,
    engine: str = "numcheck",
) -> Report:
    """Extract the figures of a file, or of data by that name, and check nothing.

    Raises BrokenConfig.
    """
    if engine == "quantulum3":
        return _safely(path, lambda: _second_opinion(path, data))
    wish = wishes.of(path)
    own_units(wish)
    return _safely(path, lambda: extract_file(path, data, locale, wish))


def _second_opinion(path: str, data: bytes | None) -> Report:
    from numcheck.extract import second

    if data is None:
        with open(path, "rb") as file:
            data = file.read()
    return Report(path, passage=second.annotate(read_bytes(data, path)))


def _safely(path: str, run: Callable[[], Report]) -> Report:
    """Run, and put what stopped it into a report in its stead."""
    try:
        return run()
    except OSError as fault:
        why = f"cannot be read ({fault.strerror or fault})"
    except Unreadable as fault:
        why = str(fault).removeprefix(f"{path} ")  # the report says whose fault it is
    except Exception as crash:
        why = crashed("the check", crash)
    return Report(path, faults=(why,), read=False)


def check_files(terms: Terms, paths: Iterable[str], jobs: int) -> Iterator[Report]:
    """Check files and yield their reports in the order of the paths."""
    if jobs <= 1:
        yield from (check_one(terms, path) for path in paths)
    else:
        for reports in _spread(_check_shard, terms, _shards(paths, 16), jobs):
            yield from reports


def scan_lines(terms: Terms, lines: Iterable[bytes], name: str, jobs: int) -> Iterator[Report]:
    """Check the documents of a JSONL file, one a line, and yield them in order."""
    shards = _line_shards(lines)
    if jobs <= 1:
        results: Iterable[list[Report]] = (_scan_shard(terms, (name, *shard)) for shard in shards)
    else:
        named = ((name, *shard) for shard in shards)
        results = _spread(_scan_shard, terms, named, jobs)
    for result in results:
        yield from result


def jobs_for(asked: int | None, size: int) -> int:
    """Return how many processes to use: as many as asked, else one for little text."""
    if asked is not None:
        return asked
    return 1 if size < PAYS_FROM else os.cpu_count() or 1


def _check_shard(terms: Terms, paths: list[str]) -> list[Report]:
    return [check_one(terms, path).slim(terms.whole, terms.proof) for path in paths]


def _scan_shard(terms: Terms, shard: tuple[str, int, list[bytes]]) -> list[Report]:
    name, first, lines = shard
    return [
        _scan_line(terms, name, number, line)
        for number, line in enumerate(lines, first)
        if line.strip()
    ]


def _scan_line(terms: Terms, name: str, number: int, line: bytes) -> Report:
    """Check the document of one line; a line that is none is a fault that names its number."""
    try:
        row = _row(line)
    except ValueError as fault:
        return Report(f"{name}:{number}", faults=(str(fault),), read=False)
    format, date = row.get("format") or "plain", row.get("date") or terms.date
    report = _safely(
        name,
        lambda: check_text(
            row["text"], name, format, date, terms.locale, config=terms.wishes.of(name)
        ),
    )
    slim = report.slim(terms.whole)
    return replace(
        slim,
        path=f"{name}:{number}",
        findings=tuple(replace(one, id=row["id"]) for one in slim.findings),
        decided=tuple(replace(one, id=row["id"]) for one in slim.checks),
    )


def _row(line: bytes) -> dict[str, Any]:
    """Read a line; raises ValueError with what is wrong and what to write instead."""
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as fault:
        raise ValueError(f"the line is not JSON ({fault})") from fault
    if (
        not isinstance(row, dict)
        or not isinstance(row.get("id"), str | int)
        or not isinstance(row.get("text"), str)
    ):
        raise ValueError('the line is not a document: {"id": "…", "text": "…"}')
    formats = [reader.format for reader in READERS if reader.read is not None]
    if row.get("format") not in (None, *formats):
        raise ValueError(f"{row['format']!r} is no format; there are {', '.join(formats)}")
    if row.get("date") and not is_date(row["date"]):
        raise ValueError(f"{row['date']!r} is not a date: write YYYY-MM-DD")
    return row


def is_date(text: object) -> bool:
    """Say whether `text` is a day of the calendar, written YYYY-MM-DD."""
    from datetime import date

    try:
        return isinstance(text, str) and date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _shards(paths: Iterable[str], length: int) -> Iterator[list[str]]:
    shard: list[str] = []
    for path in paths:
        shard.append(path)
        if len(shard) == length:
            yield shard
            shard = []
    if shard:
        yield shard


def _line_shards(lines: Iterable[bytes]) -> Iterator[tuple[int, list[bytes]]]:
    """Yield lines in shards of some size, each with the number of its first line."""
    first, shard, size = 1, [], 0
    for number, line in enumerate(lines, 1):
        shard.append(line)
        size += len(line)
        if size >= _SHARD:
            yield first, shard
            first, shard, size = number + 1, [], 0
    if shard:
        yield first, shard


def _spread(
    work: Callable[[Terms, _Piece], _Result], terms: Terms, pieces: Iterable[_Piece], jobs: int
) -> Iterator[_Result]:
    """Do pieces of work in processes; results in order, never more than a few pieces ahead."""
    from concurrent.futures import Future, ProcessPoolExecutor

    with ProcessPoolExecutor(jobs, initializer=_leave_interrupts) as pool:
        ahead: deque[Future[_Result]] = deque()
        try:
            for piece in pieces:
                with _interrupts_held():
                    ahead.append(pool.submit(work, terms, piece))
                if len(ahead) > 2 * jobs:
                    yield ahead.popleft().result()
            while ahead:
                yield ahead.popleft().result()
        finally:
            for future in ahead:
                future.cancel()


@contextmanager
def _interrupts_held() -> Iterator[None]:
    """Let interrupts wait: a process that is just being made does not know yet to leave them."""
    import signal

    hold = getattr(signal, "pthread_sigmask", None)
    if hold is None:  # on Windows there is no such thing, and no process is forked
        yield
        return
    before = hold(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})
    try:
        yield
    finally:
        hold(signal.SIG_SETMASK, before)


def _leave_interrupts() -> None:
    """Have a process leave Ctrl-C to the one that began it."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_SETMASK, ())
