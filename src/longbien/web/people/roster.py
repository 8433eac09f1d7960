# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The duty roster: everybody reads it; administrators and approvers plan turns and call them off."""

from datetime import UTC

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.node import current_node
from longbien.actions.people.enrol import find_officer
from longbien.actions.people.roster import KINDS, call_off_turn, plan_turn, roster
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.base.words import word_now


class TurnForm(forms.Form):
    """A turn as it is planned; moments are read in UTC."""

    officer = forms.SlugField(label=gettext_lazy("Named in acts"), max_length=64)
    kind = forms.ChoiceField(
        label=gettext_lazy("Kind"), choices=lambda: [(code, word_now("turn", code)) for code in KINDS]
    )
    begins_at = forms.DateTimeField(
        label=gettext_lazy("From (UTC)"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )
    ends_at = forms.DateTimeField(
        label=gettext_lazy("Until (UTC)"), widget=forms.DateTimeInput(attrs={"type": "datetime-local"})
    )


@guarded()
def roster_page(request: HttpRequest) -> HttpResponse:
    """List the turns that run or are ahead."""
    return _page(request, TurnForm())


@guarded("operator", "approver")
@require_POST
def plan_page(request: HttpRequest) -> HttpResponse:
    """Plan a turn."""
    form = TurnForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            plan_turn(
                node=current_node(),
                actor=officer_of(request),
                officer=find_officer(given["officer"]),
                kind=given["kind"],
                begins_at=given["begins_at"].astimezone(UTC),
                ends_at=given["ends_at"].astimezone(UTC),
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("The turn is planned."))
            return redirect("roster")
    return _page(request, form)


@guarded("operator", "approver")
@require_POST
def call_off_page(request: HttpRequest, number: int) -> HttpResponse:
    """Take a turn off the roster."""
    call_off_turn(node=current_node(), actor=officer_of(request), number=number)
    messages.success(request, _("The turn is called off."))
    return redirect("roster")


def _page(request: HttpRequest, form: TurnForm) -> HttpResponse:
    actor = officer_of(request)
    may_plan = permits(actor, "people.roster")
    values = {
        "turns": roster(node=current_node(), actor=actor),
        "form": form if may_plan else None,
        "may_plan": may_plan,
    }
    return render(request, "longbien/people/roster.html", values, status=409 if form.errors else 200)
