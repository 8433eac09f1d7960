# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence: what is held or offered, how much of it has arrived, under which conditions, in whose hands it was."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from longbien.actions.access import permits
from longbien.actions.cooperation.pages.values import PageEvidence
from longbien.actions.cooperation.say import Spoken
from longbien.actions.evidence.accept import accept, decline
from longbien.actions.evidence.announce import announce
from longbien.actions.evidence.dispose import dispose
from longbien.actions.evidence.holdings import find_object_id, holding, holdings
from longbien.actions.evidence.recall import recall
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import parse_object_id, parse_request_id
from longbien.core.evidence.bodies import UseCondition
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.cooperation.say_forms import ConditionForms, ReasonForm, conditions_of
from longbien.web.evidence.forms import AcceptForm, DisposeForm


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One thing that can be done with an object where it stands in `states`, by its sealer (`ours`) or by the other side."""

    name: str
    ours: bool
    states: tuple[str, ...]
    verb: str
    call: Callable[..., Spoken]
    words: Promise
    why: Promise
    form: type[forms.Form]
    conditions: bool = False


DOINGS: Final = (
    Doing(
        name="announce",
        ours=True,
        states=("not-announced",),
        verb="evidence.announce",
        call=announce,
        words=_("Announce"),
        why=_(
            "Offers the sealed evidence under conditions. Ciphertext may travel from then on; the key does not."
        ),
        form=forms.Form,
        conditions=True,
    ),
    Doing(
        name="accept",
        ours=False,
        states=("announced",),
        verb="evidence.accept",
        call=accept,
        words=_("Accept the conditions"),
        why=_(
            "Binds the State (Art. 40(19)). A second person has to approve; the key comes in answer to it."
        ),
        form=AcceptForm,
    ),
    Doing(
        name="decline",
        ours=False,
        states=("announced", "accepted"),
        verb="evidence.decline",
        call=decline,
        words=_("Decline"),
        why=_("What has arrived stays ciphertext that nobody here can open."),
        form=ReasonForm,
    ),
    Doing(
        name="recall",
        ours=True,
        states=("announced", "accepted", "released", "received"),
        verb="evidence.recall",
        call=recall,
        words=_("Recall"),
        why=_("Before the key was released nothing can be opened there; afterwards it only asks."),
        form=ReasonForm,
    ),
    Doing(
        name="dispose",
        ours=False,
        states=("received", "recalled-late"),
        verb="evidence.dispose",
        call=dispose,
        words=_("Return or destroy"),
        why=_(
            "After its use. A second person has to approve; what is destroyed cannot be opened here again, and the State that gave it is told."
        ),
        form=DisposeForm,
    ),
)
"""What the pages offer; sealing, opening and the court bundle have pages of their own (`handling`)."""


_TRAVELS: Final = ("announced", "accepted", "released")
_ID: Final = 32


@guarded()
def evidence_list(request: HttpRequest) -> HttpResponse:
    """List the newest objects."""
    actor = officer_of(request)
    values = {
        "rows": holdings(actor=actor),
        "own": current_node().party,
        "may_seal": permits(actor, "evidence.seal"),
    }
    return render(request, "longbien/evidence/list.html", values)


@guarded()
def evidence_page(request: HttpRequest, object_id: str) -> HttpResponse:
    """Show one object: manifest, conditions, progress, custody; htmx asks again for the progress alone."""
    item = _item(request, object_id)
    part = request.headers.get("HX-Request") == "true"
    values = {
        "item": item,
        "own": current_node().party,
        "polls": item.state in _TRAVELS,
        "doings": [one for one in DOINGS if _fits(one, item, request)],
        "may_open": item.openable and permits(officer_of(request), "evidence.open"),
        "may_export": bool(item.request_id) and permits(officer_of(request), "evidence.export"),
    }
    return render(request, f"longbien/evidence/{'progress' if part else 'object'}.html", values)


@guarded("custodian")
def do(request: HttpRequest, object_id: str, name: str) -> HttpResponse:
    """Show the form of one doing, or do it."""
    doing = next((one for one in DOINGS if one.name == name), None)
    if doing is None:
        raise Http404
    posted = request.method == "POST"
    form = doing.form(request.POST if posted else None)
    conditions = (
        ConditionForms(request.POST if posted else None, prefix="condition") if doing.conditions else None
    )
    item = _item(request, object_id)
    if posted and form.is_valid() and (conditions is None or conditions.is_valid()):
        given = {name: value for name, value in form.cleaned_data.items() if name == "reason"}
        if conditions is not None:
            given |= _announced(item, conditions)
        try:
            spoken = doing.call(
                node=current_node(), actor=officer_of(request), object_id=parse_object_id(object_id), **given
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _said(spoken))
            return redirect("evidence_object", object_id)
    values = {
        "item": item,
        "own": current_node().party,
        "doing": doing,
        "form": form,
        "conditions": conditions,
    }
    return render(request, "longbien/evidence/do.html", values, status=409 if form.errors else 200)


def _item(request: HttpRequest, object_id: str) -> PageEvidence:
    if not object_id.isalnum() or len(object_id) != _ID:
        raise Http404
    own_id = find_object_id(object_id)
    return holding(node=current_node(), actor=officer_of(request), object_id=own_id)


def _fits(doing: Doing, item: PageEvidence, request: HttpRequest) -> bool:
    return (
        doing.ours == (item.party == current_node().party)
        and item.state in doing.states
        and bool(item.request_id)
        and permits(officer_of(request), doing.verb)
    )


def _announced(item: PageEvidence, conditions: Any) -> dict[str, object]:
    """Give request and conditions; none filled in means those of the decision on disclosure."""
    given = tuple(
        UseCondition(code=one.code, text=one.text, until=one.until) for one in conditions_of(conditions)
    )
    return {"request_id": parse_request_id(item.request_id), "conditions": given or None}


def _said(spoken: Spoken) -> str:
    if spoken.made:
        return gettext("Signed, written to the log and on its way.")
    return gettext("Proposed. It is signed once a second person has approved it.")
