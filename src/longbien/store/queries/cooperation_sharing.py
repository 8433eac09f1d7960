# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the consultation on drafts asks of its rows."""

from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_sharing import SharedDraft
from longbien.store.models.exchange import Proposal


def find_shared_draft(thread: str) -> SharedDraft | None:
    """Give a shared draft's row, or None."""
    return SharedDraft.objects.filter(pk=thread).first()


def lock_shared_draft(thread: str) -> SharedDraft | None:
    """Give a shared draft's row, locked until the transaction ends, or None."""
    return SharedDraft.objects.select_for_update().filter(pk=thread).first()


def shared_drafts(limit: int) -> list[SharedDraft]:
    """Give the drafts that were shown, the newest change first; one that waits for a second officer was not shown yet."""
    return list(SharedDraft.objects.exclude(state="none").order_by("-changed_at", "thread")[:limit])


def shared_beginning(thread: str) -> list[SharedDraft]:
    """Give the shared drafts whose number begins so."""
    return list(SharedDraft.objects.filter(thread__startswith=thread)[:2])


def requests_of(row: SharedDraft) -> list[Request]:
    """Give the requests and drafts that name a consultation, between the same two States in the same direction."""
    rows = Request.objects.filter(consultation=row.thread, partner=row.partner, direction=row.direction)
    return list(rows.order_by("created_at", "request_id"))


def waits_for_approval(thread: str) -> bool:
    """Tell whether something waits for a second officer in a thread."""
    return Proposal.objects.filter(thread=thread, state=Proposal.OPEN).exists()
