# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the hall: the list of sessions, a session, the five pages of a meeting, and what is sent from them."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.grid import back_page, ballots_page, grid_page, presence_page
from longbien.web.conference.hall import chair_page, floor_page, projector_page, public_page
from longbien.web.conference.home import session_page, sessions_page
from longbien.web.conference.say import ask_page, say_page
from longbien.web.conference.sheet import sheet_page

_MEETING = "<slug:session>/<slug:meeting>"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", sessions_page, name="conference"),
    path("<slug:session>/", session_page, name="conference_session"),
    path(f"{_MEETING}/chair/", chair_page, name="conference_chair"),
    path(f"{_MEETING}/floor/", floor_page, name="conference_floor"),
    path(f"{_MEETING}/grid/", grid_page, name="conference_grid"),
    path(f"{_MEETING}/grid/back/", back_page, name="conference_grid_back"),
    path(f"{_MEETING}/grid/ballots/", ballots_page, name="conference_grid_ballots"),
    path(f"{_MEETING}/grid/presence/", presence_page, name="conference_grid_presence"),
    path(f"{_MEETING}/projector/", projector_page, name="conference_projector"),
    path(f"{_MEETING}/public/", public_page, name="conference_public"),
    path(f"{_MEETING}/sheet/", sheet_page, name="conference_sheet"),
    path(f"{_MEETING}/say/", say_page, name="conference_say"),
    path(f"{_MEETING}/ask/<str:kind>/", ask_page, name="conference_ask"),
]
