# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong with a State's answers: all of it at once, each with the path of the field."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

from longbien.core.base.errors import MalformedError, RefusedError

STOP: Final = "stop"
"""The papers are not written before this is put right."""
WARN: Final = "warn"
"""Told, never in the way."""
MOST: Final = 500
"""So many flaws are told at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """One flaw of one field (`""`: the whole). `cite` is the paragraph or the practice that the check carries out."""

    code: str
    path: str
    severity: str = STOP
    cite: str = ""
    params: Mapping[str, str | int] = field(default_factory=lambda: MappingProxyType({}))


class FlawedError(MalformedError):
    """Answers that cannot be kept: all flaws together, so that nothing is put right one by one."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        """Keep the flaws; the sentence counts them and names the first field."""
        super().__init__("joining.flawed", count=len(flaws), field=flaws[0].path if flaws else "")
        self.flaws = flaws


class NotReadyError(RefusedError):
    """Papers that may not be written yet: all stops together."""

    def __init__(self, flaws: tuple[Flaw, ...]) -> None:
        """Keep the flaws; the sentence counts them and names the first field."""
        super().__init__("joining.not_ready", count=len(flaws), field=flaws[0].path if flaws else "")
        self.flaws = flaws


def flaw(code: str, path: str, /, *, cite: str = "", **params: str | int) -> Flaw:
    """Make a flaw that stops."""
    return Flaw(code=code, path=path, cite=cite, params=MappingProxyType(params))


def warning(code: str, path: str, /, *, cite: str = "", **params: str | int) -> Flaw:
    """Make a flaw that only tells."""
    return Flaw(code=code, path=path, severity=WARN, cite=cite, params=MappingProxyType(params))


def stops(flaws: Iterable[Flaw]) -> tuple[Flaw, ...]:
    """Give the flaws that stop."""
    return tuple(one for one in flaws if one.severity == STOP)
