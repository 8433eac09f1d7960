# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Addresses of the peer door: five routes (docs/protocol/exchange.md). The patterns admit no name that is none."""

from typing import Final

from django.urls import URLPattern, URLResolver, path, re_path

from longbien.peer import evidence, exchange

_PART: Final = r"^peer/v1/evidence/(?P<object_id>[0-9a-f]{32})/(?P<part>[a-z][a-z0-9-]{0,31})"

urlpatterns: list[URLPattern | URLResolver] = [
    path("peer/v1/acts", exchange.acts),
    path("peer/v1/checkpoint", exchange.checkpoint),
    re_path(_PART + r"/missing\Z", evidence.missing),
    re_path(_PART + r"/(?P<index>0|[1-9][0-9]{0,9})\Z", evidence.segment),
]
