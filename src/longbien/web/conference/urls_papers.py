# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of a session's papers: agenda, programme of work, documents."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.agenda import agenda_do, agenda_page, agenda_paper, item_page, papers_setting
from longbien.web.conference.documents import (
    document_file,
    document_new,
    document_page,
    document_table,
    documents_page,
    version_circulate,
    version_new,
)
from longbien.web.conference.programme import (
    programme_calendar,
    programme_page,
    programme_paper,
    slot_off,
    slot_page,
)

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:session>/agenda/", agenda_page, name="conference_agenda"),
    path("<slug:session>/agenda.pdf", agenda_paper, name="conference_agenda_pdf"),
    path("<slug:session>/agenda/do/", agenda_do, name="conference_agenda_do"),
    path("<slug:session>/agenda/new/", item_page, name="conference_item_new"),
    path("<slug:session>/agenda/item/<str:number>/", item_page, name="conference_item"),
    path("<slug:session>/papers/", papers_setting, name="conference_papers_setting"),
    path("<slug:session>/programme/", programme_page, name="conference_programme"),
    path("<slug:session>/programme.pdf", programme_paper, name="conference_programme_pdf"),
    path("<slug:session>/programme.ics", programme_calendar, name="conference_calendar"),
    path("<slug:session>/programme/new/", slot_page, name="conference_slot_new"),
    path("<slug:session>/programme/<slug:slot>/", slot_page, name="conference_slot"),
    path("<slug:session>/programme/<slug:slot>/off/", slot_off, name="conference_slot_off"),
    path("<slug:session>/documents/", documents_page, name="conference_documents"),
    path("<slug:session>/documents/new/", document_new, name="conference_document_new"),
    path(
        "<slug:session>/documents/file/<slug:language>/<path:symbol>",
        document_file,
        name="conference_document_file",
    ),
    path("<slug:session>/documents/version/<path:symbol>", version_new, name="conference_version_new"),
    path(
        "<slug:session>/documents/circulate/<path:symbol>",
        version_circulate,
        name="conference_version_circulate",
    ),
    path("<slug:session>/documents/table/<path:symbol>", document_table, name="conference_document_table"),
    path("<slug:session>/documents/show/<path:symbol>", document_page, name="conference_document"),
]
