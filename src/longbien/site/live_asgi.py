# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The live door as an ASGI application: `granian --interface asgi longbien.site.live_asgi:application` (docs/adr/0045).

Here the door meets what it may not know itself: Django's settings, the verbs that say who may look, and the templates of the pages.
"""

import multiprocessing
import os
import resource
import threading
import time
from datetime import UTC, datetime
from typing import Final

import django
from django.conf import settings

if not settings.configured:  # whoever started this process may have named the pages' settings
    os.environ["DJANGO_SETTINGS_MODULE"] = "longbien.site.live_settings"
    django.setup()

from longbien.live.door import LiveDoor, Surroundings
from longbien.live.streams import Limits
from longbien.site.live_hall import NodeHall
from longbien.site.origins import page_origins

_ORPHANED: Final = 1.0
"""Seconds between two looks at whether the server that started this process is still there."""
_FILES: Final = 512
"""Files beside the streams' connections."""


def surroundings() -> Surroundings:
    """Give what the door knows of the node."""
    config = settings.CONFIG
    hosts = frozenset(settings.ALLOWED_HOSTS)
    return Surroundings(
        hosts=hosts,
        origins=page_origins(config, hosts),
        cookie=settings.SESSION_COOKIE_NAME,
        languages=frozenset(code for code, _ in settings.LANGUAGES),
        limits=Limits(lines=config.live_streams, per_address=config.live_streams_per_address),
        now=lambda: datetime.now(UTC),
    )


def more_files(streams: int) -> None:
    """Let this process hold a connection for each stream, as far as the machine allows."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = min(hard, streams + _FILES) if hard != resource.RLIM_INFINITY else streams + _FILES
    if soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))


def end_with_parent(parent: int) -> None:
    """End this process when the server that started it was killed: its port must be free for the next one."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_ORPHANED)
        os._exit(70)

    threading.Thread(target=watch, name="parent", daemon=True).start()


_SERVER: Final = multiprocessing.parent_process()
if _SERVER is not None:  # in a process of the server, not in a test
    more_files(settings.CONFIG.live_streams)
    end_with_parent(_SERVER.pid or 0)
application = LiveDoor(NodeHall(), surroundings())
