# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From where an officer acts, told by the door for the length of one request or command; kept only where two people are needed.

with acting_from(Presence(door="page", session=…)):
approve(...)
"""

import hashlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from longbien.core.cooperation.safeguards.one_person import Doubt, Seen, doubts
from longbien.store.models.people import Officer, Sighting

PROPOSAL: Final = "proposal"
CALL_BACK: Final = "call-back"
PASSKEY: Final = "passkey"
ONE_TIME_CODE: Final = "code"


@dataclass(frozen=True, slots=True, kw_only=True)
class Presence:
    """Where somebody acts: the door, digests of session, browser and passkey, the address, and how he proved who he is.

    `proofs`: `passkey`, `code` or neither, beside the password.
    """

    door: str = ""
    session: str = ""
    address: str = ""
    agent: str = ""
    factor: str = ""
    proofs: frozenset[str] = frozenset()


_NOWHERE: Final = Presence()
_CURRENT: Final[ContextVar[Presence]] = ContextVar("presence", default=_NOWHERE)


@contextmanager
def acting_from(presence: Presence) -> Iterator[None]:
    """Let everything inside be done from there."""
    token = _CURRENT.set(presence)
    try:
        yield
    finally:
        _CURRENT.reset(token)


def set_presence(presence: Presence) -> None:
    """Say where the rest of this process's command is done from."""
    _CURRENT.set(presence)


def presence() -> Presence:
    """Give where the current request or command is done from; empty where no door told."""
    return _CURRENT.get()


def note_sighting(actor: Officer, *, about: str, number: int, at: datetime) -> None:
    """Keep from where an officer took part in something, inside the caller's transaction."""
    here = presence()
    Sighting.objects.create(
        officer=actor,
        role_id=actor.role_id,
        at=at,
        door=here.door,
        session=here.session,
        address=here.address[:64],
        agent=here.agent,
        factor=here.factor,
        about=about,
        number=number,
    )


def sightings(about: str, number: int) -> tuple[Seen, ...]:
    """Give from where something was done, oldest first."""
    return tuple(seen(row) for row in Sighting.objects.filter(about=about, number=number).order_by("pk"))


def doubts_about(about: str, number: int) -> tuple[Doubt, ...]:
    """Give what is doubtful about the people who took part in something."""
    return doubts(sightings(about, number))


def doubts_about_all(about: str, numbers: Sequence[int]) -> dict[int, tuple[Doubt, ...]]:
    """Do as `doubts_about` for many at once."""
    found: dict[int, list[Seen]] = {}
    for row in Sighting.objects.filter(about=about, number__in=numbers).order_by("pk"):
        found.setdefault(row.number, []).append(seen(row))
    return {number: doubts(rows) for number, rows in found.items()}


def here_as(actor: Officer, at: datetime) -> Seen:
    """Give the current place as a sighting that is not kept."""
    here = presence()
    return Seen(
        officer=actor.role_id,
        at=at,
        door=here.door,
        session=here.session,
        address=here.address,
        agent=here.agent,
        factor=here.factor,
    )


def digest(*parts: str) -> str:
    """Give 32 hex digits for something that need not be read again, only compared; empty for nothing."""
    if not any(parts):
        return ""
    return hashlib.sha256("\x00".join(("longbien/presence", *parts)).encode()).hexdigest()[:32]


def seen(row: Sighting) -> Seen:
    """Give a row as the value that rules read."""
    return Seen(
        officer=row.role_id,
        at=row.at,
        door=row.door,
        session=row.session,
        address=row.address,
        agent=row.agent,
        factor=row.factor,
    )
