# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Where a State stands with the Convention, for its joining: from the status of the Convention on the day."""

from collections.abc import Iterable
from datetime import date

from longbien.core.base.ids import PartyId
from longbien.core.treaty.joining.checklist import Position
from longbien.core.treaty.status.events import Event
from longbien.core.treaty.status.participants import participant
from longbien.core.treaty.status.standing import standing


def position_of(events: Iterable[Event], party: PartyId, today: date) -> Position:
    """Give where a State or organisation stands; RefusedError `treaty.participant_unknown`.

    A deposit counts only if it is confirmed: nothing is taken as done on a doubtful report. What is doubtful is named.
    """
    who = participant(party)
    known = list(events)
    found = standing([event for event in known if event.confirmed or event.kind == "signature"], party, today)
    return Position(
        party=party,
        today=today,
        organisation=not who.is_state,
        signed=found.signed,
        deposited=found.deposited,
        in_force=found.in_force or found.expected,
        doubts=standing(known, party, today).doubtful,
    )
