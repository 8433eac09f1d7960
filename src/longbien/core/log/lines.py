# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What the texts of a log share: base64 in its one spelling, and lines of hashes as proofs and witness requests carry them."""

import base64
import binascii
import re
from collections.abc import Iterable
from typing import Final

from longbien.core.base.errors import MalformedError

# 32 bytes in their one spelling: the last letter carries four bits, so its two low bits are zero.
_HASH_LINE: Final = re.compile(rb"([A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=)\n")


def decode_base64(text: str | bytes, code: str) -> bytes:
    """Read standard base64 with padding; MalformedError `code` for anything but the one spelling of its bytes."""
    data = text.encode("ascii", "replace") if isinstance(text, str) else text
    try:
        decoded = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError) as error:
        raise MalformedError(code) from error
    if base64.b64encode(decoded) != data:
        raise MalformedError(code)
    return decoded


def print_hash_lines(hashes: Iterable[bytes]) -> bytes:
    """Write hashes, one a line, without the empty line."""
    return b"".join(base64.b64encode(one) + b"\n" for one in hashes)


def parse_hash_lines(data: bytes, start: int, limit: int, code: str) -> tuple[tuple[bytes, ...], int]:
    """Read at most `limit` hash lines and the empty line behind them; give the hashes and where the rest starts.

    MalformedError `code` for any other line.
    """
    hashes: list[bytes] = []
    while (match := _HASH_LINE.match(data, start)) is not None:
        hashes.append(base64.b64decode(match[1]))
        start = match.end()
        if len(hashes) > limit:
            raise MalformedError(code)
    if data[start : start + 1] != b"\n":
        raise MalformedError(code)
    return tuple(hashes), start + 1
