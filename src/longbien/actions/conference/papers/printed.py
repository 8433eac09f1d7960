# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Agenda and programme of work as papers in one language."""

from itertools import groupby
from typing import Final

from longbien.actions.conference.hall.find import find_conference
from longbien.actions.conference.papers.agenda import agenda_view
from longbien.actions.conference.papers.programme import programme_view
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.sheet import Row, Section, Sheet, table, text
from longbien.core.conference.agenda.items import AgendaState, Item, ItemState, bodies
from longbien.core.conference.agenda.programme import Slot, SlotKind
from longbien.store import models
from longbien.texts import REVIEWED, phrase, translated, word

_CODE: Final = "conference_papers."


def agenda_sheet(node: Node, conference_id: str, language: str) -> Sheet:
    """Give the agenda as a paper; RefusedError `conference_papers.agenda_not_found` while it is a draft that nobody was sent."""
    conference, view = find_conference(conference_id), agenda_view(conference_id)
    agenda = view.agenda
    if agenda.state is AgendaState.DRAFT:
        raise RefusedError("conference_papers.agenda_not_found")
    title = "paper_agenda" if agenda.state is AgendaState.ADOPTED else "paper_provisional"
    found: list[Row] = []
    for item in agenda.items:
        found += _item(item, language)
    sections = (Section(title="", rows=tuple(found)),)
    return session_sheet(
        node, conference, language, title=translated(language, _CODE + title), sections=sections
    )


def programme_sheet(node: Node, conference_id: str, language: str) -> Sheet:
    """Give what is public of the programme of work as a paper."""
    conference, view = find_conference(conference_id), programme_view(conference_id, public=True)
    head = [translated(language, _CODE + one) for one in ("time", "meeting", "room", "items")]
    sections = []
    for day, some in groupby(view.slots, key=lambda slot: slot.begins.astimezone(view.zone).date()):
        rows = [
            (
                f"{slot.begins.astimezone(view.zone):%H:%M}–{slot.ends.astimezone(view.zone):%H:%M}",
                _slot(slot, language),
                slot.room or "—",
                ", ".join(slot.items) or "—",
            )
            for slot in some
        ]
        sections.append(Section(title=day.isoformat(), rows=(table(head, rows),)))
    title = translated(language, _CODE + "paper_programme")
    lead = translated(language, _CODE + "times_of", zone=view.zone_name)
    return session_sheet(node, conference, language, title=title, sections=tuple(sections), lead=lead)


def _item(item: Item, language: str) -> list[Row]:
    title = phrase(language, item.title) if item.topic else item.title
    labels = {one.code: one.label for one in bodies()}
    told = [phrase(language, labels.get(item.allocated_to, item.allocated_to))]
    if item.state is not ItemState.PROPOSED:
        told.append(word(language, "conference_item", item.state.value))
    rows = [
        Row(kind="pair", cells=(f"\u2068{item.number}.\u2069", title)),
        Row(kind="pair", cells=("", " · ".join(told))),
    ]
    if item.memorandum:
        rows.append(Row(kind="pair", cells=("", item.memorandum)))
    return rows


def _slot(slot: Slot, language: str) -> str:
    labels = {one.code: phrase(language, one.label) for one in bodies()}
    body = labels.get(slot.body, slot.body if slot.kind is SlotKind.SIDE_EVENT else "")
    kind = word(language, "conference_slot", slot.kind.value)
    return "\n".join(part for part in (f"{kind}: {slot.title}", body) if part)


def session_sheet(
    node: Node,
    conference: models.Conference,
    language: str,
    *,
    title: str,
    sections: tuple[Section, ...],
    lead: str = "",
) -> Sheet:
    """Make a paper of a session: its head, its mark, its foot, and that no native reader has reviewed the language, where that is so."""
    native = "" if language in REVIEWED else translated(language, "conference_record.not_reviewed")
    is_exercise = node.exercise or conference.exercise
    empty = Section(title="", rows=(text(translated(language, _CODE + "paper_empty")),))
    return Sheet(
        language=language,
        title=title,
        kicker=conference.title,
        lead="\n".join(part for part in (lead, native) if part),
        sections=sections or (empty,),
        on=conference.first_day,
        mark=translated(language, "paper.exercise") if is_exercise else "",
        foot=f"{conference.conference_id} · {conference.first_day} – {conference.last_day}",
    )
