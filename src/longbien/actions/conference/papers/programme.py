# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The programme of work of a session: what meets where and when. Meetings of the hall and slots of the programme stand side by side."""

from dataclasses import dataclass
from datetime import datetime, tzinfo
from typing import Final

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_conference
from longbien.actions.conference.papers.session import VERB, keep, papers_of, zone_of
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment, print_moment
from longbien.core.conference.agenda.items import parse_number
from longbien.core.conference.agenda.programme import Clash, Slot, SlotKind, clashes, in_order
from longbien.store import models
from longbien.store.writing import write_transaction

_MAX: Final = {"title": 300, "room": 80, "body": 120}
_MAX_ITEMS: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgrammeView:
    """A session's programme in order, its clashes, and the time zone in which it is read."""

    slots: tuple[Slot, ...]
    clashes: tuple[Clash, ...]
    zone: tzinfo
    zone_name: str
    changed_at: datetime | None
    revisions: dict[str, int]
    """How often each slot was changed, for calendars."""


def programme_view(conference_id: str, *, public: bool = False) -> ProgrammeView:
    """Give the programme; with `public`, only what is open to everybody. RefusedError `conference.session_unknown`."""
    conference = find_conference(conference_id)
    rows = list(models.ProgrammeSlot.objects.filter(conference=conference, called_off_at=None))
    slots = in_order(_slot(row) for row in rows if row.public or not public)
    zone = zone_of(conference)
    found = clashes(slots, first=conference.first_day, last=conference.last_day, zone=zone)
    return ProgrammeView(
        slots=slots,
        clashes=() if public else found,
        zone=zone,
        zone_name=papers_of(conference).zone,
        changed_at=max((row.changed_at for row in rows), default=None),
        revisions={row.slot_id: row.revision for row in rows},
    )


def find_slot(conference_id: str, slot_id: str) -> Slot:
    """Give one slot; RefusedError `conference_papers.slot_not_found`."""
    return _slot(_row(find_conference(conference_id), slot_id))


def put_slot(*, node: Node, actor: models.Officer, conference_id: str, slot: Slot) -> Slot:
    """Put a slot into the programme, or change the one with its id; give it as it stands. A clash is no hindrance: it is shown.

    RefusedError `people.not_permitted`, `conference.session_unknown`, `conference_papers.slot_not_found`; UsageError
    `conference_papers.slot_text`; MalformedError `conference_papers.item_number`.
    """
    require(actor, VERB)
    _check(slot)
    with write_transaction():
        conference = find_conference(conference_id)
        if slot.id:
            row = _row(conference, slot.id)
            row.revision += 1
        else:
            row = models.ProgrammeSlot(conference=conference, slot_id=node.randomness(6).hex())
        row.kind, row.title, row.room = slot.kind.value, slot.title.strip(), slot.room.strip()
        row.begins, row.ends, row.body = cut_moment(slot.begins), cut_moment(slot.ends), slot.body.strip()
        row.items, row.interpretation, row.public = list(slot.items), slot.interpretation, slot.public
        row.changed_at = cut_moment(node.clock())
        row.save()
        facts = {"did": "slot", "slot": row.slot_id, "kind": row.kind, "title": row.title, "room": row.room}
        times = {"begins": print_moment(row.begins), "ends": print_moment(row.ends)}
        keep(node, actor, conference_id, {**facts, **times})
        return _slot(row)


def call_off(*, node: Node, actor: models.Officer, conference_id: str, slot_id: str) -> None:
    """Take a slot out of the programme; its row stays. RefusedError `conference_papers.slot_not_found`."""
    require(actor, VERB)
    with write_transaction():
        row = _row(find_conference(conference_id), slot_id)
        row.called_off_at = row.changed_at = cut_moment(node.clock())
        row.save(update_fields=["called_off_at", "changed_at"])
        keep(node, actor, conference_id, {"did": "called-off", "slot": slot_id})


def _check(slot: Slot) -> None:
    for name, limit in _MAX.items():
        if len(getattr(slot, name)) > limit:
            raise UsageError("conference_papers.slot_text", field=name, limit=limit)
    if not slot.title.strip() or len(slot.items) > _MAX_ITEMS:
        raise UsageError("conference_papers.slot_text", field="title", limit=_MAX["title"])
    for number in slot.items:
        parse_number(number)


def _row(conference: models.Conference, slot_id: str) -> models.ProgrammeSlot:
    rows = models.ProgrammeSlot.objects.filter(conference=conference, called_off_at=None)
    found = rows.filter(slot_id=slot_id).first()
    if found is None:
        raise RefusedError("conference_papers.slot_not_found", slot=slot_id[:20])
    return found


def _slot(row: models.ProgrammeSlot) -> Slot:
    return Slot(
        id=row.slot_id,
        kind=SlotKind(row.kind),
        title=row.title,
        room=row.room,
        begins=row.begins,
        ends=row.ends,
        body=row.body,
        items=tuple(row.items),
        interpretation=row.interpretation,
        public=row.public,
    )
