# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The report for the House on pages: what it would say today, what the State writes for it, files in every form, reports that were kept."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.access import permits
from longbien.actions.law.concordance.seen import concordances
from longbien.actions.law.reporting.clauses import clauses_file
from longbien.actions.law.reporting.files import ReportFile
from longbien.actions.law.reporting.make import (
    KEEP,
    keep_report,
    keep_texts,
    kept_report,
    kept_reports,
    report_file,
    report_now,
    report_texts,
)
from longbien.actions.law.reporting.paper import report_sheet
from longbien.actions.law.reporting.take import take_proposal
from longbien.actions.law.reporting.words import Words
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.law.clauses.proposals import proposals, proposals_for
from longbien.core.treaty.provisions.citation import parse_provision_id
from longbien.texts import known_language
from longbien.web.base.downloads import download
from longbien.web.base.guard import guarded, officer_of
from longbien.web.base.refusals import sentence_of
from longbien.web.law.report_forms import ClausesForm, FileForm, TextsForm, now


@guarded()
def report_home(request: HttpRequest) -> HttpResponse:
    """List the concordances that a report can be made of, and the reports that were kept."""
    node, actor = current_node(), officer_of(request)
    values = {"tables": concordances(node=node, actor=actor), "kept": kept_reports(node=node, actor=actor)}
    return render(request, "longbien/law/report_home.html", values)


@guarded()
def report_page(request: HttpRequest, ref: str) -> HttpResponse:
    """Show the first page of today's report, and the way to its files and texts."""
    return _page(request, ref)


@guarded()
def report_download(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Give today's report as a file."""
    form = FileForm(request.GET)
    if not form.is_valid():
        return _page(request, ref, file_form=form)
    given, node = form.cleaned_data, current_node()
    report = report_now(node=node, actor=officer_of(request), concordance=ref, public=given["public"])
    return _given(
        report_file(node=node, report=report, form=given["form"], language=known_language(given["language"]))
    )


@guarded()
def kept_download(request: HttpRequest, ref: str) -> HttpResponseBase:
    """Give a report that was kept as a file: with its own version of the law."""
    form = FileForm(request.GET)
    node = current_node()
    report = kept_report(node=node, actor=officer_of(request), ref=ref)
    given = form.cleaned_data if form.is_valid() else {"form": "pdf", "language": now()}
    return _given(
        report_file(node=node, report=report, form=given["form"], language=known_language(given["language"]))
    )


@guarded("law-officer")
@require_POST
def report_keep(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep today's report for good."""
    public = "public" in request.POST
    kept = keep_report(node=current_node(), actor=officer_of(request), concordance=ref, public=public)
    messages.success(request, _("Kept as report %(report)s.") % {"report": kept.ref[:12]})
    return redirect("law_report", ref)


@guarded("law-officer")
def report_write(request: HttpRequest, ref: str) -> HttpResponse:
    """Write what the State says in its own words."""
    node, actor = current_node(), officer_of(request)
    held = report_texts(node=node, actor=actor, concordance=ref)
    form = TextsForm(held, request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            keep_texts(node=node, actor=actor, concordance=ref, texts=form.texts(held.language))
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Kept."))
            return redirect("law_report", ref)
    values = {"form": form, "ref": ref}
    return render(request, "longbien/law/report_write.html", values, status=409 if form.errors else 200)


@guarded()
def clauses_page(request: HttpRequest) -> HttpResponse:
    """Show proposed clauses, of all articles or for one provision, to choose from."""
    return _clauses(request, request.GET.get("for", "").strip(), "")


@guarded("law-officer")
@require_POST
def clause_take(request: HttpRequest, ref: str) -> HttpResponse:
    """Take a proposed clause into a row of a concordance."""
    duty, code = request.POST.get("duty", ""), request.POST.get("code", "")
    take_proposal(node=current_node(), actor=officer_of(request), concordance=ref, duty=duty, code=code)
    messages.success(request, _("Taken into the row. A drafter adapts it there."))
    return redirect("law_concordance_row", ref, duty)


@guarded()
def clauses_download(request: HttpRequest) -> HttpResponseBase:
    """Give chosen clauses as a file."""
    form = ClausesForm(request.GET)
    chosen = request.GET.getlist("clause")
    node = current_node()
    try:
        made = clauses_file(
            printer=node.printer(),
            codes=chosen,
            form=form.cleaned_data["form"] if form.is_valid() else "docx",
            language=known_language(now()) or "en",
            on=node.clock().date(),
        )
    except LongBienError as error:
        return _clauses(request, request.GET.get("for", "").strip(), sentence_of(error), chosen)
    return _given(made)


def _clauses(request: HttpRequest, wanted: str, fault: str, chosen: list[str] | None = None) -> HttpResponse:
    words = Words(now())
    found = proposals()
    try:
        found = proposals_for(parse_provision_id(wanted)) if wanted else found
    except LongBienError as error:
        fault, found = sentence_of(error), ()
    rows = [
        (one, ", ".join(words.code("right", each) for each in one.rights), words.cited_all(one.carries_out))
        for one in found
    ]
    values = {
        "rows": rows,
        "wanted": wanted,
        "fault": fault,
        "chosen": chosen or (),
        "form": ClausesForm(),
        "mark": words.say("bill_mark"),
        "into": request.GET.get("into", "")[:32] if wanted else "",
    }
    return render(request, "longbien/law/clauses.html", values, status=409 if fault else 200)


def _page(request: HttpRequest, ref: str, file_form: FileForm | None = None) -> HttpResponse:
    node, actor = current_node(), officer_of(request)
    report = report_now(node=node, actor=actor, concordance=ref, public=False)
    sheet = report_sheet(report, now())
    form = file_form or FileForm(initial={"form": "pdf", "language": known_language(now())})
    values = {
        "ref": ref,
        "report": report,
        "title": sheet.title,
        "table": report.concordance,
        "summary": sheet.sections[0],
        "most": max([1, *(count for _code, count in report.counts[0].law)]),
        "form": form,
        "kept": kept_reports(node=node, actor=actor, concordance=ref),
        "may_keep": permits(actor, KEEP),
    }
    return render(request, "longbien/law/report.html", values, status=409 if form.errors else 200)


def _given(made: ReportFile) -> HttpResponseBase:
    return download(iter((made.data,)), name=made.name, size=len(made.data))
