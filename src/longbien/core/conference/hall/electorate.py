# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Who takes part in a meeting, in which role; who may vote is fixed anew by each vote's announcement.

What a role may do is a value of the rules (`RuleSet.right`), never a property of the participant.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

STATE_PARTY: Final = "state_party"
REIO_PARTY: Final = "reio_party"
SIGNATORY: Final = "signatory"
NON_SIGNATORY: Final = "non_signatory"
IGO: Final = "igo_or_entity"
NGO: Final = "ngo"
ROLES: Final = (STATE_PARTY, REIO_PARTY, SIGNATORY, NON_SIGNATORY, IGO, NGO)
"""The roles, in the order of rules 14-17 of the UNTOC/UNCAC skeleton; Parties first."""
PARTIES: Final = frozenset({STATE_PARTY, REIO_PARTY})


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """One delegation or observer. `weight` and `members` are a regional organisation's: its members that are Parties.

    `registered` tells whether it takes part in the session (the base of the quorum for opening); `vote` is false for one that
    has lost the vote though its role would have it; `credentials` is a state of the rules (`credentials.states`).
    """

    id: str
    role: str
    name: str = ""
    group: str = ""
    weight: int = 1
    members: tuple[str, ...] = ()
    registered: bool = True
    vote: bool = True
    credentials: str = "in_order"


@dataclass(frozen=True, slots=True, kw_only=True)
class Electorate:
    """Everybody who takes part, by id, and the facts of the treaty that preconditions ask for.

    `states_parties`: how many States Parties there are, present or not (never the organisations); `in_force_days`: days since
    the Convention entered into force on the day of the meeting (Art. 65), None if it has not.
    """

    participants: Mapping[str, Participant] = field(default_factory=dict)
    states_parties: int = 0
    in_force_days: int | None = None

    def __iter__(self) -> Iterator[Participant]:
        return iter(self.participants.values())

    def get(self, participant: str) -> Participant | None:
        """Give a participant by id."""
        return self.participants.get(participant)

    @property
    def participating(self) -> int:
        """Count the States Parties that take part in the session."""
        return sum(1 for one in self if one.role == STATE_PARTY and one.registered)


def electorate(
    *participants: Participant, states_parties: int | None = None, in_force_days: int | None = None
) -> Electorate:
    """Make an electorate; without `states_parties`, the States Parties that take part are all there are."""
    held = {one.id: one for one in participants}
    known = sum(1 for one in held.values() if one.role == STATE_PARTY)
    return Electorate(
        participants=MappingProxyType(held),
        states_parties=known if states_parties is None else states_parties,
        in_force_days=in_force_days,
    )
