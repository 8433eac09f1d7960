# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the library of laws and of comparing."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.law.library.comparing import law_compare
from longbien.web.law.library.finding import law_search
from longbien.web.law.library.keeping import law_keep
from longbien.web.law.library.pages import law_one, law_provision, law_version, laws_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("compare/", law_compare, name="law_compare"),
    path("laws/", laws_page, name="laws"),
    path("laws/keep/", law_keep, name="law_keep"),
    path("laws/search/", law_search, name="law_search"),
    path("laws/<str:state>/<str:code>/", law_one, name="law_one"),
    path("laws/<str:state>/<str:code>/<str:label>/", law_version, name="law_version"),
    path("laws/<str:state>/<str:code>/<str:label>/<path:provision>/", law_provision, name="law_provision"),
]
