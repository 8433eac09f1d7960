# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter that orders a provider to preserve data: two questions, then a file to be printed and signed."""

from django import forms
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from longbien.actions.cooperation.order_letter import order_letter
from longbien.actions.cooperation.pages.request import request_page
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.downloads import download
from longbien.web.base.fields import MomentField, TextField
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of


class OrderForm(forms.Form):
    """To whom, and until when."""

    addressee = TextField(
        label=_("Provider"),
        max_length=300,
        required=False,
        help_text=_("Empty: who holds the data, as the request says."),
    )
    until = MomentField(label=_("Kept at least until"), required=False)


@guarded("duty-officer", "lawyer")
def order_page(request: HttpRequest, request_id: str) -> HttpResponseBase:
    """Ask what the letter needs, or give it as a file."""
    node, actor = current_node(), officer_of(request)
    page = request_page(node=node, actor=actor, request_id=request_id)
    form = OrderForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            made = order_letter(
                node=node,
                actor=actor,
                request_id=request_id,
                language=get_language() or "en",
                addressee=form.cleaned_data["addressee"],
                until=form.cleaned_data["until"],
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return download(iter((made,)), name=f"order-{request_id[:12]}.pdf", size=len(made))
    values = {"page": page, "form": form}
    return render(request, "longbien/cooperation/order.html", values, status=409 if form.errors else 200)
