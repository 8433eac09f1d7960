# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Finding the request that somebody means by the beginning of its id or by its reference."""

import re
from typing import Final

from longbien.actions.cooperation.pages.inbox import inbox
from longbien.actions.node import Node
from longbien.actions.people.sign_in import Officer
from longbien.core.base.errors import UsageError
from longbien.core.base.ids import RequestId

_ID: Final = re.compile(r"[0-9a-f]{32}")


def find_request_id(node: Node, actor: Officer, text: str) -> RequestId:
    """Give the id of the one request that `text` names.

    UsageError `cli.request_unknown`, `cli.request_several`; RefusedError `people.not_permitted`.
    """
    if _ID.fullmatch(text):
        return RequestId(text)
    sought = text.casefold()
    found = [
        row
        for row in inbox(node=node, actor=actor, view="all", text=text).rows
        if sought and (row.request_id.startswith(sought) or sought in row.reference.casefold())
    ]  # the search looks into contents, too: what merely holds these words is not what was named
    exact = [row for row in found if row.reference == text]
    chosen = exact or found
    if not chosen:
        raise UsageError("cli.request_unknown", request=text[:80])
    if len(chosen) > 1:
        raise UsageError("cli.request_several", request=text[:80], count=len(chosen))
    return RequestId(chosen[0].request_id)
