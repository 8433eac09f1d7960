# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The words of codes on a page, in the reader's language, and the colours beside them."""

from collections.abc import Mapping
from typing import Final

from django.utils.translation import get_language

from longbien.texts import word

COLOURS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("refused", "lapsed", "declined", "recalled-late", "returned"), "danger"),
    **dict.fromkeys(
        ("asked", "announced", "delivered", "wanted", "extension-asked", "sent", "postponed"), "warning"
    ),
    **dict.fromkeys(("in-force", "extended", "converted", "received", "executed", "closed"), "success"),
    **dict.fromkeys(
        ("acknowledged", "granted", "granted-in-part", "accepted", "released", "decided"), "info"
    ),
}
"""The colour beside the words of a state; what is not named here is grey."""


def word_now(table: str, code: str) -> str:
    """Give the words of a code in the reader's language; a code without words as it is."""
    return word(get_language() or "en", table, code)
