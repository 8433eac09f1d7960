# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Results and the end of a meeting leave a leaf in the node's log: its record names all events up to there by their last link."""

from typing import Final

from longbien.actions.conference.hall.sitting import event_of
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.conference.hall.events import Event, event_json
from longbien.core.conference.record.chain import last_link, link_events
from longbien.store import models

VERB: Final = "conference.say"
LOGGED: Final = frozenset({"result.declared", "consensus.declared", "election.closed", "meeting.closed"})
"""The kinds of event that leave a leaf."""


def leave_leaf(node: Node, actor: models.Officer, meeting: models.Meeting, event: Event) -> None:
    """Log an event of the kinds above, inside the transaction that wrote it. Names no person: a badge's account is `badge`."""
    if event.kind not in LOGGED:
        return
    linked = link_events(
        (event_json(event_of(row)) for row in meeting.events.order_by("seq")), meeting=meeting.meeting_id
    )
    facts: dict[str, JsonInput] = {
        "session": meeting.conference.conference_id,
        "exercise": meeting.conference.exercise,
        "meeting": meeting.meeting_id,
        "kind": event.kind,
        "seq": event.seq,
        "events": len(linked),
        "link": last_link(linked),
    }
    record_decision(node=node, verb=VERB, role_id=actor.role_id or "badge", facts=facts, now=event.at)
