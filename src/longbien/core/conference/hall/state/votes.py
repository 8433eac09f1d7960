# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes and elections as they stand. A vote's electorate is frozen when it is announced; the engine asks for no dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.conference.counting.tally import Ballot, Tally
from longbien.core.conference.counting.verdict import Verdict

ANNOUNCED: Final = "announced"
BALLOTING: Final = "open"
ENDED: Final = "closed"
DECLARED: Final = "declared"
VOIDED: Final = "voided"
PHASES: Final = (ANNOUNCED, BALLOTING, ENDED, DECLARED, VOIDED)
"""The phases of a vote (`voting.phases` of the rules)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Elector:
    """One that may vote in this vote, with its weight; `members` are an organisation's that are Parties."""

    id: str
    weight: int = 1
    members: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote: what it is on, how it is taken, who may vote, how far it is, what was counted and declared."""

    id: str
    on: str
    method: str
    question: str
    threshold: str
    announced: datetime
    phase: str = ANNOUNCED
    electorate: Mapping[str, Elector] = field(default_factory=dict)
    ballots: Mapping[str, Ballot] = field(default_factory=dict)
    counted: Tally | None = None
    counted_by: str = ""
    confirmed_by: str = ""
    verdict: Verdict | None = None
    declared: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """An election with its ballots, one after another until the places are filled."""

    id: str
    office: str
    places: int
    candidates: tuple[str, ...]
    threshold: str
    announced: datetime
    phase: str = ANNOUNCED
    elected: tuple[str, ...] = ()
