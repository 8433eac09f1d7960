# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Documents on pages: found by symbol, word or agenda item, given as files, filed and circulated by the secretariat."""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from longbien.actions.conference.hall.find import find_conference, meetings_of
from longbien.actions.conference.papers.agenda import agenda_view
from longbien.actions.conference.papers.documents import (
    circulate,
    circulated,
    documents_of,
    file_document,
    file_version,
    find_document,
    given_version,
    read_version,
)
from longbien.actions.conference.papers.session import papers_of, prefix_of
from longbien.actions.conference.papers.table import SERIES, table_document
from longbien.actions.node import current_node
from longbien.core.base.errors import LongBienError
from longbien.core.conference.documents.symbols import series
from longbien.core.conference.documents.versions import Access, Document
from longbien.web.base.downloads import download
from longbien.web.base.guard import guarded, officer_of, public
from longbien.web.base.refusals import sentence_of
from longbien.web.conference.papers_forms import DocumentForm, VersionForm, language_choices
from longbien.web.conference.readers import Reader, reader_of

_OFFICER: Final = "conference-officer"


@public
def documents_page(request: HttpRequest, session: str) -> HttpResponse:
    """List the documents that the reader may read; `q` searches, `item` narrows to an agenda item, `all` shows superseded ones."""
    conference, reader = find_conference(session), reader_of(request)
    words, item = request.GET.get("q", "")[:100], request.GET.get("item", "")[:12]
    whole = request.GET.get("all", "") == "1"
    found = documents_of(session, actor=reader.officer, words=words, item=item, whole=whole)
    values = {
        "conference": conference,
        "documents": found,
        "words": words,
        "item": item,
        "whole": whole,
        "items": agenda_view(session).agenda.items,
        "writes": reader.writes,
        "languages": language_choices(),
        "prefix": prefix_of(conference),
        "prefix_is_own": bool(papers_of(conference).prefix),
    }
    return render(request, "longbien/conference/documents.html", values)


@public
def document_page(request: HttpRequest, session: str, symbol: str) -> HttpResponse:
    """Show one document with its language versions and what it revises or corrects."""
    reader = reader_of(request)
    return _one(request, session, find_document(session, symbol, actor=reader.officer), reader)


@public
def document_file(request: HttpRequest, session: str, language: str, symbol: str) -> HttpResponseBase:
    """Give one language version as a file."""
    given = given_version(session, symbol, language, actor=reader_of(request).officer)
    ending = given.version.name.rpartition(".")[2].lower()
    name = f"{str(given.document.symbol).replace('/', '_')}-{language}.{ending}"
    return download(read_version(current_node(), given), name=name, size=given.version.size)


@guarded(_OFFICER)
def document_new(request: HttpRequest, session: str) -> HttpResponse:
    """Give a document its symbol, or change what is said of it."""
    conference = find_conference(session)
    given = request.GET.get("symbol", "")[:80]
    form = DocumentForm(initial={"symbol": f"{prefix_of(conference)}/{conference.first_day.year}/L."})
    if given:
        form = DocumentForm.of(find_document(session, given, actor=officer_of(request)))
    if request.method == "POST":
        form = DocumentForm(request.POST)
        if form.is_valid():
            try:
                document = file_document(
                    node=current_node(),
                    actor=officer_of(request),
                    conference_id=session,
                    document=form.document(),
                )
            except LongBienError as error:
                form.add_error(None, sentence_of(error))
            else:
                messages.success(request, _("Kept."))
                return redirect("conference_document", session, str(document.symbol))
    values = {"form": form, "conference": conference, "series": series().values(), "given": given}
    return render(
        request, "longbien/conference/document_new.html", values, status=409 if form.errors else 200
    )


@guarded(_OFFICER)
@require_POST
def version_new(request: HttpRequest, session: str, symbol: str) -> HttpResponse:
    """File the bytes of one language version, and circulate it if that was asked."""
    form, reader = VersionForm(request.POST, request.FILES), reader_of(request)
    document = find_document(session, symbol, actor=reader.officer)
    if form.is_valid():
        given, node, actor = form.cleaned_data, current_node(), officer_of(request)
        language = given["language"]
        try:
            file_version(
                node=node,
                actor=actor,
                conference_id=session,
                symbol=symbol,
                language=language,
                name=given["file"].name,
                source=given["file"],
            )
            if given["circulate"]:
                circulate(node=node, actor=actor, conference_id=session, symbol=symbol, languages=(language,))
        except LongBienError as error:
            form.add_error(None, sentence_of(error))
        else:
            messages.success(request, _("Filed."))
            return redirect("conference_document", session, symbol)
    return _one(request, session, document, reader, form=form, status=409)


@guarded(_OFFICER)
@require_POST
def version_circulate(request: HttpRequest, session: str, symbol: str) -> HttpResponse:
    """Circulate language versions now."""
    languages = tuple(request.POST.getlist("language"))
    circulate(
        node=current_node(),
        actor=officer_of(request),
        conference_id=session,
        symbol=symbol,
        languages=languages,
    )
    messages.success(request, _("Circulated."))
    return redirect("conference_document", session, symbol)


@guarded(_OFFICER)
@require_POST
def document_table(request: HttpRequest, session: str, symbol: str) -> HttpResponse:
    """Table a draft in a meeting."""
    meeting = request.POST.get("meeting", "")
    table_document(node=current_node(), actor=officer_of(request), meeting_id=meeting, symbol=symbol)
    messages.success(request, _("The hall knows it."))
    return redirect("conference_document", session, symbol)


def _one(
    request: HttpRequest,
    session: str,
    document: Document,
    reader: Reader,
    *,
    form: VersionForm | None = None,
    status: int = 200,
) -> HttpResponse:
    conference = find_conference(session)
    others = [
        one
        for one in documents_of(session, actor=reader.officer)
        if one.symbol.base == document.symbol.base and one.symbol != document.symbol
    ]
    days = sorted({meeting.day for meeting in meetings_of(conference)})
    values = {
        "conference": conference,
        "document": document,
        "others": others,
        "form": form or VersionForm(),
        "writes": reader.writes,
        "series": series()[document.symbol.series],
        "restricted": document.access is not Access.PUBLIC,
        "waiting": [one for one in document.versions if one.circulated_at is None],
        "meetings": meetings_of(conference) if reader.writes and document.symbol.series in SERIES else (),
        "days": [circulated(session, str(document.symbol), day=day) for day in days] if reader.writes else [],
    }
    return render(request, "longbien/conference/document.html", values, status=status)
