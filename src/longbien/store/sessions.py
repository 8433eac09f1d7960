# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Sessions of signed-in people, as Django keeps them, written in turn with everything else that writes.

193 delegates who sign in at once would otherwise fight for the file: SQLite makes who comes too late sleep and try again.
"""

from django.contrib.sessions.backends.db import SessionStore as _SessionStore

from longbien.store.writing import write_transaction


class SessionStore(_SessionStore):
    """Django's own store; only its writing waits for its turn."""

    def save(self, must_create: bool = False) -> None:  # noqa: FBT001, FBT002 # Django's name and place
        """Write the session."""
        with write_transaction():
            super().save(must_create=must_create)
