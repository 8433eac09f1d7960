# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answering a question, or completing a request that came back: the same form, filled with what stands now (Art. 40(16))."""

from collections.abc import Mapping

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from longbien.actions.cooperation.answers.inform import inform
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.pages.values import RequestPage
from longbien.actions.node import current_node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.cooperation.acts.bodies import BASIS_FIELD
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.forms.values import write_value, write_values
from longbien.web.base.fields import TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.cooperation.papers import keep_files
from longbien.web.cooperation.posted import group_numbers, raw_values
from longbien.web.cooperation.questions import chapters


class AnswerForm(forms.Form):
    """The answer in words; the fields follow."""

    answer = TextField(label=gettext_lazy("Answer"), max_length=20_000, lines=True)


@guarded("duty-officer", "lawyer")
def inform_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show the fields as they stand, or send the answer with those that were changed."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    before = {one.id: write_value(one.value) for part in page.sections for one in part.fields}
    if request.method != "POST":
        return _show(request, page, before, AnswerForm())
    raw = raw_values(form(page.form), request.POST, request.FILES)
    answer = AnswerForm(request.POST)
    if "more" in request.POST or not answer.is_valid():
        return _show(request, page, raw, answer)
    read = write_values(clean(form(page.form), raw).values)
    changed = {name: value for name, value in raw.items() if before.get(name) != read.get(name, value)}
    if not keep_files(request, form(page.form), page.request_id):
        return redirect("inform", request_id)
    try:
        spoken = inform(
            node=node, actor=actor, request_id=request_id, text=answer.cleaned_data["answer"], changed=changed
        )
    except RefusedError as error:
        answer.add_error(None, sentence_of(error))
        return _show(request, page, raw, answer)
    made = _("Signed, written to the log and on its way.")
    messages.success(
        request, made if spoken.made else _("Proposed. It is signed once a second person has approved it.")
    )
    return redirect("request", request_id)


def _show(
    request: HttpRequest, page: RequestPage, raw: Mapping[str, Json], answer: AnswerForm
) -> HttpResponse:
    found = form(page.form)
    more = request.POST.get("more", "")
    groups = {more: len(group_numbers(more, request.POST)) + 1} if more else {}
    shown = {name: value for name, value in raw.items() if name != BASIS_FIELD}
    values = {
        "page": page,
        "form": found,
        "answer": answer,
        "fixed": BASIS_FIELD,
        "chapters": chapters(found, shown, clean(found, shown).errors, groups=groups),
    }
    return render(request, "longbien/cooperation/inform.html", values, status=409 if answer.errors else 200)
