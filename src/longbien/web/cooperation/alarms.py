# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Alarms on the screen until a named person has seen them; who looks after a request."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.cooperation.alarms.assign import assign, keepers_view
from longbien.actions.cooperation.alarms.desk import acknowledge_alarm, alarms_of_request, my_alarms
from longbien.actions.node import current_node
from longbien.actions.people.enrol import find_officer
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

_ACTING = ("duty-officer", "lawyer", "approver")


class AssignForm(forms.Form):
    """To whom a request is given, by role id."""

    officer = forms.SlugField(label=gettext_lazy("Officer (named in acts)"), max_length=64)
    deputy = forms.SlugField(label=gettext_lazy("Deputy (named in acts)"), max_length=64, required=False)


@guarded()
def alarms_page(request: HttpRequest) -> HttpResponse:
    """List the alarms that have reached the reader; an auditor reads all."""
    values = {"alarms": my_alarms(actor=officer_of(request)), "now": current_node().clock()}
    return render(request, "longbien/cooperation/alarms.html", values)


@guarded(*_ACTING)
@require_POST
def seen_page(request: HttpRequest, number: int) -> HttpResponse:
    """Acknowledge an alarm by name."""
    found = acknowledge_alarm(node=current_node(), actor=officer_of(request), number=number)
    messages.success(request, _("Seen, and your name is in the log. What is to be done is still to be done."))
    return redirect("request", found.request_id)


@guarded()
def care_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show who looks after a request and every alarm of it; give it to somebody."""
    form = AssignForm(request.POST if request.method == "POST" else None)
    node, actor = current_node(), officer_of(request)
    if request.method == "POST" and form.is_valid():
        try:
            _assign(request, request_id, form)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Given. Alarms of this request go there from now on."))
            return redirect("care", request_id)
    values = {
        "request_id": request_id,
        "keepers": keepers_view(request_id, node.clock()),
        "alarms": alarms_of_request(actor=actor, request_id=request_id),
        "form": form if permits(actor, "cooperation.assign") else None,
        "may_see": permits(actor, "cooperation.alarm"),
        "now": node.clock(),
    }
    return render(request, "longbien/cooperation/care.html", values, status=409 if form.errors else 200)


def _assign(request: HttpRequest, request_id: str, form: AssignForm) -> None:
    given = form.cleaned_data
    assign(
        node=current_node(),
        actor=officer_of(request),
        request_id=request_id,
        officer=find_officer(given["officer"]),
        deputy=find_officer(given["deputy"]) if given["deputy"] else None,
    )
