# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Keeping drafts from a page: while it is typed, against another window, and over the end of a session."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from longbien.actions.cooperation.drafts.autosave import NEVER, Typed, fresh_draft_id, keep_typed
from longbien.actions.cooperation.pages.draft import DraftPage, is_draft
from longbien.actions.node import current_node
from longbien.actions.people.kept_forms import Kept, kept_versions
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId, RequestId, parse_request_id
from longbien.core.cooperation.forms.kinds import Form
from longbien.web.base.guard import officer_of
from longbien.web.base.kept import as_posted, let_go
from longbien.web.base.refusals import sentence_of
from longbien.web.base.rescue import ticket
from longbien.web.cooperation.posted import raw_values

__all__ = ["autosaved", "draft_address", "draft_named", "is_draft", "keep_posted", "standing_of", "typed_in"]

_CHOSEN_BEFORE = "legal_basis"
"""The one field that a new page fills in by itself."""


def draft_named(request: HttpRequest) -> RequestId:
    """Give the id that the page named for its draft, or a fresh one."""
    named = request.POST.get("draft", "")
    return parse_request_id(named) if named else fresh_draft_id(current_node())


def keep_posted(
    request: HttpRequest, *, kind: str, partner: PartyId, raw: Mapping[str, Json], own_id: RequestId
) -> Typed:
    """Keep what was posted; beside the draft, with a message, if another window was first."""
    seen = request.POST.get("seen", "")
    kept = keep_typed(
        node=current_node(),
        actor=officer_of(request),
        form_id=kind,
        partner=partner,
        raw=raw,
        request_id=own_id,
        seen=int(seen) if seen.isdecimal() and len(seen) < 10 else None,
        path=reverse("draft", args=[own_id]),
    )
    if kept.beside:
        messages.warning(
            request,
            _(
                "Another window changed this draft meanwhile. Nothing was overwritten: both versions are kept."
            ),
        )
    else:
        let_go(request)
    return kept


def draft_address(own_id: RequestId, kept: Typed) -> str:
    """Give the page of a draft; with what was typed beside it, if it was kept there."""
    address = reverse("draft", args=[own_id])
    return f"{address}?kept={kept.beside}" if kept.beside else address


def autosaved(
    request: HttpRequest,
    *,
    kind: str,
    partner: PartyId,
    raw: Mapping[str, Json],
    values: dict[str, object],
) -> HttpResponse:
    """Answer a page that is being typed on: the findings, and when it was kept. A draft begins with its first word."""
    own_id = draft_named(request)
    kept, trouble = None, ""
    if set(raw) - {_CHOSEN_BEFORE} or is_draft(own_id):
        try:
            kept = keep_posted(request, kind=kind, partner=partner, raw=raw, own_id=own_id)
        except LongBienError as error:
            trouble = sentence_of(error)
    address = draft_address(own_id, kept) if kept else ""
    values |= {
        "kept": kept,
        "trouble": trouble,
        "kept_address": address,
        "request_id": own_id if kept else "",
    }
    return render(request, "longbien/cooperation/autosaved.html", values)


def standing_of(request: HttpRequest, page: DraftPage, taken: Kept | None) -> dict[str, object]:
    """Give what a draft's page says about its keeping: version, time, ticket, and the versions kept beside it."""
    own_id = page.request_id or request.POST.get("draft", "") or fresh_draft_id(current_node())
    versions = kept_versions(actor=officer_of(request), request_id=own_id)
    return {
        "draft_id": own_id,
        "seen": page.version or request.POST.get("seen", "") or NEVER,
        "kept_at": page.kept_at,
        "ticket": ticket(request),
        "taken": taken,
        "versions": [one for one in versions if taken is None or one.kept_id != taken.kept_id],
    }


def typed_in(kept: Kept, form: Form) -> Mapping[str, Json]:
    """Give the fields of a form out of what was kept."""
    return kept.raw or raw_values(form, as_posted(kept), MultiValueDict())
