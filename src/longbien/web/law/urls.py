# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the law desk: one line per part; each part keeps its own in urls_<part>.py."""

from django.urls import URLPattern, URLResolver, include, path

from longbien.web.law.home import law_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", law_page, name="law"),
    path("", include("longbien.web.law.urls_map")),
    path("", include("longbien.web.law.urls_report")),
    path("", include("longbien.web.law.urls_reading")),
    path("", include("longbien.web.law.urls_library")),
    path("concordance/", include("longbien.web.law.urls_concordance")),
]
