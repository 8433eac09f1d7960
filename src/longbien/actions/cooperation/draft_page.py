# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A draft as its page shows it: what was typed, what could not be read, whether it waits. Reading only."""

from collections.abc import Mapping
from dataclasses import dataclass

from longbien.actions.access import require
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.fields import FieldError, clean
from longbien.core.cooperation.kinds import form
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation import find_request, open_proposals


@dataclass(frozen=True, slots=True, kw_only=True)
class DraftPage:
    """A draft: `raw` are the fields as they are kept, `waits` tells that it was proposed and nothing can be changed."""

    request_id: str
    form: str
    partner: str
    raw: Mapping[str, Json]
    errors: tuple[FieldError, ...]
    waits: bool


def draft_page(*, actor: Officer, request_id: str) -> DraftPage:
    """Give a draft; RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.not_a_draft`."""
    require(actor, "cooperation.read")
    row = find_request(request_id)
    if row is None:
        raise RefusedError("cooperation.request_unknown", request=request_id[:40])
    if row.state != "draft":
        raise RefusedError("cooperation.not_a_draft", request=request_id[:40])
    return DraftPage(
        request_id=row.request_id,
        form=row.kind,
        partner=row.partner,
        raw=row.draft,
        errors=clean(form(row.kind), row.draft).errors,
        waits=bool(open_proposals(row.request_id)),
    )
