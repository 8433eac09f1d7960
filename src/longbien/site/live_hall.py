# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node as the live door sees it: the verbs that say what is new and who may look, and the boards as the pages draw them."""

from collections.abc import Collection, Mapping

from django.db import close_old_connections, connections

from longbien.actions.exchange.due import store_pulse
from longbien.core.base.errors import RefusedError
from longbien.live.hall import Board, Place, Reader
from longbien.web.conference.boards import draw_board


class NodeHall:
    """Asks the database of this node; each thread has a connection of its own."""

    def pulse(self) -> str:
        """Give a word that changes whenever something was written."""
        return store_pulse()

    def newest(self, meetings: Collection[str]) -> Mapping[str, int]:
        """Give the number of the last event of each meeting."""
        return {}

    def admit(self, session: str, place: Place) -> Reader:
        """Let somebody in, or refuse."""
        close_old_connections()
        raise RefusedError("live.address")

    def remaining(self, readers: Mapping[Reader, Place]) -> Collection[Reader]:
        """Give those who may still look."""
        return ()

    def board(self, place: Place) -> Board:
        """Draw the newest board of a place."""
        return Board(seq=0, html=draw_board(None, place.view, place.language))

    def close(self) -> None:
        """Give back this thread's connection."""
        connections.close_all()
