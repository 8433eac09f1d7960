# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Credentials of a whole session: the secretariat's table, the Bureau's report, and what the Conference decided on it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from longbien.actions.access import permits
from longbien.actions.conference.people.delegations import names_of
from longbien.actions.conference.people.keeping import VERB
from longbien.actions.conference.people.report import (
    ReportView,
    make_report,
    read_advice,
    read_outcome,
    reports,
)
from longbien.actions.conference.people.roll import delegations_table
from longbien.actions.conference.people.session import Session
from longbien.actions.conference.people.session import session as find_session
from longbien.actions.conference.record.report_printed import report_paper
from longbien.actions.conference.record.settled import carry_out_report, settled_report
from longbien.actions.node import current_node
from longbien.core.conference.credentials.report import Advice, Outcome, grouped
from longbien.web.base.guard import guarded, officer_of, signed_in
from longbien.web.conference.delegations import READERS
from longbien.web.conference.doing import done
from longbien.web.conference.quoted import quoted
from longbien.web.conference.readers import paper

RULES = (
    "credentials.deadline_hours_before_opening",
    "credentials.signed_by",
    "credentials.signed_by_for_amendment_of_convention",
    "credentials.examined_by",
    "credentials.decided_by",
    "credentials.provisional_admission",
    "credentials.deferral",
    "credentials.rejection_effect",
)
"""The rule values that the page quotes."""


@guarded(*READERS)
def credentials_page(request: HttpRequest, session: str) -> HttpResponseBase:
    """Show where credentials stand; write the report."""
    found = find_session(node=current_node(), conference=session)
    if request.method != "POST":
        return _table(request, found)
    answer, refusal = done(request, {"report": lambda sent: _report(sent, found)}, get_language() or "en")
    return _table(request, found, refusal) if refusal or answer is None else answer


@signed_in
def report_page(request: HttpRequest, session: str, number: int) -> HttpResponseBase:
    """Show a report to the secretariat and to every badge; note what the Conference did with it."""
    found = find_session(node=current_node(), conference=session)
    if request.method != "POST":
        return _one(request, found, number)
    _answer, refusal = done(
        request, {"decide": lambda sent: _decide(sent, found, number)}, get_language() or "en"
    )
    if refusal:
        return _one(request, found, number, refusal)
    messages.success(request, _("Noted. Every delegation's credentials now say so."))
    return redirect("conference_report", session, number)


@signed_in
def report_pdf(request: HttpRequest, session: str, number: int) -> HttpResponse:
    """Give a report as a paper in the reader's language, to the secretariat and every badge."""
    node, language = current_node(), get_language() or "en"
    found = find_session(node=node, conference=session)
    made = report_paper(node=node, actor=officer_of(request), session=found, number=number, language=language)
    return paper(made, f"{session}-credentials-{number}-{language}.pdf")


def _table(request: HttpRequest, found: Session, refusal: tuple[str, ...] = ()) -> HttpResponse:
    actor = officer_of(request)
    rows = delegations_table(actor=actor, session=found, language=get_language() or "en")
    states = [one for one in rows if one.credentials.kind in {"state", "organisation"}]
    values = {
        "conference": found.row,
        "rows": states,
        "reports": reports(actor=actor, session=found),
        "refusal": refusal,
        "may": permits(actor, VERB),
        "advice": tuple(Advice),
        "rules": quoted(found.rules, RULES),
    }
    status = 409 if refusal else 200
    return render(request, "longbien/conference/people/credentials.html", values, status=status)


def _report(request: HttpRequest, found: Session) -> HttpResponseBase:
    advice = {}
    for name, value in request.POST.items():
        participant, mark, claim = name.removeprefix("advice-").rpartition("-")
        if name.startswith("advice-") and mark and claim.isascii() and claim.isdigit() and value:
            advice[participant, int(claim[:6])] = read_advice(str(value))
    made = make_report(
        node=current_node(),
        actor=officer_of(request),
        session=found,
        advice=advice,
        amends=request.POST.get("amends") == "on",
    )
    return redirect("conference_report", made.conference, made.number)


def _decide(request: HttpRequest, found: Session, number: int) -> None:
    typed = request.POST.get("outcome", "")
    carry_out_report(
        node=current_node(),
        actor=officer_of(request),
        session=found,
        number=number,
        outcome=read_outcome(typed) if typed else None,
        decision=request.POST.get("decision", "").strip(),
    )


def _one(request: HttpRequest, found: Session, number: int, refusal: tuple[str, ...] = ()) -> HttpResponse:
    actor = officer_of(request)
    view: ReportView | None = next(
        (one for one in reports(actor=actor, session=found) if one.number == number), None
    )
    if view is None:
        raise Http404
    names = names_of(found.row.conference_id, get_language() or "en")
    values = {
        "conference": found.row,
        "report": view,
        "settled": settled_report(node=current_node(), session=found, report=view),
        "groups": [
            (code, [(line, names.get((line.participant, line.claim), line.participant)) for line in lines])
            for code, lines in grouped(view.lines)
        ],
        "refusal": refusal,
        "may": permits(actor, VERB),
        "outcomes": tuple(Outcome),
        "rule": found.rules.value("credentials.decided_by"),
        "deferral": found.rules.value("credentials.deferral"),
    }
    return render(request, "longbien/conference/people/report.html", values, status=409 if refusal else 200)
