# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What oversight looks at: emergencies, what was done on one signature, what was stopped; and the review of each."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longbien.actions.cooperation.safeguards.oversight import oversight, review
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.fields import CodeField, TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of


class ReviewForm(forms.Form):
    """The after-action record of an emergency."""

    finding = CodeField("EMERGENCY-REVIEW", label=gettext_lazy("Finding"), widget=forms.RadioSelect)
    disclosed = TextField(
        label=gettext_lazy("What was disclosed, and when"), max_length=10_000, lines=True, required=False
    )
    outcome = TextField(label=gettext_lazy("What came of it"), max_length=10_000, lines=True)
    judicial = TextField(label=gettext_lazy("Judicial review"), max_length=10_000, lines=True, required=False)


@guarded("duty-officer", "lawyer", "approver", "auditor")
def oversight_page(request: HttpRequest) -> HttpResponse:
    """List every entry, what waits for a review first."""
    node = current_node()
    found = oversight(node=node, actor=officer_of(request))
    return render(request, "longbien/cooperation/oversight.html", {"entries": found, "now": node.clock()})


@guarded("duty-officer", "lawyer", "approver", "auditor")
def entry_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one entry with its reviews, and take one."""
    node, actor = current_node(), officer_of(request)
    entry = next((one for one in oversight(node=node, actor=actor) if one.number == number), None)
    if entry is None:
        raise Http404
    form = ReviewForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            review(node=node, actor=actor, number=number, **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Recorded and written to the log."))
            return redirect("oversight")
    values = {"entry": entry, "form": form, "now": node.clock()}
    return render(
        request, "longbien/cooperation/oversight_entry.html", values, status=409 if form.errors else 200
    )
