# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the treaty desk."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.treaty.about import about
from longbien.web.treaty.articles import article, articles, duty
from longbien.web.treaty.feeds import calendar, record_feed, status_feed
from longbien.web.treaty.files import convention_file, record_file, status_file
from longbien.web.treaty.home import home
from longbien.web.treaty.record import record
from longbien.web.treaty.search import search
from longbien.web.treaty.states import state, states, status

urlpatterns: list[URLPattern | URLResolver] = [
    path("", home, name="treaty"),
    path("about/", about, name="treaty_about"),
    path("articles/", articles, name="treaty_articles"),
    path("articles/<int:number>/", article, name="treaty_article"),
    path("duties/<str:provision>/", duty, name="treaty_duty"),
    path("search/", search, name="treaty_search"),
    path("states/", states, name="treaty_states"),
    path("states/<slug:code>/", state, name="treaty_state"),
    path("status/", status, name="treaty_status"),
    path("status.atom", status_feed, name="treaty_feed"),
    path("status.<slug:ending>", status_file, name="treaty_status_file"),
    path("record/", record, name="treaty_record"),
    path("record.atom", record_feed, name="treaty_record_feed"),
    path("record.json", record_file, name="treaty_record_file"),
    path("convention.json", convention_file, name="treaty_convention_file"),
    path("calendar.ics", calendar, name="treaty_calendar"),
]
