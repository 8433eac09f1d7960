# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address of files of recorded votes. `votes-file` is therefore no name of a session."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.conference.votes_file import votes_file_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("votes-file/", votes_file_page, name="conference_votes_file"),
]
