# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each address carries an access mark: nobody forgets to say who may open it."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver


def views(resolver: URLResolver, before: str = "") -> Iterator[tuple[str, object]]:
    """Give every address below `resolver` with its view."""
    for item in resolver.url_patterns:
        address = before + str(item.pattern)
        if isinstance(item, URLResolver):
            yield from views(item, address)
        elif isinstance(item, URLPattern):
            yield address, item.callback


def test_each_page_says_who_may_open_it() -> None:
    found = dict(views(get_resolver("longbien.site.urls")))
    assert found
    assert [
        address for address, view in found.items() if getattr(view, "access", None) in (None, "peer")
    ] == []


def test_each_peer_address_is_a_peer_route() -> None:
    found = dict(views(get_resolver("longbien.site.peer_urls")))
    assert [address for address, view in found.items() if getattr(view, "access", None) != "peer"] == []


@pytest.mark.parametrize("urls", ["longbien.site.urls", "longbien.site.peer_urls"])
def test_no_address_is_given_twice(urls: str) -> None:
    addresses = [address for address, _ in views(get_resolver(urls))]
    assert sorted(addresses) == sorted(set(addresses))
