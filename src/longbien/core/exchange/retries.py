# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""When to try again, and what no patience will cure (docs/protocol/exchange.md): two tables."""

from datetime import timedelta
from typing import Final

RETRIES: Final = (
    timedelta(seconds=5),
    timedelta(seconds=15),
    timedelta(minutes=1),
    timedelta(minutes=5),
    timedelta(minutes=15),
    timedelta(hours=1),
)
"""How long to wait after the first, second, … attempt in a row that did not get through; the last one repeats."""

CURABLE: Final = frozenset(
    {
        "exchange.busy",  # the partner's node said so
        "exchange.clock_future",  # the two clocks differ; time passes
        "exchange.quota",
        "exchange.too_slow",  # the line was too slow for the partner's patience
        "exchange.unknown_sender",  # the partner has not introduced us yet
        "parties.key_not_yet_valid",
        "parties.key_unknown",  # our newer directory entry is on its way
    }
)
"""Codes of a partner for an act that may be answered otherwise later. Every other one ends the row as refused."""


def wait_after(failures: int) -> timedelta:
    """Give the time to wait after so many attempts in a row (at least one) that did not get through."""
    return RETRIES[min(failures, len(RETRIES)) - 1]
