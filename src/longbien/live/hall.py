# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the live door asks of the node: who may look, what is newest, and the board to show. `longbien.site.live_asgi` gives it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final, Protocol

VIEWS: Final = ("public", "projector", "delegate", "chair", "grid")
"""The boards of a meeting; each has a template `longbien/conference/boards/<view>.html`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One stream: a meeting's board, in a language. Everybody who looks there gets the same bytes."""

    meeting: str
    view: str
    language: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Who looks: the session that opens the stream and the account behind it; both empty for the public."""

    session: str = ""
    account: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A board as HTML, and the number of the last event that it shows."""

    seq: int
    html: str


class Hall(Protocol):
    """The node as the live door sees it. Every method may ask the database: none is called in the event loop."""

    def pulse(self) -> str:
        """Give a word that changes whenever something was written."""

    def newest(self, meetings: Collection[str]) -> Mapping[str, int]:
        """Give the number of the last event of each meeting; a meeting that is unknown is left out."""

    def admit(self, session: str, place: Place) -> Reader:
        """Let somebody in; `session` is the key in the cookie, empty without one.

        RefusedError `conference.meeting_unknown`, `live.sign_in` or `live.not_permitted`.
        """

    def remaining(self, readers: Mapping[Reader, Place], *, thoroughly: bool) -> Collection[Reader]:
        """Give those who may still look: an account that was suspended or signed out is not among them.

        `thoroughly`: ask for each of them as at the door, for a badge may have ended; otherwise a few questions for all.
        """

    def board(self, place: Place) -> Board:
        """Draw the newest board of a place."""

    def close(self) -> None:
        """Give back this thread's connection."""
