# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Taking a step of the safeguards: what was found, and why; by the officer who is signed in and nobody else."""

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.safeguards.page import PageStep
from longbien.actions.cooperation.safeguards.record_step import record_step
from longbien.actions.law.dual.for_request import dual_for_request
from longbien.actions.law.dual.shown import DualShown
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.safeguards.judging import DUAL_CRIMINALITY, MAX_PROVISION, MAX_REASON
from longbien.core.cooperation.safeguards.table import RIGHTS
from longbien.texts import phrase
from longbien.web.base.fields import CodesField, TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of


class StepForm(forms.Form):
    """A step's result and reason; the rights check asks whom it may concern, dual criminality in which provisions."""

    result = forms.ChoiceField(label=gettext_lazy("Result"), widget=forms.RadioSelect)
    flags = CodesField("RIGHTS-FLAG", label=gettext_lazy("The person may be"), required=False)
    ours = TextField(
        label=gettext_lazy("Our provision"), max_length=MAX_PROVISION, lines=True, required=False
    )
    theirs = TextField(
        label=gettext_lazy("The other State's provision"),
        max_length=MAX_PROVISION,
        lines=True,
        required=False,
    )
    reason = TextField(
        label=gettext_lazy("Reason"),
        max_length=MAX_REASON,
        lines=True,
        help_text=gettext_lazy("It stays on this node; the log binds it, and it is never changed."),
    )

    def __init__(self, step: PageStep, data: object = None) -> None:
        """Ask only what the step is about."""
        super().__init__(data)  # type: ignore[arg-type] # what Django calls posted data
        language = get_language() or "en"
        codes = vocabulary("SAFEGUARD-RESULT").codes
        result = self.fields["result"]
        if isinstance(result, forms.ChoiceField):
            result.choices = [(code, phrase(language, codes[code].label)) for code in step.results]
        if step.step != RIGHTS:
            del self.fields["flags"]
        if step.step != DUAL_CRIMINALITY:
            del self.fields["ours"], self.fields["theirs"]


@guarded()
def safeguard_page(request: HttpRequest, request_id: str, step: str) -> HttpResponse:
    """Show a step with its records, or record it anew."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    found = next((one for one in page.safeguards if one.step == step and one.results), None)
    if found is None:
        raise Http404
    form = StepForm(found, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            record_step(node=node, actor=actor, request_id=request_id, step=step, **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Recorded and written to the log."))
            return redirect("request", request_id)
    dual: tuple[DualShown, ...] = ()
    if step == DUAL_CRIMINALITY:
        language = get_language() or "en"
        dual = dual_for_request(node=node, actor=actor, request_id=request_id, language=language)
    values = {"page": page, "step": found, "form": form, "duals": dual}
    return render(request, "longbien/cooperation/safeguard.html", values, status=409 if form.errors else 200)
