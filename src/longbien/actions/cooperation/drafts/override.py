# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Pass over a check that stops a draft, with a written reason. It travels with the request and marks it, for both sides to see."""

from longbien.actions.access import require
from longbien.actions.cooperation.drafts.draft import draft_overrides, lock_draft
from longbien.actions.cooperation.drafts.examine import Between, examine
from longbien.actions.node import Node
from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId, RequestId
from longbien.core.cooperation.acts.bodies import Override as Passed
from longbien.core.cooperation.findings import SHORTEST_REASON
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.store.models.cooperation import Override
from longbien.store.models.people import Officer
from longbien.store.writing import write_transaction


def override(
    *, node: Node, actor: Officer, request_id: RequestId, check: str, field: str, reason: str
) -> tuple[Passed, ...]:
    """Pass over one finding of a draft; give all that are passed over now.

    RefusedError `people.not_permitted`, `cooperation.not_a_draft`, `cooperation.override_nothing` if the draft has no such finding or it
    cannot be passed, `cooperation.override_reason` for a reason that is too short.
    """
    require(actor, "cooperation.override")
    if len(reason.strip()) < SHORTEST_REASON:
        raise RefusedError("cooperation.override_reason", letters=SHORTEST_REASON)
    with write_transaction():
        row = lock_draft(request_id)
        found = form(row.kind, version=row.form_version)
        between = Between(
            requesting=node.party,
            requested=PartyId(row.partner),
            exercise=node.exercise,
            now=node.clock(),
        )
        findings = examine(found, clean(found, row.draft).values, between).findings
        if not any(one.code == check and one.field == field and one.overridable for one in findings):
            raise RefusedError("cooperation.override_nothing", check=check[:80])
        Override.objects.update_or_create(
            request=row,
            code=check,
            field=field,
            defaults={"reason": reason.strip(), "officer": actor, "at": node.clock()},
        )
        return draft_overrides(row)
