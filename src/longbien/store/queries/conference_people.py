# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rows of delegations and applications as values of the core; what is asked for a whole session takes a fixed number of queries."""

from collections import defaultdict
from collections.abc import Iterable

from longbien.core.conference.accreditation import states as accreditation
from longbien.core.conference.credentials.states import Step, StepKind
from longbien.store import models


def open_delegations(conference: str) -> list[models.Delegation]:
    """Give the delegations of a session that have not ended, by participant and claim."""
    rows = models.Delegation.objects.filter(conference=conference, ended_at=None)
    return list(rows.order_by("participant", "claim"))


def credential_steps(delegations: Iterable[int]) -> dict[int, tuple[Step, ...]]:
    """Give the steps of credentials by delegation, in the order in which they were recorded."""
    found: dict[int, list[Step]] = defaultdict(list)
    for row in models.CredentialStep.objects.filter(delegation__in=list(delegations)).order_by("pk"):
        found[row.delegation_id].append(step_of(row))
    return {number: tuple(steps) for number, steps in found.items()}


def step_of(row: models.CredentialStep) -> Step:
    """Give a row as a step of the core."""
    body = dict(row.body)
    return Step(kind=StepKind(row.kind), at=row.at, by=str(body.get("by", "")), body=body)


def application_steps(applications: Iterable[int]) -> dict[int, tuple[accreditation.Step, ...]]:
    """Give the steps of applications by row, in the order in which they were recorded."""
    found: dict[int, list[accreditation.Step]] = defaultdict(list)
    for row in models.ApplicationStep.objects.filter(application__in=list(applications)).order_by("pk"):
        found[row.application_id].append(
            accreditation.Step(
                kind=accreditation.StepKind(row.kind),
                at=row.at,
                by=row.by,
                reasons=str(row.body.get("reasons", "")),
                decision=row.body.get("decision") is True,
            )
        )
    return {number: tuple(steps) for number, steps in found.items()}
