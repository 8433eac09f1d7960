# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the pages: one line per room."""

from django.urls import URLPattern, URLResolver, include, path

from longbien.web.treaty.home import start

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
    path("", include("longbien.web.base.urls")),
    path("", include("longbien.web.people.urls")),
    path("", include("longbien.web.exchange.urls")),
    path("", include("longbien.web.cooperation.safeguards.urls")),
    path("api/v1/", include(("longbien.api.urls", "api-1"))),
    path("conference/", include("longbien.web.conference.urls")),
    path("law/", include("longbien.web.law.urls")),
    path("evidence/", include("longbien.web.evidence.urls")),
    path("log/", include("longbien.web.log.urls")),
    path("parties/", include("longbien.web.parties.urls")),
    path("requests/", include("longbien.web.cooperation.urls")),
    path("schemas/", include("longbien.web.cooperation.urls_schemas")),
    path("treaty/", include("longbien.web.treaty.urls")),
    path("treaty/bases/", include("longbien.web.treaty.urls_bases")),
    path("treaty/join/", include("longbien.web.treaty.urls_join")),
]

handler400 = "longbien.web.base.errors.bad_request"
handler403 = "longbien.web.base.errors.forbidden"
handler404 = "longbien.web.base.errors.not_found"
handler500 = "longbien.web.base.errors.failed"
