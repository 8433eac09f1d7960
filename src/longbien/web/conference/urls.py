# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the conference desk: one line per part; each part keeps its own in urls_<part>.py."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("longbien.web.conference.urls_rules")),
    path("", include("longbien.web.conference.urls_votes")),
    path("", include("longbien.web.conference.urls_hall")),
    path("", include("longbien.web.conference.urls_papers")),
    path("", include("longbien.web.conference.urls_records")),
    path("", include("longbien.web.conference.urls_people")),
]
