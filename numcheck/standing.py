"""Lists of what may stand, and which hold nothing any more."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from numcheck.config import ACCEPTED, Wishes, accepted_near, nearest, shown

if TYPE_CHECKING:
    from numcheck.config import Accepted
    from numcheck.report.outcome import Report


class Standing:
    """A run's memory of what its lists have let stand; empty-handed where there are no lists."""

    def __init__(self, wishes: Wishes, asked: Sequence[str]) -> None:
        """Keep where the lists are, and for what paths the run was asked."""
        self.wishes = wishes
        self.asked = [os.path.abspath(path) for path in asked if os.path.isdir(path)]
        self.stood: dict[str, frozenset[str]] = {}

    def add(self, report: Report) -> None:
        """Note what stood in a document that was read and checked in full."""
        if report.read and not report.faults:
            self.stood[report.path] = frozenset(report.stood)

    def lapsed(self) -> Iterator[tuple[str, str]]:
        """Yield list and sentence for each entry whose finding is not there any more.

        An entry is judged only where its file, or all of its list's folder, has been checked by
        its rule: a run over a part says nothing of the rest.
        """
        if self.wishes.baseline:
            yield from self._of_baseline(self.wishes.baseline)
        if self.wishes.given is None:
            folders = {os.path.dirname(os.path.abspath(path)) for path in self.stood}
            entries = {one for folder in folders for one in accepted_near(folder)}
            for one in sorted(entries, key=lambda one: (one.home, one.line)):
                if self._is_over(one):
                    path = shown(os.path.join(one.home, ACCEPTED))
                    yield path, f"line {one.line}: {one.fingerprint} is accepted, but not found"
            yield from self._of_settings(folders)

    def _is_over(self, one: Accepted) -> bool:
        if one.path:
            here = os.path.abspath(os.path.join(one.home, one.path))
            return any(
                one.fingerprint not in stood
                for path, stood in self.stood.items()
                if os.path.abspath(path) == here
            )
        return self._whole(one.home) and not self._met(one.fingerprint)

    def _whole(self, home: str) -> bool:
        """Say whether a folder was asked for as a whole, by every rule that it wants."""
        partly = self.wishes.select or self.wishes.ignore
        return not partly and any(
            home == asked or home.startswith(asked.rstrip(os.sep) + os.sep) for asked in self.asked
        )

    def _met(self, fingerprint: str) -> bool:
        return any(fingerprint in stood for stood in self.stood.values())

    def _of_settings(self, folders: set[str]) -> Iterator[tuple[str, str]]:
        for wish in {one.path: one for one in map(nearest, sorted(folders))}.values():
            if wish.accepted and self._whole(os.path.dirname(wish.path)):
                for mark in wish.accepted:
                    if not self._met(mark):
                        path = shown(wish.path)
                        yield path, f"accept.{mark} is accepted, but not found"

    def _of_baseline(self, baseline: str) -> Iterator[tuple[str, str]]:
        from numcheck import shelf
        from numcheck.config.baseline import inside, read

        checked = {inside(baseline, path): path for path in self.stood}
        for one in read(baseline):
            path = checked.get(one.path)
            if path is None or one.fingerprint in self.stood[path]:
                continue
            if any(rule.id == one.rule for rule in shelf.rules(self.wishes.of(path))):
                yield baseline, f"lapsed: {one.path}, {one.rule}: {one.excerpt}"
