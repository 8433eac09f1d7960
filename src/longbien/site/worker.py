# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The worker as a process of its own: `python -m longbien.site.worker [--once]`; officers' machines say `longbien worker`."""

import logging
import os
import signal
import sys
import threading

import django

ONCE = "--once"


def main() -> None:
    """Set Django up and run the loop until SIGTERM or SIGINT; with `--once`, until nothing more can be done now."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.settings")
    django.setup()
    from longbien.actions.node import current_node  # app ready
    from longbien.worker.loop import run  # app ready

    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(name)s %(levelname)s %(message)s")
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    run(current_node, stop, once=ONCE in sys.argv[1:])


if __name__ == "__main__":
    main()
