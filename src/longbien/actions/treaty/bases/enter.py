# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Entering a treaty between two States, and its end: one officer enters with a source, another confirms. Nothing is overwritten; each step is logged."""

from dataclasses import replace
from datetime import date
from typing import Final

from longbien.actions.access import require, require_approval
from longbien.actions.log.decision import record_decision
from longbien.actions.node import Node
from longbien.actions.treaty.bases.current import entry_of
from longbien.actions.treaty.bases.watch import watch_bases
from longbien.core.base.canonical import JsonInput
from longbien.core.base.errors import RefusedError
from longbien.core.base.moments import cut_moment
from longbien.core.treaty.bases.entries import BasisEntry, check_entry
from longbien.store import models
from longbien.store.writing import write_transaction

VERB: Final = "treaty.basis"
_MAX_REASON: Final = 500


def enter_basis(
    *, node: Node, actor: models.Officer, entry: BasisEntry, replaces: int | None = None
) -> models.BasisEntry:
    """Enter a row; it counts once another officer has confirmed it. `replaces` is the number of the row whose place it takes.

    RefusedError `people.not_permitted`, `treaty.basis_row`, `treaty.basis_replaced`, `treaty.basis_pair`, and as `check_entry`.
    """
    require(actor, VERB)
    checked = check_entry(entry, exercise=node.exercise)
    with write_transaction():
        before = _current(replaces) if replaces is not None else None
        if before is not None and (before.one, before.other, before.basis) != (*checked.pair, checked.basis):
            raise RefusedError("treaty.basis_pair", row=before.pk)
        row = models.BasisEntry.objects.create(
            one=checked.pair[0],
            other=checked.pair[1],
            basis=checked.basis,
            status=checked.status,
            since=checked.since,
            until=checked.until,
            name=checked.name.strip(),
            note=checked.note.strip(),
            source=checked.source.strip(),
            confidence=checked.confidence,
            replaces=before,
            entered_by=actor,
            entered_role_id=actor.role_id,
            entered_at=cut_moment(node.clock()),
        )
        _log(node, actor, row, "entered")
        return row


def end_basis(
    *, node: Node, actor: models.Officer, row: int, until: date, source: str, note: str = ""
) -> models.BasisEntry:
    """Enter the end of a row: a row in its place that ends before the day `until`. RefusedError as `enter_basis`."""
    require(actor, VERB)
    before = entry_of(_current(row))
    words = "; ".join(text for text in (before.note, note.strip()) if text)
    ended = replace(before, until=until, source=source, note=words)
    return enter_basis(node=node, actor=actor, entry=ended, replaces=row)


def confirm_basis(*, node: Node, actor: models.Officer, row: int) -> models.BasisEntry:
    """Confirm a row that another officer entered: from now on it counts.

    RefusedError `people.not_permitted`, `people.own_proposal`, `treaty.basis_row`, `treaty.basis_decided`, `treaty.basis_replaced`.
    """
    require_approval(actor, VERB)
    with write_transaction():
        found = _waiting(row)
        if found.entered_by_id == actor.pk:
            raise RefusedError("people.own_proposal")
        if found.replaces_id is not None:
            _current(found.replaces_id)
        now = cut_moment(node.clock())
        found.confirmed_by, found.confirmed_role_id, found.confirmed_at = actor, actor.role_id, now
        found.save(update_fields=["confirmed_by", "confirmed_role_id", "confirmed_at"])
        _log(node, actor, found, "confirmed")
        watch_bases(node=node)
        return found


def reject_basis(*, node: Node, actor: models.Officer, row: int, why: str) -> models.BasisEntry:
    """Reject a row that waits, with the reason; who entered it may take it back so. The row stays.

    RefusedError `people.not_permitted`, `treaty.basis_row`, `treaty.basis_decided`, `treaty.reason_missing`.
    """
    require(actor, VERB)
    if not why.strip():
        raise RefusedError("treaty.reason_missing")
    with write_transaction():
        found = _waiting(row)
        found.rejected_by, found.rejected_role_id = actor, actor.role_id
        found.rejected_at, found.rejected_why = cut_moment(node.clock()), why.strip()[:_MAX_REASON]
        found.save(update_fields=["rejected_by", "rejected_role_id", "rejected_at", "rejected_why"])
        _log(node, actor, found, "rejected")
        return found


def _find(row: int) -> models.BasisEntry:
    found = models.BasisEntry.objects.select_for_update().filter(pk=row).first()
    if found is None:
        raise RefusedError("treaty.basis_row", row=row)
    return found


def _current(row: int) -> models.BasisEntry:
    """Find a row that counts; RefusedError for one that was never confirmed or has been replaced."""
    found = models.BasisEntry.objects.filter(pk=row).first()
    if found is None or found.confirmed_at is None:
        raise RefusedError("treaty.basis_row", row=row)
    if found.replaced_by.filter(confirmed_at__isnull=False).exists():
        raise RefusedError("treaty.basis_replaced", row=row)
    return found


def _waiting(row: int) -> models.BasisEntry:
    found = _find(row)
    if found.confirmed_at is not None or found.rejected_at is not None:
        raise RefusedError("treaty.basis_decided", row=row)
    return found


def _log(node: Node, actor: models.Officer, row: models.BasisEntry, step: str) -> None:
    facts: dict[str, JsonInput] = {
        "row": row.pk,
        "step": step,
        "one": row.one,
        "other": row.other,
        "basis": row.basis,
        "status": row.status,
        "from": row.since.isoformat(),
        "until": row.until.isoformat() if row.until else "",
        "replaces": row.replaces_id or 0,
    }
    record_decision(node=node, verb=VERB, role_id=actor.role_id, facts=facts, now=cut_moment(node.clock()))
