# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What stays at the desk: notes, looks at masked names, hand-overs between shifts."""

from collections.abc import Callable

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.cooperation.desk.hand_over import give_shift, hand_over, hand_overs, take_shift
from longbien.actions.cooperation.desk.look import look, sight
from longbien.actions.cooperation.desk.notes import notes, strike_note, write_note
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of

_CASE = ("duty-officer", "lawyer", "approver", "custodian")


class TextForm(forms.Form):
    """A text that stays on this node."""

    text = forms.CharField(
        label=gettext_lazy("Text"),
        max_length=20_000,
        widget=forms.Textarea,
        help_text=gettext_lazy("It never leaves this node and is never edited."),
    )


class ReasonForm(forms.Form):
    """Why somebody needs to see masked names."""

    reason = forms.CharField(label=gettext_lazy("Why you need it"), max_length=1000, widget=forms.Textarea)


class WordForm(forms.Form):
    """A word at a hand-over; it may be empty."""

    text = forms.CharField(
        label=gettext_lazy("A word about it"), max_length=20_000, required=False, widget=forms.Textarea
    )


@guarded()
def notes_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Show the notes about a request, and write one."""
    actor = officer_of(request)
    form = TextForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _done(
        form,
        lambda: write_note(
            node=current_node(), actor=actor, request_id=request_id, text=form.cleaned_data["text"]
        ),
    ):
        messages.success(request, _("Kept. It stays on this node."))
        return redirect("notes", request_id)
    values = {
        "request_id": request_id,
        "notes": notes(actor=actor, request_id=request_id),
        "form": form if permits(actor, "cooperation.note") else None,
    }
    return render(request, "longbien/cooperation/notes.html", values, status=409 if form.errors else 200)


@guarded(*_CASE)
@require_POST
def strike_page(request: HttpRequest, request_id: str, number: int) -> HttpResponse:
    """Strike a note out, where everybody sees it."""
    reason = request.POST.get("reason", "")
    strike_note(node=current_node(), actor=officer_of(request), number=number, reason=reason)
    messages.success(request, _("Struck out. It can still be read."))
    return redirect("notes", request_id)


@guarded()
def look_page(request: HttpRequest, request_id: str) -> HttpResponse:
    """Ask to see the masked names of a request; show who has looked, and why."""
    actor, node = officer_of(request), current_node()
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _done(
        form,
        lambda: look(node=node, actor=actor, request_id=request_id, reason=form.cleaned_data["reason"]),
    ):
        messages.success(request, _("You see them for one shift. Your reason is kept."))
        return redirect("request", request_id)
    found = sight(actor, request_id, node.clock())
    values = {"request_id": request_id, "sight": found, "form": form if found.may_look else None}
    return render(request, "longbien/cooperation/look.html", values, status=409 if form.errors else 200)


@guarded()
def hand_overs_page(request: HttpRequest) -> HttpResponse:
    """List hand-overs, and hand the shift over."""
    actor, node = officer_of(request), current_node()
    form = WordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _done(
        form, lambda: give_shift(node=node, actor=actor, text=form.cleaned_data["text"])
    ):
        messages.success(request, _("Handed over. The officer who comes signs it off."))
        return redirect("hand_over", hand_overs(actor=actor)[0].number)
    values = {
        "rows": hand_overs(actor=actor),
        "form": form if permits(actor, "cooperation.hand_over") else None,
    }
    return render(request, "longbien/cooperation/hand_overs.html", values, status=409 if form.errors else 200)


@guarded()
def hand_over_page(request: HttpRequest, number: int) -> HttpResponse:
    """Show one hand-over, to be read, printed and signed off."""
    actor, node = officer_of(request), current_node()
    form = WordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and _done(
        form, lambda: take_shift(node=node, actor=actor, number=number, answer=form.cleaned_data["text"])
    ):
        messages.success(request, _("Signed off. Both names are in the log."))
        return redirect("hand_over", number)
    found = hand_over(actor=actor, number=number)
    may_take = (
        permits(actor, "cooperation.hand_over") and not found.taken_by and found.given_by != actor.role_id
    )
    values = {"one": found, "form": form if may_take else None, "now": node.clock()}
    return render(request, "longbien/cooperation/hand_over.html", values, status=409 if form.errors else 200)


def _done(form: forms.Form, act: Callable[[], object]) -> bool:
    """Do what was filled in; what is refused becomes an error of the form."""
    if not form.is_valid():
        return False
    try:
        act()
    except LongBienError as error:
        form.add_error(None, sentence_of(error))
        return False
    return True
