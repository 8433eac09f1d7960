# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Making a request: choose kind and State, fill in the form, check, keep, submit. Every step works without script."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.cooperation.draft import discard, draft
from longbien.actions.cooperation.draft_page import draft_page
from longbien.actions.cooperation.submit import submit
from longbien.actions.node import current_node
from longbien.actions.parties.directory import directory
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import parse_party_id, parse_request_id
from longbien.core.cooperation.fields import clean
from longbien.core.cooperation.kinds import Form, form, forms
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.cooperation.posted import group_numbers, raw_values
from longbien.web.cooperation.questions import chapters


@guarded("duty-officer")
def new_request(request: HttpRequest) -> HttpResponse:
    """Choose what to ask, and of whom."""
    known = [one for one in directory(actor=officer_of(request)) if not one.own and one.trusted is not None]
    kind, party = request.GET.get("kind", ""), request.GET.get("party", "")
    if kind in forms() and party in {one.party for one in known}:
        return redirect("new_draft", kind, party)
    return render(request, "longbien/cooperation/new.html", {"forms": forms().values(), "parties": known})


@guarded("duty-officer")
def new_draft(request: HttpRequest, kind: str, party: str) -> HttpResponse:
    """Fill in a new request; it is kept with the first press of the button, with its errors."""
    found, partner = form(kind), parse_party_id(party)
    if request.method != "POST":
        return _show(request, found, party, {})
    raw = raw_values(found, request.POST, request.FILES)
    if "more" in request.POST:
        return _show(request, found, party, raw, groups=_groups(request))
    kept = draft(node=current_node(), actor=officer_of(request), form_id=kind, partner=partner, raw=raw)
    messages.success(request, _("The draft is kept."))
    return redirect("draft", kept.request_id)


@guarded()
def edit_draft(request: HttpRequest, request_id: str) -> HttpResponse:
    """Go on with a draft: keep another version, or submit it."""
    page = draft_page(actor=officer_of(request), request_id=request_id)
    if page.waits:
        return redirect("request", request_id)
    found = form(page.form)
    if request.method != "POST":
        return _show(request, found, page.partner, page.raw, request_id=request_id)
    raw = raw_values(found, request.POST, request.FILES)
    if "more" in request.POST:
        return _show(request, found, page.partner, raw, request_id=request_id, groups=_groups(request))
    node, actor, own_id = current_node(), officer_of(request), parse_request_id(request_id)
    partner = parse_party_id(page.partner)
    draft(node=node, actor=actor, form_id=page.form, partner=partner, raw=raw, request_id=own_id)
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


@guarded()
@require_POST
def discard_draft(request: HttpRequest, request_id: str) -> HttpResponse:
    """Give a draft up."""
    discard(node=current_node(), actor=officer_of(request), request_id=parse_request_id(request_id))
    messages.success(request, _("The draft was given up."))
    return redirect("inbox")


def _groups(request: HttpRequest) -> int:
    """Give how many groups the page shows after one more was asked for."""
    return len(group_numbers(request.POST.get("more", ""), request.POST)) + 1


def _show(
    request: HttpRequest,
    found: Form,
    party: str,
    raw: Mapping[str, Json],
    *,
    request_id: str = "",
    groups: int = 1,
) -> HttpResponse:
    errors = clean(found, raw).errors if raw else ()
    values = {
        "form": found,
        "partner": party,
        "request_id": request_id,
        "errors": errors,
        "chapters": chapters(found, raw, errors, groups=groups),
    }
    return render(request, "longbien/cooperation/draft.html", values)
