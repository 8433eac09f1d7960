# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Ask for consent to use evidence otherwise than stated, or to pass it on, and answer (Art. 40(19), 36(3)).

Both take two officers. Until consent is given, exports carry a bar (`core.cooperation.life.uses`); consent may be taken back.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.answers.named import named_item
from longbien.actions.cooperation.say import Spoken, propose_in, say
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.node import Node
from longbien.core.cooperation.acts.asides import UseAnswered, UseConsent
from longbien.core.cooperation.acts.bodies import Condition
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction

_ID_BYTES: Final = 16


def ask_use(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    use: str,
    purpose: str,
    object_id: str = "",
    recipient: str = "",
    until: datetime | None = None,
) -> Spoken:
    """Ask for consent to `use` (list USE) of one object, or of all that this request yields; a transfer names its `recipient`.

    RefusedError as `say`; MalformedError for a transfer without recipient, or another use with one.
    """
    body = UseConsent(
        consent=node.randomness(_ID_BYTES).hex(),
        use=use,
        purpose=purpose,
        object_id=object_id,
        recipient=recipient,
        until=until,
    )
    return say(node=node, actor=actor, request_id=request_id, body=body)


def answer_use(
    *,
    node: Node,
    actor: Officer,
    request_id: str,
    consent: str,
    decision: str,
    reasons: str = "",
    conditions: Sequence[Condition] = (),
    until: datetime | None = None,
) -> Spoken:
    """Give consent, on conditions and until a day if one is named, or refuse it with reasons; `consent` is its number or the beginning of it.

    RefusedError `cooperation.item_unknown`, and as `propose_in`; MalformedError for a refusal without reasons.
    """
    require(actor, "cooperation.use")
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        body = UseAnswered(
            consent=named_item(thread.state.consents, consent),
            decision=decision,
            reasons=reasons,
            conditions=tuple(conditions),
            until=until,
        )
        return propose_in(node=node, actor=actor, thread=thread, kind=kind_of(body), body=write_body(body))
