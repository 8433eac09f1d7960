# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Two names, one person? Rules over where officers acted from: a table of pure tests.

A proof (one session, one terminal, one passkey under two names) means that the second pair of eyes was the first one's. A hint (the
same browser at the same address within minutes) can be innocent: it is shown, and people ask.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import combinations
from typing import Final

PROOF: Final = "proof"
HINT: Final = "hint"
PAGE: Final = "page"
TERMINAL: Final = "terminal"
NEAR: Final = timedelta(minutes=10)
"""Within this time an act of another name from the same place is worth a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """From where an officer did something. What is empty is not known and proves nothing.

    `session`, `agent` and `factor` are digests: of the session's key, of what the browser says of itself, of the passkey's id.
    """

    officer: str
    at: datetime
    door: str = ""
    session: str = ""
    address: str = ""
    agent: str = ""
    factor: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One rule: its code, whether it proves or hints, and its test on two sightings."""

    code: str
    strength: str
    test: Callable[[Seen, Seen], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """That two names may be one person (or one name two): the rule's code, its strength, the officers, the later moment."""

    code: str
    strength: str
    officers: tuple[str, ...]
    at: datetime


def _others(first: Seen, second: Seen) -> bool:
    return first.officer != second.officer


def _near(first: Seen, second: Seen) -> bool:
    return abs(first.at - second.at) <= NEAR


def _same(name: str) -> Callable[[Seen, Seen], bool]:
    def test(first: Seen, second: Seen) -> bool:
        value: str = getattr(first, name)
        return bool(value) and value == getattr(second, name)

    return test


_SESSION: Final = _same("session")
_ADDRESS: Final = _same("address")
_AGENT: Final = _same("agent")
_FACTOR: Final = _same("factor")

RULES: Final = (
    Rule(
        code="safeguards.one_session",
        strength=PROOF,
        test=lambda a, b: _others(a, b) and a.door != TERMINAL and _SESSION(a, b),
    ),
    Rule(
        code="safeguards.one_terminal",
        strength=PROOF,
        test=lambda a, b: _others(a, b) and a.door == b.door == TERMINAL and _SESSION(a, b),
    ),
    Rule(
        code="safeguards.one_passkey",
        strength=PROOF,
        test=lambda a, b: _others(a, b) and _FACTOR(a, b),
    ),
    Rule(
        code="safeguards.one_browser",
        strength=HINT,
        test=lambda a, b: _others(a, b) and _near(a, b) and _AGENT(a, b) and _ADDRESS(a, b),
    ),
    Rule(
        code="safeguards.one_address",
        strength=HINT,
        test=lambda a, b: _others(a, b) and _near(a, b) and not _AGENT(a, b) and _ADDRESS(a, b),
    ),
    Rule(
        code="safeguards.two_devices",
        strength=HINT,
        test=lambda a, b: (
            not _others(a, b)
            and _near(a, b)
            and bool(a.session and b.session)
            and not _SESSION(a, b)
            and not (_AGENT(a, b) and _ADDRESS(a, b))
        ),
    ),
)
"""The first rule that fits two sightings is the one that is told."""


def doubts(seen: Iterable[Seen]) -> tuple[Doubt, ...]:
    """Give what is doubtful about these sightings taken together, proofs first; each rule once for the same officers."""
    found: dict[tuple[str, tuple[str, ...]], Doubt] = {}
    for first, second in combinations(tuple(seen), 2):
        doubt = doubt_of(first, second)
        if doubt is not None:
            found.setdefault((doubt.code, doubt.officers), doubt)
    return tuple(sorted(found.values(), key=lambda one: (one.strength != PROOF, one.at)))


def doubt_of(first: Seen, second: Seen, rules: Sequence[Rule] = RULES) -> Doubt | None:
    """Give the first rule that fits two sightings."""
    for rule in rules:
        if rule.test(first, second):
            return Doubt(
                code=rule.code,
                strength=rule.strength,
                officers=tuple(sorted({first.officer, second.officer})),
                at=max(first.at, second.at),
            )
    return None
