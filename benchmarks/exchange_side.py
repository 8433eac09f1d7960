# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What `benchmarks.exchange` runs inside a node's folder, as a process of its own: `python -m benchmarks.exchange_side WORD …`."""

import json
import os
import statistics
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "longbien.site.peer_settings")
django.setup()

from longbien.actions.exchange.deliver import deliver  # noqa: E402 - Django first
from longbien.actions.exchange.due import endpoint_of  # noqa: E402
from longbien.actions.exchange.make import Message, queue_acts, seal_acts  # noqa: E402
from longbien.actions.node import Node, current_node  # noqa: E402
from longbien.actions.parties.directory import own_entries  # noqa: E402
from longbien.bridge.http import open_door  # noqa: E402
from longbien.core.base.ids import PartyId  # noqa: E402
from longbien.core.parties.chain import read_entry  # noqa: E402
from longbien.store import models  # noqa: E402
from longbien.store.writing import write_transaction  # noqa: E402
from longbien.worker import loop  # noqa: E402

BATCH = 64
BODY = {
    "form": "preservation",
    "form_version": 1,
    "legal_basis": "unc-42",
    "fields": {f"field_{number}": "what an officer writes into a field, " * 2 for number in range(8)},
}
KIND = "information.given"
"""A kind that no desk takes: what is measured is the exchange, not a desk."""


def entry(path: str) -> None:
    """Write this node's entry to a file."""
    Path(path).write_bytes(own_entries()[-1])


def trust(path: str) -> None:
    """Trust a partner's entry from a file, and set its quota aside; people do this with `longbien parties introduce`."""
    envelope = Path(path).read_bytes()
    signed = read_entry(envelope)
    now = current_node().clock()
    party = models.Party.objects.create(party_id=signed.entry.party, met_at=now, acts_per_hour=2_000_000_000)
    models.Entry.objects.create(
        party=party,
        number=signed.entry.number,
        digest=signed.fingerprint,
        envelope=envelope,
        state=models.Entry.TRUSTED,
        received_at=now,
        trusted_at=now,
    )


def make(partner: str, count: str) -> None:
    """Make acts in batches, each in one transaction: sign, seal, log, queue."""
    node = current_node()
    _at_the_start()
    for start in range(0, int(count), BATCH):
        _make(node, PartyId(partner), min(BATCH, int(count) - start))
    _at_the_end()


def work(partner: str, count: str) -> None:
    """Run the worker's loop until so many acts have their receipts."""
    current_node()
    _at_the_start()
    stop = threading.Event()
    thread = threading.Thread(target=loop.run, args=(current_node, stop))
    thread.start()
    try:
        _wait(lambda: _delivered(partner) >= int(count))
        _at_the_end()
    finally:
        stop.set()
        thread.join()


def single(partner: str, count: str) -> None:
    """Make one act, deliver it, keep its receipt; then the next. Print the times of a round trip."""
    node, party = current_node(), PartyId(partner)
    endpoint = endpoint_of(party)
    door = open_door(endpoint.url, endpoint.tls_sha256)
    times = []
    for _ in range(int(count)):
        begin = time.perf_counter()
        _make(node, party, 1)
        done = deliver(node=node, partner=party, door=door)
        if (done.ended, done.code) != (1, ""):
            raise RuntimeError(done.code)
        times.append((time.perf_counter() - begin) * 1e3)
    times.sort()
    print(
        json.dumps(
            {
                "median_ms": round(statistics.median(times), 2),
                "p99_ms": round(times[int(len(times) * 0.99) - 1], 2),
                "per_second": round(1e3 * len(times) / sum(times), 1),
            }
        )
    )


def count(partner: str) -> None:
    """Print how many acts are delivered, received and held as receipts."""
    received = models.Act.objects.filter(direction=models.Act.RECEIVED, partner=partner).count()
    print(
        json.dumps(
            {
                "delivered": _delivered(partner),
                "receipts": models.Receipt.objects.filter(party=partner).count(),
                "received": received,
            }
        )
    )


def _make(node: Node, partner: PartyId, size: int) -> None:
    messages = [Message(kind=KIND, recipient=partner, body=BODY) for _ in range(size)]
    acts = seal_acts(node=node, messages=messages, now=node.clock())
    with write_transaction():
        queue_acts(node=node, acts=acts, now=node.clock())


def _at_the_start() -> None:
    """Say that everything is loaded, and wait for the word."""
    print("ready", flush=True)
    sys.stdin.readline()


def _at_the_end() -> None:
    """Say that it is done, and wait until the cost was read."""
    print("done", flush=True)
    sys.stdin.readline()


def _delivered(partner: str) -> int:
    return models.Outbox.objects.filter(partner=partner, state=models.Outbox.DELIVERED).count()


def _wait(done: Callable[[], bool]) -> None:
    while not done():
        time.sleep(0.1)


WORDS: dict[str, Callable[..., None]] = {
    "entry": entry,
    "trust": trust,
    "make": make,
    "work": work,
    "single": single,
    "count": count,
}

if __name__ == "__main__":
    WORDS[sys.argv[1]](*sys.argv[2:])
