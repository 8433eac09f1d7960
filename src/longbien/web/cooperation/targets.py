# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Clocks by law and clocks by target, in columns of their own; approvers set this State's targets."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.cooperation.targets import end_target, set_target, targets
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.clocks.rules import clock_rules
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.base.tags import phrase


def _rules() -> list[tuple[str, str]]:
    return [(one.rule, phrase(one.label)) for one in clock_rules() if one.may_be_set]


class TargetForm(forms.Form):
    """A target as it is set."""

    rule = forms.ChoiceField(label=gettext_lazy("Clock"), choices=_rules)
    span = forms.CharField(
        label=gettext_lazy("Time"), max_length=20, help_text=gettext_lazy("24 h, 60 d or 5 wd (working days)")
    )
    partner = forms.CharField(
        label=gettext_lazy("Only with"),
        max_length=18,
        required=False,
        help_text=gettext_lazy("such as AT; empty: all"),
    )
    urgent = forms.BooleanField(label=gettext_lazy("For urgent requests"), required=False)
    reason = forms.CharField(label=gettext_lazy("Reason"), max_length=1000, widget=forms.Textarea)


@guarded()
def targets_page(request: HttpRequest) -> HttpResponse:
    """List rules and targets."""
    return _page(request, TargetForm())


@guarded("approver")
@require_POST
def set_target_page(request: HttpRequest) -> HttpResponse:
    """Set a target."""
    form = TargetForm(request.POST)
    if form.is_valid():
        try:
            set_target(node=current_node(), actor=officer_of(request), **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Set. It applies to clocks that start from now on."))
            return redirect("targets")
    return _page(request, form)


@guarded("approver")
@require_POST
def end_target_page(request: HttpRequest, number: int) -> HttpResponse:
    """End a target."""
    end_target(node=current_node(), actor=officer_of(request), number=number)
    messages.success(request, _("Ended. The time that ships with the rule applies again."))
    return redirect("targets")


def _page(request: HttpRequest, form: TargetForm) -> HttpResponse:
    actor = officer_of(request)
    found = targets(actor=actor)
    may_set = permits(actor, "cooperation.targets")
    values = {
        "legal": [one for one in found.rules if one.nature == "legal"],
        "rules": [one for one in found.rules if one.nature != "legal"],
        "found": found,
        "form": form if may_set else None,
        "may_set": may_set,
    }
    return render(request, "longbien/cooperation/targets.html", values, status=409 if form.errors else 200)
