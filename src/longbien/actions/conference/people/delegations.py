# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Opening a delegation and finding it: a State's or an organisation's, an observer's, or that of those who serve the Conference."""

from typing import Final

from longbien.actions.conference.people.keeping import note_decision, require_secretariat, signature
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.treaty.status.participants import Participant, participants
from longbien.store import models
from longbien.store.writing import write_transaction

STAFF: Final = "staff"


def open_delegation(
    *,
    node: Node,
    actor: models.Officer,
    conference: str,
    participant: str,
    rival: bool = False,
    name: str = "",
) -> models.Delegation:
    """Open the delegation of a State, an organisation, an observer that applied, or `staff`.

    `rival`: a second claim to a seat that a delegation holds; it gets a list and credentials of its own, and no rights before
    the Conference decides. RefusedError `people.not_permitted`, `conference.session_unknown`, `conference.delegation_open`,
    `conference.no_incumbent`; UsageError `conference.participant_unknown`.
    """
    require_secretariat(actor)
    check_session(conference)
    kind = kind_of(conference, participant)
    now = node.clock()
    with write_transaction():
        before = models.Delegation.objects.filter(conference=conference, participant=participant)
        number = before.count()
        if rival and not number:
            raise RefusedError("conference.no_incumbent", participant=participant)
        if number and not rival:
            raise RefusedError("conference.delegation_open", participant=participant)
        made = models.Delegation.objects.create(
            conference=conference,
            participant=participant,
            claim=number + 1,
            kind=kind,
            name=name[:300],
            opened_by=signature(actor),
            opened_at=now,
        )
        note_decision(node=node, actor=actor, facts=_facts(made), now=now)
    return made


def delegation_for(
    *, node: Node, actor: models.Officer, conference: str, participant: str
) -> models.Delegation:
    """Find a participant's seated delegation, or open it; as `open_delegation`."""
    found = models.Delegation.objects.filter(conference=conference, participant=participant, claim=1).first()
    if found is not None:
        return found
    return open_delegation(node=node, actor=actor, conference=conference, participant=participant)


def find_delegation(conference: str, participant: str, claim: int = 1) -> models.Delegation:
    """Find a delegation; RefusedError `conference.delegation_unknown`."""
    found = models.Delegation.objects.filter(
        conference=conference, participant=participant, claim=claim
    ).first()
    if found is None:
        raise RefusedError("conference.delegation_unknown", participant=participant[:60])
    return found


def check_session(conference: str) -> None:
    """Check that a session is kept here; RefusedError `conference.session_unknown`."""
    if not models.Conference.objects.filter(conference_id=conference).exists():
        raise RefusedError("conference.session_unknown", session=conference[:40])


def kind_of(conference: str, participant: str) -> str:
    """Give what kind of delegation a participant has; UsageError `conference.participant_unknown` for nobody's id."""
    if participant == STAFF:
        return models.Delegation.STAFF
    known: dict[str, Participant] = {str(code): one for code, one in participants().items()}
    if participant in known:
        return models.Delegation.STATE if known[participant].is_state else models.Delegation.ORGANISATION
    applied = models.ObserverApplication.objects.filter(conference=conference, observer=participant)
    if not applied.exists():
        raise UsageError("conference.participant_unknown", participant=participant[:60])
    return models.Delegation.OBSERVER


def name_of(delegation: models.Delegation, language: str = "en") -> str:
    """Give a delegation's name in a language."""
    found = {str(code): one for code, one in participants().items()}.get(delegation.participant)
    return delegation.name or (found.name(language) if found is not None else delegation.participant)


def _facts(made: models.Delegation) -> dict[str, str | int]:
    return {
        "step": "open",
        "conference": made.conference,
        "participant": made.participant,
        "claim": made.claim,
    }


def names_of(conference: str, language: str = "en") -> dict[tuple[str, int], str]:
    """Give the names of all delegations of a session by participant and claim."""
    rows = models.Delegation.objects.filter(conference=conference)
    return {(one.participant, one.claim): name_of(one, language) for one in rows}
