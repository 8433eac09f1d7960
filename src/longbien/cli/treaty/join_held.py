# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The joining that the node keeps, for an officer who signs in at the terminal."""

from datetime import date
from pathlib import Path

from longbien.actions.node import current_node
from longbien.actions.treaty.joining import JoiningCase, joining_case
from longbien.cli.acting import officer
from longbien.core.base.errors import UsageError


def held_case(username: str | None, password_file: Path | None, *, day: date | None) -> JoiningCase:
    """Give the case that the node keeps; UsageError `joining.party_missing` if nobody says who asks."""
    if not username:
        raise UsageError("joining.party_missing")
    return joining_case(node=current_node(), actor=officer(username, password_file), day=day)
