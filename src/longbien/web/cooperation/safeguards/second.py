# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The telephone page: one purpose, one call, one answer, by the second person from elsewhere."""

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.safeguards.call_back import answer_call, show_call
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.cooperation.safeguards.call_back import read_code
from longbien.web.base.fields import CodeField, TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of


class CodeForm(forms.Form):
    """The code that the first officer reads out."""

    code = TextField(
        label=_("Code"),
        max_length=40,
        help_text=_("The eight letters and digits on the first officer's screen."),
    )


class AnswerForm(forms.Form):
    """What the second person heard, and how."""

    outcome = CodeField("CALL-BACK", label=_("What you heard yourself"), widget=forms.RadioSelect)
    how = TextField(
        label=_("How you know"),
        max_length=4000,
        lines=True,
        help_text=_("Such as: listened to the call; called the number of the directory again."),
    )


@guarded()
def code_page(request: HttpRequest) -> HttpResponse:
    """Ask for the code."""
    form = CodeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        code = "".join(one for one in read_code(form.cleaned_data["code"]) if one.isalnum())
        if code:
            return redirect("call_back_second", code)
    return render(request, "longbien/cooperation/call_back_code.html", {"form": form})


@guarded()
def second_page(request: HttpRequest, code: str) -> HttpResponse:
    """Show the call and take the answer. A code that is no more leads back to where codes are typed."""
    node, actor = current_node(), officer_of(request)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            said = answer_call(node=node, actor=actor, code=code, **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return render(request, "longbien/cooperation/call_back_said.html", {"said": said})
    try:
        shown = show_call(node=node, actor=actor, code=code)
    except LongBienError as error:
        empty = CodeForm()
        values = {"form": empty, "refused": sentence_of(error)}
        return render(request, "longbien/cooperation/call_back_code.html", values, status=409)
    values = {"shown": shown, "form": form, "now": node.clock()}
    return render(
        request, "longbien/cooperation/call_back_second.html", values, status=409 if form.errors else 200
    )
