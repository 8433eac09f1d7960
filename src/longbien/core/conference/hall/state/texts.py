# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Proposals, amendments and parts: what became of each text (rules 51 to 55 of UNTOC)."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

TABLED: Final = "tabled"
ADOPTED: Final = "adopted"
REJECTED: Final = "rejected"
WITHDRAWN: Final = "withdrawn"
FALLEN: Final = "fallen"
NOT_PUT: Final = "not_put"
DEFERRED: Final = "deferred"
NO_ACTION: Final = "no_action"
NOT_COMPETENT: Final = "not_competent"
STATES: Final = (TABLED, ADOPTED, REJECTED, WITHDRAWN, FALLEN, NOT_PUT, DEFERRED, NO_ACTION, NOT_COMPETENT)
"""What a text can be. `fallen`: with the one that it depends on; `not_put`: passed over, or rejected by implication."""

WHOLE: Final = "whole"
ASKED: Final = "asked"
RETAINED: Final = "retained"
DELETED: Final = "deleted"
"""What a part can be: voted with the whole; asked to be voted separately; kept by that vote; deleted by it."""

REQUESTED: Final = "requested"
OBJECTED: Final = "objected"
GRANTED: Final = "granted"
REFUSED: Final = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of a proposal. The Conference decides on operative parts; a preamble alone is no decision."""

    id: str
    operative: bool = True
    state: str = WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Division:
    """A request to vote parts of a proposal separately: granted unless somebody objects, then put as a motion."""

    by: str
    parts: tuple[str, ...]
    state: str = REQUESTED
    objected_by: str = ""
    spoke_for: tuple[str, ...] = ()
    spoke_against: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal. `order` is its place among those tabled; `question` its kind of question; `circulated` the moment when it was.

    `listed` tells that its operative parts were named when it was tabled, so that it is known when none is left.
    `costs` tells that it has financial implications, `costed` that the secretariat has stated them.
    """

    id: str
    order: int
    tabled: datetime
    by: str
    symbol: str = ""
    title: str = ""
    item: str = ""
    sponsors: tuple[str, ...] = ()
    question: str = "substance"
    depends_on: str = ""
    competes_with: tuple[str, ...] = ()
    parts: tuple[Part, ...] = ()
    listed: bool = False
    written: bool = True
    circulated: datetime | None = None
    in_time: bool = False
    costs: bool = False
    costed: bool = False
    state: str = TABLED
    amended: bool = False
    division: Division | None = None
    amendments: tuple[str, ...] = ()
    ordered: tuple[str, ...] = ()
    priority: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Amendment:
    """A change proposed to a proposal. `excludes` are the amendments that its adoption necessarily rejects."""

    id: str
    proposal: str
    by: str
    tabled: datetime
    excludes: tuple[str, ...] = ()
    words: str = ""
    state: str = TABLED


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """The Chair's question whether anybody objects: consensus, or the silence procedure (`hours` is then set)."""

    on: str
    asked: datetime
    question: str = ""
    hours: int | None = None
    objections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """What was decided, how, and what followed from it without a vote (a linked draft that fell).

    `how` is `vote`, `consensus`, `silence`, `no_objection`, `granted` or `follows`; `rule` the path of the rule that gave it its effect.
    """

    seq: int
    at: datetime
    on: str
    how: str
    outcome: str
    rule: str
