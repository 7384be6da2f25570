"""One run over many inputs: whose wishes, which rules, what reports."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from numcheck import check, config, scan, shelf
from numcheck.report.outcome import Report

if TYPE_CHECKING:
    from argparse import Namespace

    from numcheck.inputs import Input
    from numcheck.judge.rule import Rule


def wishes(options: Namespace) -> config.Wishes:
    """Return where the wishes for each file come from; raises BrokenConfig."""
    given = None
    if options.config:
        given = config.load(options.config)
    elif options.isolated:
        given = config.Config()
    return config.Wishes(
        given,
        tuple(word for words in getattr(options, "select", ()) for word in words),
        tuple(word for words in getattr(options, "ignore", ()) for word in words),
        tuple(getattr(options, "rules", ())),
        getattr(options, "baseline", None) or "",
        getattr(options, "cache", None) or "",
    )


def rules(wishes: config.Wishes, paths: Iterable[str]) -> tuple[Rule, ...]:
    """Return all rules that some files are checked by; raises what is wrong with any of them."""
    if wishes.baseline:
        from numcheck.config.baseline import read

        read(wishes.baseline)
    known: dict[str, Rule] = {}
    seen = set()
    for path in paths:
        wish = wishes.of(path)
        key = (
            wish.select,
            wish.ignore,
            wish.rules,
            wish.units,
            *wish.words.items(),
            *wish.severity,
        )
        if key not in seen:
            seen.add(key)
            try:
                known |= {rule.id: rule for rule in shelf.rules(wish)}
                shelf.all_known(wish.severity, wish)
            except shelf.Unknown as broken:
                raise _placed(broken, wishes, wish.path) from broken
            check.own_units(wish)
    return tuple(known[id] for id in sorted(known))


def _placed(broken: shelf.Unknown, wishes: config.Wishes, path: str) -> shelf.BrokenShelf:
    """Say which configuration asks for what is not there, where the command line does not."""
    asked = {*wishes.select, *wishes.ignore, *wishes.rules}
    return shelf.BrokenShelf(
        [
            sentence if name in asked or not path else f"{config.shown(path)}: {sentence}"
            for name, sentence in zip(broken.names, broken.sentences, strict=True)
        ]
    )


def reports(found: Sequence[Input], terms: scan.Terms, options: Namespace) -> Iterator[Report]:
    """Yield reports in the order given; runs of files are checked together."""
    jobs = scan.jobs_for(options.jobs, sum(one.size for one in found))
    files: list[str] = []
    for one in found:
        if one.path != "-" and not one.fault:
            files.append(one.path)
            continue
        yield from scan.check_files(terms, files, jobs)
        files = []
        if one.fault:
            yield Report(one.path, faults=(one.fault,), read=False)
        else:
            yield scan.check_stream(terms, sys.stdin.buffer.read(), options.stdin_filename)
    yield from scan.check_files(terms, files, jobs)
