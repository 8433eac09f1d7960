# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of proposals and of acts as files."""

from django.urls import URLPattern, URLResolver, path

from longbien.web.exchange.files import act_page, envelope, receipt
from longbien.web.exchange.proposals import approve, proposal, proposals, reject

urlpatterns: list[URLPattern | URLResolver] = [
    path("proposals/", proposals, name="proposals"),
    path("proposals/<int:number>/", proposal, name="proposal"),
    path("proposals/<int:number>/approve/", approve, name="approve"),
    path("proposals/<int:number>/reject/", reject, name="reject"),
    path("acts/<slug:digest>/", act_page, name="act"),
    path("acts/<slug:digest>/envelope/", envelope, name="act_file"),
    path("acts/<slug:digest>/receipt/<slug:side>/", receipt, name="receipt"),
]
