# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What States say of their law, on pages: publications, State against State, dual criminality as facts for the official who decides."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from longbien.actions.access import permits
from longbien.actions.law.concordance.seen import concordances
from longbien.actions.law.dual.facts import dual_facts, states_beside
from longbien.actions.law.dual.shown import dual_shown, states_shown
from longbien.actions.law.publishing.partners import published, published_value, states_known
from longbien.actions.law.publishing.publish import VERB, publish
from longbien.actions.law.reporting.articles import law_of, practice_of
from longbien.actions.law.reporting.words import Words
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.base.ids import PartyId
from longbien.core.law.dual.table import OFFENCES
from longbien.core.law.reporting.report import draw_report
from longbien.core.law.reporting.texts import ReportTexts
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.names import names_now
from longbien.web.base.refusals import sentence_of
from longbien.web.law.report_forms import DualForm, PublishForm, StatesForm, now


@guarded()
def partners_page(request: HttpRequest) -> HttpResponse:
    """List what was published, and propose to publish a table of ours to partners."""
    node, actor = current_node(), officer_of(request)
    own = [one for one in concordances(node=node, actor=actor) if one.state == node.party]
    partners = [(code, name) for code, name in names_now().items() if code != node.party]
    form = PublishForm(
        [(one.ref, f"{one.title} ({one.as_of})") for one in own],
        partners,
        request.POST if request.method == "POST" else None,
    )
    if form.is_valid():
        given = form.cleaned_data
        try:
            publish(
                node=node,
                actor=actor,
                concordance=given["concordance"],
                partners=tuple(PartyId(one) for one in given["partners"]),
            )
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Proposed. It is signed once a second person has approved it."))
            return redirect("law_partners")
    values = {
        "found": published(node=node, actor=actor),
        "form": form,
        "may_publish": permits(actor, VERB) and bool(own) and bool(partners),
    }
    return render(request, "longbien/law/partners.html", values, status=409 if form.errors else 200)


@guarded()
def published_page(request: HttpRequest, act: str) -> HttpResponse:
    """Show one publication whole."""
    node, actor = current_node(), officer_of(request)
    one, value = published_value(node=node, actor=actor, act=act)
    words = Words(now())
    report = draw_report(value, ReportTexts(), made_on=one.said_at.date(), public=True)
    rows = [
        (
            words.cited(row.id),
            words.asked(row.id),
            words.provisions(row, public=True),
            law_of(report, row, words),
            practice_of(report, row, words),
        )
        for row in value.rows
    ]
    values = {"one": one, "value": value, "rows": rows, "withheld": words.withheld}
    return render(request, "longbien/law/published.html", values)


@guarded()
def states_page(request: HttpRequest) -> HttpResponse:
    """Set two States' tables side by side."""
    node, actor = current_node(), officer_of(request)
    names = names_now()
    known = [(code, names.get(code, code)) for code in states_known(node=node, actor=actor)]
    form = StatesForm(known, request.GET if "own" in request.GET else None)
    found = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        articles = (given["article"],) if given["article"] else ()
        try:
            table = states_beside(
                node=node, actor=actor, own=given["own"], other=given["other"], articles=articles
            )
            found = {"table": table, "articles": states_shown(table, now())}
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
    values = {"form": form, "found": found, "known": known}
    return render(request, "longbien/law/states.html", values, status=409 if form.errors else 200)


@guarded()
def dual_page(request: HttpRequest) -> HttpResponse:
    """Show both States' provisions for an offence side by side. It decides nothing."""
    node, actor = current_node(), officer_of(request)
    words = Words(now())
    states = [(code, name) for code, name in names_now().items() if code != node.party]
    form = DualForm(
        [(str(number), words.article(number)) for number in OFFENCES],
        states,
        request.GET if "other" in request.GET else None,
    )
    found = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        table = dual_facts(node=node, actor=actor, article=int(given["article"]), other=given["other"])
        found = dual_shown(table, now())
    values = {"form": form, "dual": found}
    return render(request, "longbien/law/dual.html", values, status=409 if form.errors else 200)
