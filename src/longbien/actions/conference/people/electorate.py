# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is represented at a session, with the state of their credentials: what an electorate is made of beside the treaty desk's answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

from longbien.core.conference.accreditation.states import StepKind, Track
from longbien.core.conference.credentials.states import Effect, State, credentials_of, rights
from longbien.store import models
from longbien.store.queries.conference_people import (
    application_steps,
    credential_steps,
    open_delegations,
)

_ROLES: Final[Mapping[Track, str]] = MappingProxyType(
    {
        Track.SIGNATORY: "signatory",
        Track.NON_SIGNATORY: "non_signatory",
        Track.ENTITY: "igo_or_entity",
        Track.NGO_ECOSOC: "ngo",
        Track.NGO_OTHER: "ngo",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Represented:
    """A delegation that holds its participant's seat. `seated` and `vote` as far as its credentials are concerned."""

    participant: str
    kind: str
    """`state`, `organisation`, or an observer's role in the rules: `non_signatory`, `igo_or_entity`, `ngo`."""
    name: str
    credentials: State
    seated: bool
    vote: bool
    provisional: bool
    badges: int


def represented(conference: str, effect: str = Effect.NONE) -> tuple[Represented, ...]:
    """Give every seated delegation of a session by participant; rival claims and staff are left out.

    `effect` is the rule value `credentials.rejection_effect`. Observers have no credentials (rule 21): their names are notified.
    """
    admitted = _admitted(conference)
    rows = [
        one
        for one in open_delegations(conference)
        if one.claim == 1
        and one.kind != models.Delegation.STAFF
        and (one.kind != models.Delegation.OBSERVER or one.participant in admitted)
    ]
    steps = credential_steps(row.pk for row in rows)
    badges = _badges(row.pk for row in rows)
    return tuple(
        _represented(
            row,
            admitted.get(row.participant, row.kind) if row.kind == models.Delegation.OBSERVER else row.kind,
            credentials_of(steps.get(row.pk, ())).state,
            effect=Effect(effect),
            badges=badges.get(row.pk, 0),
        )
        for row in rows
    )


def _admitted(conference: str) -> dict[str, str]:
    """Give the role of each body that was admitted: whose last step of all says so."""
    rows = models.ObserverApplication.objects.filter(conference=conference)
    steps = application_steps(row.pk for row in rows)
    return {
        row.observer: _ROLES.get(Track(row.track), "ngo")
        for row in rows
        if steps.get(row.pk) and steps[row.pk][-1].kind is StepKind.ADMITTED
    }


def _represented(
    row: models.Delegation, kind: str, state: State, *, effect: Effect, badges: int
) -> Represented:
    observer = row.kind not in {models.Delegation.STATE, models.Delegation.ORGANISATION}
    held = rights(State.ACCEPTED if observer else state, effect)
    return Represented(
        participant=row.participant,
        kind=kind,
        name=row.name,
        credentials=state,
        seated=held.seated,
        vote=held.vote and not observer,
        provisional=held.provisional,
        badges=badges,
    )


def _badges(delegations: Iterable[int]) -> dict[int, int]:
    found: dict[int, int] = {}
    rows = models.Badge.objects.filter(delegation__in=list(delegations), ended_at=None)
    for number in rows.values_list("delegation_id", flat=True):
        found[number] = found.get(number, 0) + 1
    return found
