# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of joining: what the node's own State must do, its answers, its papers."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.treaty.join import confirm_page, join_page, paper_page, step_page, task_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("", join_page, name="join"),
    path("papers/", paper_page, name="join_paper"),
    path("steps/<str:step_id>/", step_page, name="join_step"),
    path("tasks/<slug:task>/", task_page, name="join_task"),
    path("tasks/<slug:task>/confirm/", confirm_page, name="join_confirm"),
]
