# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A shared draft as it stands here: its row, the acts of its thread, and the state that they and the request made of it give."""

from dataclasses import dataclass

from longbien.actions.cooperation.thread import Said, all_said, events_of
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.acts.asides import Commented, DraftShared
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.life.events import ANY_REQUEST, REQUESTED, REQUESTING
from longbien.core.cooperation.life.lifecycle import RequestState, replay
from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_sharing import SharedDraft
from longbien.store.queries.cooperation import thread_acts
from longbien.store.queries.cooperation_sharing import find_shared_draft, lock_shared_draft, requests_of

TRACK = "sharing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shared:
    """A consultation on a draft with everything that was said, and the requests that name it."""

    row: SharedDraft
    said: tuple[Said, ...]
    state: RequestState
    requests: tuple[Request, ...]

    @property
    def side(self) -> str:
        """Give this node's side: who shows a draft is the side that will ask."""
        return REQUESTING if self.row.direction == "outgoing" else REQUESTED


def find_shared(party: PartyId, thread: str) -> Shared:
    """Give a shared draft; RefusedError `cooperation.consultation_unknown`."""
    return load_shared(party, _known(find_shared_draft(thread), thread))


def lock_shared(party: PartyId, thread: str) -> Shared:
    """Do as `find_shared`, with the row locked until the transaction ends."""
    return load_shared(party, _known(lock_shared_draft(thread), thread))


def load_shared(party: PartyId, row: SharedDraft) -> Shared:
    """Read the acts of a consultation, and the requests made of it, and compute its state."""
    requesting = party if row.direction == "outgoing" else row.partner
    said = all_said(party, thread_acts(row.thread))
    events = [event for one in said if one.counts for event in events_of(one, requesting, linked="")]
    made = requests_of(row)
    for request in made:
        for one in all_said(party, thread_acts(request.request_id)):
            found = events_of(one, requesting, linked=request.request_id) if one.counts else []
            events += [event for event in found if event.name == f"linked {ANY_REQUEST}"]
    return Shared(row=row, said=said, state=replay(events), requests=tuple(made))


def refresh_shared(party: PartyId, thread: str) -> None:
    """Rewrite the summary of a shared draft, if there is one by this number."""
    row = lock_shared_draft(thread)
    if row is not None:
        summarise(load_shared(party, row))


def summarise(shared: Shared) -> None:
    """Rewrite the row's summary from the acts."""
    row = shared.row
    row.state = shared.state.tracks[TRACK]
    bodies = [body for one in shared.said if one.counts and (body := body_of(one)) is not None]
    row.version = max((body.version for body in bodies if isinstance(body, DraftShared)), default=0)
    row.comments = sum(isinstance(body, Commented) for body in bodies)
    row.save()


def body_of(said: Said) -> object:
    """Read what was said; None for what this version cannot read."""
    try:
        return read_body(said.act.kind, said.act.body)
    except LongBienError:
        return None


def _known(row: SharedDraft | None, thread: str) -> SharedDraft:
    if row is None:
        raise RefusedError("cooperation.consultation_unknown", consultation=thread[:40])
    return row
