# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Votes and elections as they stand. A vote's electorate is frozen when it is announced; the engine asks for no dates."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.conference.counting import elections
from longbien.core.conference.counting.tally import Ballot, Choice, Tally
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
class Correction:
    """A note that a participant meant to vote otherwise: it changes no total (`voting.correction_after`)."""

    seq: int
    at: datetime
    participant: str
    choice: Choice
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Explanation:
    """An explanation of vote: on what, before the vote (`vote` is empty) or after it."""

    seq: int
    at: datetime
    participant: str
    on: str
    vote: str = ""
    words: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One vote: what it is on, how it is taken, who may vote, how far it is, what was counted and declared.

    `roll` is the order of a roll-call from `first`, the name drawn; `lot` binds the secretariat to the number from which it is drawn. `earlier` are verdicts
    before the threshold was ruled anew. `differs` tells that the Chair's declaration is not what was computed: both are shown.
    """

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
    earlier: tuple[Verdict, ...] = ()
    declared: str = ""
    declared_words: str = ""
    first: str = ""
    lot: str = ""
    seed: str = ""
    roll: tuple[str, ...] = ()
    second: bool = False
    voided: str = ""
    corrections: tuple[Correction, ...] = ()

    @property
    def differs(self) -> bool:
        """Tell whether the Chair declared something else than was computed."""
        return bool(self.declared) and self.verdict is not None and self.declared != self.verdict.outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class Tellers:
    """Who counted a ballot of an election, and who confirmed it."""

    counted_by: str
    confirmed_by: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Election:
    """An election with its ballots, one after another until the places are filled.

    `course` holds every ballot with its papers, what was required, what comes next; `tellers` those of each ballot, in the same order; `drawn` the names
    that a lot has brought so far.
    """

    id: str
    office: str
    places: int
    candidates: tuple[str, ...]
    threshold: str
    announced: datetime
    course: elections.Election
    phase: str = ANNOUNCED
    elected: tuple[str, ...] = ()
    electorate: Mapping[str, Elector] = field(default_factory=dict)
    tellers: tuple[Tellers, ...] = ()
    drawn: tuple[str, ...] = ()
    words: str = ""
