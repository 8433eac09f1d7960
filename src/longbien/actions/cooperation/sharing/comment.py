# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Comment on a shared draft, on one field or on the whole, and end the consultation: either side, one officer, no legal effect."""

from longbien.actions.access import require
from longbien.actions.cooperation.say import Spoken, spoken
from longbien.actions.cooperation.sharing.shared import Shared, lock_shared
from longbien.actions.exchange.propose import propose
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.cooperation.acts.asides import Commented, ConsultationClosed
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.life.events import event_of_act
from longbien.core.cooperation.life.lifecycle import step
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


def comment(
    *, node: Node, actor: Officer, consultation: str, text: str, field: str = "", version: int | None = None
) -> Spoken:
    """Comment on a version (the last one if none is named), on `field` or on the whole.

    RefusedError `cooperation.consultation_unknown`, `cooperation.field_unknown_here`, `cooperation.transition` once it is over.
    """
    require(actor, "cooperation.comment")
    with write_transaction():
        shared = lock_shared(node.party, consultation)
        if field and field not in form(shared.row.kind).fields:
            raise RefusedError("cooperation.field_unknown_here", field=field[:64])
        body = Commented(version=version or max(shared.row.version, 1), field=field, text=text)
        return _say(node, actor, shared, body)


def close_consultation(*, node: Node, actor: Officer, consultation: str, note: str = "") -> Spoken:
    """Say that nothing more is said on a draft. RefusedError as `comment`."""
    require(actor, "cooperation.comment")
    with write_transaction():
        shared = lock_shared(node.party, consultation)
        return _say(node, actor, shared, ConsultationClosed(note=note))


def _say(node: Node, actor: Officer, shared: Shared, body: Commented | ConsultationClosed) -> Spoken:
    kind, written = kind_of(body), write_body(body)
    event = event_of_act(kind=kind, by=shared.side, at=node.clock(), act="", body=written)
    step(shared.state, event)
    last = next((one.row.digest for one in reversed(shared.said) if one.counts), "")
    proposal = propose(
        node=node,
        actor=actor,
        kind=kind,
        recipient=PartyId(shared.row.partner),
        thread=RequestId(shared.row.thread),
        refers_to=Digest(last),
        body=written,
    )
    return spoken(proposal)
