# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making the record of a closed meeting: computed from its events, signed with the node's keys, a leaf in the log.

A later record of the same meeting (a correction noted afterwards is an event, too) names the one whose place it takes; none is deleted.
"""

import zlib
from datetime import datetime
from importlib.metadata import version
from typing import Final

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_meeting
from longbien.actions.conference.hall.sitting import course_of
from longbien.actions.conference.papers.documents import documents_of
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.parties.directory import own_entries
from longbien.core.base.canonical import Json, encode
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest
from longbien.core.base.moments import cut_moment, print_moment
from longbien.core.conference.documents.versions import Document
from longbien.core.conference.hall.events import Event, event_json
from longbien.core.conference.hall.roster import electorate_json
from longbien.core.conference.hall.state.meeting import Meeting as MeetingState
from longbien.core.conference.record.chain import link_events
from longbien.core.conference.record.check import DECISION
from longbien.core.conference.record.outcome import BY_PAPER, outcome_json, rules_part
from longbien.core.conference.record.statement import (
    NONCE,
    RECORD_TYPE,
    Statement,
    digest_of_part,
    print_statement,
)
from longbien.core.conference.record.walk import Walk, walk
from longbien.core.conference.rules.load import rule_set
from longbien.core.sealing.dsse import envelope_digest, sign_document
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "conference.record"
_CLOSED: Final = "closed"


def make_record(*, node: Node, actor: models.Officer, meeting_id: str) -> models.MeetingRecord:
    """Make and sign the record of a closed meeting.

    RefusedError `people.not_permitted`, `conference.meeting_unknown`, `conference_record.still_open`, `conference_record.secret` (ballots
    of a secret vote stand in the events by name), `conference.moved_on` (something was said meanwhile), and those of the log.
    """
    require(actor, VERB)
    read = find_meeting(meeting_id)
    parts = _parts(read)
    packed = zlib.compress(encode(parts))
    with write_transaction():
        meeting = find_meeting(meeting_id)
        if meeting.last_seq != read.last_seq:
            raise RefusedError("conference.moved_on", after=read.last_seq, now=meeting.last_seq)
        last = meeting.records.order_by("-number").first()
        now = cut_moment(node.clock())
        statement = _statement(node, meeting, last, parts, now=now)
        envelope = sign_document(RECORD_TYPE, print_statement(statement), node.keys.act)
        digest = envelope_digest(envelope)
        decision = record_decision(
            node=node,
            verb=DECISION,
            role_id=actor.role_id,
            facts={
                "session": statement.conference,
                "meeting": meeting_id,
                "record": digest,
                "number": statement.number,
            },
            now=now,
        )
        return models.MeetingRecord.objects.create(
            meeting=meeting,
            number=statement.number,
            digest=digest,
            envelope=envelope,
            parts=packed,
            decision=decision.record,
            leaf_index=decision.leaf_index,
            entry=own_entries()[-1],
            made_at=now,
            made_by=actor.role_id,
        )


def _statement(
    node: Node,
    meeting: models.Meeting,
    last: models.MeetingRecord | None,
    parts: dict[str, Json],
    *,
    now: datetime,
) -> Statement:
    """Make what is signed: which meeting, which record of it, the digest of each part."""
    return Statement(
        party=node.party,
        exercise=node.exercise,
        conference=meeting.conference.conference_id,
        meeting=meeting.meeting_id,
        number=last.number + 1 if last is not None else 1,
        previous=Digest(last.digest) if last is not None else None,
        made_at=now,
        software=f"longbien {version('longbien')}",
        nonce=node.randomness(NONCE),
        parts={name: digest_of_part(value) for name, value in parts.items()},
    )


def _parts(meeting: models.Meeting) -> dict[str, Json]:
    """Compute the parts of the record from the events of the meeting's course."""
    course = course_of(meeting_id=meeting.meeting_id)
    rules = rule_set(course.profile, course.choices)
    walked = walk(rules, course.electorate, course.events)
    if walked.sitting.meeting.phase != _CLOSED or not course.begins_at:
        raise RefusedError("conference_record.still_open", meeting=meeting.meeting_id)
    _check_secret(walked)
    own = [event for event in course.events if event.seq >= course.begins_at]
    return {
        "meeting": _meeting(meeting, own, walked.sitting.meeting, begins_at=course.begins_at),
        "rules": rules_part(rules, profile=course.profile, choices=course.choices),
        "electorate": electorate_json(course.electorate),
        "events": link_events(map(event_json, course.events), meeting=meeting.meeting_id),
        "outcome": outcome_json(walked, begins_at=course.begins_at),
        "documents": _documents(meeting, own),
    }


def _meeting(
    meeting: models.Meeting, own: list[Event], state: MeetingState, *, begins_at: int
) -> dict[str, Json]:
    conference = meeting.conference
    return {
        "conference": conference.conference_id,
        "conference_title": conference.title,
        "place": meeting.place or conference.place,
        "first_day": conference.first_day.isoformat(),
        "last_day": conference.last_day.isoformat(),
        "exercise": conference.exercise,
        "meeting": meeting.meeting_id,
        "number": meeting.number,
        "body": meeting.body,
        "title": meeting.title,
        "day": meeting.day.isoformat(),
        "begins_at": begins_at,
        "opened": print_moment(own[0].at),
        "closed": print_moment(state.since) if state.since is not None else print_moment(own[-1].at),
        "events": len(own),
    }


def _documents(meeting: models.Meeting, own: list[Event]) -> list[Json]:
    """Name the public documents on the items that were open, and those under which proposals were tabled, with their digests."""
    items = {event.text("id") for event in own if event.kind == "item.opened"}
    symbols = {event.text("symbol") for event in own if event.kind == "proposal.tabled"}
    found = documents_of(meeting.conference.conference_id, actor=None)
    return [_document(one) for one in found if str(one.symbol) in symbols or items & set(one.items)]


def _document(one: Document) -> Json:
    return {
        "symbol": str(one.symbol),
        "title": one.title,
        "submitted_by": list(one.submitted_by),
        "items": list(one.items),
        "superseded_by": str(one.superseded_by) if one.superseded_by is not None else "",
        "versions": [
            {
                "language": version.language,
                "sha256": version.sha256,
                "circulated_at": print_moment(version.circulated_at) if version.circulated_at else "",
            }
            for version in one.versions
        ],
    }


def _check_secret(walked: Walk) -> None:
    """Refuse to publish events that name how somebody voted in a secret ballot."""
    secret = {vote.id for vote in walked.sitting.votes.values() if vote.method == BY_PAPER}
    for one in walked.steps:
        if one.event.kind == "ballot.cast" and one.event.text("vote") in secret and one.refusal is None:
            raise RefusedError("conference_record.secret", vote=one.event.text("vote"))
