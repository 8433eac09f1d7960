# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Throw bad frames at a peer door of loopback and print how they were refused: `python -m benchmarks.flood_throw PORT COUNT`.

It sends from 127.0.0.2: what is refused is counted by address, and the true partner sends from 127.0.0.1.
"""

import http.client
import json
import ssl
import sys
from collections import Counter
from collections.abc import Callable
from itertools import cycle, islice
from typing import Final

from longbien.core.base.ids import PartyId
from longbien.core.exchange.answer import parse_answer
from longbien.core.exchange.delivery import MAX_ACTS, Delivery, print_delivery
from tools.bad_frames import forged, noise

FROM: Final = ("127.0.0.2", 0)


SORTS: Final[tuple[Callable[[], bytes], ...]] = (
    lambda: forged("FR"),
    lambda: forged("VN"),
    noise,
)


def main() -> None:
    """Throw, a delivery of each sort in turn, on one connection that is opened again when the door closes it."""
    port, left = int(sys.argv[1]), int(sys.argv[2])
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE  # who floods does not look whom
    line = _line(port, context)
    found: Counter[str] = Counter()
    for make in islice(cycle(SORTS), 10**9):
        count = min(MAX_ACTS, left)
        left -= count
        delivery = Delivery(
            sender=PartyId("VN"), recipient=PartyId("AT"), frames=tuple(make() for _ in range(count))
        )
        try:
            line.request("POST", "/peer/v1/acts", print_delivery(delivery))
            reply = line.getresponse()
            data = reply.read()
        except (OSError, http.client.HTTPException):
            found["(closed)"] += count
            line = _line(port, context)
        else:
            if reply.status == 200:
                found.update(result.code for result in parse_answer(data).results)
            else:
                found[f"(status {reply.status})"] += count
        if not left:
            break
    print(json.dumps(found))


def _line(port: int, context: ssl.SSLContext) -> http.client.HTTPSConnection:
    return http.client.HTTPSConnection("127.0.0.1", port, timeout=120, context=context, source_address=FROM)


if __name__ == "__main__":
    main()
