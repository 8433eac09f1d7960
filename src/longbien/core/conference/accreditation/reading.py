# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What readers see of objections (variant `ngo_objection_visibility`), which meetings an admitted body attends, and the figures after a session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from longbien.core.conference.accreditation.states import NGOS, Application, Objection, State, Terms, Track


class Reader(StrEnum):
    """Who reads."""

    SECRETARIAT = "secretariat"
    STATE_PARTY = "state_party"
    BODY = "body"
    """The body that applied: it reads what the public reads."""
    PUBLIC = "public"


_SEES: Final[Mapping[str, frozenset[Reader]]] = MappingProxyType(
    {
        "secretariat_only": frozenset({Reader.SECRETARIAT}),
        "states_parties": frozenset({Reader.SECRETARIAT, Reader.STATE_PARTY}),
        "public": frozenset(Reader),
    }
)


def visible(application: Application, reader: Reader, terms: Terms) -> tuple[Objection, ...]:
    """Give the objections as a reader sees them: without objector and reasons where the rules keep these from the reader.

    How many there are, and when, is never kept from anybody.
    """
    if reader in _SEES.get(terms.visibility, frozenset()):
        return application.objections
    return tuple(replace(one, by="", reasons="") for one in application.objections)


def attends(application: Application, terms: Terms, *, subsidiary: bool, public: bool) -> bool:
    """Tell whether an admitted body may attend a meeting: plenary, or of a subsidiary body (variant `ngo_subsidiary`)."""
    if application.state is not State.ADMITTED:
        return False
    if not subsidiary or application.track not in NGOS:
        return public or application.track not in NGOS
    return terms.subsidiary == "always" or (terms.subsidiary == "when_public" and public)


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """One row of the table after a session. `objections` counts objections, everything else applications."""

    track: Track
    applied: int = 0
    circulated: int = 0
    objected: int = 0
    objections: int = 0
    objections_withdrawn: int = 0
    without_reasons: int = 0
    admitted: int = 0
    admitted_despite_objection: int = 0
    not_admitted: int = 0
    withdrawn: int = 0
    open: int = 0


def figures(applications: Iterable[Application]) -> tuple[Figures, ...]:
    """Count applications by track, in the order of the rules; tracks without any are left out."""
    found: dict[Track, list[Application]] = {}
    for one in applications:
        found.setdefault(one.track, []).append(one)
    return tuple(_count(track, found[track]) for track in Track if track in found)


def _count(track: Track, rows: list[Application]) -> Figures:
    objections = [objection for row in rows for objection in row.objections]
    admitted = [row for row in rows if row.state is State.ADMITTED]
    return Figures(
        track=track,
        applied=len(rows),
        circulated=sum(row.circulated_at is not None for row in rows),
        objected=sum(bool(row.objections) for row in rows),
        objections=len(objections),
        objections_withdrawn=sum(one.withdrawn_at is not None for one in objections),
        without_reasons=sum(not one.reasons for one in objections),
        admitted=len(admitted),
        admitted_despite_objection=sum(bool(row.open_objections) for row in admitted),
        not_admitted=sum(row.state is State.NOT_ADMITTED for row in rows),
        withdrawn=sum(row.state is State.WITHDRAWN for row in rows),
        open=sum(not row.is_ended for row in rows),
    )
