# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the log."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.log.views import checkpoint_file, log_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", log_page, name="log"),
    path("checkpoint/", checkpoint_file, name="checkpoint_file"),
]
