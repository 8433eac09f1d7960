# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Participants and electorates as JSON: in an exercise's roster, in the event `electorate.fixed`, in a record.

A participant is an object with `id` and `role`; what is left away is as in `Participant`.
"""

from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.base.errors import MalformedError
from longbien.core.base.fields import Fields
from longbien.core.conference.hall.electorate import ROLES, Electorate, Participant, electorate
from longbien.core.conference.hall.shapes import ID_PATTERN, Shape

MAX_PARTICIPANTS: Final = 1000
_MAX_WEIGHT: Final = 1000
_PLAIN: Final = Participant(id="", role="")


def participant_json(one: Participant) -> dict[str, Json]:
    """Give a participant as JSON."""
    found: dict[str, Json] = {"id": one.id, "role": one.role}
    values: dict[str, Json] = {
        "name": one.name,
        "group": one.group,
        "weight": one.weight,
        "members": list(one.members),
        "registered": one.registered,
        "vote": one.vote,
        "credentials": one.credentials,
    }
    plain: dict[str, Json] = {
        "name": _PLAIN.name,
        "group": _PLAIN.group,
        "weight": _PLAIN.weight,
        "members": [],
        "registered": _PLAIN.registered,
        "vote": _PLAIN.vote,
        "credentials": _PLAIN.credentials,
    }
    found.update((name, value) for name, value in values.items() if value != plain[name])
    return found


def read_participant(fields: Fields) -> Participant:
    """Read a participant; MalformedError. The caller ends with `done`."""
    return Participant(
        id=fields.text("id", pattern=ID_PATTERN),
        role=fields.choice("role", ROLES),
        name=_text(fields, "name", 300),
        group=_text(fields, "group", 40),
        weight=fields.integer("weight", maximum=_MAX_WEIGHT) if fields.has("weight") else _PLAIN.weight,
        members=fields.texts("members", max_items=300, max_length=80) if fields.has("members") else (),
        registered=fields.boolean("registered") if fields.has("registered") else _PLAIN.registered,
        vote=fields.boolean("vote") if fields.has("vote") else _PLAIN.vote,
        credentials=_text(fields, "credentials", 40) or _PLAIN.credentials,
    )


def read_participants(fields: Fields, name: str) -> tuple[Participant, ...]:
    """Read a list of participants, none of them twice; MalformedError."""
    found = fields.objects(name, read_participant, max_items=MAX_PARTICIPANTS)
    if len({one.id for one in found}) != len(found):
        raise MalformedError("base.field_value", field=name, where=fields.where)
    return found


def electorate_json(held: Electorate) -> dict[str, Json]:
    """Give an electorate as JSON, as `read_electorate` reads it: the body of `electorate.fixed`."""
    found: dict[str, Json] = {
        "participants": [participant_json(one) for one in held],
        "states_parties": held.states_parties,
    }
    if held.in_force_days is not None:
        found["in_force_days"] = held.in_force_days
    return found


def read_electorate(value: Json, *, where: str = "$") -> Electorate:
    """Read an electorate; MalformedError."""
    fields = Fields(value, where=where)
    rows = read_participants(fields, "participants")
    held = electorate(
        *rows,
        states_parties=fields.integer("states_parties", maximum=_MAX_WEIGHT),
        in_force_days=fields.integer("in_force_days", maximum=100_000)
        if fields.has("in_force_days")
        else None,
    )
    fields.done()
    return held


def _text(fields: Fields, name: str, limit: int) -> str:
    return fields.text(name, min_length=0, max_length=limit) if fields.has(name) else ""


PARTICIPANTS: Final = Shape(name="participants", read=read_participants)
"""The shape of a list of participants in an event."""
