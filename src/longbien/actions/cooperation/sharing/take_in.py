# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what is said on a shared draft, and following what this node says: it moves no request."""

from longbien.actions.cooperation.sharing.shared import lock_shared, summarise
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.asides import DraftShared
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.acts.eyes import require_eyes
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.sealing.act import Act
from longbien.store.models.cooperation_sharing import SharedDraft
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.cooperation import lock_request
from longbien.store.queries.cooperation_sharing import lock_shared_draft


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Take in an act `consultation.*` that arrived. RefusedError or MalformedError refuses it; an unknown kind changes nothing."""
    body = read_body(act.kind, act.body)
    if body is None:
        return
    require_eyes(act.kind, act.body, tuple(one.role_id for one in act.approved_by))
    if isinstance(body, DraftShared) and str(act.thread) == act.id:
        if lock_shared_draft(act.thread) is not None or lock_request(act.thread) is not None:
            raise RefusedError("cooperation.thread_taken", request=act.thread)
        _open(row, act, body, direction="incoming")
    follow(node, row, act)


def after_made(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `consultation.*` that this node makes. RefusedError stops it from being made."""
    if read_body(act.kind, act.body) is not None:
        follow(node, row, act)


def take_back(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `consultation.*` that this node made before a restore and that a partner gives back."""
    body = read_body(act.kind, act.body)
    if isinstance(body, DraftShared) and lock_shared_draft(act.thread) is None:
        _open(row, act, body, direction="outgoing")
    after_made(node, row, act)


def follow(node: Node, row: ActRow, act: Act) -> None:
    """Bring a shared draft up to date with an act that was just recorded; RefusedError if it does not fit."""
    shared = lock_shared(node.party, act.thread)
    made = row.direction == ActRow.MADE
    if shared.row.partner != (act.recipient if made else act.sender):
        raise RefusedError("cooperation.consultation_unknown", consultation=act.thread)
    for note in shared.state.unfitting:
        if note.act == row.digest:
            raise RefusedError(
                note.code,
                kind=act.kind,
                track="sharing",
                state=shared.state.tracks["sharing"],
                party=REQUESTING if (shared.row.direction == "outgoing") is made else REQUESTED,
            )
    shared.row.changed_at = row.recorded_at
    summarise(shared)


def _open(row: ActRow, act: Act, body: DraftShared, *, direction: str) -> SharedDraft:
    return SharedDraft.objects.create(
        thread=act.thread,
        direction=direction,
        partner=row.partner,
        kind=body.form,
        form_version=body.form_version,
        exercise=act.exercise,
        created_at=row.recorded_at,
        changed_at=row.recorded_at,
    )
