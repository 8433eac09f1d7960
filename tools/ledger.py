# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What two nodes hold, read from their databases beside all the project's code, and compared: acts, receipts, order.

Only for SQLite, and only to count: the nodes' own audit (`longbien log audit`) checks the logs.
"""

import base64
import json
import sqlite3
from collections import Counter
from collections.abc import Mapping
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_ACTS: Final = """
SELECT a.digest, a.direction, a.act_id, a.kind, a.thread, a.refers_to, a.envelope, a.outcome, o.state, r.id
FROM longbien_act a
LEFT JOIN longbien_outbox o ON o.act_id = a.id
LEFT JOIN longbien_receipt r ON r.act_id = a.id
WHERE a.partner = ? ORDER BY a.id
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """One act as a node holds it. `says` is its content without id, time and nonce: what would be doubled if said twice."""

    digest: str
    act_id: str
    outcome: str
    state: str
    is_receipted: bool
    says: tuple[str, str, str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """What one node made for its partner and received from it, each in its order."""

    made: tuple[Held, ...]
    received: tuple[Held, ...]

    @property
    def digests(self) -> frozenset[str]:
        """Give the digests of all acts that are held."""
        return frozenset(act.digest for act in (*self.made, *self.received))

    @property
    def receipted(self) -> frozenset[str]:
        """Give the digests of the acts made here for which the partner's receipt is held."""
        return frozenset(act.digest for act in self.made if act.is_receipted)

    @property
    def waiting(self) -> int:
        """Count the acts that have still to leave."""
        return sum(act.state == "waiting" for act in self.made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two ledgers differ; all empty when nothing was lost, doubled or turned round."""

    lost: tuple[str, ...]
    doubled: tuple[str, ...]
    refused: tuple[str, ...]
    disordered: tuple[str, ...]


def read_ledger(home: Path, partner: str) -> Ledger:
    """Read a node's ledger, whether or not the node runs."""
    with closing(sqlite3.connect(home / "node.sqlite3", timeout=30)) as database:
        database.execute("PRAGMA query_only = 1")
        rows = database.execute(_ACTS, (partner,)).fetchall()
    acts = [
        (
            row[1],
            Held(
                digest=row[0],
                act_id=row[2],
                outcome=row[7],
                state=row[8] or "",
                is_receipted=row[9] is not None,
                says=(row[3], row[4], row[5], _body(row[6])),
            ),
        )
        for row in rows
    ]
    return Ledger(
        made=tuple(act for direction, act in acts if direction == "made"),
        received=tuple(act for direction, act in acts if direction == "received"),
    )


def compare(ledgers: Mapping[str, Ledger], acknowledged: Mapping[str, frozenset[str]]) -> Comparison:
    """Compare the ledgers of two parties; `acknowledged`: the digests that each was ever seen or said to hold.

    Lost: an acknowledged act that its node or, once receipted, its partner does not hold, and an act made that never arrived.
    """
    one, other = sorted(ledgers)
    lost: set[str] = set()
    doubled: list[str] = []
    disordered: list[str] = []
    for maker, taker in ((one, other), (other, one)):
        made, received = ledgers[maker].made, ledgers[taker].received
        arrived = {act.digest for act in received}
        lost |= acknowledged[maker] - ledgers[maker].digests
        lost |= {act.digest for act in made} - arrived
        lost |= arrived - {act.digest for act in made}
        for acts in (made, received):
            for key in ("digest", "act_id", "says"):
                counts = Counter(getattr(act, key) for act in acts)
                doubled += [f"{maker} {key} {value}" for value, count in counts.items() if count > 1]
        if [act.digest for act in made if act.digest in arrived] != [act.digest for act in received]:
            disordered.append(f"{maker} to {taker}")
    return Comparison(
        lost=tuple(sorted(lost)),
        doubled=tuple(doubled),
        refused=tuple(
            f"{party} {act.says[0]} {act.digest}"
            for party, ledger in ledgers.items()
            for act in ledger.received
            if act.outcome != "stored"
        ),
        disordered=tuple(disordered),
    )


def _body(envelope: bytes) -> str:
    payload = json.loads(base64.b64decode(json.loads(envelope)["payload"]))
    return json.dumps(payload["body"], sort_keys=True)
