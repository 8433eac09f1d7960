# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Accreditation of observers on pages: open to everybody, each reader seeing of objections what the rules let him see."""

from functools import partial

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.conference.people.badges import badge_of
from longbien.actions.conference.people.keeping import VERB
from longbien.actions.conference.people.observers import (
    Candidate,
    accreditation_figures,
    application_view,
    applications,
    apply,
    circulate,
    read_step,
    steps_for,
    take_step,
)
from longbien.actions.conference.people.session import Session
from longbien.actions.conference.people.session import session as find_session
from longbien.actions.node import current_node
from longbien.actions.people.sign_in import Officer
from longbien.core.base.errors import MalformedError
from longbien.core.conference.accreditation.states import Step, StepKind, Track
from longbien.web.base.guard import guarded, officer_of, public, signed_in
from longbien.web.conference.delegations import OFFICER
from longbien.web.conference.doing import Doing, done
from longbien.web.conference.people_forms import CandidateForm, state_choices
from longbien.web.conference.quoted import quoted

RULES = (
    "accreditation.circulate_days_before",
    "accreditation.objections_needed",
    "accreditation.objection_reasons",
    "accreditation.objection_visibility",
    "accreditation.if_no_decision",
    "accreditation.ahc_carryover",
    "accreditation.state_consent",
    "participants.ngo.subsidiary_bodies",
)
"""The rule values that the page quotes: what was contested, and what this session chose."""


@public
def observers_page(request: HttpRequest, session: str) -> HttpResponse:
    """List the applications with their dates, and the figures."""
    return _list(request, session)


@guarded(OFFICER)
@require_POST
def apply_page(request: HttpRequest, session: str) -> HttpResponseBase:
    """Take an application, or circulate the list."""
    doings: dict[str, Doing] = {
        "apply": partial(_apply, session=session),
        "circulate": partial(_circulate, session=session),
    }
    answer, refusal = done(request, doings, get_language() or "en")
    if refusal:
        return _list(request, session, refusal)
    messages.success(request, _("Done."))
    return answer or redirect("conference_observers", session)


@public
def observer_page(request: HttpRequest, session: str, observer: str) -> HttpResponse:
    """Show one application: its dates, and its objections as far as this reader may see them."""
    return _one(request, session, observer)


@signed_in
@require_POST
def observer_do(request: HttpRequest, session: str, observer: str) -> HttpResponseBase:
    """Take a step: the secretariat any, a State Party its own objection."""
    doing = partial(_step, session=session, observer=observer)
    _answer, refusal = done(request, {"step": doing}, get_language() or "en")
    if refusal:
        return _one(request, session, observer, refusal)
    messages.success(request, _("Done."))
    return redirect("conference_observer", session, observer)


def _list(request: HttpRequest, session: str, refusal: tuple[str, ...] = ()) -> HttpResponse:
    actor, found = _reader(request), find_session(node=current_node(), conference=session)
    may = actor is not None and permits(actor, VERB)
    values = {
        "conference": found.row,
        "rows": applications(actor=actor, session=found),
        "figures": accreditation_figures(found),
        "terms": found.terms,
        "latest": found.terms.latest_circulation(),
        "rules": quoted(found.rules, RULES),
        "refusal": refusal,
        "form": CandidateForm(request.POST if refusal else None) if may else None,
    }
    status = 409 if refusal else 200
    return render(request, "longbien/conference/people/observers.html", values, status=status)


def _one(request: HttpRequest, session: str, observer: str, refusal: tuple[str, ...] = ()) -> HttpResponse:
    actor, found = _reader(request), find_session(node=current_node(), conference=session)
    view = application_view(actor=actor, session=found, observer=observer)
    badge = badge_of(actor, session) if actor is not None else None
    values = {
        "conference": found.row,
        "one": view,
        "steps": steps_for(actor, found, view),
        "may": actor is not None and permits(actor, VERB),
        "own": badge.participant if badge is not None else "",
        "states": [one for one in state_choices()() if one[0] in found.parties],
        "refusal": refusal,
        "terms": found.terms,
        "rules": quoted(found.rules, RULES),
    }
    status = 409 if refusal else 200
    return render(request, "longbien/conference/people/observer.html", values, status=status)


def _apply(request: HttpRequest, *, session: str) -> None:
    form = CandidateForm(request.POST)
    if not form.is_valid():
        raise MalformedError("conference.observer_words", limit=10_000)
    given = form.cleaned_data
    candidate = Candidate(
        observer=given["observer"].strip(),
        track=Track(given["track"]),
        name=given["name"],
        seat=given["seat"],
        ad_hoc=given["ad_hoc"],
        information=given["information"],
    )
    apply(node=current_node(), actor=officer_of(request), session=_found(session), candidate=candidate)


def _circulate(request: HttpRequest, *, session: str) -> None:
    circulate(node=current_node(), actor=officer_of(request), session=_found(session))


def _step(request: HttpRequest, *, session: str, observer: str) -> None:
    found = _found(session)
    kind = read_step(request.POST.get("kind", ""))
    step = Step(
        kind=kind,
        at=found.now,
        by=request.POST.get("by", "")[:64],
        reasons=request.POST.get("reasons", ""),
        decision=kind in {StepKind.ADMITTED, StepKind.NOT_ADMITTED} and request.POST.get("decision") == "on",
    )
    take_step(node=current_node(), actor=officer_of(request), session=found, observer=observer, step=step)


def _found(session: str) -> Session:
    return find_session(node=current_node(), conference=session)


def _reader(request: HttpRequest) -> Officer | None:
    return officer_of(request) if request.user.is_authenticated else None
