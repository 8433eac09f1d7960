# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accreditation of observers as a pure function of its steps (rules 14 to 17 of the default profile): states, dates, objections.

An application is listed, circulated at least so many days before the session, objected to by one State or by none, referred
to the Conference or not, and admitted or not. What is open between delegations is a value of `Terms`, taken from the rules that
the Conference chose; each refusal names the term that it comes from.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Track(StrEnum):
    """By which rule a body comes."""

    SIGNATORY = "signatory"
    """Rule 14: a State or organisation that signed; a written notice is enough."""
    NON_SIGNATORY = "non_signatory"
    """Rule 15: accorded unless the Conference decides otherwise."""
    ENTITY = "entity"
    """Rule 16: entities and intergovernmental organisations."""
    NGO_ECOSOC = "ngo_ecosoc"
    """Rule 17(1): in consultative status with the Economic and Social Council."""
    NGO_OTHER = "ngo_other"
    """Rule 17(2): relevant others, whose list is circulated."""


NGOS: Final = frozenset({Track.NGO_ECOSOC, Track.NGO_OTHER})


class State(StrEnum):
    """Where an application stands."""

    APPLIED = "applied"
    LISTED = "listed"
    CIRCULATED = "circulated"
    OBJECTED = "objected"
    OBJECTION_WITHDRAWN = "objection_withdrawn"
    """Every objection was withdrawn; it is admitted by the secretariat's next step."""
    REFERRED = "referred"
    ADMITTED = "admitted"
    NOT_ADMITTED = "not_admitted"
    WITHDRAWN = "withdrawn"
    """By the body itself."""


class StepKind(StrEnum):
    """What may happen to an application."""

    LISTED = "listed"
    CIRCULATED = "circulated"
    CONSENTED = "consented"
    """The State in which the body is based consents (or was informed)."""
    CONSENT_REFUSED = "consent_refused"
    OBJECTED = "objected"
    OBJECTION_WITHDRAWN = "objection_withdrawn"
    REFERRED = "referred"
    ADMITTED = "admitted"
    NOT_ADMITTED = "not_admitted"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a conference chose (variants of rule 17) and its opening.

    `visibility`: who reads who objected: `secretariat_only`, `states_parties` or `public`. `default`: what an objected application
    comes to if the Conference takes no decision: `admitted` or `not_admitted`. `carry_over`: bodies accredited to the Ad Hoc
    Committee are admitted without a new procedure. `consent`: what the State of its seat has to say: `none`, `information`,
    `consent`. `subsidiary`: `never`, `when_public`, `always`.
    """

    opening: datetime
    circulate_days: int = 30
    reasons_required: bool = True
    visibility: str = "states_parties"
    default: str = "not_admitted"
    carry_over: bool = False
    consent: str = "none"
    subsidiary: str = "when_public"
    objections_until: datetime | None = None
    """The deadline, if the session set another than its opening."""

    @property
    def deadline(self) -> datetime:
        """Give the moment at which objections close."""
        return self.objections_until or self.opening

    def latest_circulation(self) -> date:
        """Give the last day on which a list may be circulated."""
        return (self.opening - timedelta(days=self.circulate_days)).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: what, when, by which State (an objector, the State of the seat), its reasons."""

    kind: StepKind
    at: datetime
    by: str = ""
    reasons: str = ""
    decision: bool = False
    """Of admission or refusal: the Conference decided it; otherwise it follows from the rules."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Objection:
    """An objection by one State Party: when, why, and since when it is withdrawn, if it is."""

    by: str
    at: datetime
    reasons: str
    withdrawn_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Application:
    """What an application is, and what its steps come to."""

    track: Track
    applied_at: datetime
    seat: str = ""
    ad_hoc: bool = False
    """Whether the body was accredited to the Ad Hoc Committee."""
    state: State = State.APPLIED
    since: datetime | None = None
    circulated_at: datetime | None = None
    consent: str = ""
    """`given`, `refused`, or empty."""
    objections: tuple[Objection, ...] = ()

    @property
    def open_objections(self) -> tuple[Objection, ...]:
        """Give the objections that stand."""
        return tuple(one for one in self.objections if one.withdrawn_at is None)

    @property
    def is_ended(self) -> bool:
        """Tell whether nothing more is to happen."""
        return self.state in _ENDED


_ENDED: Final = frozenset({State.ADMITTED, State.NOT_ADMITTED, State.WITHDRAWN})
_OPEN: Final = frozenset(State) - _ENDED

TABLE: Final[Mapping[StepKind, frozenset[State]]] = MappingProxyType(
    {
        StepKind.LISTED: frozenset({State.APPLIED}),
        StepKind.CIRCULATED: frozenset({State.LISTED}),
        StepKind.CONSENTED: _OPEN,
        StepKind.CONSENT_REFUSED: _OPEN,
        StepKind.OBJECTED: _OPEN - {State.REFERRED},
        StepKind.OBJECTION_WITHDRAWN: frozenset({State.OBJECTED, State.REFERRED}),
        StepKind.REFERRED: _OPEN - {State.REFERRED},
        StepKind.ADMITTED: _OPEN,
        StepKind.NOT_ADMITTED: _OPEN,
        StepKind.WITHDRAWN: _OPEN,
    }
)
"""In which states a step may happen at all; what it also needs is checked in `steps.advance`."""
