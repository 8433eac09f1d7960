# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Check a request again, a draft or one that was sent or received, on the day of asking. Nothing changes.

On an exercise node it can also be asked under the real status of treaties: the same check, the other table.
"""

from dataclasses import dataclass

from longbien.actions.access import require
from longbien.actions.cooperation.current import current_values
from longbien.actions.cooperation.drafts.draft import draft_overrides
from longbien.actions.cooperation.drafts.examine import Between, examine
from longbien.actions.cooperation.thread import find_thread
from longbien.actions.node import Node
from longbien.core.base.ids import PartyId, RequestId
from longbien.core.cooperation.findings import Finding, standing
from longbien.core.cooperation.forms.kinds import form
from longbien.core.treaty.bases.basis import Basis, status_table
from longbien.store.models.people import Officer


@dataclass(frozen=True, slots=True, kw_only=True)
class Checked:
    """What the checks find today, what of it stops the request, and the legal basis that holds under the table `label`."""

    request_id: RequestId
    label: str
    findings: tuple[Finding, ...]
    standing: tuple[Finding, ...]
    basis: Basis | None


def check_request(*, node: Node, actor: Officer, request_id: RequestId, real_status: bool = False) -> Checked:
    """Check a request; `real_status` asks the status of treaties as it really is, whatever the node is.

    RefusedError `people.not_permitted`, `cooperation.request_unknown`, `cooperation.form_unknown`.
    """
    require(actor, "cooperation.read")
    thread = find_thread(node.party, request_id)
    row = thread.request
    parties = (node.party, PartyId(row.partner))
    requesting, requested = parties if thread.requesting else parties[::-1]
    exercise = node.exercise and not real_status
    examined = examine(
        form(row.kind),
        current_values(thread).values,
        Between(requesting=requesting, requested=requested, exercise=exercise, now=node.clock()),
    )
    return Checked(
        request_id=request_id,
        label=status_table(exercise=exercise).label,
        findings=examined.findings,
        standing=standing(examined.findings, draft_overrides(row)),
        basis=examined.basis,
    )
