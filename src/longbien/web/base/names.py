# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Names of parties while one page is made: read once a page, and only if the page names a party."""

from collections.abc import Mapping
from contextvars import ContextVar
from typing import Final

from django.utils.translation import get_language

from longbien.actions.parties.names import party_names

_NAMES: Final[ContextVar[Mapping[str, str] | None]] = ContextVar("party_names", default=None)


def forget_names() -> None:
    """Begin a page: names are read again when one is asked for."""
    _NAMES.set(None)


def names_now() -> Mapping[str, str]:
    """Give the names of all trusted parties in the active language."""
    names = _NAMES.get()
    if names is None:
        names = party_names(get_language() or "en")
        _NAMES.set(names)
    return names
