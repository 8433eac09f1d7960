# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Take in what came by e-mail or on paper: a request begins in the register, an answer joins its thread, the original is sealed.

Nothing of it is verified, and everywhere it says so: what is recorded is a statement of this node, flagged from the start, so that
no safeguard takes the sender for granted and a call-back stands before anything is given.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.advance import advance
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.desk.look import require_sight
from longbien.actions.cooperation.take_in import summarise
from longbien.actions.cooperation.thread import Thread, find_thread, lock_thread
from longbien.actions.evidence.open_received import ready
from longbien.actions.evidence.seal import Belongs, Opened, seal_for
from longbien.actions.evidence.streams import Streamed, written_by
from longbien.actions.exchange.make import record_statement
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, ObjectId, PartyId, RequestId
from longbien.core.base.moments import cut_moment
from longbien.core.cooperation.acts.bodies import Information
from longbien.core.cooperation.acts.bodies import Request as RequestBody
from longbien.core.cooperation.acts.bodies_json import kind_of, read_body, write_body
from longbien.core.cooperation.forms.kinds import form, form_of_act
from longbien.core.cooperation.outside.reading import Found, read_file
from longbien.core.cooperation.outside.statement import OUTSIDE, Original, Outside, write_outside
from longbien.core.cooperation.outside.typed import record_body, typed_answer, typed_request
from longbien.core.cooperation.paper.known import known_party
from longbien.core.evidence.inner import Acquired, Description
from longbien.core.sealing.act import Approval
from longbien.store.models.cooperation import Request
from longbien.store.models.exchange import Act as ActRow
from longbien.store.models.people import Officer
from longbien.store.queries.parties import trusted_entry
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.import"
UNVERIFIED: Final = "outside.unverified"
"""The flag of every such statement: nothing proves who sent it."""
_ID: Final = 16
_TYPES: Final[Mapping[str, str]] = {
    "mail": "message/rfc822",
    "pdf": "application/pdf",
    "json": "application/json",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """What came: the file (none for something told by telephone), its name, on which channel, when, an officer's note."""

    data: bytes | None = field(default=None, repr=False)
    name: str = ""
    channel: str
    at: datetime
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BroughtIn:
    """What became of it: the request, the kind of act that was read or typed, the statement's digest, and what the file showed."""

    request_id: RequestId
    kind: str
    act: str
    found: Found


def look(*, actor: Officer, data: bytes, name: str = "") -> Found:
    """Tell what a file shows, before anything is recorded. RefusedError `people.not_permitted`; MalformedError `outside.…`."""
    require(actor, VERB)
    return read_file(data, name=name)


def bring_in_request(
    *,
    node: Node,
    actor: Officer,
    sender: PartyId,
    arrival: Arrival,
    form_id: str = "",
    raw: Mapping[str, Json] | None = None,
) -> BroughtIn:
    """Begin a request that came from `sender`: from typed fields, or from the record of a paper that the file holds.

    RefusedError `people.not_permitted`, `outside.kind` if neither says what is asked, `outside.party` for nobody's code, `cooperation.draft_unread`;
    MalformedError `outside.…` for a file or record that cannot be read.
    """
    require(actor, VERB)
    known_party(sender, own=node.party, introduced=trusted_entry(sender) is not None)
    found = read_file(arrival.data, name=arrival.name) if arrival.data is not None else Found(kind="none")
    kind, body = _request_body(form_id, raw, found)
    now = cut_moment(node.clock())
    with write_transaction():
        request_id = RequestId(node.randomness(_ID).hex())
        row = Request.objects.create(
            request_id=request_id,
            direction="incoming",
            partner=sender,
            kind=kind.removeprefix("request.")[:40],
            form_version=0,
            exercise=node.exercise,
            outside=True,
            created_at=now,
            created_by=actor,
            changed_at=now,
        )
        said = _said(node, actor, request_id, arrival, found, kind=kind, sender=sender, body=body)
        act = _record(node, actor, request_id, said, now)
        read = read_body(kind, dict(body))
        if isinstance(read, RequestBody):
            summarise(row, act, read)
        advance(node, lock_thread(node.party, request_id), now)
    return BroughtIn(request_id=request_id, kind=kind, act=act.digest, found=found)


def bring_in_answer(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    arrival: Arrival,
    kind: str = "",
    raw: Mapping[str, Json] | None = None,
) -> BroughtIn:
    """Add what the other State said outside to the thread of a request that goes outside.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `outside.not_outside`, `outside.kind`, `cooperation.transition…`.
    """
    require(actor, VERB)
    found = read_file(arrival.data, name=arrival.name) if arrival.data is not None else Found(kind="none")
    kind, body = _answer_body(kind, raw, found)
    now = cut_moment(node.clock())
    with write_transaction():
        thread = _outside_thread(node, request_id)
        sender = PartyId(thread.request.partner)
        said = _said(node, actor, RequestId(request_id), arrival, found, kind=kind, sender=sender, body=body)
        act = _join(node, actor, thread, said, now)
    return BroughtIn(request_id=RequestId(request_id), kind=kind, act=act.digest, found=found)


def type_in(
    *, node: Node, actor: Officer, request_id: str, raw: Mapping[str, Json], note: str = ""
) -> BroughtIn:
    """Type the fields of a request that came outside from its original, or mend what was typed before.

    RefusedError as `bring_in_answer`, `cooperation.draft_unread` for a field that cannot be read, `cooperation.look_needed` for an officer to whom
    persons in it are masked: what is not seen would be overwritten.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    with write_transaction():
        thread = _outside_thread(node, request_id)
        if thread.requesting:
            raise RefusedError("outside.not_outside", request=request_id[:40])
        require_sight(actor, request_id, current_values(thread).values, now)
        found = form(thread.request.kind)
        read = read_body(found.act, typed_request(found, raw))
        values = {**current_values(thread).values, **(read.values if isinstance(read, RequestBody) else {})}
        values.pop("legal_basis", None)
        body = Information(
            text="–",
            form=found.id,
            form_version=found.version,
            values={name: values[name] for name in found.fields if name in values},
        )
        said = Outside(
            kind=kind_of(body),
            sender=PartyId(thread.request.partner),
            recipient=node.party,
            channel="",
            at=now,
            seen={},
            note=note,
            original=None,
            body=write_body(body),
        )
        act = _join(node, actor, thread, said, now)
    return BroughtIn(
        request_id=RequestId(request_id), kind=said.kind, act=act.digest, found=Found(kind="none")
    )


def stream_original(*, node: Node, actor: Officer, request_id: str, act: str) -> Streamed:
    """Give the original of a statement as a stream, each MiB checked. RefusedError `exchange.act_not_found`, `cooperation.document_differs`."""
    require(actor, "cooperation.contents.read")
    thread = find_thread(node.party, request_id)
    outside = next((one.outside for one in thread.said if one.row.digest.startswith(act) and act), None)
    original = outside.original if outside is not None else None
    if original is None:
        raise RefusedError("exchange.act_not_found", act=act[:64])
    found = ready(node, ObjectId(original.object_id))
    if found.unlocked.inner.sha256.hex() != original.sha256:
        raise RefusedError("cooperation.document_differs", object=original.object_id)
    return Streamed(
        name=original.name, size=original.size, blocks=written_by(lambda sink: found.write(node, sink))
    )


def _request_body(form_id: str, raw: Mapping[str, Json] | None, found: Found) -> tuple[str, dict[str, Json]]:
    """Take what an officer typed first, then the record in the file."""
    if form_id:
        chosen = form(form_id)
        return chosen.act, typed_request(chosen, raw or {})
    if found.record is None:
        raise RefusedError("outside.kind", kind="")
    kind, body = record_body(found.record)
    if form_of_act(kind) is None:
        raise RefusedError("outside.kind", kind=kind)
    return kind, body


def _answer_body(kind: str, raw: Mapping[str, Json] | None, found: Found) -> tuple[str, dict[str, Json]]:
    if kind:
        return kind, typed_answer(kind, raw or {})
    if found.record is None:
        raise RefusedError("outside.kind", kind="")
    kind, body = record_body(found.record)
    if form_of_act(kind) is not None:
        raise RefusedError("outside.kind", kind=kind)
    return kind, body


def _outside_thread(node: Node, request_id: str) -> Thread:
    thread = lock_thread(node.party, request_id)
    if not thread.request.outside or not thread.said:
        raise RefusedError("outside.not_outside", request=request_id[:40])
    return thread


def _said(  # the parts of a statement, each named
    node: Node,
    actor: Officer,
    request_id: RequestId,
    arrival: Arrival,
    found: Found,
    *,
    kind: str,
    sender: PartyId,
    body: Mapping[str, Json],
) -> Outside:
    seen = dict(found.seen)
    if found.signed_by:
        seen["dkim_domain"] = found.signed_by
    return Outside(
        kind=kind,
        sender=sender,
        recipient=node.party,
        channel=arrival.channel,
        at=cut_moment(arrival.at),
        seen=seen,
        note=arrival.note,
        original=_keep(node, actor, request_id, arrival, found) if arrival.data is not None else None,
        body=body,
    )


def _keep(node: Node, actor: Officer, request_id: RequestId, arrival: Arrival, found: Found) -> Original:
    """Seal the file as it came."""
    data = arrival.data or b""
    name = arrival.name or f"original.{found.kind}"
    media_type = _TYPES.get(found.kind, "application/octet-stream")
    method = f"came by {arrival.channel}"
    sealed = seal_for(
        node,
        Opened(source=io.BytesIO(data), size=len(data)),
        Description(
            name=name,
            media_type=media_type,
            form="file",
            acquired=Acquired(at=node.clock(), by_role=actor.role_id, method=method),
        ),
        Belongs(request_id=request_id, role_id=actor.role_id, attachment=True),
    )
    return Original(
        object_id=sealed.object_id, name=name, media_type=media_type, size=sealed.size, sha256=sealed.sha256
    )


def _record(
    node: Node, actor: Officer, request_id: str, said: Outside, now: datetime, *, refers_to: str = ""
) -> ActRow:
    row = record_statement(
        node=node,
        kind=OUTSIDE,
        thread=RequestId(request_id),
        refers_to=Digest(refers_to) if refers_to else None,
        body=write_outside(said),
        approved_by=(Approval(role_id=actor.role_id, at=now),),
        now=now,
    )
    row.flagged = UNVERIFIED
    row.save(update_fields=["flagged"])
    return row


def _join(node: Node, actor: Officer, thread: Thread, said: Outside, now: datetime) -> ActRow:
    """Record what was said in a locked thread; RefusedError if the lifecycle has no way for it."""
    last = thread.said[-1].row.digest
    row = _record(node, actor, thread.request.request_id, said, now, refers_to=last)
    followed = lock_thread(node.party, thread.request.request_id)
    for flaw in followed.state.unfitting:
        if flaw.act == row.digest:
            raise RefusedError(
                flaw.code,
                kind=said.kind,
                track="request",
                state=followed.state.request,
                party=said.sender,
            )
    advance(node, followed, now)
    return row
