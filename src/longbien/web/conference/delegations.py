# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The delegations of a session: the secretariat's table, and the list of participants that everybody reads."""

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language

from longbien.actions.access import permits
from longbien.actions.conference.people.delegations import open_delegation
from longbien.actions.conference.people.keeping import VERB
from longbien.actions.conference.people.observers import applications
from longbien.actions.conference.people.roll import delegations_table, list_of_participants, own_delegation
from longbien.actions.conference.people.session import session as find_session
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.web.base.guard import guarded, officer_of, public, signed_in
from longbien.web.base.refusals import sentence_of
from longbien.web.conference.people_forms import OpenForm

OFFICER = "conference-officer"
READERS = (OFFICER, "auditor")


@guarded(*READERS)
def delegations_page(request: HttpRequest, session: str) -> HttpResponseBase:
    """List the delegations with credentials and badges; open another."""
    node, actor = current_node(), officer_of(request)
    found = find_session(node=node, conference=session)
    applied = applications(actor=actor, session=found)
    form = OpenForm(request.POST or None, observers=[(one.observer, one.name) for one in applied if one.name])
    if request.method == "POST" and form.is_valid():
        try:
            made = open_delegation(node=node, actor=actor, conference=session, **form.cleaned_data)
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            return redirect("conference_delegation", session, made.participant, made.claim)
    rows = delegations_table(actor=actor, session=found, language=get_language() or "en")
    values = {
        "conference": found.row,
        "rows": rows,
        "badges": sum(one.badges for one in rows),
        "form": form if permits(actor, VERB) else None,
        "rule": found.rules.value("credentials.provisional_admission"),
    }
    status = 409 if form.errors else 200
    return render(request, "longbien/conference/people/delegations.html", values, status=status)


@signed_in
def own_page(request: HttpRequest, session: str) -> HttpResponseBase:
    """Lead a badge to its own delegation, the secretariat to the table, everybody else to the list of participants."""
    actor = officer_of(request)
    own = own_delegation(actor, session)
    if own is not None:
        return redirect("conference_delegation", session, own.participant, own.claim)
    return redirect("conference_delegations" if permits(actor, VERB) else "conference_participants", session)


@public
def participants_page(request: HttpRequest, session: str) -> HttpResponse:
    """Show who takes part, to everybody."""
    found = find_session(node=current_node(), conference=session)
    rows = list_of_participants(session=found, language=get_language() or "en")
    people = sum(len(one.members) for one in rows)
    values = {"conference": found.row, "rows": rows, "people": people}
    return render(request, "longbien/conference/people/participants.html", values)
