# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the directory."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.parties.views import confirm_page, introduce_page, own_entry, parties

urlpatterns: list[URLPattern | URLResolver] = [
    path("", parties, name="parties"),
    path("introduce/", introduce_page, name="introduce"),
    path("own-entry/", own_entry, name="own_entry"),
    path("<slug:party>/confirm/", confirm_page, name="confirm"),
]
