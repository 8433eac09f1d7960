# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Progress of long work, on standard error and only where somebody looks: amount, speed, time left."""

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Final

import click

_UNITS: Final = ("B", "KiB", "MiB", "GiB", "TiB")
_EVERY: Final = 0.2
"""Seconds between two looks of the bar."""
_CELLS: Final = 24
_LEAST: Final = 1.0
"""Seconds before a time left is guessed."""


@contextmanager
def progress(label: str, size: int | None) -> Iterator[Callable[[int], None]]:
    """Show how many of `size` bytes are done (None: not known); give what is to be told the bytes done so far."""
    if not sys.stderr.isatty():
        yield lambda _done: None
        return
    started = shown = time.monotonic()
    last = 0

    def tell(done: int) -> None:
        nonlocal shown, last
        now = time.monotonic()
        last = done
        if now - shown >= _EVERY:
            shown = now
            _draw(label, done, size, now - started)

    try:
        yield tell
        _draw(label, last, size, time.monotonic() - started)
    finally:
        click.echo(err=True)


def amount(count: int) -> str:
    """Write a number of bytes as people read it: 12 B, 3.4 MiB."""
    number, unit = float(count), 0
    while number >= 1024 and unit < len(_UNITS) - 1:
        number, unit = number / 1024, unit + 1
    return f"{number:.1f} {_UNITS[unit]}" if unit else f"{count} B"


def line(label: str, done: int, size: int | None, seconds: float) -> str:
    """Give the bar's line at a moment of the work."""
    speed = done / seconds if seconds > 0 else 0.0
    parts = [f"{label}:", amount(done)]
    if size:
        share = min(done / size, 1.0)
        filled = int(share * _CELLS)
        parts = [f"{label}:", f"[{'#' * filled}{'.' * (_CELLS - filled)}]", f"{share:4.0%}", amount(done)]
    parts.append(f"{amount(int(speed))}/s")
    if size and speed and seconds >= _LEAST and done < size:
        left = int((size - done) / speed)
        parts.append(f"{left // 60}:{left % 60:02} left")
    return " ".join(parts)


def _draw(label: str, done: int, size: int | None, seconds: float) -> None:
    click.echo("\r\x1b[K" + line(label, done, size, seconds), nl=False, err=True)
