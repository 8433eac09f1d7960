# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Drafts shown to the other side before they are sent: the list, the page of one with comments beside its fields, and what is said there."""

from dataclasses import dataclass
from typing import Final

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.cooperation.pages.shared import PageComment, SharedPage, shared_list, shared_page
from longbien.actions.cooperation.pages.values import PageField
from longbien.actions.cooperation.say import Spoken
from longbien.actions.cooperation.sharing.comment import close_consultation, comment
from longbien.actions.cooperation.sharing.share import share
from longbien.actions.node import current_node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import parse_request_id
from longbien.core.cooperation.forms.kinds import forms as request_forms
from longbien.web.base.fields import TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.base.tags import phrase

_LONGEST: Final = 20_000


class CommentForm(forms.Form):
    """A remark on one field or on the whole."""

    field = forms.ChoiceField(label=gettext_lazy("On which field"), required=False)
    text = TextField(label=gettext_lazy("Comment"), max_length=_LONGEST, lines=True)

    def offer(self, page: SharedPage) -> None:
        """Offer the fields of the form, those that are filled first."""
        form = request_forms().get(page.form)
        labels = {field.id: field.label for section in page.sections for field in section.fields}
        labels |= {field.id: field.label for field in form.fields.values()} if form else {}
        choices = [
            ("", str(_("The whole draft"))),
            *((name, phrase(label)) for name, label in labels.items()),
        ]
        field = self.fields["field"]
        if isinstance(field, forms.ChoiceField):
            field.choices = choices


class CloseForm(forms.Form):
    """A word at the end."""

    note = TextField(label=gettext_lazy("Note"), max_length=4000, lines=True, required=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """One field of the draft with the comments on it."""

    field: PageField
    comments: tuple[PageComment, ...]

    @property
    def fields(self) -> tuple[PageField, ...]:
        """Give the field as the template of facts takes fields."""
        return (self.field,)


@guarded()
def consultations_page(request: HttpRequest) -> HttpResponse:
    """List the drafts that were shown, of both directions."""
    rows = shared_list(actor=officer_of(request))
    return render(request, "longbien/cooperation/consultations.html", {"rows": rows})


@guarded()
def consultation_page(request: HttpRequest, consultation: str) -> HttpResponse:
    """Show one draft, or comment on it."""
    node, actor = current_node(), officer_of(request)
    page = shared_page(node=node, actor=actor, consultation=consultation)
    posted = request.method == "POST"
    form = CommentForm(request.POST if posted else None, initial={"field": request.GET.get("field", "")})
    form.offer(page)
    if posted and form.is_valid():
        try:
            said = comment(node=node, actor=actor, consultation=consultation, **form.cleaned_data)
        except RefusedError as error:
            form.add_error(None, sentence_of(error))
        else:
            _tell(request, said)
            return redirect("consultation", consultation)
    known = {field.id for section in page.sections for field in section.fields}
    values = {
        "page": page,
        "form": form,
        "close": CloseForm(),
        "request_form": request_forms().get(page.form),
        "sections": [
            (section, [Shown(field=one, comments=_on(page, one.id)) for one in section.fields])
            for section in page.sections
        ],
        "others": [one for one in page.comments if one.field not in known],
    }
    return render(
        request, "longbien/cooperation/consultation.html", values, status=409 if form.errors else 200
    )


@guarded()
@require_POST
def close_consultation_page(request: HttpRequest, consultation: str) -> HttpResponse:
    """End the consultation."""
    form = CloseForm(request.POST)
    note = form.cleaned_data["note"] if form.is_valid() else ""
    said = close_consultation(
        node=current_node(), actor=officer_of(request), consultation=consultation, note=note
    )
    _tell(request, said)
    return redirect("consultation", consultation)


@guarded()
@require_POST
def share_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show a draft to the other side, once a second officer agrees."""
    note = request.POST.get("note", "").strip()[:4000]
    try:
        said = share(
            node=current_node(), actor=officer_of(request), request_id=parse_request_id(request_id), note=note
        )
    except RefusedError as error:
        messages.error(request, sentence_of(error))
    else:
        _tell(request, said)
    return redirect("draft", request_id)


def _on(page: SharedPage, field: str) -> tuple[PageComment, ...]:
    return tuple(one for one in page.comments if one.field == field)


def _tell(request: HttpRequest, said: Spoken) -> None:
    messages.success(
        request,
        _("Signed, written to the log and on its way.")
        if said.made
        else _("Proposed. It is signed once a second person has approved it."),
    )
