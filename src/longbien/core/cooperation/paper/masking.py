# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Hiding on a copy what names people: free texts, contacts' persons, names of files. The copy says that it is one and what it lacks."""

from collections.abc import Mapping
from typing import Final

from longbien.core.base.canonical import Json
from longbien.core.cooperation.forms.kinds import form_of_act
from longbien.core.cooperation.paper.members import act_tables

_HIDDEN: Final = ("long-text", "attachment", "person", "persons", "property", "conditions")
"""Types of fields and members that may name a victim, a child or another person."""
_BODY_LISTS: Final = ("documents", "overrides")
"""Members of a request's body that hold names or reasons."""


def masked_members(kind: str, body: Mapping[str, Json]) -> tuple[str, ...]:
    """Name the filled fields or members that a masked copy hides."""
    form = form_of_act(kind)
    if form is None:
        table = act_tables().get(kind)
        members = table.members if table is not None else ()
        types = {one.id: one.type for one in members}
        return tuple(
            name for name, value in body.items() if value and types.get(name, "long-text") in _HIDDEN
        )
    fields = body.get("fields")
    given = fields if isinstance(fields, dict) else {}
    return tuple(one.id for one in form.fields.values() if one.type in _HIDDEN and given.get(one.id))


def without(body: Mapping[str, Json], hidden: tuple[str, ...]) -> dict[str, Json]:
    """Give the body without what is hidden; reasons and papers that travel beside the fields go as well."""
    if not hidden:
        return dict(body)
    found = {name: value for name, value in body.items() if name not in hidden}
    fields = found.get("fields")
    if isinstance(fields, dict):
        found["fields"] = {name: value for name, value in fields.items() if name not in hidden}
    return {name: [] if name in _BODY_LISTS else value for name, value in found.items()}
