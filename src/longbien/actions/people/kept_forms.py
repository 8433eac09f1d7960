# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What was typed is not lost with a session: a form that comes when its officer is signed out is kept under that officer, for that officer alone."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.store import models
from longbien.store.models.kept_forms import KeptForm
from longbien.store.writing import write_transaction

SESSION: Final = "session"
"""The session had ended."""
WINDOW: Final = "window"
"""Another window had kept a newer version."""
MOST: Final = 20
"""Forms kept for one officer; the oldest give way."""
LARGEST: Final = 2 * 1024 * 1024
"""Letters of one kept form; what is larger is refused by the door before it is read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """A kept form."""

    kept_id: str
    path: str
    request_id: str
    posted: Mapping[str, Sequence[str]]
    raw: Mapping[str, Json]
    cause: str
    kept_at: datetime
    officer: str


def keep_form(  # the parts of a form, each named
    *,
    node: Node,
    officer_id: int,
    kept_id: str,
    path: str,
    cause: str,
    posted: Mapping[str, Sequence[str]] | None = None,
    raw: Mapping[str, Json] | None = None,
    request_id: str = "",
) -> str:
    """Keep a form under an officer; the same `kept_id` again replaces what was kept under it. Give the id."""
    with write_transaction():
        KeptForm.objects.update_or_create(
            kept_id=kept_id,
            officer_id=officer_id,
            defaults={
                "path": path[:300],
                "request_id": request_id,
                "posted": {name: list(values) for name, values in (posted or {}).items()},
                "raw": dict(raw or {}),
                "cause": cause,
                "kept_at": node.clock(),
            },
        )
        old = KeptForm.objects.filter(officer_id=officer_id).order_by("-kept_at", "-id")[MOST:]
        KeptForm.objects.filter(pk__in=[row.pk for row in old]).delete()
    return kept_id


def kept_form(*, actor: models.Officer, kept_id: str) -> Kept | None:
    """Give a form that the officer had typed; None for another's, or one that is gone."""
    row = KeptForm.objects.filter(kept_id=kept_id[:32], officer=actor).first()
    return _kept(row) if row is not None else None


def kept_versions(*, actor: models.Officer, request_id: str) -> tuple[Kept, ...]:
    """Give the officer's kept versions of a draft, the newest first."""
    rows = KeptForm.objects.filter(request_id=request_id, officer=actor).order_by("-kept_at")
    return tuple(_kept(row) for row in rows)


def forget_form(*, actor: models.Officer, kept_id: str) -> None:
    """Let a kept form go: it was taken up again."""
    KeptForm.objects.filter(kept_id=kept_id[:32], officer=actor).delete()


def _kept(row: KeptForm) -> Kept:
    return Kept(
        kept_id=row.kept_id,
        path=row.path,
        request_id=row.request_id,
        posted=row.posted,
        raw=row.raw,
        cause=row.cause,
        kept_at=row.kept_at,
        officer=row.officer.role_id,
    )
