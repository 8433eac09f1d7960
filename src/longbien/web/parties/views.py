# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The directory: who is known here, with which keys, confirmed by whom; and the introduction of a party by two officers."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from longbien.actions.access import permits
from longbien.actions.node import current_node
from longbien.actions.parties.directory import directory, own_entries
from longbien.actions.parties.introduce import Introduction, confirm, introduce
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import parse_party_id
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.parties.forms import ConfirmForm, IntroduceForm


@guarded()
def parties(request: HttpRequest) -> HttpResponse:
    """List every party, our own first."""
    values = {
        "parties": directory(actor=officer_of(request)),
        "may_introduce": permits(officer_of(request), "parties.introduce"),
        "now": current_node().clock(),
    }
    return render(request, "longbien/parties/directory.html", values)


@guarded("directory-officer")
def introduce_page(request: HttpRequest) -> HttpResponse:
    """Introduce a party from its entry's file."""
    posted = request.method == "POST"
    form = IntroduceForm(request.POST, request.FILES) if posted else IntroduceForm()
    if posted and form.is_valid():
        given = form.cleaned_data
        try:
            done = introduce(
                node=current_node(),
                actor=officer_of(request),
                envelope=given["entry"],
                fingerprint=given["fingerprint"],
                means=given["means"],
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return _done(request, done)
    return render(
        request, "longbien/parties/introduce.html", {"form": form}, status=409 if form.errors else 200
    )


@guarded("directory-officer")
def confirm_page(request: HttpRequest, party: str) -> HttpResponse:
    """Confirm the entry that waits for a party: the second officer, with a fingerprint obtained on his own."""
    posted = request.method == "POST"
    form = ConfirmForm(request.POST) if posted else ConfirmForm()
    if posted and form.is_valid():
        try:
            done = confirm(
                node=current_node(),
                actor=officer_of(request),
                party=parse_party_id(party),
                **form.cleaned_data,
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return _done(request, done)
    values = {"form": form, "party": party}
    return render(request, "longbien/parties/introduce.html", values, status=409 if form.errors else 200)


@guarded()
def own_entry(request: HttpRequest) -> HttpResponse:
    """Give our own newest entry as a file, for handing out."""
    response = HttpResponse(own_entries()[-1], content_type="application/json")
    response["Content-Disposition"] = f'attachment; filename="{current_node().party}.entry.json"'
    return response


def _done(request: HttpRequest, done: Introduction) -> HttpResponse:
    if done.trusted:
        said = _("Trusted from now on: two officers have confirmed the fingerprint.")
    else:
        said = _("Confirmed by you. A second officer has to confirm it from a source of his own.")
    messages.success(request, said)
    return redirect("parties")
