# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the records of meetings, and of the question what other rules would have made of them."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.records import record_json, record_make, record_page, record_pdf, records_page
from longbien.web.conference.what_if import what_if_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:session>/records/", records_page, name="conference_records"),
    path("<slug:session>/<slug:meeting>/record/", record_page, name="conference_record"),
    path("<slug:session>/<slug:meeting>/record/make/", record_make, name="conference_record_make"),
    path("<slug:session>/<slug:meeting>/record.json", record_json, name="conference_record_json"),
    path("<slug:session>/<slug:meeting>/record.pdf", record_pdf, name="conference_record_pdf"),
    path("<slug:session>/<slug:meeting>/what-if/", what_if_page, name="conference_what_if"),
]
