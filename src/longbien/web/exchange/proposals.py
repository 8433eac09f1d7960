# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What waits for a second person, and the decision about it: the page shows exactly what will be signed."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.exchange.propose import approve as approve_act
from longbien.actions.exchange.propose import reject as reject_act
from longbien.actions.exchange.waiting import ProposalView, find_proposal
from longbien.actions.exchange.waiting import proposals as waiting
from longbien.actions.node import current_node
from longbien.core.base.canonical import encode
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.acts.bodies import Request
from longbien.core.cooperation.acts.bodies_json import read_body
from longbien.core.cooperation.forms.kinds import form
from longbien.web.base.guard import guarded, officer_of
from longbien.web.cooperation.say_forms import ReasonForm
from longbien.web.cooperation.shown import ShownSection, shown_rows, shown_sections


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """A proposal as its reader sees it. `signed` is the body in canonical JSON, exactly as it would be signed."""

    value: ProposalView
    own: bool
    may_reject: bool

    @property
    def signed(self) -> str:
        """Give the body as it would be signed."""
        return encode(self.value.body).decode()


@guarded()
def proposals(request: HttpRequest) -> HttpResponse:
    """List every open proposal, the oldest first."""
    rows = [_seen(one, request) for one in waiting(actor=officer_of(request))]
    return render(request, "longbien/exchange/proposals.html", {"rows": rows})


@guarded()
def proposal(request: HttpRequest, number: int) -> HttpResponse:
    """Show one proposal: in words, and the very text that would be signed."""
    return _show(request, number, ReasonForm())


@guarded()
@require_POST
def approve(request: HttpRequest, number: int) -> HttpResponse:
    """Approve; the act is made if nobody else has to."""
    found = find_proposal(number)
    act = approve_act(node=current_node(), actor=officer_of(request), proposal=found)
    made = _("Signed, written to the log and on its way.")
    messages.success(request, made if act else _("Approved. One more person has to approve it."))
    return redirect("request", found.thread) if found.thread else redirect("proposals")


@guarded()
@require_POST
def reject(request: HttpRequest, number: int) -> HttpResponse:
    """Close the proposal without signing anything; the reason is kept."""
    filled = ReasonForm(request.POST)
    if not filled.is_valid():
        return _show(request, number, filled)
    reject_act(
        node=current_node(),
        actor=officer_of(request),
        proposal=find_proposal(number),
        reason=filled.cleaned_data["reason"],
    )
    messages.success(request, _("Rejected. Nothing was signed."))
    return redirect("proposals")


def _show(request: HttpRequest, number: int, reason: ReasonForm) -> HttpResponse:
    thread = find_proposal(number).thread
    rows = waiting(actor=officer_of(request), thread=thread, open_only=False)
    found = next((one for one in rows if one.proposal == number), None)
    if found is None:
        raise Http404
    values = {
        "one": _seen(found, request),
        "rows": shown_rows(found.kind, found.body),
        "sections": _sections(found),
        "reason": reason,
    }
    return render(request, "longbien/exchange/proposal.html", values, status=409 if reason.errors else 200)


def _seen(found: ProposalView, request: HttpRequest) -> Waiting:
    reader = officer_of(request).role_id
    own = any(one.role_id == reader for one in found.approvals)
    began = bool(found.approvals) and found.approvals[0].role_id == reader
    is_open = found.state == "open"
    return Waiting(value=found, own=own, may_reject=is_open and (found.may_approve or began))


def _sections(found: ProposalView) -> tuple[ShownSection, ...]:
    """Give the fields of a proposed request; nothing for other kinds."""
    try:
        body = read_body(found.kind, dict(found.body))
    except LongBienError:
        return ()
    return shown_sections(form(body.form), body.values) if isinstance(body, Request) else ()
