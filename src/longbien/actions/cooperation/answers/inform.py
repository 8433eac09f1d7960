# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Answer a question, or complete a request that was returned: the fields as they now are (Art. 40(16))."""

from collections.abc import Mapping

from longbien.actions.access import require
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.documents import documents_to_send
from longbien.actions.cooperation.say import Spoken, propose_in
from longbien.actions.cooperation.thread import lock_thread
from longbien.actions.node import Node
from longbien.core.base.canonical import Json
from longbien.core.cooperation.acts.bodies import BASIS_FIELD, Information
from longbien.core.cooperation.acts.bodies_json import kind_of, write_body
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


def inform(*, node: Node, actor: Officer, request_id: str, text: str, changed: Mapping[str, Json]) -> Spoken:
    """Give information; `changed` are the fields that are other now, as a page sends them. The legal basis cannot change.

    RefusedError `cooperation.draft_unread` for a field that cannot be read, `cooperation.document…` for an attachment without its bytes, and as `say`.
    """
    require(actor, "cooperation.inform")
    with write_transaction():
        thread = lock_thread(node.party, request_id)
        found = form(thread.request.kind, version=thread.request.form_version)
        given = {name: value for name, value in changed.items() if name != BASIS_FIELD}
        now = {**current_values(thread).values, **clean(found, given).all_read()}
        body = Information(
            text=text,
            form=found.id,
            form_version=found.version,
            values={name: now[name] for name in found.fields if name in now and name != BASIS_FIELD},
            documents=documents_to_send(node, request_id, thread.request.partner, now),
        )
        return propose_in(node=node, actor=actor, thread=thread, kind=kind_of(body), body=write_body(body))
