# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for a second person. A program reads; only a signed-in person approves or refuses."""

from django.http import HttpRequest
from ninja import Router

from longbien.actions.exchange.propose import approve, reject
from longbien.actions.exchange.waiting import find_proposal, proposals
from longbien.actions.node import current_node
from longbien.api.callers import READ, officer_for, person
from longbien.api.cooperation.shapes import Number, Refusal, Said
from longbien.api.problems import REFUSALS
from longbien.core.base.canonical import Json
from longbien.core.base.described import described

router = Router(tags=["proposals"])


@router.get("/proposals", response={200: list[dict[str, object]], **REFUSALS})
def waiting(request: HttpRequest) -> Json:
    """List the open proposals, each with exactly what will be signed."""
    return described(proposals(actor=officer_for(request, READ)))


@router.post("/proposals/{number}/approve", response={200: Said, **REFUSALS})
def yes(request: HttpRequest, number: Number) -> dict[str, Json]:
    """Approve another officer's proposal: in a session only, for a token is never a second person."""
    found = find_proposal(number)
    act = approve(node=current_node(), actor=person(request), proposal=found)
    return {"proposal": number, "kind": found.kind, "act": act.digest if act is not None else ""}


@router.post("/proposals/{number}/refuse", response={200: Said, **REFUSALS})
def no(request: HttpRequest, number: Number, given: Refusal) -> dict[str, Json]:
    """Close a proposal without signing anything: in a session only."""
    found = find_proposal(number)
    reject(node=current_node(), actor=person(request), proposal=found, reason=given.reason)
    return {"proposal": number, "kind": found.kind, "act": ""}
