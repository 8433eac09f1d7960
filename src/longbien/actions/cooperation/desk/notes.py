# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Notes of officers about a request. They never leave the node: no act, file, paper, e-mail or answer to a program holds one.

A note is dated, stands under its officer's name, and is never edited; it may be struck out, and then says by whom, when and why. That one
was written is a leaf of the log; what it says is not. An auditor sees that a note exists, not its text.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import permits, require
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError, UsageError
from longbien.store.models.cooperation_desk import Note
from longbien.store.models.people import Officer
from longbien.store.queries.desk import notes_of
from longbien.store.writing import write_transaction

VERB: Final = "cooperation.note"
LONGEST: Final = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteView:
    """A note. `text` is empty for a reader who does not work on requests (`readable` False): he sees that it exists, and how long it is."""

    number: int
    officer: str
    at: datetime
    text: str
    length: int
    readable: bool
    struck_by: str
    struck_at: datetime | None
    struck_why: str


def write_note(*, node: Node, actor: Officer, request_id: str, text: str) -> NoteView:
    """Write a note. UsageError `cooperation.note_text`; RefusedError `people.not_permitted`, `cooperation.request_unknown`."""
    require(actor, VERB)
    text = text.strip()
    if not 0 < len(text) <= LONGEST:
        raise UsageError("cooperation.note_text", length=LONGEST)
    now = node.clock()
    with write_transaction():
        request = find_thread(node.party, request_id).request
        row = Note.objects.create(request=request, officer=actor, text=text, at=now)
        _record(node, row, "write", actor, now)
    return _view(row, readable=True)


def strike_note(*, node: Node, actor: Officer, number: int, reason: str) -> NoteView:
    """Strike a note out: it stays readable, with who struck it and why.

    UsageError `cooperation.note_unknown`, `cooperation.note_reason`; RefusedError `people.not_permitted`, `cooperation.note_struck`.
    """
    require(actor, VERB)
    reason = reason.strip()[:1000]
    if not reason:
        raise UsageError("cooperation.note_reason")
    now = node.clock()
    with write_transaction():
        row = Note.objects.select_for_update(of=("self",)).select_related("officer").filter(pk=number).first()
        if row is None:
            raise UsageError("cooperation.note_unknown", number=number)
        if row.struck_at is not None:
            raise RefusedError("cooperation.note_struck", number=number)
        row.struck_by, row.struck_at, row.struck_why = actor.role_id, now, reason
        row.save(update_fields=["struck_by", "struck_at", "struck_why"])
        _record(node, row, "strike", actor, now)
    return _view(row, readable=True)


def notes(*, actor: Officer, request_id: str) -> tuple[NoteView, ...]:
    """Give the notes about a request, the oldest first; RefusedError `people.not_permitted`."""
    require(actor, "cooperation.read")
    readable = permits(actor, VERB)
    return tuple(_view(row, readable=readable) for row in notes_of(request_id))


def _view(row: Note, *, readable: bool) -> NoteView:
    return NoteView(
        number=row.pk,
        officer=row.officer.role_id,
        at=row.at,
        text=row.text if readable else "",
        length=len(row.text),
        readable=readable,
        struck_by=row.struck_by,
        struck_at=row.struck_at,
        struck_why=row.struck_why if readable else "",
    )


def _record(node: Node, row: Note, step: str, actor: Officer, now: datetime) -> None:
    facts: dict[str, JsonInput] = {"step": step, "note": row.pk, "request": row.request_id}
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
