# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping a draft while it is typed: nothing is asked, nothing is lost. Two windows on one draft are noticed and both versions are kept."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.drafts.draft import draft, lock_draft
from longbien.actions.node import Node
from longbien.actions.people.kept_forms import WINDOW, keep_form
from longbien.core.base.canonical import Json
from longbien.core.base.ids import PartyId, RequestId
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_request
from longbien.store.writing import write_transaction

NEVER: Final = 0
"""The version of a draft that was never kept."""
_ID: Final = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """What became of what was typed: the draft's version now and when it was kept; `beside` is the kept form if another window was first."""

    version: int
    at: datetime
    beside: str = ""


def keep_typed(  # the parts of a draft, each named
    *,
    node: Node,
    actor: Officer,
    form_id: str,
    partner: PartyId,
    raw: Mapping[str, Json],
    request_id: RequestId,
    seen: int | None,
    path: str,
) -> Typed:
    """Keep what was typed as the draft `request_id`, which begins with it if it is not there.

    `seen` is the version that the window had (None: it makes no claim); where the draft is another by now, what was typed is kept beside it and nothing is overwritten.
    RefusedError as `draft`.
    """
    require(actor, "cooperation.draft")
    with write_transaction():
        is_new = find_request(request_id) is None
        if not is_new:
            row = lock_draft(request_id)
            if seen is not None and row.draft_version != seen:
                beside = keep_form(
                    node=node,
                    officer_id=actor.pk,
                    kept_id=node.randomness(_ID).hex(),
                    path=path,
                    cause=WINDOW,
                    raw=raw,
                    request_id=request_id,
                )
                return Typed(version=row.draft_version, at=row.changed_at, beside=beside)
        draft(
            node=node,
            actor=actor,
            form_id=form_id,
            partner=partner,
            raw=raw,
            request_id=None if is_new else request_id,
            own_id=request_id if is_new else None,
        )
        row = lock_draft(request_id)
        return Typed(version=row.draft_version, at=row.changed_at)


def fresh_draft_id(node: Node) -> RequestId:
    """Draw the id that a draft will have once its first word is typed."""
    return RequestId(node.randomness(_ID).hex())
