# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The life of a request as one table, the same for both sides. Diagrams are drawn from it (docs/reference/lifecycle.md).

The tracks run side by side, for they are different questions: `request` (where the paper is), `information` (is a question
open), one for each measure (never one status), `evidence`, `consent` and `dispute` (one track per item),
`consulting`, `progress` and `sharing` beside them. An event must fit every track that has a row
for it; a row whose `to` is `""` lets the event pass and changes nothing. The rows stand in `tracks`, a file for each sort.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from longbien.core.cooperation.life.tracks.asides import (
    CONSENT,
    CONSENT_STATES,
    CONSULTING,
    CONSULTING_STATES,
    DISPUTE,
    DISPUTE_STATES,
    DRAFT_STATES,
    PROGRESS,
    PROGRESS_STATES,
    SHARED_DRAFT,
)
from longbien.core.cooperation.life.tracks.evidence import EVIDENCE, EVIDENCE_STATES
from longbien.core.cooperation.life.tracks.giving import (
    GIVING_STATES,
    GRANTED,
    SURRENDER_STATES,
    UNDECIDED,
    giving,
    surrendering,
)
from longbien.core.cooperation.life.tracks.keeping import (
    KEEPING_STATES,
    KEPT,
    RUNNING,
    data_set_free,
    keeping,
    person_set_free,
)
from longbien.core.cooperation.life.tracks.offering import OFFER_STATES, OFFERING
from longbien.core.cooperation.life.tracks.paper import (
    INFORMATION,
    INFORMATION_STATES,
    REQUEST,
    REQUEST_STATES,
)
from longbien.core.cooperation.life.tracks.row import EITHER, ENDED, OPEN, TIMER, Row

__all__ = [
    "BY_ITEM",
    "EITHER",
    "ENDED",
    "GRANTED",
    "KEPT",
    "NEUTRAL",
    "OPEN",
    "RUNNING",
    "STATES",
    "TABLE",
    "TIMER",
    "UNDECIDED",
    "Row",
]

STATES: Final[Mapping[str, tuple[str, ...]]] = MappingProxyType(
    {
        "request": REQUEST_STATES,
        "information": INFORMATION_STATES,
        "preservation": KEEPING_STATES,
        "disclosure": GIVING_STATES,
        "assistance": GIVING_STATES,
        "surrender": SURRENDER_STATES,
        "arrest": KEEPING_STATES,
        "offer": OFFER_STATES,
        "consulting": CONSULTING_STATES,
        "progress": PROGRESS_STATES,
        "sharing": DRAFT_STATES,
        "evidence": EVIDENCE_STATES,
        "consent": CONSENT_STATES,
        "dispute": DISPUTE_STATES,
    }
)
"""Every state of every track; the first is where a track begins."""

BY_ITEM: Final[Mapping[str, str]] = MappingProxyType(
    {"evidence": "evidence", "consent": "consents", "dispute": "disputes"}
)
"""Tracks that run once for each item, with the member of `RequestState` that holds them."""

TABLE: Final[tuple[Row, ...]] = (
    *REQUEST,
    *INFORMATION,
    *keeping("preservation", converts=""),
    *data_set_free("preservation"),
    *giving("disclosure"),
    *giving("assistance"),
    *surrendering("surrender"),
    *keeping("arrest", converts="surrender"),
    *person_set_free("arrest"),
    *OFFERING,
    *CONSULTING,
    *PROGRESS,
    *SHARED_DRAFT,
    *EVIDENCE,
    *CONSENT,
    *DISPUTE,
)
"""Every transition of every track."""

NEUTRAL: Final = (
    "act.recalled",
    "act.recall-answer",
    "statement.carried",
    "statement.silence",
    "statement.log-closed",
    "directory.entry",
)
"""Kinds that are understood and change no request."""
