# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node's loop: deliver acts, release keys, send evidence, exchange checkpoints, state silences (`longbien worker`).

Each partner has a thread for acts and one for evidence: a slow line holds up itself only, and evidence no act. The process
may be killed at any moment: what was not recorded is done again, with the same bytes.
"""

import logging
import threading
import time
from collections.abc import Callable, Iterable
from datetime import date
from typing import Final, TypeAlias

from django.db import connections

from longbien.actions.cooperation.alarms.mail import send_mails
from longbien.actions.cooperation.alarms.ring import ring
from longbien.actions.cooperation.keep_up import keep_up
from longbien.actions.evidence.dispose import discard_due
from longbien.actions.evidence.push import push
from longbien.actions.evidence.release import release_accepted
from longbien.actions.exchange.deliver import deliver
from longbien.actions.exchange.due import endpoint_of, partners_to_push, partners_waiting, store_pulse
from longbien.actions.exchange.hourly import exchange_checkpoint, partners_due
from longbien.actions.exchange.lanes import begin_work
from longbien.actions.exchange.silence import state_silences
from longbien.actions.node import Node
from longbien.actions.treaty.bases.watch import knowledge, watch_bases
from longbien.bridge.http import open_door as open_http_door
from longbien.bridge.ports import OpenDoor, PeerDoor
from longbien.core.base.errors import LongBienError, UsageError
from longbien.core.base.ids import PartyId
from longbien.core.exchange.retries import wait_after

_LOG: Final = logging.getLogger(__name__)
TICK: Final = 0.2
"""Seconds between two glances at whether anything was written to the database; then what waits is looked at."""
IDLE_TICK: Final = 1.0
"""Seconds after which what waits is looked at in any case: time makes things due too."""
SLOW_TICK: Final = 30.0
"""Seconds between two looks at silences and checkpoints."""
PATIENCE: Final = 5.0
"""Seconds that running jobs get when the loop is stopped."""
_ACTS: Final = "acts"
_EVIDENCE: Final = "evidence"
_ALARMS: Final = "alarms"

Job: TypeAlias = tuple[str, PartyId]
"""What is done (`acts`, `evidence` or `alarms`) and for whom."""


def run(
    node: Callable[[], Node],
    stop: threading.Event,
    *,
    once: bool = False,
    open_door: OpenDoor = open_http_door,
) -> None:
    """Work until `stop` is set; with `once`, until nothing more can be done now.

    `node` gives the node anew for each job, so that a rotation of keys is noticed. UsageError `parties.not_initialised`
    only with `once`; otherwise the loop waits for the node to be set up.
    """
    worker = Worker(node, open_door)
    if once:
        worker.work_off()
        return
    while not stop.wait(TICK):
        if worker.has_reason():
            worker.tick()
    worker.finish()


class Worker:
    """The loop's state: which jobs run, which wait after a failure, and the lines that are kept open."""

    def __init__(self, node: Callable[[], Node], open_door: OpenDoor) -> None:
        """Begin with nothing running."""
        self._node = node
        self._open_door = open_door
        self._doors: dict[tuple[str, str, str], PeerDoor] = {}
        self._running: dict[Job, threading.Thread] = {}
        self._failures: dict[PartyId, int] = {}
        self._not_before: dict[PartyId, float] = {}
        self._slow_at = 0.0
        self._is_fresh = True
        self._looked_at = 0.0
        self._pulse = ""
        self._bases = ""
        self._day: date | None = None

    def has_reason(self) -> bool:
        """Tell whether it is time to look at what waits: somebody wrote, or a second has gone by. Costs one small query."""
        try:
            pulse = store_pulse()
        except Exception:  # noqa: BLE001 - the turn itself will meet the fault and tell of it
            return True
        if pulse == self._pulse and time.monotonic() < self._looked_at + IDLE_TICK:
            return False
        self._pulse, self._looked_at = pulse, time.monotonic()
        return True

    def work_off(self) -> None:
        """Do what can be done now, in this thread."""
        node = self._node()
        begin_work()
        _release(node)
        keep_up(node=node)
        discard_due(node=node)
        state_silences(node=node)
        watch_bases(node=node)
        _alarm(node)
        for partner in partners_waiting(node=node):
            deliver(node=node, partner=partner, door=self._door(_ACTS, partner))
        for partner in partners_to_push(node=node):
            while push(node=node, open_door=self._opener(_EVIDENCE), partner=partner).moved:
                continue
        for partner in partners_due(node.clock()):
            exchange_checkpoint(node=node, partner=partner, door=self._door(_ACTS, partner))

    def tick(self) -> None:
        """Start what is due and not running."""
        try:
            node = self._node()
            if self._is_fresh:
                begin_work()
                self._is_fresh = False
            _release(node)
            keep_up(node=node)
            discard_due(node=node)
            self._watch_the_day(node)
            self._start(_ACTS, partners_waiting(node=node), self._deliver)
            self._start(_EVIDENCE, self._patient(partners_to_push(node=node)), self._push)
            if time.monotonic() >= self._slow_at:
                self._slow_at = time.monotonic() + SLOW_TICK
                state_silences(node=node)
                self._watch(node)
                self._start(_ALARMS, [node.party], self._alarm)
                self._start(_ACTS, partners_due(node.clock()), self._checkpoint)
        except UsageError as error:  # not set up yet
            _LOG.info("the worker waits: %s", error.code)
            self._slow_at = 0.0
        except Exception:  # noqa: BLE001 - a fault of one turn must not end the loop
            _LOG.exception("a turn of the worker failed")
            connections.close_all()

    def _watch_the_day(self, node: Node) -> None:
        """Look at the legal bases as soon as a new day has begun: treaties come into force and end by the day."""
        day = node.clock().date()
        if day != self._day:
            watch_bases(node=node)
            self._day = day

    def _watch(self, node: Node) -> None:
        """Look at the legal bases between this node and its partners when the day or what is known of them has changed."""
        found = knowledge(node)
        if found != self._bases:
            for one in watch_bases(node=node):
                _LOG.info("%s with %s: %s on %s", one.basis, one.partner, one.status, one.day)
            self._bases = found

    def finish(self) -> None:
        """Wait a little for what runs; what is cut off is done again by the next worker."""
        end = time.monotonic() + PATIENCE
        for thread in list(self._running.values()):
            thread.join(max(0.0, end - time.monotonic()))
        connections.close_all()

    def _start(self, what: str, partners: Iterable[PartyId], do: Callable[[PartyId], None]) -> None:
        for partner in partners:
            running = self._running.get((what, partner))
            if running is not None and running.is_alive():
                continue
            thread = threading.Thread(
                target=_guarded, args=(do, partner), name=f"{what}-{partner}", daemon=True
            )
            self._running[what, partner] = thread
            thread.start()

    def _deliver(self, partner: PartyId) -> None:
        done = deliver(node=self._node(), partner=partner, door=self._door(_ACTS, partner))
        if done.ended:  # what was announced has arrived: its segments need not wait
            self._not_before.pop(partner, None)
        if done.code:
            _LOG.info("acts for %s: %d ended, then %s", partner, done.ended, done.code)

    def _checkpoint(self, partner: PartyId) -> None:
        code = exchange_checkpoint(node=self._node(), partner=partner, door=self._door(_ACTS, partner))
        if code:
            _LOG.info("checkpoint for %s: %s", partner, code)

    def _alarm(self, party: PartyId) -> None:
        """Raise alarms and send e-mail in a thread of its own: a slow mail server holds up nothing else."""
        _alarm(self._node())

    def _push(self, partner: PartyId) -> None:
        while True:
            done = push(node=self._node(), open_door=self._opener(_EVIDENCE), partner=partner)
            if done.moved:
                self._failures[partner] = 0
                continue
            if done.code:
                _LOG.info("evidence for %s: %s", partner, done.code)
            # Also without a code: the partner has not taken the announcement in yet.
            self._failures[partner] = self._failures.get(partner, 0) + 1
            wait = wait_after(self._failures[partner]).total_seconds()
            self._not_before[partner] = time.monotonic() + wait
            return

    def _patient(self, partners: Iterable[PartyId]) -> list[PartyId]:
        now = time.monotonic()
        return [partner for partner in partners if self._not_before.get(partner, 0.0) <= now]

    def _door(self, what: str, partner: PartyId) -> PeerDoor:
        endpoint = endpoint_of(partner)
        return self._opener(what)(endpoint.url, endpoint.tls_sha256)

    def _opener(self, what: str) -> OpenDoor:
        """Give an opener that keeps its lines; acts and evidence have lines of their own."""

        def opened(url: str, pin: str) -> PeerDoor:
            key = (what, url, pin)
            if key not in self._doors:
                self._doors[key] = self._open_door(url, pin)
            return self._doors[key]

        return opened


def _release(node: Node) -> None:
    """Release the keys of evidence whose conditions were accepted; what must wait is looked at again in the next turn."""
    for object_id, code in release_accepted(node=node).items():
        _LOG.info("key of %s: %s", object_id, code)


def _alarm(node: Node) -> None:
    """Raise what is due, let climb what nobody saw, send the e-mails that wait."""
    done = ring(node=node)
    if done.raised or done.climbed:
        _LOG.info("alarms: %d raised, %d of them late, %d climbed", done.raised, done.late, done.climbed)
    posted = send_mails(node=node)
    if posted.failed:
        _LOG.warning("e-mail: %d could not be sent, to be tried again", posted.failed)


def _guarded(do: Callable[[PartyId], None], partner: PartyId) -> None:
    """Run one job in a thread of its own; a fault is logged, and the job is due again."""
    try:
        do(partner)
    except LongBienError as error:
        _LOG.warning("a job for %s ended: %s", partner, error)
    except Exception:  # noqa: BLE001 - the thread's end is the only place left to tell of it
        _LOG.exception("a job for %s failed", partner)
    finally:
        connections.close_all()
