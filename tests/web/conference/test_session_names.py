# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A session's name stands in addresses where pages of the desk stand, too: those names are reserved."""

from django.urls import URLPattern, URLResolver

from longbien.actions.conference.hall.open_conference import RESERVED
from longbien.web.conference.urls import urlpatterns


def firsts(patterns: list[URLPattern | URLResolver]) -> set[str]:
    """Give what stands first in every address, without those in which a session's name does."""
    found: set[str] = set()
    for one in patterns:
        first = str(one.pattern).partition("/")[0]
        found |= {first} if isinstance(one, URLPattern) else firsts(one.url_patterns)
    return {one for one in found if one and not one.startswith("<")}


def test_no_session_can_take_the_name_of_a_page() -> None:
    assert firsts(urlpatterns) == RESERVED
