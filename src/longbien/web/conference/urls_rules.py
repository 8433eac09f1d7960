# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the rules of procedure. `rules` and `cases` are therefore no names of a session."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.cases import cases_page
from longbien.web.conference.rules import rules_compare, rules_file, rules_page, rules_show

urlpatterns: list[URLPattern | URLResolver] = [
    path("cases/", cases_page, name="conference_cases"),
    path("rules/", rules_page, name="conference_rules"),
    path("rules/compare/", rules_compare, name="conference_rules_compare"),
    path("rules/<slug:profile>/", rules_show, name="conference_rules_show"),
    path("rules/<slug:profile>.json", rules_file, name="conference_rules_file"),
]
