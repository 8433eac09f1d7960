# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Recording the use of evidence: as stated, with the giver's consent, or to clear an accused person."""

from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longbien.actions.evidence.holdings import find_object_id, holding
from longbien.actions.evidence.use import Intended, record_exculpatory, record_use
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.life.uses import STATED
from longbien.web.base.fields import MomentField, TextField, code_choices
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

EXCULPATORY: Final = "exculpatory"


def _uses() -> list[tuple[str, str]]:
    return [
        (STATED, _("For the purpose stated in the request")),
        *code_choices("USE"),
        (EXCULPATORY, _("To clear an accused person (Art. 40(19))")),
    ]


class UseForm(forms.Form):
    """What it is used for."""

    use = forms.ChoiceField(label=gettext_lazy("Use"), widget=forms.RadioSelect, choices=_uses)
    recipient = TextField(
        label=gettext_lazy("Who shall have it"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("For passing on only."),
    )
    purpose = TextField(label=gettext_lazy("What for"), max_length=4000, lines=True)
    notified_at = MomentField(
        label=gettext_lazy("The State that gave it was notified at"),
        required=False,
    )
    why_later = TextField(
        label=gettext_lazy("Why it is notified only afterwards"),
        max_length=4000,
        required=False,
        help_text=gettext_lazy("Exceptionally, to clear an accused person only."),
    )


@guarded("custodian", "duty-officer", "lawyer")
def use_page(request: HttpRequest, object_id: str) -> HttpResponse:
    """Record a use, or say why it was stopped."""
    node, actor = current_node(), officer_of(request)
    form = UseForm(request.POST if request.method == "POST" else None)
    item = holding(node=node, actor=actor, object_id=find_object_id(object_id))
    if form.is_valid():
        given = form.cleaned_data
        try:
            if given["use"] == EXCULPATORY:
                record_exculpatory(
                    node=node,
                    actor=actor,
                    object_id=find_object_id(object_id),
                    purpose=given["purpose"],
                    notified_at=given["notified_at"],
                    why_later=given["why_later"],
                )
            else:
                record_use(
                    node=node,
                    actor=actor,
                    object_id=find_object_id(object_id),
                    intended=Intended(use=given["use"], recipient=given["recipient"]),
                    purpose=given["purpose"],
                )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Recorded and written to the log."))
            return redirect("evidence_object", object_id)
    values = {"item": item, "form": form}
    return render(request, "longbien/evidence/use.html", values, status=409 if form.errors else 200)
