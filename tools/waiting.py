# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Waiting for what has to cross first: a command is typed again until the other side's act has arrived."""

import time
from collections.abc import Callable
from typing import Any, Final

from tools.nodes import DUTY, Node, NodeError, Said

PATIENCE: Final = 90.0
"""Seconds that something may take to cross."""
AGAIN: Final = 0.15
"""Seconds between two tries."""
NOT_YET: Final = frozenset(
    {
        "cli.request_unknown",
        "evidence.unknown",
        "evidence.not_released",
        "evidence.segments_missing",
        "cooperation.transition",
        "cooperation.not_sent",
    }
)
"""Refusals that only mean that the other side's act has not arrived."""


def until(
    node: Node,
    *words: str,
    by: str,
    patience: float = PATIENCE,
    meanwhile: Callable[[], None] = lambda: None,
) -> Said:
    """Type a command until what it needs has arrived; NodeError for any other refusal, or when patience ends."""
    end = time.monotonic() + patience
    while True:
        said = node.run(*words, by=by, expect=None)
        if said.status == 0:
            return said
        if code_of(said) not in NOT_YET or time.monotonic() > end:
            raise NodeError(f"{node.party}: longbien {' '.join(words)} ended with {said.status}: {said.err}")
        meanwhile()
        time.sleep(AGAIN)


def until_state(node: Node, request: str, track: str, state: str, item: str = "") -> Any:
    """Ask for a request's page until a track (or the evidence `item`) stands as wanted; give the page."""
    end = time.monotonic() + PATIENCE
    while True:
        said = node.run("request", "show", request, "--json", by=DUTY, expect=None)
        page = said.value if said.status == 0 else None
        if page is not None:
            found = page["state"]["evidence"].get(item) if item else page["state"]["tracks"][track]
            if found == state:
                return page
        elif code_of(said) not in NOT_YET:
            raise NodeError(f"{node.party}: {said.err}")
        if time.monotonic() > end:
            raise NodeError(
                f"{node.party}: {track} of {request} is not “{state}”: {said.out[:2000]}{said.err}"
            )
        time.sleep(AGAIN)


def code_of(said: Said) -> str:
    """Give the code with which a command was refused."""
    return said.err.strip().rpartition("[")[2].rstrip("]")
