# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The node as the live door sees it: the verbs that say what is new and who may look, and the boards as the pages draw them."""

from collections.abc import Collection, Mapping
from contextlib import suppress

from django.db import close_old_connections, connections

from longbien.actions.conference.hall.show import hall_view
from longbien.actions.conference.hall.watch import hall_pulse, let_in, newest_events
from longbien.actions.node import current_node
from longbien.actions.people.sessions import open_accounts, open_sessions
from longbien.core.base.errors import RefusedError
from longbien.live.hall import Board, Place, Reader
from longbien.web.conference.boards import draw_board


class NodeHall:
    """Asks the database of this node; each thread has a connection of its own."""

    def pulse(self) -> str:
        """Give a word that changes whenever something was written."""
        return hall_pulse()

    def newest(self, meetings: Collection[str]) -> Mapping[str, int]:
        """Give the number of the last event of each meeting."""
        return newest_events(meetings)

    def admit(self, session: str, place: Place) -> Reader:
        """Let somebody in; RefusedError as in `longbien.live.hall`."""
        close_old_connections()
        account = let_in(session=session, meeting_id=place.meeting, board=place.view)
        return Reader() if account is None else Reader(session=session, account=account)

    def remaining(self, readers: Mapping[Reader, Place], *, thoroughly: bool) -> Collection[Reader]:
        """Give those who may still look: two questions for everybody; `thoroughly`, each as at the door."""
        if thoroughly:
            return [reader for reader, place in readers.items() if self._still(reader, place)]
        sessions = open_sessions({reader.session for reader in readers})
        accounts = open_accounts({reader.account for reader in readers if reader.account is not None})
        return [one for one in readers if one.session in sessions and one.account in accounts]

    def board(self, place: Place) -> Board:
        """Draw the newest board of a place."""
        view = hall_view(node=current_node(), meeting_id=place.meeting, board=place.view)
        return Board(seq=view.seq, html=draw_board(view, place.view, place.language))

    def close(self) -> None:
        """Give back this thread's connection."""
        connections.close_all()

    def _still(self, reader: Reader, place: Place) -> bool:
        with suppress(RefusedError):
            return self.admit(reader.session, place) == reader
        return False
