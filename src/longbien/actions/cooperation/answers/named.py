# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Find what an officer means by the beginning of its number: a consent or a dispute of one request."""

from collections.abc import Iterable

from longbien.core.base.errors import RefusedError


def named_item(known: Iterable[str], given: str) -> str:
    """Give the one number that begins with `given`; RefusedError `cooperation.item_unknown` if there is none or more than one."""
    found = [one for one in known if given and one.startswith(given.lower())]
    if len(found) != 1:
        raise RefusedError("cooperation.item_unknown", item=given[:40])
    return found[0]
