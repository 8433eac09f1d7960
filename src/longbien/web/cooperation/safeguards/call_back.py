# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The first officer's page of a call-back: the numbers of the directory, what was heard, and the code for the second person."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.safeguards.call_back import (
    CallBegun,
    DirectoryNumber,
    directory_numbers,
    record_call,
)
from longbien.actions.cooperation.safeguards.page import page_calls
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.fields import CodeField, TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of


class CallForm(forms.Form):
    """Which number of the directory was dialled, who answered, what he said."""

    number = forms.ChoiceField(label=_("Number dialled"), widget=forms.RadioSelect)
    outcome = CodeField("CALL-BACK", label=_("Outcome"), widget=forms.RadioSelect)
    reached = TextField(label=_("Who answered"), max_length=300, required=False)
    note = TextField(label=_("Note"), max_length=4000, lines=True, required=False)

    def __init__(self, numbers: tuple[DirectoryNumber, ...], data: object = None) -> None:
        """Offer the numbers of the directory, and no other."""
        super().__init__(data)  # type: ignore[arg-type] # what Django calls posted data
        number = self.fields["number"]
        if isinstance(number, forms.ChoiceField):
            number.choices = [(one.number, f"{one.name} · {one.number}") for one in numbers]


@guarded("duty-officer", "lawyer", "approver")
def call_back_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Record a call, then show the code once; or show the calls so far."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    numbers = directory_numbers(page.partner)
    form = CallForm(numbers, request.POST if request.method == "POST" else None)
    begun: CallBegun | None = None
    if form.is_valid():
        try:
            begun = record_call(node=node, actor=actor, request_id=request_id, **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
    values = {
        "page": page,
        "form": form,
        "numbers": numbers,
        "begun": begun,
        "calls": page_calls(request_id),
        "now": node.clock(),
    }
    return render(request, "longbien/cooperation/call_back.html", values, status=409 if form.errors else 200)
