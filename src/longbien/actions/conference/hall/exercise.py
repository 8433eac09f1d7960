# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Rosters of exercises: made up by whoever trains, so that a conference can be tried before the Convention is in force.

A roster is a list of participants (`longbien.core.conference.hall.roster`). It is kept with its session, which is an exercise for ever.
"""

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import RefusedError
from longbien.core.base.fields import Fields
from longbien.core.base.ids import PartyId
from longbien.core.conference.hall.electorate import REIO_PARTY, STATE_PARTY, Participant
from longbien.core.conference.hall.roster import participant_json, read_participants
from longbien.core.treaty.status.participants import Kind, participants

_NAMED: Final = re.compile(r"members|[A-Za-z]{2}(,[A-Za-z]{2})*")
MEMBERS: Final = "members"
"""The roster that ships: every Member of the United Nations as if a State Party, and the European Union with its members."""


def ready_roster(name: str) -> tuple[Participant, ...]:
    """Give a roster by name (`members`, or States and organisations by code: `VN,FR,EU`); RefusedError `conference.roster_unknown`."""
    if name == MEMBERS:
        wanted = {
            code for code, row in participants().items() if row.kind in (Kind.MEMBER, Kind.ORGANISATION)
        }
    else:
        wanted = {PartyId(code.strip().upper()) for code in name.split(",")}
        unknown = sorted(wanted - participants().keys())
        if unknown:
            raise RefusedError("conference.roster_unknown", participant=unknown[0][:40] or "-")
    found = []
    for code, row in participants().items():
        if code in wanted:
            members = tuple(member for member in row.members if member in wanted)
            found.append(
                Participant(
                    id=code,
                    role=STATE_PARTY if row.is_state else REIO_PARTY,
                    group=row.group.value,
                    weight=1 if row.is_state else len(members),
                    members=members,
                )
            )
    return tuple(found)


def named_or_typed(name: str, read: Callable[[], Json]) -> tuple[Participant, ...]:
    """Give a roster by name or by codes, otherwise the one that `read` reads from a file."""
    return ready_roster(name) if _NAMED.fullmatch(name) else typed_roster(read())


def typed_roster(rows: Json) -> tuple[Participant, ...]:
    """Read a roster that somebody wrote; MalformedError with the place, RefusedError `conference.roster_empty`."""
    fields = Fields({"roster": rows})
    found = read_participants(fields, "roster")
    if not found:
        raise RefusedError("conference.roster_empty")
    return tuple(
        one
        if one.group or PartyId(one.id) not in participants()
        else replace(one, group=participants()[PartyId(one.id)].group.value)
        for one in found
    )


def roster_json(roster: tuple[Participant, ...]) -> list[Json]:
    """Give a roster as it is kept."""
    return [participant_json(one) for one in roster]
