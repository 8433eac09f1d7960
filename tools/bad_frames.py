# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Frames that a peer door must refuse, one function for each sort: what scenario 15 and its benchmark throw."""

import secrets

from longbien.core.base.canonical import encode


def forged(sender: str) -> bytes:
    """Make a frame that claims a sender and holds nothing that could be opened."""
    sealed = secrets.token_bytes(2000)
    header = encode(
        {
            "v": 1,
            "suite": "LB-ACT-1",
            "sender": sender,
            "recipient": "AT",
            "act": secrets.token_hex(16),
            "seal_key": secrets.token_hex(16),
            "length": len(sealed),
        }
    )
    return b"LBF1" + len(header).to_bytes(2, "big") + header + sealed


def noise() -> bytes:
    """Make bytes that are no frame."""
    return secrets.token_bytes(2000)
