# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the legal bases between States."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.treaty.bases import bases, bases_do, bases_pair

urlpatterns: list[URLPattern | URLResolver] = [
    path("", bases, name="bases"),
    path("<slug:one>/<slug:other>/", bases_pair, name="bases_pair"),
    path("<slug:one>/<slug:other>/<slug:name>/", bases_do, name="bases_do"),
]
