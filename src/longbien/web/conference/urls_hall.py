# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the hall: the list of sessions, a session, and the five pages of a meeting."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.hall import chair_page, floor_page, grid_page, projector_page, public_page
from longbien.web.conference.home import sessions_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", sessions_page, name="conference"),
    path("<slug:session>/<slug:meeting>/chair/", chair_page, name="conference_chair"),
    path("<slug:session>/<slug:meeting>/floor/", floor_page, name="conference_floor"),
    path("<slug:session>/<slug:meeting>/grid/", grid_page, name="conference_grid"),
    path("<slug:session>/<slug:meeting>/projector/", projector_page, name="conference_projector"),
    path("<slug:session>/<slug:meeting>/public/", public_page, name="conference_public"),
]
