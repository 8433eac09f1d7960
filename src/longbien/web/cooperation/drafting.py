# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a request: choose kind and State, fill in the form, check, keep, submit. Every step works without script."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.cooperation.drafts.draft import discard
from longbien.actions.cooperation.drafts.override import override
from longbien.actions.cooperation.drafts.submit import submit
from longbien.actions.cooperation.pages.draft import DraftPage, blank_page, check_typed, draft_page
from longbien.actions.node import current_node
from longbien.actions.parties.directory import directory
from longbien.actions.people.kept_forms import Kept
from longbien.core.base.errors import LongBienError, RefusedError
from longbien.core.base.ids import PartyId, parse_party_id, parse_request_id
from longbien.core.cooperation.forms.kinds import form, forms
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.kept import taken_up
from longbien.web.base.refusals import sentence_of
from longbien.web.cooperation.bringing import ON_PAPER, begin_on_paper, states_without_a_node
from longbien.web.cooperation.keeping import (
    autosaved,
    draft_address,
    draft_named,
    is_draft,
    keep_posted,
    standing_of,
    typed_in,
)
from longbien.web.cooperation.papers import keep_files
from longbien.web.cooperation.posted import group_numbers, raw_values
from longbien.web.cooperation.questions import chapters


@guarded("duty-officer", "lawyer")
def new_request(request: HttpRequest) -> HttpResponse:
    """Choose what to ask, and of whom."""
    known = [one for one in directory(actor=officer_of(request)) if not one.own and one.trusted is not None]
    kind, party = request.GET.get("kind", ""), request.GET.get("party", "")
    elsewhere = request.GET.get("elsewhere", "")
    if kind in forms() and elsewhere in states_without_a_node(known):
        return redirect(f"{reverse('new_draft', args=(kind, elsewhere))}?{ON_PAPER}=1")
    if kind in forms() and party in {one.party for one in known}:
        return redirect("new_draft", kind, party)
    return render(
        request,
        "longbien/cooperation/new.html",
        {
            "forms": forms().values(),
            "parties": known,
            "elsewhere": states_without_a_node(known),
        },
    )


@guarded("duty-officer", "lawyer")
def new_draft(request: HttpRequest, kind: str, party: str) -> HttpResponse:
    """Fill in a new request; it is kept while it is typed, or with the first press of the button, with its errors."""
    node, actor, partner = current_node(), officer_of(request), parse_party_id(party)
    if request.GET.get(ON_PAPER):
        return begin_on_paper(request, kind, partner)
    if request.method != "POST":
        return _begun(request, kind, partner)
    raw = raw_values(form(kind), request.POST, request.FILES)
    if "more" in request.POST:
        page = check_typed(node=node, actor=actor, form_id=kind, partner=partner, raw=raw)
        return _show(request, page, groups=_groups(request))
    own_id = draft_named(request)
    kept = keep_posted(request, kind=kind, partner=partner, raw=raw, own_id=own_id)
    if not kept.beside and keep_files(request, form(kind), own_id):
        messages.success(request, _("The draft is kept."))
    return redirect(draft_address(own_id, kept))


def _begun(request: HttpRequest, kind: str, partner: PartyId) -> HttpResponse:
    """Show the empty form, or what its officer had typed into it before the session ended."""
    node, actor, kept = current_node(), officer_of(request), taken_up(request)
    if kept is not None and is_draft(kept.request_id):
        return redirect(f"{reverse('draft', args=[kept.request_id])}?kept={kept.kept_id}")
    if kept is None:
        page = blank_page(node=node, actor=actor, form_id=kind, partner=partner)
        return _show(request, page, groups=_groups(request))
    raw = typed_in(kept, form(kind))
    page = check_typed(node=node, actor=actor, form_id=kind, partner=partner, raw=raw)
    return _show(request, page, taken=kept)


@guarded("duty-officer", "lawyer")
@require_POST
def check_draft(request: HttpRequest, kind: str, party: str) -> HttpResponse:
    """Check what is being typed and give the findings; keep it, so that nothing typed is lost."""
    node, actor, partner = current_node(), officer_of(request), parse_party_id(party)
    raw = raw_values(form(kind), request.POST, request.FILES)
    page = check_typed(node=node, actor=actor, form_id=kind, partner=partner, raw=raw)
    return autosaved(request, kind=kind, partner=partner, raw=raw, values=_findings(page))


