# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a replay begins with: rules, electorate, events. Read from a record, or from a plain list that somebody drafted.

A course holds the meetings of one body one after another: what was tabled in the first is voted on in the third. `begins_at` is the
number of the first event of the meeting in question.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.fields import Fields
from longbien.core.base.moments import print_moment
from longbien.core.conference.hall.electorate import STATE_PARTY, Electorate, Participant, electorate
from longbien.core.conference.hall.events import Event, read_event
from longbien.core.conference.hall.kinds import CHAIR, SECRETARIAT
from longbien.core.conference.hall.roster import read_electorate
from longbien.core.conference.record.chain import unlink_events
from longbien.core.conference.record.file import RecordFile
from longbien.core.conference.rules.load import DEFAULT_PROFILE

MAX_EVENTS: Final = 200_000
"""Events of one course."""
_DRAFT_BEGINS: Final = datetime(2000, 1, 1, 9, tzinfo=UTC)
_MINUTE: Final = timedelta(minutes=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """Rules (a profile with an option of each variant that was chosen), who takes part, what happened; `drafted`: by hand, no record."""

    profile: str
    choices: Mapping[str, str]
    electorate: Electorate
    events: tuple[Event, ...]
    begins_at: int = 1
    drafted: bool = False


def course_of_record(record: RecordFile) -> Course:
    """Read the course of a record; MalformedError `conference_record.malformed`. That it is the one that was signed is `check`'s answer."""
    try:
        rules = Fields(record.parts["rules"], where="$.parts.rules")
        meeting = Fields(record.parts["meeting"], where="$.parts.meeting")
        linked = unlink_events(record.parts["events"], meeting=record.statement.meeting)
        return Course(
            profile=rules.text("profile", max_length=40),
            choices=_choices(rules.object("choices")),
            electorate=read_electorate(record.parts["electorate"], where="$.parts.electorate"),
            events=_events(list(linked.events)),
            begins_at=meeting.integer("begins_at"),
        )
    except MalformedError as error:
        raise _malformed(error) from error


def course_of_draft(value: Json) -> Course:
    """Read a draft: a list of events, or an object with `events` and perhaps `rules` and `electorate`.

    Numbers and moments may be left out: they are then counted up from the first. Without an electorate everybody who is named takes
    part as a State Party. MalformedError `conference_record.malformed`.
    """
    try:
        if isinstance(value, list):
            value = {"events": value}
        fields = Fields(value)
        rules = fields.object("rules") if fields.has("rules") else Fields({})
        events = _events(_numbered(fields.value("events")))
        held = read_electorate(fields.value("electorate")) if fields.has("electorate") else _everybody(events)
        course = Course(
            profile=rules.text("profile", max_length=40) if rules.has("profile") else DEFAULT_PROFILE,
            choices=_choices(rules.object("choices")) if rules.has("choices") else {},
            electorate=held,
            events=events,
            drafted=True,
        )
        rules.done()
        fields.done()
    except MalformedError as error:
        raise _malformed(error) from error
    return course


def _numbered(value: Json) -> list[Json]:
    """Give the events of a draft with the numbers and moments that were left out."""
    if not isinstance(value, list):
        raise MalformedError("base.field_type", field="events", where="$", expected="list")
    found: list[Json] = []
    for number, item in enumerate(value, 1):
        if not isinstance(item, dict):
            raise MalformedError(
                "base.field_type", field=f"events[{number - 1}]", where="$", expected="object"
            )
        at = print_moment(_DRAFT_BEGINS + number * _MINUTE)
        found.append({"seq": number, "at": at, "body": {}, **item})
    return found


def _events(value: list[Json] | list[dict[str, Json]]) -> tuple[Event, ...]:
    if len(value) > MAX_EVENTS:
        raise MalformedError("base.too_large", limit=MAX_EVENTS)
    return tuple(read_event(item, where=f"$.events[{place}]") for place, item in enumerate(value))


def _everybody(events: tuple[Event, ...]) -> Electorate:
    names = {one.by: None for one in events if one.by not in (CHAIR, SECRETARIAT)}
    names |= {one.text("participant"): None for one in events if one.text("participant")}
    return electorate(*(Participant(id=name, role=STATE_PARTY) for name in names))


def _choices(fields: Fields) -> dict[str, str]:
    return {name: fields.text(name, max_length=80) for name in fields.names()}


def _malformed(error: LongBienError) -> MalformedError:
    if isinstance(error, MalformedError) and error.code == "conference_record.malformed":
        return error
    where = f"{error.params.get('where', '$')}.{error.params.get('field', '')}".rstrip(".")
    return MalformedError("conference_record.malformed", where=where, reason=str(error))
