# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answers of providers on pages: taken in as a file or as typed, given to a lawyer, read, passed on."""

from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.cooperation.provider.answer import (
    Answered,
    answers_of,
    assign_lawyer,
    pass_on,
    review_answer,
    take_answer,
)
from longbien.actions.node import current_node
from longbien.core.base.canonical import Json
from longbien.core.base.errors import LongBienError
from longbien.core.base.vocabulary import vocabulary
from longbien.core.cooperation.paper.members import Member, act_tables
from longbien.core.cooperation.provider.answer import ANSWER, MAX_ANSWER
from longbien.texts import phrase, word
from longbien.web.base.fields import TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.cooperation.bringing import questions_of, typed_members

_MEANS: Final = (
    ("returned", gettext_lazy("As a return, with the provider's reasons")),
    ("question", gettext_lazy("As a question")),
    ("executed", gettext_lazy("As a statement of what is kept")),
)


class LawyerForm(forms.Form):
    """To whom an answer is given."""

    lawyer = TextField(label=gettext_lazy("Lawyer (role id)"), max_length=64)


class OpinionForm(forms.Form):
    """What the lawyer finds."""

    opinion = TextField(label=gettext_lazy("Opinion"), max_length=20_000, lines=True)


class PassForm(forms.Form):
    """How the requesting State learns of it."""

    means = forms.ChoiceField(label=gettext_lazy("How"), choices=_MEANS, widget=forms.RadioSelect)
    text = TextField(
        label=gettext_lazy("Said instead of the provider's words"),
        max_length=20_000,
        lines=True,
        required=False,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownAnswer:
    """An answer with its members in words, and what its reader may do with it now."""

    value: Answered
    rows: tuple[tuple[str, str], ...]
    step: forms.Form | None
    mine: bool


def _form() -> type[forms.Form]:
    file = forms.FileField(
        label=gettext_lazy("The answer as data"),
        help_text=gettext_lazy("By the published schema provider.answer; otherwise type it in."),
        required=False,
    )
    return type("ProviderForm", (forms.Form,), {"file": file, **questions_of(ANSWER)})


@guarded("duty-officer", "lawyer", "approver", "auditor")
def provider_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show the answers of providers, and take one in."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    form = _form()(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        given = form.cleaned_data["file"]
        try:
            take_answer(
                node=node,
                actor=actor,
                request_id=request_id,
                data=given.read(MAX_ANSWER + 1) if given is not None else None,
                raw=typed_members(ANSWER, form.cleaned_data),
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Taken in and written to the log."))
            return redirect("provider", request_id)
    shown = [_shown(one, actor.role_id) for one in answers_of(actor=actor, request_id=request_id)]
    values = {"page": page, "form": form, "answers": shown}
    return render(request, "longbien/cooperation/provider.html", values, status=409 if form.errors else 200)


@guarded("duty-officer", "lawyer")
@require_POST
def provider_step(request: HttpRequest, request_id: str, answer: int) -> HttpResponse:
    """Give an answer to a lawyer, take the opinion, or pass it on."""
    given: dict[str, Any] = {"node": current_node(), "actor": officer_of(request), "answer": answer}
    try:
        if "lawyer" in request.POST:
            assign_lawyer(**given, lawyer=request.POST["lawyer"].strip())
        elif "opinion" in request.POST:
            review_answer(**given, opinion=request.POST["opinion"])
        else:
            pass_on(**given, means=request.POST.get("means", ""), text=request.POST.get("text", ""))
    except LongBienError as error:
        messages.error(request, sentence_of(error))
    else:
        messages.success(request, _("Recorded, and written to the log."))
    return redirect("provider", request_id)


def _shown(one: Answered, role_id: str) -> ShownAnswer:
    mine = one.state == "review" and one.lawyer == role_id
    step: forms.Form | None = None
    if one.state == "ready":
        step = PassForm()
    elif one.state == "review":
        step = OpinionForm() if mine else LawyerForm(initial={"lawyer": one.lawyer})
    rows = tuple(
        (phrase(get_language() or "en", member.label), _words(member, value))
        for member in act_tables()[ANSWER].members
        if (value := one.body.get(member.id)) and member.id != "provider"
    )
    return ShownAnswer(value=one, rows=rows, step=step, mine=mine)


def _words(member: Member, value: Json) -> str:
    language = get_language() or "en"
    if member.list:
        known = vocabulary(member.list)
        codes = value if isinstance(value, list) else [value]
        return "\n".join(phrase(language, known.label_of(str(code))) for code in codes)
    if member.type == "choice":
        return word(language, "choice", str(value))
    return _("yes") if value is True else str(value)
