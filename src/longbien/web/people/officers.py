# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who works at this node, and which roles: one person proposes a change, another decides. Accounts begin on the command line."""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.access import Role, permits
from longbien.actions.node import current_node
from longbien.actions.people.enrol import find_officer
from longbien.actions.people.list import officers, open_changes
from longbien.actions.people.roles import STEPS, approve_change, find_change, propose_change, reject_change
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.base.words import word_now

_READERS: Final = ("operator", "directory-officer", "auditor")
_DECIDERS: Final = ("operator", "directory-officer")


class ChangeForm(forms.Form):
    """A change of an officer's roles, as it is proposed."""

    officer = forms.SlugField(label=gettext_lazy("Named in acts"), max_length=64)
    step = forms.ChoiceField(label=gettext_lazy("Change"), choices=lambda: _choices("rolestep", STEPS))
    roles = forms.MultipleChoiceField(
        label=gettext_lazy("Roles"),
        required=False,
        choices=lambda: _choices("role", tuple(Role)),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("For giving and ending roles."),
    )


@guarded(*_READERS)
def officers_page(request: HttpRequest) -> HttpResponse:
    """List every officer with the roles held now, and the changes that wait."""
    return _page(request, ChangeForm())


@guarded("operator")
@require_POST
def propose_page(request: HttpRequest) -> HttpResponse:
    """Propose a change of roles."""
    form = ChangeForm(request.POST)
    if form.is_valid():
        given = form.cleaned_data
        try:
            propose_change(
                node=current_node(),
                actor=officer_of(request),
                officer=find_officer(given["officer"]),
                step=given["step"],
                roles=given["roles"],
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Proposed. Another person has to approve it."))
            return redirect("people")
    return _page(request, form)


@guarded(*_DECIDERS)
@require_POST
def approve_page(request: HttpRequest, number: int) -> HttpResponse:
    """Approve a change that somebody else proposed."""
    approve_change(node=current_node(), actor=officer_of(request), change=find_change(number))
    messages.success(request, _("Approved and done. Both names are in the log."))
    return redirect("people")


@guarded(*_DECIDERS)
@require_POST
def reject_page(request: HttpRequest, number: int) -> HttpResponse:
    """Close a proposed change without effect."""
    reject_change(node=current_node(), actor=officer_of(request), change=find_change(number))
    messages.success(request, _("Rejected. Nothing was changed."))
    return redirect("people")


def _page(request: HttpRequest, form: ChangeForm) -> HttpResponse:
    actor = officer_of(request)
    values = {
        "officers": officers(actor=actor),
        "changes": open_changes(actor=actor),
        "form": form if permits(actor, "people.manage") else None,
    }
    return render(request, "longbien/people/officers.html", values, status=409 if form.errors else 200)


def _choices(table: str, codes: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(code, word_now(table, code)) for code in codes]