@guarded()
def edit_draft(request: HttpRequest, request_id: str) -> HttpResponse:
    """Go on with a draft: keep another version, or submit it."""
    node, actor = current_node(), officer_of(request)
    page = draft_page(node=node, actor=actor, request_id=request_id)
    if page.waits:
        return redirect("request", request_id)
    if request.method != "POST":
        taken = taken_up(request)
        if taken is None:
            return _show(request, page)
        raw = typed_in(taken, form(page.form))
        typed = check_typed(node=node, actor=actor, form_id=page.form, partner=page.partner, raw=raw)
        return _show(request, _of_draft(typed, page), taken=taken)
    raw = raw_values(form(page.form), request.POST, request.FILES)
    if "more" in request.POST:
        typed = check_typed(node=node, actor=actor, form_id=page.form, partner=page.partner, raw=raw)
        return _show(request, _of_draft(typed, page), groups=_groups(request))
    own_id = parse_request_id(request_id)
    kept = keep_posted(request, kind=page.form, partner=page.partner, raw=raw, own_id=own_id)
    if kept.beside or not keep_files(request, form(page.form), own_id):
        return redirect(draft_address(own_id, kept))
    if request.POST.get("do") != "submit":
        messages.success(request, _("The draft is kept."))
        return redirect("draft", request_id)
    try:
        submit(node=node, actor=actor, request_id=own_id)
    except LongBienError as error:
        messages.error(request, sentence_of(error))
        return redirect("draft", request_id)
    messages.success(request, _("Proposed. It is signed once a second person has approved it."))
    return redirect("request", request_id)


def _of_draft(typed: DraftPage, kept: DraftPage) -> DraftPage:
    """Give what was typed as a page of the draft that is kept."""
    return replace(
        typed,
        request_id=kept.request_id,
        overrides=kept.overrides,
        version=kept.version,
        kept_at=kept.kept_at,
    )


@guarded()
@require_POST
def pass_over(request: HttpRequest, request_id: str) -> HttpResponse:
    """Pass over one check of a kept draft, with a written reason that travels with the request."""
    try:
        override(
            node=current_node(),
            actor=officer_of(request),
            request_id=parse_request_id(request_id),
            check=request.POST.get("check", ""),
            field=request.POST.get("field", ""),
            reason=request.POST.get("reason", ""),
        )
    except RefusedError as error:
        messages.error(request, sentence_of(error))
    else:
        messages.success(request, _("Passed over. The reason travels with the request and marks it."))
    return redirect("draft", request_id)


@guarded()
@require_POST
def discard_draft(request: HttpRequest, request_id: str) -> HttpResponse:
    """Give a draft up."""
    discard(node=current_node(), actor=officer_of(request), request_id=parse_request_id(request_id))
    messages.success(request, _("The draft was given up."))
    return redirect("inbox")


def _groups(request: HttpRequest) -> dict[str, int]:
    """Give how many groups the page shows of a field: one more than before if another was asked for."""
    more = request.POST.get("more", "")
    return {more: len(group_numbers(more, request.POST)) + 1} if more else {}


def _show(
    request: HttpRequest,
    page: DraftPage,
    *,
    groups: Mapping[str, int] = MappingProxyType({}),
    taken: Kept | None = None,
) -> HttpResponse:
    values = _findings(page)
    errors = page.errors if page.raw else ()
    values["chapters"] = chapters(form(page.form), page.raw, errors, groups=groups)
    values |= standing_of(request, page, taken)
    return render(request, "longbien/cooperation/draft.html", values)


def _findings(page: DraftPage) -> dict[str, object]:
    passed = {(one.check, one.field): one.reason for one in page.overrides}
    return {
        "form": form(page.form),
        "partner": page.partner,
        "request_id": page.request_id,
        "page": page,
        "findings": [(one, passed.get((one.code, one.field), "")) for one in page.findings],
    }
