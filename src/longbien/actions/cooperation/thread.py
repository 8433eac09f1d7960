# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A request as it stands here: its row, the acts of its thread, and the state that these acts give.

The state is computed from the acts each time; columns of the row only repeat it for lists. An act that its recipient
refused is kept and shown, but changes nothing on either side.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.forms.kinds import form_of_act
from longbien.core.cooperation.life.events import REQUESTED, REQUESTING, Event, event_of_act
from longbien.core.cooperation.life.lifecycle import RequestState, replay, step
from longbien.core.cooperation.outside.statement import CARRIED, Outside, read_carried, unwrap
from longbien.core.evidence.bodies import object_of_body
from longbien.core.log.leaf import parse_leaf
from longbien.core.sealing.act import Act, read_signed_act
from longbien.store.models.cooperation import Request
from longbien.store.models.exchange import Act as ActRow
from longbien.store.models.exchange import Outbox
from longbien.store.queries.cooperation import find_request, follow_ups_of, lock_request, thread_acts

DISCARDED: Final = "discarded"
"""The state of a draft that was given up: no act says so, the row does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One act of a thread. `at` is the moment at which its recipient recorded it, as far as that is known here."""

    row: ActRow
    act: Act
    at: datetime
    counts: bool
    """Whether it was taken in by its recipient, as far as is known: a refused act changes nothing."""
    outside: Outside | None = None
    """How it came or left outside the nodes: `act` is then what the statement stands for."""
    arrived: bool = False
    """Whether its recipient is known to have it: a receipt is here, or an officer recorded that it was handed over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thread:
    """A request with everything that was said about it."""

    request: Request
    said: tuple[Said, ...]
    state: RequestState

    @property
    def requesting(self) -> bool:
        """Whether this node is the requesting side."""
        return self.request.direction == "outgoing"

    @property
    def side(self) -> str:
        """Give this node's side in the lifecycle's words."""
        return REQUESTING if self.requesting else REQUESTED


def find_thread(party: PartyId, request_id: str) -> Thread:
    """Give a request by its id; RefusedError `cooperation.request_unknown`."""
    return load_thread(party, _known(find_request(request_id), request_id))


def lock_thread(party: PartyId, request_id: str) -> Thread:
    """Do as `find_thread`, with the row locked until the transaction ends."""
    return load_thread(party, _known(lock_request(request_id), request_id))


def load_thread(party: PartyId, request: Request) -> Thread:
    """Read a request's acts and compute its state."""
    said = all_said(party, thread_acts(request.request_id))
    return Thread(request=request, said=said, state=replay(_events(party, request, said)))


def check_step(  # the parts of a step that is meant, each named
    thread: Thread, *, kind: str, by: str, at: datetime, refers_to: str = "", body: Mapping[str, Json]
) -> RequestState:
    """Give the state after an act that is meant to be made or taken in; RefusedError `cooperation.transition…`."""
    event = event_of_act(
        kind=kind, by=by, at=at, act="", refers_to=refers_to, item=object_of_body(kind, body), body=dict(body)
    )
    return step(thread.state, event)


def _known(request: Request | None, request_id: str) -> Request:
    if request is None:
        raise RefusedError("cooperation.request_unknown", request=request_id[:40])
    return request


def all_said(party: PartyId, rows: Sequence[ActRow]) -> tuple[Said, ...]:
    """Read the acts of a thread; what statements say of papers that were handed over belongs to those papers."""
    found = [read_said(party, row) for row in rows]
    carried = {act for one in found if (act := _carried(one.act))}
    return tuple(replace(one, arrived=True) if one.row.digest in carried else one for one in found)


def read_said(party: PartyId, row: ActRow) -> Said:
    """Read one act as it stands here: when its recipient recorded it, and whether it counts."""
    _, signed = read_signed_act(bytes(row.envelope))
    act, outside = unwrap(signed)
    if row.direction == ActRow.RECEIVED:
        return Said(row=row, act=act, at=row.recorded_at, counts=row.outcome == "stored", arrived=True)
    receipt = getattr(row, "receipt", None)
    outbox = getattr(row, "outbox", None)
    return Said(
        row=row,
        act=act,
        at=parse_leaf(bytes(receipt.leaf)).time if receipt else row.act_time,
        counts=outbox is None or outbox.state != Outbox.REFUSED,
        outside=outside,
        arrived=receipt is not None or (outside is not None and outside.sender != party),
    )


def _carried(act: Act) -> str:
    """Give the act that a statement says was handed over, "" for any other act."""
    if act.kind != CARRIED:
        return ""
    try:
        return read_carried(act.body).act
    except LongBienError:
        return ""


def _events(party: PartyId, request: Request, said: tuple[Said, ...]) -> list[Event]:
    """Give the events of a thread: drafting, its acts, receipts of the first one, and the acts of follow-up requests."""
    requesting = party if request.direction == "outgoing" else request.partner
    events = _drafting(request, said)
    for one in said:
        if one.counts:
            events.extend(events_of(one, requesting, linked=""))
    for follow_up in follow_ups_of(request):
        for one in all_said(party, thread_acts(follow_up.request_id)):
            if one.counts:
                events.extend(events_of(one, requesting, linked=follow_up.request_id))
    return events


def _drafting(request: Request, said: tuple[Said, ...]) -> list[Event]:
    if any(one.counts for one in said):
        return []
    draft = Event(kind="draft", by=REQUESTING, at=request.created_at, act="")
    if request.state != DISCARDED:
        return [draft]
    return [draft, Event(kind="discard", by=REQUESTING, at=request.changed_at, act="")]


def events_of(said: Said, requesting: str, *, linked: str) -> list[Event]:
    """Make the event of an act, and of the receipt if it is a request that was received; none if its body is unreadable."""
    act, row = said.act, said.row
    by = REQUESTING if act.sender == requesting else REQUESTED
    try:
        event = event_of_act(
            kind=act.kind,
            by=by,
            at=said.at,
            act=row.digest,
            refers_to=act.refers_to or "",
            linked=linked,
            item=object_of_body(act.kind, act.body),
            body=act.body,
        )
    except LongBienError:
        return []
    if linked or form_of_act(act.kind) is None or not said.arrived:
        return [event]
    return [event, Event(kind="receipt", by=REQUESTED, at=said.at, act=row.digest, refers_to=row.digest)]
