# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the peer door: what other nodes call."""

from typing import Final

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("longbien.peer.urls")),
]

handler400: Final = "longbien.peer.errors.bad_request"
handler404: Final = "longbien.peer.errors.not_found"
handler500: Final = "longbien.peer.errors.failed"
