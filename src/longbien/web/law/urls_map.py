# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The address of the map."""

from django.urls import path

from longbien.web.law.map import map_page

urlpatterns = [path("map/", map_page, name="law_map")]
