# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who is represented at a session, with the state of their credentials: what an electorate is made of beside the treaty desk's answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from longbien.core.conference.credentials.states import Effect, State, credentials_of, rights
from longbien.store import models
from longbien.store.queries.conference_people import credential_steps, open_delegations


@dataclass(frozen=True, slots=True, kw_only=True)
class Represented:
    """A delegation that holds its participant's seat. `seated` and `vote` as far as its credentials are concerned."""

    participant: str
    kind: str
    """`state`, `organisation` or `observer`."""
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
    rows = [
        one for one in open_delegations(conference) if one.claim == 1 and one.kind != models.Delegation.STAFF
    ]
    steps = credential_steps(row.pk for row in rows)
    badges = _badges(row.pk for row in rows)
    return tuple(
        _represented(row, credentials_of(steps.get(row.pk, ())).state, Effect(effect), badges.get(row.pk, 0))
        for row in rows
    )


def _represented(row: models.Delegation, state: State, effect: Effect, badges: int) -> Represented:
    observer = row.kind == models.Delegation.OBSERVER
    held = rights(State.ACCEPTED if observer else state, effect)
    return Represented(
        participant=row.participant,
        kind=row.kind,
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
