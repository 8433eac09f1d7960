# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Confidentiality under review: the list, one mark with what was said of it, the letter of notice."""

from datetime import date, timedelta
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from longbien.actions.cooperation.safeguards.secrecy import (
    lift,
    note_inquiry,
    notice_letter,
    refuse_to_tell,
    renew,
    secrecy_list,
    secrecy_of,
)
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.downloads import download
from longbien.web.base.fields import TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

_TEXT: Final = 4000
_WITH_DAY: Final = {"renew": renew, "refuse": refuse_to_tell}
_WITHOUT: Final = {"lift": lift, "inquiry": note_inquiry}


class MarkForm(forms.Form):
    """What is decided about a mark."""

    step = forms.ChoiceField(
        label=gettext_lazy("What is recorded"),
        widget=forms.RadioSelect,
        choices=[
            ("inquiry", gettext_lazy("Somebody asks whether the person may be told")),
            ("refuse", gettext_lazy("Refuse to tell now, and renew")),
            ("renew", gettext_lazy("Renew after review")),
            ("lift", gettext_lazy("Lift: the person may be told")),
        ],
    )
    review_on = forms.DateField(
        label=gettext_lazy("New day of review"),
        required=False,
        help_text=gettext_lazy("For a refusal or a renewal; a year at most."),
        widget=forms.TextInput(attrs={"dir": "ltr", "placeholder": "", "autocomplete": "off"}),
    )
    reason = TextField(label=gettext_lazy("Reason"), max_length=_TEXT, lines=True)


class NoticeForm(forms.Form):
    """The letter of notice."""

    addressee = TextField(label=gettext_lazy("To whom"), max_length=300, required=False)
    what = TextField(label=gettext_lazy("What was done"), max_length=_TEXT, lines=True)
    remedy = TextField(
        label=gettext_lazy("What the person can do"), max_length=_TEXT, lines=True, required=False
    )


@guarded("duty-officer", "lawyer", "approver", "auditor")
def secrecy_page(request: HttpRequest) -> HttpResponse:
    """List the marks by day of review."""
    node = current_node()
    found = secrecy_list(node=node, actor=officer_of(request))
    return render(request, "longbien/cooperation/secrecy.html", {"marks": found, "now": node.clock()})


@guarded("duty-officer", "lawyer", "approver", "auditor")
def mark_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show one mark with its records, and record what is decided."""
    node, actor = current_node(), officer_of(request)
    form = MarkForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        given = form.cleaned_data
        day: date = given["review_on"] or node.clock().date() - timedelta(days=1)
        try:
            if given["step"] in _WITH_DAY:
                _WITH_DAY[given["step"]](
                    node=node, actor=actor, request_id=request_id, review_on=day, reason=given["reason"]
                )
            else:
                _WITHOUT[given["step"]](node=node, actor=actor, request_id=request_id, reason=given["reason"])
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Recorded and written to the log."))
            return redirect("secrecy_mark", request_id)
    return _shown(request, request_id, form, NoticeForm())


@guarded("duty-officer", "lawyer", "approver")
def notice_page(request: HttpRequest, request_id: str) -> HttpResponseBase:
    """Give the letter as a file."""
    form = NoticeForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = notice_letter(
                node=current_node(),
                actor=officer_of(request),
                request_id=request_id,
                language=get_language() or "en",
                **form.cleaned_data,
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return download(iter((made,)), name=f"notice-{request_id[:12]}.pdf", size=len(made))
    return _shown(request, request_id, MarkForm(), form)


def _shown(request: HttpRequest, request_id: str, form: MarkForm, notice: NoticeForm) -> HttpResponse:
    found = secrecy_of(node=current_node(), actor=officer_of(request), request_id=request_id)
    if found is None:
        raise Http404
    values = {"mark": found, "form": form, "notice": notice}
    status = 409 if form.errors or notice.errors else 200
    return render(request, "longbien/cooperation/secrecy_mark.html", values, status=status)
