# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a duty of the Convention may carry: elements of an offence, a deadline, a notice, a reservation clause, grounds.

All texts are paraphrases. A field that is None is not said by the Convention, as far as the data know.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from longbien.core.treaty.provisions.citation import ProvisionId


class Modality(StrEnum):
    """How far a provision binds. `procedural` orders how things are done; `definition` and it command nothing."""

    SHALL = "shall"
    SHALL_CONSIDER = "shall_consider"
    SHALL_ENDEAVOUR = "shall_endeavour"
    MAY = "may"
    DEFINITION = "definition"
    PROCEDURAL = "procedural"


class Actor(StrEnum):
    """Who a provision speaks to."""

    STATE_PARTY = "state_party"
    REQUESTING = "requesting"
    REQUESTED = "requested"
    BOTH = "both"
    CONFERENCE = "conference"
    SECRETARIAT = "secretariat"
    SECRETARY_GENERAL = "secretary_general"
    DEPOSITARY = "depositary"


class Addressee(StrEnum):
    """Who a notice goes to; `depositary` is the Secretary-General in that office."""

    SECRETARY_GENERAL = "secretary_general"
    DEPOSITARY = "depositary"
    REQUESTING = "requesting"
    REQUESTED = "requested"
    TRANSMITTING = "transmitting"
    TRANSFERRING = "transferring"
    CONFERENCE = "conference"


class Required(StrEnum):
    """When an item belongs into a request."""

    ALWAYS = "always"
    ALWAYS_EXCEPT_SERVICE = "always_except_service_of_documents"
    WHERE_POSSIBLE = "where_possible_and_appropriate"
    WHERE_APPLICABLE = "where_applicable"
    IF_AVAILABLE = "if_available"
    AS_APPROPRIATE = "as_appropriate"


@dataclass(frozen=True, slots=True, kw_only=True)
class OptionalElement:
    """An element that a State may add to an offence, and the provision that lets it."""

    provision: ProvisionId
    requirement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Elements:
    """What makes up an offence (Articles 7 to 17)."""

    conduct: tuple[str, ...]
    object_of_conduct: str
    mental_element: str
    without_right: bool
    purpose_or_result: str | None
    optional: tuple[OptionalElement, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Threshold:
    """A limit that decides whether a provision applies: `amount` with operator and unit, or a `scope` in words."""

    kind: str
    operator: str | None
    amount: int | None
    unit: str | None
    scope: str | None
    alternative: str | None
    defined_in: ProvisionId | None
    applies_to: str | None
    note: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A time that a provision sets: an `amount` of `unit` from `starts`, a `standard` in words, a date, or an event (`when`).

    `entry_into_force`: on the `amount`-th day after the deposit of the `instruments`-th instrument (Article 65).
    """

    kind: str
    amount: int | None
    unit: str | None
    standard: str | None
    day: date | None
    when: str | None
    what: str | None
    starts: str | None
    alternative: str | None
    then: str | None
    conditions: tuple[ProvisionId, ...]
    renewable: bool
    renewal: str | None
    instruments: int | None
    excludes: str | None
    not_before: str | None
    rule: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """Something that must be told to somebody, and when."""

    to: Addressee
    what: str
    when: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Register:
    """A register that somebody keeps, and the duty that goes with it."""

    keeper: Actor
    duty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReservationClause:
    """A clause that allows a reservation or asks for a declaration. `concerns`: the provisions that it bears on."""

    kind: str
    concerns: tuple[ProvisionId, ...]
    scope: str
    limit: str | None
    when: str | None
    effect: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A ground on which something may be refused. `same_as`: the provision whose ground this is, if it only refers to it."""

    ground: str
    same_as: ProvisionId | None
    nature: str
    applies_to: tuple[str, ...]
    characteristics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """One of several duties in one paragraph, each with its own actor (None: the paragraph's) and force."""

    actor: Actor | None
    modality: Modality
    what: str
