# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the safeguards ask of their rows."""

from longbien.store.models.cooperation_safeguards import CallBack, OversightEntry, SafeguardStep, SecrecyMark


def recorded_steps(request_id: str) -> list[SafeguardStep]:
    """Give every step that was recorded for a request, oldest first."""
    return list(SafeguardStep.objects.filter(request_id=request_id).select_related("record").order_by("pk"))


def call_backs_of(request_id: str) -> list[CallBack]:
    """Give every call that was recorded for a request with the second person's word, oldest first."""
    rows = CallBack.objects.filter(request_id=request_id)
    return list(rows.select_related("answer", "record", "answer__record").order_by("pk"))


def find_call_back(code_digest: str) -> CallBack | None:
    """Give the call that a one-time code belongs to."""
    rows = CallBack.objects.select_related("answer", "request")
    return rows.filter(code_digest=code_digest).first()


def oversight_entries() -> list[OversightEntry]:
    """Give every entry for oversight with its reviews, oldest first."""
    rows = OversightEntry.objects.select_related("request", "record").prefetch_related("reviews")
    return list(rows.order_by("pk"))


def secrecy_marks() -> list[SecrecyMark]:
    """Give the marks that were not lifted with their records, by day of review."""
    rows = SecrecyMark.objects.filter(lifted=False).select_related("request").prefetch_related("records")
    return list(rows.order_by("review_on", "pk"))


def find_mark(request_id: str) -> SecrecyMark | None:
    """Give the mark of a request, or None."""
    return SecrecyMark.objects.select_related("request").filter(request_id=request_id).first()


def lock_mark(request_id: str) -> SecrecyMark | None:
    """Give the mark of a request, locked until the transaction ends, or None."""
    rows = SecrecyMark.objects.select_for_update(of=("self",)).select_related("request")
    return rows.filter(request_id=request_id).first()
