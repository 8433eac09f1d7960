# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Submit a draft: once every check passes or is overridden with a reason, it waits for a second person, then it is sent."""

from dataclasses import replace

from longbien.actions.access import require
from longbien.actions.cooperation.documents import documents_to_send
from longbien.actions.cooperation.drafts.draft import draft_overrides, lock_draft
from longbien.actions.cooperation.drafts.examine import Between, examine
from longbien.actions.cooperation.safeguards.gate import require_before_request
from longbien.actions.cooperation.say import Spoken, spoken
from longbien.actions.cooperation.thread import load_thread
from longbien.actions.exchange.propose import propose
from longbien.actions.node import Node
from longbien.core.base.ids import PartyId, RequestId
from longbien.core.cooperation.acts.bodies import Request
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.findings import require_none
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


def submit(*, node: Node, actor: Officer, request_id: RequestId) -> Spoken:
    """Propose the request that a draft holds.

    RefusedError `people.not_permitted`, `cooperation.not_a_draft`, `cooperation.draft_waits`, `cooperation.draft_unread` if a field
    cannot be read, `cooperation.document…` for an attachment without its bytes, and the code of the first check that stops it and that nobody passed over (`cooperation.check.…`, `treaty.…`).
    """
    require(actor, "cooperation.request")
    with write_transaction():
        row = lock_draft(request_id)
        found = form(row.kind, version=row.form_version)
        values = clean(found, row.draft).all_read()
        overrides = draft_overrides(row)
        between = Between(
            requesting=node.party,
            requested=PartyId(row.partner),
            exercise=node.exercise,
            now=node.clock(),
        )
        require_none(examine(found, values, between).findings, overrides)
        body = Request(
            form=found.id,
            form_version=found.version,
            values=values,
            overrides=overrides,
        )
        require_before_request(node=node, thread=load_thread(node.party, row), body=body)
        if not row.outside:
            papers = documents_to_send(node, request_id, row.partner, values)
            body = replace(body, documents=papers)
        proposal = propose(
            node=node,
            actor=actor,
            kind=kind_of(body),
            recipient=PartyId(row.partner),
            thread=request_id,
            refers_to=None,
            body=write_body(body),
            outside=row.outside,
        )
        return spoken(proposal)
