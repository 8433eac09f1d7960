# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A step that somebody might take: an event with what is known of its body, and the sentence of the Chair's script for it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.conference.hall.kinds import KINDS, METHODS
from longbien.core.conference.hall.sitting import Sitting

_FILLED: Final[Mapping[str, Json]] = {
    "id": "x-new",
    "words": "x",
    "count": 0,
    "seconds": 60,
    "hours": 72,
    "true or false": True,
    "matter": "matter:x-new",
    "ids": [],
    "parts": [],
    "electors": [],
    "choices": {},
    "tallies": {},
}
"""What stands for a member that is still to be filled in, by the name of its shape, when a step is tried."""


_BY_NAME: Final[Mapping[str, Json]] = {"confirmed_by": "y"}
"""Members of which the shape alone does not do: totals are confirmed by another person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A step. `by` is `chair`, `secretariat` or a participant's id; `lacks` names the members that are still to be filled in.

    `code` is the sentence of the Chair's script (data/procedure/script), `values` what it takes, as ids and codes: a door gives them words.
    """

    kind: str
    by: str
    body: Mapping[str, Json] = field(default_factory=dict)
    lacks: tuple[str, ...] = ()
    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """What the Chair reads out with a step; without a code of its own it is that of the kind of event."""

    code: str = ""
    values: Mapping[str, str] = field(default_factory=dict)


_SILENT: Final = Spoken()


def candidate(
    kind: str, by: str = "chair", *, said: Spoken = _SILENT, lacks: tuple[str, ...] = (), **body: Json
) -> Step:
    """Make a step; required members that `body` does not have are added to what it lacks."""
    required = (name for name in KINDS[kind].members if not name.endswith("?"))
    missing = tuple(name for name in required if name not in body and name not in lacks)
    return Step(
        kind=kind, by=by, body=body, lacks=(*lacks, *missing), code=said.code or kind, values=said.values
    )


def filled(step: Step) -> dict[str, Json]:
    """Give the body of a step with something in the place of what is still to be filled in, to try it."""
    members = {name.removesuffix("?"): shape.name for name, shape in KINDS[step.kind].members.items()}
    body = dict(step.body)
    for name in step.lacks:
        shape = members[name]
        body[name] = _BY_NAME.get(name, _FILLED.get(shape, shape.partition(" or ")[0]))
    return body


def fresh_id(sitting: Sitting, letter: str) -> str:
    """Give an id that nothing in this sitting has yet: a letter and the number of the next event."""
    return f"{letter}{sitting.seq + 1}"


def method_for(sitting: Sitting, on: str) -> str:
    """Give the way of voting on a matter: the one that was asked for, else that of the rules (`voting.default_method`)."""
    usual = str(sitting.rules.value("voting.default_method").value)
    return sitting.methods.get(on, sitting.methods.get("", usual if usual in METHODS else METHODS[0]))
