# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the published schemas of papers."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.cooperation.printing import schema_page, schemas_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", schemas_page, name="schemas"),
    path("<str:kind>.json", schema_page, name="schema"),
]
