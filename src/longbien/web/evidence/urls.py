# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the evidence desk."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.evidence.handling import bundle_page, open_page, seal_page
from longbien.web.evidence.use import use_page
from longbien.web.evidence.views import do, evidence_list, evidence_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", evidence_list, name="evidence"),
    path("seal/", seal_page, name="evidence_seal"),
    path("bundle/<slug:request_id>/", bundle_page, name="evidence_bundle"),
    path("<slug:object_id>/use/", use_page, name="evidence_use"),
    path("<slug:object_id>/open/", open_page, name="evidence_open"),
    path("<slug:object_id>/", evidence_page, name="evidence_object"),
    path("<slug:object_id>/<slug:name>/", do, name="evidence_do"),
]
