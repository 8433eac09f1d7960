# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The two quorums of a sitting (rule 41 of UNTOC): who is present, how many must be to open and to decide."""

from typing import Final

from longbien.core.conference.counting.quorum import Bases, Quorum, presence_of, quorum
from longbien.core.conference.hall.electorate import REIO_PARTY, STATE_PARTY
from longbien.core.conference.hall.sitting import Sitting

REMOTE: Final = "remote"


def bases(sitting: Sitting) -> Bases:
    """Give how many States Parties there are, and how many take part."""
    return Bases(
        states_parties=sitting.electorate.states_parties, participating=sitting.electorate.participating
    )


def present(sitting: Sitting) -> int | None:
    """Give how many count as present; None while nobody was marked or counted (the quorum is then presumed).

    Of a count of heads and those marked one by one, the larger number holds: neither sees everybody.
    A remote seat counts by the variant `remote_presence`, an organisation by `reio_quorum`.
    """
    presence = sitting.presence
    if not presence.known:
        return None
    states = [one for one in presence.marked if _role(sitting, one) == STATE_PARTY]
    organisations = {
        one: found.members
        for one in presence.marked
        if (found := sitting.electorate.get(one)) is not None and found.role == REIO_PARTY
    }
    marked = presence_of(states, organisations, option=str(sitting.rules.value("quorum.reio").value))
    return max(marked, presence.counted or 0)


def opening(sitting: Sitting) -> Quorum:
    """Give the quorum for opening the meeting."""
    return quorum(sitting.rules.value("quorum.open"), bases(sitting), present=present(sitting))


def deciding(sitting: Sitting) -> Quorum:
    """Give the quorum for deciding; whose majority it is, the variant `quorum_base` says."""
    return quorum(sitting.rules.value("quorum.decide"), bases(sitting), present=present(sitting))


def counts_as_present(sitting: Sitting, seat: str) -> bool:
    """Tell whether a seat counts: in the room always, an admitted remote one by the variant `remote_presence`."""
    return seat != REMOTE or sitting.rules.value("meetings.remote_presence").value != "no"


def _role(sitting: Sitting, participant: str) -> str:
    found = sitting.electorate.get(participant)
    return found.role if found is not None else ""
