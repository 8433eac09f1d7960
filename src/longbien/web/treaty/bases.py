# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Legal bases on pages: with each partner, and everything between two States; rows by two officers, agreements with the partner."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.node import Node, current_node
from longbien.actions.people.sign_in import Officer
from longbien.actions.treaty.bases.agree import (
    Agreed,
    accept_agreement,
    end_agreement,
    offer_agreement,
)
from longbien.actions.treaty.bases.enter import confirm_basis, end_basis, enter_basis, reject_basis
from longbien.actions.treaty.bases.show import bases_list, bases_page, recent_notices, waiting_rows
from longbien.core.base.errors import LongBienError, MalformedError
from longbien.core.base.ids import PartyId, parse_party_id
from longbien.core.treaty.bases.agreements import Offer
from longbien.core.treaty.bases.entries import BasisEntry
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.treaty.bases_forms import EndForm, OfferForm, PairForm, ReleaseForm, RowForm, WhyForm


@guarded()
def bases(request: HttpRequest) -> HttpResponse:
    """List the bases with each partner, what waits for a second officer, what the node noticed."""
    form = PairForm(request.GET) if "one" in request.GET else PairForm()
    if form.is_bound and form.is_valid():
        return redirect("bases_pair", form.cleaned_data["one"], form.cleaned_data["other"])
    node, actor = current_node(), officer_of(request)
    values = {
        "own": node.party,
        "partners": bases_list(node=node, actor=actor),
        "waiting": waiting_rows(actor=actor),
        "notices": recent_notices(actor=actor),
        "form": form,
    }
    return render(request, "longbien/treaty/bases.html", values, status=409 if form.errors else 200)


@guarded()
def bases_pair(request: HttpRequest, one: str, other: str) -> HttpResponse:
    """Show everything between two States."""
    return _page(request, _pair(one, other))


@dataclass(frozen=True, slots=True, kw_only=True)
class Doing:
    """One thing that can be done on the page of a pair: the form that is filled, and the verb that does it."""

    form: type[forms.Form]
    verb: Callable[["Given"], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """What was filled in: by whom, between whom, about which row or agreement."""

    node: Node
    actor: Officer
    pair: tuple[PartyId, PartyId]
    about: str
    values: Mapping[str, object]


@guarded()
@require_POST
def bases_do(request: HttpRequest, one: str, other: str, name: str) -> HttpResponse:
    """Do one thing and go back to the page; what is refused is shown with its sentence, and nothing that was typed is lost."""
    doing, pair = DOINGS.get(name), _pair(one, other)
    if doing is None:
        raise Http404
    about = request.POST.get("about", "")
    form = doing.form(request.POST)
    if form.is_valid():
        given = Given(
            node=current_node(),
            actor=officer_of(request),
            pair=pair,
            about=about[:64],
            values=form.cleaned_data,
        )
        try:
            messages.success(request, doing.verb(given))
            return redirect("bases_pair", *pair)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
    return _page(request, pair, failed={name: form}, about=about)


def _page(
    request: HttpRequest,
    pair: tuple[PartyId, PartyId],
    *,
    failed: Mapping[str, forms.Form] | None = None,
    about: str = "",
) -> HttpResponse:
    node = current_node()
    shown = bases_page(node=node, actor=officer_of(request), pair=pair)
    values = {
        "page": shown,
        "own": node.party,
        "partner": next((party for party in pair if party != node.party), pair[1]),
        "about": about,
        "failed": next(iter(failed), "") if failed else "",
        "row_form": RowForm(initial={"status": "in-force"}),
        "end_form": EndForm(),
        "why_form": WhyForm(),
        "offer_form": OfferForm(initial={"since": shown.day.isoformat()}),
        "release_form": ReleaseForm(initial={"since": shown.day.isoformat()}),
        "fault": next(iter(failed.values())) if failed else None,
    }
    for name, form in (failed or {}).items():
        values[_NAMES.get(name, "why_form")] = form
    return render(request, "longbien/treaty/bases_pair.html", values, status=409 if failed else 200)


def _pair(one: str, other: str) -> tuple[PartyId, PartyId]:
    try:
        return parse_party_id(one.upper()), parse_party_id(other.upper())
    except MalformedError as error:
        raise Http404 from error


def _number(given: Given) -> int:
    return int(given.about) if given.about.isdecimal() else 0


def _add(given: Given) -> str:
    entry = BasisEntry(pair=given.pair, **given.values)  # type: ignore[arg-type]
    enter_basis(node=given.node, actor=given.actor, entry=entry)
    return _("Entered. It counts once another officer has confirmed it.")


def _end(given: Given) -> str:
    end_basis(node=given.node, actor=given.actor, row=_number(given), **given.values)  # type: ignore[arg-type]
    return _("Entered. It counts once another officer has confirmed it.")


def _confirm(given: Given) -> str:
    confirm_basis(node=given.node, actor=given.actor, row=_number(given))
    return _("Confirmed: the row counts from now on.")


def _reject(given: Given) -> str:
    reject_basis(node=given.node, actor=given.actor, row=_number(given), why=str(given.values["why"]))
    return _("Rejected. The row stays on record.")


def _partner(given: Given) -> PartyId:
    return next((party for party in given.pair if party != given.node.party), given.pair[1])


def _offer(given: Given) -> str:
    values = dict(given.values)
    offer = Offer(request=str(values.pop("request_id")).strip().lower(), **values)  # type: ignore[arg-type]
    return _said(offer_agreement(node=given.node, actor=given.actor, partner=_partner(given), offer=offer))


def _accept(given: Given) -> str:
    return _said(accept_agreement(node=given.node, actor=given.actor, thread=given.about))


def _release(given: Given) -> str:
    return _said(end_agreement(node=given.node, actor=given.actor, thread=given.about, **given.values))  # type: ignore[arg-type]


def _said(found: Agreed) -> str:
    if found.act:
        return _("Signed, written to the log and on its way.")
    return _("Proposed. It is signed once a second person has approved it.")


DOINGS: Final[Mapping[str, Doing]] = {
    "add": Doing(form=RowForm, verb=_add),
    "end": Doing(form=EndForm, verb=_end),
    "confirm": Doing(form=forms.Form, verb=_confirm),
    "reject": Doing(form=WhyForm, verb=_reject),
    "offer": Doing(form=OfferForm, verb=_offer),
    "accept": Doing(form=forms.Form, verb=_accept),
    "release": Doing(form=ReleaseForm, verb=_release),
}
"""What can be done on the page of a pair; the verbs check who may."""
_NAMES: Final = {"add": "row_form", "end": "end_form", "offer": "offer_form", "release": "release_form"}
