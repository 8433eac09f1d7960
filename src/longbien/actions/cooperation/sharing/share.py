# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Show a draft to the other side before it is sent: a thread of its own, without legal effect and without a clock. Two officers.

Facts of a case leave, so two look at it; nothing is asked, so no check and no safeguard of a request stands before it but that its fields can be read.
"""

from typing import Final

from longbien.actions.access import require
from longbien.actions.cooperation.drafts.draft import lock_draft
from longbien.actions.cooperation.say import Spoken, spoken
from longbien.actions.cooperation.sharing.shared import Shared, load_shared
from longbien.actions.exchange.propose import propose
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, PartyId, RequestId
from longbien.core.cooperation.acts.asides import DraftShared
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.store.models.cooperation import Request
from longbien.store.models.cooperation_sharing import SharedDraft
from longbien.store.models.people import Officer
from longbien.store.queries.cooperation_sharing import lock_shared_draft, waits_for_approval
from longbien.store.writing import write_transaction

FIELD: Final = "consultation"
"""The field of a request's header that names the consultation on its draft."""
_ID: Final = 16


def share(*, node: Node, actor: Officer, request_id: RequestId, note: str = "") -> Spoken:
    """Propose to show a draft as it now is; the next version if it was shown before.

    RefusedError `people.not_permitted`, `cooperation.not_a_draft`, `cooperation.draft_unread`, `cooperation.consultation_waits` while another version
    waits for a second officer, `cooperation.transition` once the consultation is over.
    """
    require(actor, "cooperation.share")
    with write_transaction():
        row = lock_draft(request_id)
        found = form(row.kind, version=row.form_version)
        values = clean(found, row.draft).all_read()
        shared = _shared(node, row)
        place = shared.state.tracks["sharing"]
        if place not in ("none", "shared"):
            raise RefusedError(
                "cooperation.transition", kind="consultation.draft", track="sharing", state=place
            )
        said = [one for one in shared.said if one.counts]
        body = DraftShared(
            form=found.id,
            form_version=found.version,
            version=shared.row.version + 1,
            values={name: value for name, value in values.items() if name != FIELD},
            note=note,
        )
        proposal = propose(
            node=node,
            actor=actor,
            kind=kind_of(body),
            recipient=PartyId(row.partner),
            thread=RequestId(shared.row.thread),
            refers_to=Digest(said[-1].row.digest) if said else None,
            body=write_body(body),
        )
        return spoken(proposal)


def _shared(node: Node, draft: Request) -> Shared:
    """Give the consultation of a draft, begun now if there is none; the draft's header names it from now on."""
    if draft.consultation:
        known = lock_shared_draft(draft.consultation)
        if known is not None and known.direction == "outgoing" and known.partner == draft.partner:
            if waits_for_approval(known.thread):
                raise RefusedError("cooperation.consultation_waits", consultation=known.thread)
            return load_shared(node.party, known)
    now = node.clock()
    row = SharedDraft.objects.create(
        thread=node.randomness(_ID).hex(),
        direction="outgoing",
        partner=draft.partner,
        kind=draft.kind,
        form_version=draft.form_version,
        exercise=node.exercise,
        created_at=now,
        changed_at=now,
    )
    draft.consultation = row.thread
    draft.draft = {**draft.draft, FIELD: row.thread}
    draft.save()
    return load_shared(node.party, row)
