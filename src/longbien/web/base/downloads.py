# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Giving a file away: always as a file, never shown by the browser, under a name that no system misreads."""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header

from longbien.actions.node import current_node

_LONGEST: Final = 120
_UNSAFE: Final = re.compile(r'[\\/:*?"<>|%]')
EXERCISE: Final = "EXERCISE-"


def download(blocks: Iterator[bytes], *, name: str, size: int | None = None) -> StreamingHttpResponse:
    """Answer with a file. Whatever it says it is, the browser saves it and runs nothing."""
    response = StreamingHttpResponse(blocks, content_type="application/octet-stream")
    mark = EXERCISE if current_node().exercise else ""
    response["Content-Disposition"] = content_disposition_header(True, mark + safe_name(name)) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    if size is not None:
        response["Content-Length"] = str(size)
    return response


def safe_name(name: str) -> str:
    """Give a file name without path, control or direction characters, marks of other systems, or a dot at its beginning."""
    shown = "".join(one for one in unicodedata.normalize("NFC", name) if unicodedata.category(one)[0] != "C")
    plain = _UNSAFE.sub("_", shown).strip(" .")
    stem, dot, ending = plain.rpartition(".")
    if dot and len(ending) <= 12:
        return f"{stem[: _LONGEST - len(ending) - 1]}.{ending}"
    return plain[:_LONGEST] or "file"
