# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the report, proposed clauses, published concordances, State against State and dual criminality."""

from django.urls import path

from longbien.web.law.report import (
    clause_take,
    clauses_download,
    clauses_page,
    kept_download,
    report_download,
    report_home,
    report_keep,
    report_page,
    report_write,
)
from longbien.web.law.states import dual_page, partners_page, published_page, states_page

urlpatterns = [
    path("report/", report_home, name="law_reports"),
    path("report/kept/<str:ref>/file", kept_download, name="law_report_kept"),
    path("report/<str:ref>/", report_page, name="law_report"),
    path("report/<str:ref>/file", report_download, name="law_report_file"),
    path("report/<str:ref>/keep", report_keep, name="law_report_keep"),
    path("report/<str:ref>/words", report_write, name="law_report_write"),
    path("clauses/", clauses_page, name="law_clauses"),
    path("clauses/file", clauses_download, name="law_clauses_file"),
    path("clauses/take/<slug:ref>/", clause_take, name="law_clause_take"),
    path("partners/", partners_page, name="law_partners"),
    path("partners/<str:act>/", published_page, name="law_published"),
    path("compare-states/", states_page, name="law_states"),
    path("dual/", dual_page, name="law_dual"),
]
