# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where pages come from and where they may connect: the live door under the pages' own address, or at a port of its own (docs/adr/0045)."""

from collections.abc import Collection
from urllib.parse import urlsplit

from longbien.site.config import Config


def origin_of(url: str) -> str:
    """Give scheme, host and port of an address."""
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}"


def live_origins(config: Config, hosts: Collection[str]) -> tuple[str, ...]:
    """Give the origins beside its own to which a page may connect for its stream; none with a proxy, or without a live door.

    Without TLS the node may be asked by several names (a number, `localhost`); the live door then answers to each of them.
    """
    own = origin_of(config.live_url)
    if not config.live or own == origin_of(config.public_url):
        return ()
    port = urlsplit(config.live_url).port
    if own.startswith("https://") or port is None:
        return (own,)
    names = {f"http://{host}:{port}" for host in hosts if ":" not in host}  # a policy cannot name [::1]
    return tuple(sorted({own, *names}))


def page_origins(config: Config, hosts: Collection[str]) -> frozenset[str]:
    """Give the origins whose pages may read streams: those of this node, by each of its names."""
    return frozenset({origin_of(config.public_url), *(f"http://{host}:{config.web_port}" for host in hosts)})
