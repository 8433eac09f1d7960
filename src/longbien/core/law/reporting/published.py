# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""`concordance.published`: the act by which a State tells a partner the public version of its concordance (docs/protocol/concordance.md).

The value is too large for an act as it is, so it is compressed (zlib, RFC 1950) and named by the digest of its canonical JSON. What is read
is bounded before and after it is unpacked.
"""

import base64
import binascii
import hashlib
import zlib
from dataclasses import dataclass, field
from typing import Final

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.base.errors import MalformedError, RefusedError
from longbien.core.base.fields import Fields
from longbien.core.law.concordance.public import public_form
from longbien.core.law.concordance.table import Concordance
from longbien.core.law.concordance.written import SCHEMA, concordance_json, read_concordance

PUBLISHED: Final = "concordance.published"
MAX_VALUE: Final = 8 * 1024 * 1024
"""Bytes of the canonical JSON of a public concordance."""
MAX_PACKED: Final = 760_000
"""Bytes of the compressed value, so that the act fits its envelope."""
_DIGEST: Final = r"[0-9a-f]{64}"
_LEVEL: Final = 9


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was published, with its canonical JSON and that one's digest."""

    concordance: Concordance
    data: bytes = field(repr=False)
    sha256: str


def write_published(value: Concordance) -> dict[str, Json]:
    """Write the body of the act from the public version; RefusedError `law_report.published_large` if it does not fit."""
    data = encode(concordance_json(public_form(value)))
    packed = zlib.compress(data, _LEVEL)
    if len(data) > MAX_VALUE or len(packed) > MAX_PACKED:
        raise RefusedError("law_report.published_large", size=len(packed), most=MAX_PACKED)
    return {
        "schema": SCHEMA,
        "size": len(data),
        "sha256": hashlib.sha256(data).hexdigest(),
        "value": base64.b64encode(packed).decode("ascii"),
    }


def read_published(body: Json, *, sender: str) -> Published:
    """Read the body of an act; MalformedError for a wrong shape, packing or digest, RefusedError for what may not be published.

    `law_report.published_packed`, `law_report.published_digest`; `law_report.published_foreign` (another State's),
    `law_report.published_private` (not the public version).
    """
    fields = Fields(body)
    fields.choice("schema", (SCHEMA,))
    size = fields.integer("size", minimum=2, maximum=MAX_VALUE)
    sha256 = fields.text("sha256", pattern=_DIGEST, max_length=64)
    packed = fields.text("value", max_length=4 * (MAX_PACKED + 2) // 3 + 4)
    fields.done()
    data = _unpacked(packed, size)
    if hashlib.sha256(data).hexdigest() != sha256:
        raise MalformedError("law_report.published_digest")
    value = read_concordance(decode(data, max_bytes=MAX_VALUE))
    if value.state != sender:
        raise RefusedError("law_report.published_foreign", state=value.state, sender=sender)
    if not value.public or value.suggestions:
        raise RefusedError("law_report.published_private")
    return Published(concordance=value, data=data, sha256=sha256)


def read_kept(data: bytes) -> Concordance:
    """Read a public concordance that a row kept."""
    return read_concordance(decode(data, max_bytes=MAX_VALUE))


def _unpacked(packed: str, size: int) -> bytes:
    try:
        raw = base64.b64decode(packed, validate=True)
        unpacker = zlib.decompressobj()
        data = unpacker.decompress(raw, size + 1)
    except (binascii.Error, zlib.error) as error:
        raise MalformedError("law_report.published_packed") from error
    if len(data) != size or not unpacker.eof or unpacker.unused_data:
        raise MalformedError("law_report.published_packed")
    return data
