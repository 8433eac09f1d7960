# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking in what a partner says about requests, and following what this node says: one path, so that both sides agree.

Runs inside the savepoint or transaction of the act. A RefusedError refuses the act with a signed receipt (or stops the act
from being made); a kind that this version does not know is kept, receipted, shown, and changes nothing.
"""

import re
from typing import Final

from longbien.actions.cooperation.advance import advance
from longbien.actions.cooperation.safeguards.gate import require_at_signing
from longbien.actions.cooperation.safeguards.secrecy import mark_asked
from longbien.actions.cooperation.sharing.shared import refresh_shared
from longbien.actions.cooperation.thread import Thread, lock_thread
from longbien.actions.node import Node
from longbien.actions.treaty.bases.current import basis_between
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import EARLIER_FIELDS
from longbien.core.cooperation.acts.bodies import Request as RequestBody
from longbien.core.cooperation.acts.bodies_json import Said, read_body
from longbien.core.cooperation.acts.eyes import require_eyes
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING
from longbien.core.sealing.act import Act
from longbien.store.models.cooperation import Request
from longbien.store.models.exchange import Act as ActRow
from longbien.store.queries.cooperation import earlier_of, lock_request, name_earlier

NOT_UNDERSTOOD: Final = "none"
"""The state of a request in a form that this node does not have."""
_NOT_HERE: Final = ("cooperation.form_unknown", "cooperation.form_version")
_REQUEST_ID: Final = re.compile(r"[0-9a-f]{32}")


def take_in(node: Node, row: ActRow, act: Act) -> None:
    """Take in an act `request.*`, `answer.*` or `dispute.*` that arrived. RefusedError or MalformedError refuses it."""
    body = _understood(act)
    if body is None:
        if _begins(act) and lock_request(act.thread) is None:
            _keep_unknown(row, act)
        return
    require_eyes(act.kind, act.body, tuple(one.role_id for one in act.approved_by))
    if isinstance(body, RequestBody):
        _open_incoming(row, act, body)
    follow(node, row, act)


def after_made(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `request.*` or `answer.*` that this node makes. RefusedError stops it from being made: no safeguard is passed by."""
    require_at_signing(node, act)
    body = read_body(act.kind, act.body)
    if isinstance(body, RequestBody):
        _require_basis(node, row, act, body)
        _send_draft(row, act, body)
    follow(node, row, act)


def take_back(node: Node, row: ActRow, act: Act) -> None:
    """Follow an act `request.*` or `answer.*` that this node made before a restore and that a partner gives back."""
    body = read_body(act.kind, act.body)
    if isinstance(body, RequestBody):
        if lock_request(act.thread) is None:
            _open(row, act, direction="outgoing")
        _send_draft(row, act, body)
    follow(node, row, act)


def follow(node: Node, row: ActRow, act: Act) -> Thread:
    """Bring a request up to date with an act that was just recorded; RefusedError if the lifecycle has no way for it.

    A follow-up request also moves the preservation that it keeps alive.
    """
    thread = lock_thread(node.party, act.thread)
    if thread.state.request == NOT_UNDERSTOOD:
        return thread
    if thread.request.partner != (act.sender if row.direction == ActRow.RECEIVED else act.recipient):
        raise RefusedError("cooperation.request_unknown", request=act.thread)
    for note in thread.state.unfitting:
        if note.act == row.digest:
            raise RefusedError(
                note.code,
                kind=act.kind,
                track="request",
                state=thread.state.request,
                party=REQUESTING if thread.requesting is (row.direction == ActRow.MADE) else REQUESTED,
            )
    advance(node, thread, row.recorded_at)
    if thread.request.consultation:
        refresh_shared(node.party, thread.request.consultation)
    for earlier in earlier_of(thread.request):
        advance(node, lock_thread(node.party, earlier.request_id), row.recorded_at)
    return thread


def _require_basis(node: Node, row: ActRow, act: Act, body: RequestBody) -> None:
    """Let no request leave on a legal basis that has ended since it was proposed."""
    day = row.recorded_at.date()
    basis_between(body.legal_basis, (node.party, act.recipient), day=day, exercise=node.exercise)


def _understood(act: Act) -> Said | None:
    """Read an act's body; None for a kind, form or form version that this node does not have."""
    try:
        return read_body(act.kind, act.body)
    except RefusedError as error:
        if error.code in _NOT_HERE:
            return None
        raise


def _begins(act: Act) -> bool:
    return act.kind.startswith("request.") and str(act.thread) == act.id


def _keep_unknown(row: ActRow, act: Act) -> None:
    """List a request that this node does not understand, so that a person sees it and asks."""
    request = _open(row, act, direction="incoming")
    request.state = NOT_UNDERSTOOD
    request.save(update_fields=["state"])


def _open_incoming(row: ActRow, act: Act, body: RequestBody) -> None:
    """Begin the request that a first act carries. Its id is the act's id, which nobody else's act can have here."""
    if not _begins(act) or lock_request(act.thread) is not None:
        raise RefusedError("cooperation.thread_taken", request=act.thread)
    summarise(_open(row, act, direction="incoming"), row, body)


def _open(row: ActRow, act: Act, *, direction: str) -> Request:
    """Make the row of a request that an act carries."""
    return Request.objects.create(
        request_id=act.thread,
        direction=direction,
        partner=row.partner,
        kind=act.kind.removeprefix("request.")[:40],
        form_version=0,
        exercise=act.exercise,
        created_at=row.recorded_at,
        created_by=None,
        changed_at=row.recorded_at,
    )


def _send_draft(row: ActRow, act: Act, body: RequestBody) -> None:
    """Turn a draft into the request that was made of it: the act holds the fields from now on."""
    request = lock_request(act.thread)
    if request is None or request.direction != "outgoing" or str(act.thread) != act.id:
        raise RefusedError("cooperation.request_unknown", request=act.thread)
    request.draft = {}
    summarise(request, row, body)


def summarise(request: Request, row: ActRow, body: RequestBody) -> None:
    """Write into a request's row what its first act says."""
    request.kind = body.form
    request.form_version = body.form_version
    request.legal_basis = body.legal_basis
    request.reference = str(body.values.get("reference", ""))
    request.urgency = str(body.values.get("urgency", ""))
    named = (str(body.values[name]) for name in EARLIER_FIELDS if name in body.values)
    name_earlier(request, (name for name in named if _REQUEST_ID.fullmatch(name)))
    consultation = str(body.values.get("consultation", ""))
    request.consultation = consultation if _REQUEST_ID.fullmatch(consultation) else ""
    request.changed_at = row.recorded_at
    request.save()
    mark_asked(request, values=body.values, at=row.recorded_at)
