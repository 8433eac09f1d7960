# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses that belong to no desk."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.base.views import choose_language, keyboard, stay_signed_in

urlpatterns: list[URLPattern | URLResolver] = [
    path("keyboard/", keyboard, name="keyboard"),
    path("language/", choose_language, name="language"),
    path("stay-signed-in/", stay_signed_in, name="stay_signed_in"),
]
