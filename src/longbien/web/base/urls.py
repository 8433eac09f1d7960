# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that belong to no desk."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.base.views import start

urlpatterns: list[URLPattern | URLResolver] = [
    path("", start, name="start"),
]
