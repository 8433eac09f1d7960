# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Grant preservation and say at once that the data are kept (Art. 42(4)-(6)): one act less at 03:00.

One officer may grant: data are frozen and nothing leaves.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.answers.decision import decide_in
from longbien.actions.cooperation.answers.execute_answer import execute_in
from longbien.actions.cooperation.say import Spoken
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.node import Node
from longbien.core.cooperation.acts.bodies import Decided, Executed
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

MEASURE: Final = "preservation"


def preserve(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    until: datetime,
    held_by: str = "",
    provider_reference: str = "",
    note: str = "",
    concerns: Sequence[str] = (),
) -> tuple[Spoken, Spoken]:
    """Grant preservation and state, in the same transaction, that the data are kept from now until `until`.

    RefusedError as `decide_in` and `execute_in`.
    """
    now = node.clock()
    executed = Executed(
        measure=MEASURE,
        outcome="executed",
        since=now,
        until=until,
        held_by=held_by,
        provider_reference=provider_reference,
        note=note,
    )
    require(actor, "cooperation.execute")
    with write_transaction():
        granted = decide_in(
            node=node,
            actor=actor,
            request_id=request_id,
            body=Decided(measure=MEASURE, decision="granted", concerns=tuple(concerns)),
        )
        kept = execute_in(
            node=node,
            actor=actor,
            thread=lock_thread(node.party, request_id),
            body=executed,
            refers_to=granted.act,
        )
    return granted, kept
