# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The record as this node keeps it: what ships with the software, what officers added, and what was withdrawn since.

Reading is public. Adding an entry, and withdrawing one, is a treaty officer's decision, needs a source and is logged.
"""

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from longbien.actions.access import require
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError, UsageError
from longbien.core.base.moments import cut_moment
from longbien.core.treaty.press.reading import Reading, read_report
from longbien.core.treaty.record.entries import Entry, Withdrawal, ordered, record, upcoming
from longbien.core.treaty.record_text import accepted, free_id, print_entry, read_entry_text
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "treaty.record"
_MAX_REASON: Final = 500
_MAX_SOURCE: Final = 120


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """What withdraws an entry: why, on whose word, and the entry that takes its place ("": none)."""

    reason: str
    source: str
    replaced_by: str = ""


def whole_record() -> tuple[Entry, ...]:
    """Give every entry in the order of time; a withdrawn one stands in it and says so."""
    own = tuple(
        read_entry_text(bytes(body)) for body in models.RecordEntry.objects.values_list("body", flat=True)
    )
    taken_back = {row.entry_id: _withdrawal(row) for row in models.RecordWithdrawal.objects.all()}
    return ordered(replace(entry, withdrawn=taken_back.get(entry.entry_id)) for entry in (*record(), *own))


def upcoming_entries(day: date) -> tuple[Entry, ...]:
    """Give what lies ahead of a day: meetings and last days, those that the node added included."""
    return upcoming(day, whole_record())


def read_press(
    data: bytes, *, file: str, published: date | None = None, publisher: str = "", language: str = ""
) -> Reading:
    """Read a press report beside the node's record; see `longbien.core.treaty.press.reading`. Stores nothing."""
    return read_report(
        data, file=file, entries=whole_record(), published=published, publisher=publisher, code=language
    )


def add_entry(*, node: Node, actor: models.Officer, entry: Entry) -> Entry:
    """Add one entry with its source; give it with its id.

    RefusedError `people.not_permitted`; UsageError `treaty.record_source`; MalformedError as `print_entry`: nothing is stored then.
    """
    return add_entries(node=node, actor=actor, entries=(entry,))[0]


def add_entries(*, node: Node, actor: models.Officer, entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """Add several entries, all or none."""
    require(actor, VERB)
    now = cut_moment(node.clock())
    found = []
    with write_transaction():
        taken = {one.entry_id for one in whole_record()}
        for entry in entries:
            if not any(source.ref.strip() for source in entry.sources):
                raise UsageError("treaty.record_source")
            named = replace(entry, entry_id=free_id(entry, taken), own=True, withdrawn=None)
            body = print_entry(named)
            taken.add(named.entry_id)
            sha256 = named.excerpt.sha256 if named.excerpt else ""
            models.RecordEntry.objects.create(
                entry_id=named.entry_id,
                first=named.when.first,
                kind=named.kind,
                body=body,
                report_sha256=sha256,
                entered_by=actor,
                entered_role_id=actor.role_id,
                entered_at=now,
            )
            facts = {
                "step": "add",
                "entry": named.entry_id,
                "digest": hashlib.sha256(body).hexdigest(),
                "report": sha256,
            }
            record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
            found.append(named)
    return tuple(found)


def accept_proposals(
    *, node: Node, actor: models.Officer, reading: Reading, numbers: Iterable[int], confidence: str
) -> tuple[Entry, ...]:
    """Add the proposals of a press report that a person accepted, all or none, through the same verb as any entry."""
    require(actor, VERB)
    return add_entries(node=node, actor=actor, entries=accepted(reading, numbers, confidence=confidence))


def withdraw_entry(*, node: Node, actor: models.Officer, entry: str, correction: Correction) -> Entry:
    """Withdraw an entry by a correction dated today; it stays in the record and is shown as withdrawn.

    RefusedError `people.not_permitted`, `treaty.record_unknown`, `treaty.record_withdrawn`; UsageError `treaty.record_source`,
    `treaty.record_reason`.
    """
    require(actor, VERB)
    now = cut_moment(node.clock())
    reason, source = correction.reason.strip(), correction.source.strip()
    if not source or len(source) > _MAX_SOURCE:
        raise UsageError("treaty.record_source")
    if not reason or len(reason) > _MAX_REASON:
        raise UsageError("treaty.record_reason", limit=_MAX_REASON)
    with write_transaction():
        held = {one.entry_id: one for one in whole_record()}
        for name in filter(None, (entry, correction.replaced_by)):
            if name not in held:
                raise RefusedError("treaty.record_unknown", entry=name[:64])
        if held[entry].withdrawn is not None or entry == correction.replaced_by:
            raise RefusedError("treaty.record_withdrawn", entry=entry)
        row = models.RecordWithdrawal.objects.create(
            entry_id=entry,
            day=now.date(),
            reason=reason,
            source=source,
            replaced_by=correction.replaced_by,
            withdrawn_by=actor,
            withdrawn_role_id=actor.role_id,
            withdrawn_at=now,
        )
        facts = {"step": "withdraw", "entry": entry, "replaced_by": correction.replaced_by}
        record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=now)
        return replace(held[entry], withdrawn=_withdrawal(row))


def _withdrawal(row: models.RecordWithdrawal) -> Withdrawal:
    return Withdrawal(day=row.day, reason=row.reason, source=row.source, replaced_by=row.replaced_by)
