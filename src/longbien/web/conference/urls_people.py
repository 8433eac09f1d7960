# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of who comes: delegations, credentials, observers, the list of participants."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.credentials import credentials_page, report_page, report_pdf
from longbien.web.conference.delegation import delegation_page, scan_file
from longbien.web.conference.delegations import delegations_page, own_page, participants_page
from longbien.web.conference.observers import apply_page, observer_do, observer_page, observers_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("<slug:session>/delegations/", delegations_page, name="conference_delegations"),
    path("<slug:session>/delegations/own/", own_page, name="conference_own"),
    path(
        "<slug:session>/delegations/<slug:participant>/<int:claim>/",
        delegation_page,
        name="conference_delegation",
    ),
    path(
        "<slug:session>/delegations/<slug:participant>/<int:claim>/scans/<int:number>/",
        scan_file,
        name="conference_scan",
    ),
    path("<slug:session>/credentials/", credentials_page, name="conference_credentials"),
    path("<slug:session>/credentials/<int:number>/", report_page, name="conference_report"),
    path("<slug:session>/credentials/<int:number>.pdf", report_pdf, name="conference_report_pdf"),
    path("<slug:session>/observers/", observers_page, name="conference_observers"),
    path("<slug:session>/observers/apply/", apply_page, name="conference_apply"),
    path("<slug:session>/observers/<slug:observer>/", observer_page, name="conference_observer"),
    path("<slug:session>/observers/<slug:observer>/do/", observer_do, name="conference_observer_do"),
    path("<slug:session>/participants/", participants_page, name="conference_participants"),
]
