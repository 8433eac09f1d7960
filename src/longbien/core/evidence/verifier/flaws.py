# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the verifier says when something does not hold.

The verifier is joined into one file that must run without this package, so it has one exception of its own instead
of the house's family, and plain English sentences of its own instead of `texts`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from typing import Final

MOMENT: Final = r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]\.[0-9]{3}Z"
"""A point in time as signed documents write it. Two such texts compare as the times do."""
PARTY: Final = r"[A-Z]{2}|X-[A-Z0-9]{2,16}"
"""A State or an organisation."""
HEX_32: Final = r"[0-9a-f]{32}"
"""An id: 16 bytes."""
HEX_64: Final = r"[0-9a-f]{64}"
"""A digest: 32 bytes."""


class FlawError(Exception):
    """Something that does not hold: a code for programs, a sentence for people, and which 1 MiB segment it is in."""

    def __init__(self, code: str, text: str, *, segment: int | None = None) -> None:
        """Keep the three; the file is added by whoever reads it."""
        super().__init__(text)
        self.code = code
        self.text = text
        self.segment = segment


def printable(text: str, limit: int = 200) -> str:
    """Make text from a bag safe for a terminal: control and direction characters are shown as escapes."""
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[:limit])
    return shown + "…" if len(text) > limit else shown
