# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Saying something in a meeting: the one way in which an event is added.

Who may say it is told by `seats`; whether it is in order now is the engine's answer; both before anything is written. A refused ballot and
other attempts that the Chair must see stay in the meeting as events `refused`.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.conference.hall.append import append_event, next_event, refreshed
from longbien.actions.conference.hall.begin import begun, with_newcomers
from longbien.actions.conference.hall.electorate import voters
from longbien.actions.conference.hall.find import familiar_meeting
from longbien.actions.conference.hall.leaf import leave_leaf
from longbien.actions.conference.hall.lots import bind_lot, show_lot
from longbien.actions.conference.hall.rule_change import check_change
from longbien.actions.conference.hall.seats import seat_of, speaker
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.conference.hall.events import Event
from longbien.core.conference.hall.refusing import Refused
from longbien.core.conference.hall.sitting import Sitting
from longbien.store import models
from longbien.store.queries.conference import said_with
from longbien.store.writing import write_transaction

ELECTORATE: Final = frozenset({"vote.announced", "election.announced"})
"""Kinds that fix an electorate: it is the treaty desk's answer, never what was sent."""
NEWCOMERS: Final = frozenset({"meeting.opened", "meeting.resumed", "consensus.asked", *ELECTORATE})
"""Kinds before which it is looked whether somebody else takes part by now."""
SHOWN: Final = frozenset({"ballot.cast", "order.raised", "motion.moved", "consensus.objected"})
"""Kinds of which a participant's refused attempt is kept for the Chair to see."""
_KEY: Final = re.compile(r"[A-Za-z0-9_-]{8,64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """The event that stands: its number and moment. `again`: it stood already, under the same client key."""

    seq: int
    at: datetime
    again: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What is said: the kind, the body, in whose name; and how it was sent (see `say`)."""

    kind: str
    body: Mapping[str, Json]
    by: str
    after: int | None = None
    key: str = ""


def say(
    *,
    node: Node,
    actor: models.Officer,
    meeting_id: str,
    kind: str,
    body: Mapping[str, Json],
    by: str = "",
    after: int | None = None,
    key: str = "",
) -> Said:
    """Add one event to a meeting; give its number.

    `by`: whose words the secretariat writes down (`chair` or a participant); everybody else speaks in its own name.
    `after`: the number of the last event that the speaker saw; if something happened since, RefusedError `conference.moved_on`.
    Leave it away for ballots. `key`: drawn by the form; sent again, it gives the event that stands already.
    RefusedError `conference.meeting_unknown`, `conference.kind_unknown`, `conference.not_for_seat`, `conference.speaker_missing`,
    `conference.electorate_typed`, those of `check_change`, and `Refused` with the rule for whatever the engine refuses; UsageError `conference.key`.
    """
    meeting = familiar_meeting(meeting_id)
    if key and _KEY.fullmatch(key) is None:
        raise UsageError("conference.key")
    if kind in ELECTORATE and "electorate" in body:
        raise RefusedError("conference.electorate_typed")
    seat = seat_of(actor, meeting.conference)
    words = Words(kind=kind, body=body, by=speaker(seat, kind, by, body), after=after, key=key)
    return add(node=node, actor=actor, meeting=meeting, words=words)


def add(*, node: Node, actor: models.Officer, meeting: models.Meeting, words: Words) -> Said:
    """Add an event whose speaker is permitted already: for `say` and the other verbs of the hall."""
    refused: Refused | None = None
    with write_transaction():
        held = refreshed(meeting)
        stands = said_with(held.pk, actor.pk, words.key) if words.key else None
        if stands is not None:
            return Said(seq=stands, at=held.events.get(seq=stands).at, again=True)
        if words.after is not None and words.after != held.last_seq:
            raise RefusedError("conference.moved_on", after=words.after, now=held.last_seq)
        sitting = begun(node, actor, held)
        if words.kind in NEWCOMERS:
            sitting = with_newcomers(node, actor, held, sitting)
        event = _event(node, held, sitting, words)
        try:
            append_event(sitting, event, meeting=held, actor=actor, key=words.key)
            leave_leaf(node, actor, held, event)
        except Refused as error:
            if not _is_shown(sitting, event, error):
                raise
            refused = error
            append_event(sitting, _attempt(event, error), meeting=held, actor=actor)
    if refused is not None:
        raise refused
    return Said(seq=event.seq, at=event.at)


def _event(node: Node, meeting: models.Meeting, sitting: Sitting, words: Words) -> Event:
    body = dict(words.body)
    if words.kind == "rules.changed":
        check_change(sitting, body)
    if words.kind in ELECTORATE:
        body["electorate"] = voters(sitting)
    if words.kind == "vote.announced":
        bind_lot(node, meeting, body)
    if words.kind == "vote.opened":
        show_lot(meeting, sitting, body)
    if words.kind == "meeting.opened":
        body.setdefault("id", meeting.meeting_id)
    return next_event(node, meeting, sitting, kind=words.kind, by=words.by, body=body)


def _is_shown(sitting: Sitting, event: Event, error: Refused) -> bool:
    """Tell whether the Chair must see it: an attempt of a participant, not seen yet since the last event of another kind."""
    about = event.text("participant") or event.by
    if event.kind not in SHOWN or sitting.electorate.get(about) is None:
        return False
    same = (event.kind, about, error.refusal.code)
    return all((one.kind, one.participant, one.code) != same for one in sitting.attempts[-64:])


def _attempt(event: Event, error: Refused) -> Event:
    body: dict[str, Json] = {
        "kind": event.kind,
        "participant": event.text("participant") or event.by,
        "code": error.refusal.code,
    }
    return Event(seq=event.seq, at=event.at, kind="refused", by="secretariat", body=body)
