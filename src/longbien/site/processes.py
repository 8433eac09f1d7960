# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The processes of a node and how each is started: pages, peer door, live door and worker (docs/adr/0007, 0045)."""

import sys
from typing import Final

from longbien.site.config import Config

_SPARE: Final = 256
"""Connections that the live door takes beyond its streams."""


def processes(config: Config) -> dict[str, list[str]]:
    """Give the words that start each process, by name."""
    # SQLite: two, so that one delegate's password is hashed while another's session is written; whoever writes takes turns.
    threads = "2" if config.database_url.startswith("sqlite:") else "4"
    server = [sys.executable, "-m", "granian", "--no-ws", "--log-level", "warning"]
    server += ["--workers-kill-timeout", "5"]
    web = ["--interface", "wsgi", "--blocking-threads", threads]
    web += ["--host", config.web_host, "--port", str(config.web_port)]
    peer = ["--interface", "rsgi", "--host", config.peer_host, "--port", str(config.peer_port)]
    if config.peer_url.startswith("https://"):
        peer += ["--ssl-certificate", str(config.tls_certificate), "--ssl-keyfile", str(config.tls_key)]
    found = {
        "pages": [*server, *web, "longbien.site.wsgi:application"],
        "peer": [*server, *peer, "longbien.site.peer_rsgi:application"],
        "worker": [sys.executable, "-m", "longbien.site.worker"],
    }
    if config.live:
        # A connection is a place: some more than streams, for those who are told that there is none left.
        places = str(config.live_streams + _SPARE)
        live = ["--interface", "asgi", "--host", config.live_host, "--port", str(config.live_port)]
        live += ["--backlog", places, "--backpressure", places]
        found["live"] = [*server, *live, "longbien.site.live_asgi:application"]
    return found
