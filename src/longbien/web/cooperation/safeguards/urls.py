# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the pages that stand beside a request: the second person's telephone page, what oversight looks at."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.cooperation.safeguards.oversight import entry_page, oversight_page
from longbien.web.cooperation.safeguards.second import code_page, second_page
from longbien.web.cooperation.safeguards.secrecy import mark_page, notice_page, secrecy_page

urlpatterns: list[URLPattern | URLResolver] = [
    path("call-back/", code_page, name="call_back_code"),
    path("call-back/<slug:code>/", second_page, name="call_back_second"),
    path("secrecy/", secrecy_page, name="secrecy"),
    path("secrecy/<slug:request_id>/", mark_page, name="secrecy_mark"),
    path("secrecy/<slug:request_id>/notice/", notice_page, name="secrecy_notice"),
    path("oversight/", oversight_page, name="oversight"),
    path("oversight/<int:number>/", entry_page, name="oversight_entry"),
]
