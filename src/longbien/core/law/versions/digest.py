# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The digest of a version: SHA-256 over the canonical JSON (RFC 8785) of its provisions, in their order. What a report cites, and what proves a text unchanged."""

import hashlib
from collections.abc import Iterable

from longbien.core.base.canonical import encode
from longbien.core.base.ids import Digest
from longbien.core.law.provisions.provision import Provision


def version_digest(provisions: Iterable[Provision]) -> Digest:
    """Give the digest of some provisions; MalformedError `base.not_json` for a text that has no form in UTF-8."""
    value = [
        {
            "id": one.id,
            "law": one.law,
            "num": one.number,
            "path": list(one.path),
            "heading": one.heading,
            "text": one.text,
        }
        for one in provisions
    ]
    return Digest(hashlib.sha256(encode(value)).hexdigest())
