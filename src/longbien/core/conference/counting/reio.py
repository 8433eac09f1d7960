# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Regional economic integration organisations (the European Union): how many votes, and never beside a member (rule 57 of UNTOC)."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from longbien.core.base.errors import MalformedError

MEMBER_PARTIES: Final = "member_parties"
ACCREDITED: Final = "member_parties_accredited"
PRESENT: Final = "member_parties_present"
OPTIONS: Final = (MEMBER_PARTIES, ACCREDITED, PRESENT)
"""The options of the variant `reio_votes`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Why a ballot would be a second one: who holds the first, and whether it is the organisation or a member."""

    organisation: str
    member: str
    first: str


def weight(
    members: Collection[str],
    *,
    parties: Collection[str],
    accredited: Collection[str],
    present: Collection[str],
    option: str = MEMBER_PARTIES,
) -> int:
    """Give an organisation's votes: its members that are Parties, under a variant only those accredited or present.

    MalformedError `conference_votes.reio_option`.
    """
    narrowed = {MEMBER_PARTIES: parties, ACCREDITED: accredited, PRESENT: present}
    if option not in narrowed:
        raise MalformedError("conference_votes.reio_option", option=option[:40])
    return len(set(members) & set(parties) & set(narrowed[option]))


def conflict(
    participant: str, members: Mapping[str, Collection[str]], voted: Collection[str]
) -> Conflict | None:
    """Find the ballot that forbids `participant` to vote on this question; None if there is none.

    `members` gives the member States of each organisation, `voted` those who hold a ballot on the question.
    """
    for member in members.get(participant, ()):
        if member in voted:
            return Conflict(organisation=participant, member=member, first=member)
    for organisation, states in members.items():
        if participant in states and organisation in voted:
            return Conflict(organisation=organisation, member=participant, first=organisation)
    return None
