# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""How the demonstration tells what happens: a line for each step as it is taken, and the table of all of them in the end."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from longbien.cli.tables import WIDTH, columns_of, table, wrapped

MARK: Final = "EXERCISE · EXERCISE · EXERCISE · nothing here is a real request"
_OPEN: Final = "…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: when it ended, how long it took (seconds), who took it, what it was, what came of it in a few words."""

    at: datetime
    took: float
    who: str
    what: str
    result: str


@dataclass(slots=True)
class Result:
    """What came of a step: told when it ends, and in a few words for the table."""

    text: str = ""
    brief: str = ""


@dataclass(slots=True)
class Telling:
    """The story so far."""

    begun: float = field(default_factory=time.monotonic)
    steps: list[Step] = field(default_factory=list)

    @contextmanager
    def step(self, who: str, what: str) -> Iterator[Result]:
        """Tell a step while it is taken; what the body puts into the result is told when it ends."""
        started = time.monotonic()
        shown = f"{started - self.begun:6.1f} s  {who:11} {what}"
        if sys.stdout.isatty():
            print(shown + _OPEN, end="", flush=True)
        result = Result()
        yield result
        ended = time.monotonic()
        step = Step(
            at=datetime.now(UTC),
            took=ended - started,
            who=who,
            what=what,
            result=result.brief or result.text,
        )
        self.steps.append(step)
        if sys.stdout.isatty():
            print("\r\x1b[K", end="")
        print(f"{shown} ({step.took:.1f} s)", flush=True)
        for line in wrapped(result.text, WIDTH - 23) if result.text else ():
            print(" " * 23 + line, flush=True)

    def progress(self, text: str) -> None:
        """Show how far the step that is being taken has come, where somebody looks."""
        if sys.stdout.isatty():
            print(f"\r\x1b[K{'':23}{text}", end="", flush=True)

    def headline(self, text: str) -> None:
        """Begin a chapter, with the mark of the exercise."""
        line = f"── {text} "
        print(f"\n{line}{'─' * max(0, WIDTH - columns_of(line))}\n{MARK}\n", flush=True)

    def note(self, text: str) -> None:
        """Say something that is no step."""
        for line in wrapped(text, WIDTH):
            print(line, flush=True)

    def all_steps(self) -> str:
        """Lay out everything that happened, with its times."""
        rows = [
            (f"{one.at:%H:%M:%S}", f"{one.took:.1f} s", one.who, one.what, one.result) for one in self.steps
        ]
        return table(("UTC", "took", "who", "what", "what came of it"), rows)
