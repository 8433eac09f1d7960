# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The agenda of a session: drawn up by the secretariat, sent to the States, adopted by the Conference, its items allocated."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.conference.hall.find import find_conference, find_meeting
from longbien.actions.conference.papers.session import VERB, keep, papers_of, rules_of, zone_of
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment, print_moment
from longbien.core.conference.agenda.items import (
    Agenda,
    AgendaState,
    Item,
    ItemKind,
    ItemState,
    Remark,
    bodies,
    in_order,
    next_number,
    parse_number,
    remarks,
    standard_items,
)
from longbien.core.conference.rules.values import RuleValue
from longbien.store import models
from longbien.store.writing import write_transaction

_MAX_TITLE: Final = 300
_MAX_MEMO: Final = 8000
_AT_ADOPTION: Final = (ItemState.ADOPTED, ItemState.DELETED, ItemState.DEFERRED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledRemark:
    """A remark with the rule that expects otherwise."""

    remark: Remark
    rule: RuleValue


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaView:
    """The agenda as a page shows it: items in order, where it stands, what rules expect otherwise, in which meeting it was adopted."""

    agenda: Agenda
    remarks: tuple[RuledRemark, ...]
    adopted_in: str
    zone: str


def agenda_of(conference: models.Conference) -> Agenda:
    """Give a session's agenda. Public once it was sent."""
    papers = papers_of(conference)
    rows = models.AgendaItem.objects.filter(conference=conference, withdrawn_at=None)
    return Agenda(
        items=in_order(_item(row) for row in rows),
        sent_at=papers.agenda_sent_at,
        adopted_at=papers.agenda_adopted_at,
    )


def agenda_view(conference_id: str) -> AgendaView:
    """Give the agenda with what the rules expect otherwise; RefusedError `conference.session_unknown`."""
    conference = find_conference(conference_id)
    agenda, rules, papers = agenda_of(conference), rules_of(conference), papers_of(conference)
    days = rules.value("agenda.provisional_sent_days_before").value
    memo = rules.value("agenda.item_needs_explanatory_memo").value
    found = remarks(
        agenda,
        opens=conference.first_day,
        zone=zone_of(conference),
        days_before=days if isinstance(days, int) else 0,
        memo_needed=memo is True,
    )
    adopted_in = papers.agenda_adopted_in
    return AgendaView(
        agenda=agenda,
        remarks=tuple(RuledRemark(remark=one, rule=rules.value(one.path)) for one in found),
        adopted_in=adopted_in.meeting_id if adopted_in is not None else "",
        zone=papers.zone,
    )


def put_item(
    *, node: Node, actor: models.Officer, conference_id: str, item: Item, instead_of: str = ""
) -> Item:
    """Put an item on the agenda, or change the one with the number `instead_of`; give it as it stands.

    After the provisional agenda was sent, a new item is a supplementary one. RefusedError `people.not_permitted`,
    `conference.session_unknown`, `conference_papers.item_twice`, `conference_papers.item_not_found`, `conference_papers.agenda_adopted`;
    UsageError `conference_papers.item_title`, `conference_papers.item_body`; MalformedError `conference_papers.item_number`.
    """
    require(actor, VERB)
    _check(item)
    with write_transaction():
        conference = find_conference(conference_id)
        agenda = agenda_of(conference)
        number = item.number or next_number(agenda.items)
        if number != instead_of and any(one.number == number for one in agenda.items):
            raise RefusedError("conference_papers.item_twice", item=number)
        row = _row(conference, instead_of) if instead_of else models.AgendaItem(conference=conference)
        if agenda.state is AgendaState.ADOPTED:
            raise RefusedError("conference_papers.agenda_adopted")
        kind = item.kind if instead_of or agenda.state is AgendaState.DRAFT else ItemKind.SUPPLEMENTARY
        row.number, row.title, row.topic = parse_number(number), item.title.strip(), item.topic
        row.kind, row.proposed_by = kind.value, item.proposed_by.strip()
        row.memorandum, row.allocated_to = item.memorandum.strip(), item.allocated_to
        row.save()
        facts = {"did": "item", "item": number, "title": row.title, "instead_of": instead_of}
        keep(node, actor, conference_id, {**facts, "kind": row.kind, "allocated_to": row.allocated_to})
        return _item(row)


def draw_up(*, node: Node, actor: models.Officer, conference_id: str) -> tuple[Item, ...]:
    """Begin an empty agenda with the items with which sessions of this family open. RefusedError `conference_papers.agenda_begun`."""
    require(actor, VERB)
    conference = find_conference(conference_id)
    if agenda_of(conference).items:
        raise RefusedError("conference_papers.agenda_begun")
    with write_transaction():
        return tuple(
            put_item(
                node=node,
                actor=actor,
                conference_id=conference_id,
                item=Item(number=str(number), title=one.label, topic=one.code),
            )
            for number, one in enumerate(standard_items(), 1)
        )


def take_off(*, node: Node, actor: models.Officer, conference_id: str, number: str) -> None:
    """Take an item off a draft. Once the agenda was sent, only the Conference deletes: RefusedError `conference_papers.agenda_sent`."""
    require(actor, VERB)
    with write_transaction():
        conference = find_conference(conference_id)
        if agenda_of(conference).state is not AgendaState.DRAFT:
            raise RefusedError("conference_papers.agenda_sent")
        row = _row(conference, number)
        row.withdrawn_at = cut_moment(node.clock())
        row.save(update_fields=["withdrawn_at"])
        keep(node, actor, conference_id, {"did": "taken-off", "item": number})


def send_agenda(
    *, node: Node, actor: models.Officer, conference_id: str, at: datetime | None = None
) -> AgendaView:
    """State that the provisional agenda was sent to the States; `at` for one that went out earlier by another way.

    RefusedError `conference_papers.agenda_empty`, `conference_papers.agenda_sent`, `conference_papers.agenda_future`.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    when = cut_moment(at) if at is not None else now
    if when > now:
        raise RefusedError("conference_papers.agenda_future")
    with write_transaction():
        conference = find_conference(conference_id)
        agenda, papers = agenda_of(conference), papers_of(conference)
        if not agenda.items:
            raise RefusedError("conference_papers.agenda_empty")
        if agenda.state is not AgendaState.DRAFT:
            raise RefusedError("conference_papers.agenda_sent")
        papers.agenda_sent_at = when
        papers.save()
        items = [one.number for one in agenda.items]
        keep(node, actor, conference_id, {"did": "sent", "at": print_moment(when), "items": items})
    return agenda_view(conference_id)


def adopt_agenda(
    *, node: Node, actor: models.Officer, conference_id: str, meeting_id: str, fates: dict[str, str]
) -> AgendaView:
    """Record that the Conference adopted its agenda in a meeting, and what it made of items (`fates`: number to state; the rest is adopted).

    That it was decided, and how, is in the meeting's own events. RefusedError `conference_papers.agenda_not_sent_yet`,
    `conference_papers.agenda_adopted`, `conference_papers.meeting_elsewhere`, `conference_papers.item_not_found`; UsageError
    `conference_papers.item_fate`.
    """
    require(actor, VERB)
    if any(fate not in _AT_ADOPTION for fate in fates.values()):
        raise UsageError("conference_papers.item_fate", known=", ".join(_AT_ADOPTION))
    with write_transaction():
        conference, meeting = find_conference(conference_id), find_meeting(meeting_id)
        agenda, papers = agenda_of(conference), papers_of(conference)
        if meeting.conference_id != conference.pk:
            raise RefusedError("conference_papers.meeting_elsewhere", meeting=meeting_id[:60])
        if agenda.state is AgendaState.DRAFT:
            raise RefusedError("conference_papers.agenda_not_sent_yet")
        if agenda.state is AgendaState.ADOPTED:
            raise RefusedError("conference_papers.agenda_adopted")
        for number in fates:
            _row(conference, number)
        for row in models.AgendaItem.objects.filter(conference=conference, withdrawn_at=None):
            row.state = fates.get(row.number, ItemState.ADOPTED.value)
            row.save(update_fields=["state"])
        papers.agenda_adopted_at, papers.agenda_adopted_in = cut_moment(node.clock()), meeting
        papers.save()
        keep(node, actor, conference_id, {"did": "adopted", "meeting": meeting_id, "fates": dict(fates)})
    return agenda_view(conference_id)


def allocate(*, node: Node, actor: models.Officer, conference_id: str, number: str, body: str) -> Item:
    """Allocate an item to a body; possible at any time. RefusedError `conference_papers.item_not_found`; UsageError `conference_papers.item_body`."""
    require(actor, VERB)
    with write_transaction():
        row = _row(find_conference(conference_id), number)
        item = replace(_item(row), allocated_to=body)
        _check(item)
        row.allocated_to = body
        row.save(update_fields=["allocated_to"])
        keep(node, actor, conference_id, {"did": "allocated", "item": number, "to": body})
        return item


def _check(item: Item) -> None:
    title = item.title.strip()
    if not title or len(title) > _MAX_TITLE or len(item.memorandum) > _MAX_MEMO or len(item.proposed_by) > 64:
        raise UsageError("conference_papers.item_title", limit=_MAX_TITLE)
    known = [one.code for one in bodies()]
    if item.allocated_to not in known:
        raise UsageError("conference_papers.item_body", body=item.allocated_to[:40], known=", ".join(known))
    if item.topic and item.topic not in [one.code for one in standard_items()]:
        raise UsageError("conference_papers.item_topic", topic=item.topic[:40])


def _row(conference: models.Conference, number: str) -> models.AgendaItem:
    rows = models.AgendaItem.objects.filter(conference=conference, withdrawn_at=None)
    found = rows.filter(number=number).first()
    if found is None:
        raise RefusedError("conference_papers.item_not_found", item=number[:20])
    return found


def _item(row: models.AgendaItem) -> Item:
    return Item(
        number=row.number,
        title=row.title,
        topic=row.topic,
        kind=ItemKind(row.kind),
        proposed_by=row.proposed_by,
        memorandum=row.memorandum,
        state=ItemState(row.state),
        allocated_to=row.allocated_to,
    )
