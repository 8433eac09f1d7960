# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of reading a law."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.law.reading import read_page, take_away

urlpatterns: list[URLPattern | URLResolver] = [
    path("laws/read/", read_page, name="law_read"),
    path("laws/read/file/", take_away, name="law_read_file"),
]
