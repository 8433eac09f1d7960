# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Kill -9 of either node at random moments while cases cross; then count what was lost (`make crash N=20 SEED=…`).

Two real nodes on loopback. Officers work cases at the terminals without a pause: preservation, stored data, sealed
evidence. At each random moment all processes of one node die at once, sometimes its terminal too, in the middle of a verb;
the node is started again, and sometimes dies again while it starts. In the end everything acknowledged must be there once.
"""

import argparse
import os
import random
import secrets
import sys
import tempfile
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from tools.crossing import Case, Desk, kinds
from tools.ledger import Comparison, Ledger, compare, read_ledger
from tools.nodes import APPROVER, NodeError, Nodes

PARTNER: Final[Mapping[str, str]] = {"VN": "AT", "AT": "VN"}
CASES: Final = 2
"""Cases that cross at the same time."""
EVIDENCE: Final = 6 * 1024 * 1024
"""Bytes of evidence in each case."""
DELAY: Final = (0.1, 5.0)
"""Between these, in seconds, lies the moment of the next kill."""
DRAIN: Final = 240.0
"""Seconds in which everything must have arrived after the last kill."""


@dataclass(slots=True)
class Crash:
    """One exercise: the nodes, the officers, the kills, and what was acknowledged on the way."""

    nodes: Nodes
    chance: random.Random
    desks: dict[str, Desk] = field(init=False)
    acknowledged: dict[str, set[str]] = field(default_factory=lambda: {party: set() for party in PARTNER})
    kills: int = 0
    terminals: int = 0
    opened: int = 0
    pairs: list[tuple[str, str]] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    _ending: threading.Event = field(default_factory=threading.Event)

    def __post_init__(self) -> None:
        """Seat the officers."""
        self.desks = {node.party: Desk(node) for node in self.nodes}

    def run(self, runs: int) -> None:
        """Let cases cross while `runs` kills happen, then until the cases that have begun are done."""
        officers = [
            threading.Thread(target=self._work, args=(number,), daemon=True) for number in range(CASES)
        ]
        for officer in officers:
            officer.start()
        for number in range(1, runs + 1):
            self._kill(number, runs)
        self._ending.set()
        for officer in officers:
            officer.join()

    def drain(self) -> bool:
        """Wait until nothing waits to leave, on either side; False if it takes too long."""
        end = time.monotonic() + DRAIN
        while time.monotonic() < end:
            if not any(ledger.waiting for ledger in self.ledgers().values()):
                return True
            time.sleep(0.5)
        return False

    def ledgers(self) -> dict[str, Ledger]:
        """Read what both nodes hold."""
        return {party: read_ledger(self.nodes[party].home, partner) for party, partner in PARTNER.items()}

    def _work(self, officer: int) -> None:
        number = 0
        while not self._ending.is_set():
            number += 1
            try:
                self._cross(f"C-{officer + 1}/{number}")
            except NodeError as error:
                self.faults.append(f"case {officer + 1}/{number}: {error}")

    def _cross(self, reference: str) -> None:
        case = Case(
            asking=self.desks["VN"], asked=self.desks["AT"], folder=self.nodes.folder, told=self._told
        )
        file = self.nodes.folder / f"{reference.replace('/', '-')}.bin"
        file.write_bytes(os.urandom(EVIDENCE))
        first = case.ask("preservation", reference)
        case.acknowledge(first)
        case.keep(first)
        second = case.ask(
            "stored-data", reference, status="follow-up-preservation", previous_preservation=first
        )
        case.acknowledge(second)
        case.grant(second)
        object_id = case.seal(second, file)
        case.announce(second, object_id)
        case.accept(second, object_id)
        if case.opened(object_id, file.name + ".opened") == file.read_bytes():
            self.opened += 1
        else:
            self.faults.append(f"{reference}: what was opened is not what was sealed")
        file.unlink()
        self.pairs += [(first, ""), (second, object_id)]

    def _told(self, party: str, act: str) -> None:
        self.acknowledged[party].add(act)

    def _kill(self, number: int, runs: int) -> None:
        time.sleep(self.chance.uniform(*DELAY))
        party = self.chance.choice(sorted(PARTNER))
        node = self.nodes[party]
        with_terminal = self.chance.random() < 0.3
        node.kill()
        if with_terminal:
            self.desks[party].kill_terminal()
        self.kills += 1
        self.terminals += with_terminal
        # Whatever this node holds at this moment, it has acknowledged to somebody: none of it may ever be missing again.
        ledger = read_ledger(node.home, PARTNER[party])
        self.acknowledged[party] |= ledger.digests
        self.acknowledged[PARTNER[party]] |= {act.digest for act in ledger.received} | ledger.receipted
        _say(
            f"kill {number}/{runs}: {party}{' and its terminal' if with_terminal else ''}, {self.opened} cases done"
        )
        node.start()
        if number == runs or self.chance.random() < 0.7:
            node.wait_ready()


def report(crash: Crash, *, seed: int, is_drained: bool, seconds: float) -> bool:
    """Print the figures; give whether nothing is wrong."""
    ledgers = crash.ledgers()
    found = compare(ledgers, {party: frozenset(acts) for party, acts in crash.acknowledged.items()})
    differing = _differing(crash)
    audits = {party: _audit(desk) for party, desk in crash.desks.items()}
    figures = (
        ("seed", seed),
        ("kills of a node (kill -9)", crash.kills),
        ("… of them with its terminal", crash.terminals),
        ("cases crossed, evidence opened identical", crash.opened),
        ("acts made", sum(len(ledger.made) for ledger in ledgers.values())),
        ("acts received", sum(len(ledger.received) for ledger in ledgers.values())),
        ("acts with receipt", sum(len(ledger.receipted) for ledger in ledgers.values())),
        ("acts acknowledged on the way", sum(len(acts) for acts in crash.acknowledged.values())),
        ("lost", len(found.lost)),
        ("doubled", len(found.doubled)),
        ("refused", len(found.refused)),
        ("out of order", len(found.disordered)),
        ("threads that differ", len(differing)),
        ("audit findings", sum(audits.values())),
        ("left in an outbox", sum(ledger.waiting for ledger in ledgers.values())),
        ("cases that failed", len(crash.faults)),
        ("seconds", round(seconds)),
    )
    for name, value in figures:
        _say(f"{name:<44}{value:>10}")
    for line in (*_lines(found), *differing, *crash.faults):
        _say(f"  {line[:600]}")
    wrong = (*_lines(found), *differing, *crash.faults)
    return is_drained and not wrong and not any(audits.values()) and crash.opened > 0


def _lines(found: Comparison) -> tuple[str, ...]:
    named = (
        ("lost", found.lost),
        ("doubled", found.doubled),
        ("refused", found.refused),
        ("out of order", found.disordered),
    )
    return tuple(f"{name}: {one}" for name, ones in named for one in ones)


def _differing(crash: Crash) -> tuple[str, ...]:
    """Compare the threads of the cases as both nodes show them: acts, state by replay, segments held."""
    wrong = []
    for request_id, object_id in crash.pairs:
        pages = [desk.page(request_id) for desk in crash.desks.values()]
        views = [
            {
                "acts": sorted(act["digest"] for act in page["thread"]),
                "order": {party: _order(page, party) for party in PARTNER},
                "state": page["state"]["tracks"],
                "evidence": page["state"]["evidence"],
                "unfitting": page["state"]["unfitting"],
                "held": [part["held"] == part["leaves"] for one in page["evidence"] for part in one["parts"]],
            }
            for page in pages
        ]
        wrong += [f"{request_id}: {name} differ" for name in views[0] if views[0][name] != views[1][name]]
        if views[0]["unfitting"] or (object_id and "evidence.received" not in kinds(pages[0])):
            wrong.append(f"{request_id}: not whole: {kinds(pages[0])}")
    return tuple(wrong)


def _order(page: Mapping[str, Any], party: str) -> list[str]:
    return [act["digest"] for act in page["thread"] if act["sender"] == party]


def _audit(desk: Desk) -> int:
    """Audit a node's log; give the number of findings."""
    said = desk.node.run("log", "audit", "--json", by=APPROVER, expect=None)
    if not said.out.strip():
        raise NodeError(f"{desk.node.party}: the audit ended with {said.status}: {said.err}")
    findings = sum(one["found"] + one["tree"]["found"] for one in said.value)
    return findings or int(said.status != 0)


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def main() -> int:
    """Run the exercise and print its figures; status 1 if anything was lost, doubled or unsound."""
    parser = argparse.ArgumentParser(
        prog="make crash", description="Kill nodes at random and count what was lost."
    )
    parser.add_argument("--runs", type=int, default=20, help="how many kills (N=)")
    parser.add_argument(
        "--seed", type=int, default=None, help="where the moments come from (SEED=); otherwise drawn"
    )
    parser.add_argument("--folder", type=Path, default=None, help="keep the nodes in this new folder")
    given = parser.parse_args()
    seed = secrets.randbelow(2**32) if given.seed is None else given.seed
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="longbien-crash-") as temporary:
        folder = given.folder or Path(temporary)
        with Nodes(folder) as nodes:
            nodes.make()
            nodes.introduce()
            nodes.launch()
            nodes.wait_ready()
            crash = Crash(nodes=nodes, chance=random.Random(seed))  # moments of a kill, not a secret
            crash.run(given.runs)
            is_drained = crash.drain()
            good = report(crash, seed=seed, is_drained=is_drained, seconds=time.monotonic() - begun)
    _say(
        "Nothing acknowledged was lost, nothing was doubled, the audit passes."
        if good
        else "NOT GOOD: see above."
    )
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
