# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Reading the file of a law into what the library keeps: provisions, and what reading noticed."""

import hashlib

from longbien.actions.law.library.keep import LawText
from longbien.core.law.provisions.lines import read_lines
from longbien.core.law.versions.facts import Note


def law_text(data: bytes, *, name: str, language: str) -> LawText:
    """Read a file; MalformedError and RefusedError `law.line_…` where it cannot be read."""
    found = read_lines(data)
    repeated = [Note(code="law_library.repeated", place=one, values=(("id", one),)) for one in found.repeated]
    unread = [Note(code="law_library.unread", values=(("name", one),)) for one in found.unread]
    return LawText(
        provisions=found.provisions,
        notes=(*repeated, *unread),
        file_name=name,
        file_digest=hashlib.sha256(data).hexdigest(),
    )
