# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""A small age v1 file in memory, such as the keyring: header and payload in one piece."""

import io
from collections.abc import Sequence

from longbien.core.base.errors import MalformedError
from longbien.core.sealing.age_header import FILE_KEY_BYTES, print_header, read_header
from longbien.core.sealing.age_recipients import (
    Identity,
    Recipient,
    file_key_from_header,
    make_header,
)
from longbien.core.sealing.age_stream import NONCE_BYTES, decrypt_payload, encrypt_payload
from longbien.core.sealing.keys import Randomness


def encrypt_file(plaintext: bytes, recipients: Sequence[Recipient], *, randomness: Randomness) -> bytes:
    """Seal `plaintext` under a fresh file key: a whole age v1 file."""
    file_key = randomness(FILE_KEY_BYTES)
    header = make_header(file_key, recipients, randomness=randomness)
    return print_header(header) + encrypt_payload(file_key, randomness(NONCE_BYTES), plaintext)


def decrypt_file(data: bytes, identities: Sequence[Identity], *, max_bytes: int) -> bytes:
    """Open a whole age v1 file of at most `max_bytes`; every failure is a MalformedError or RefusedError."""
    if len(data) > max_bytes:
        raise MalformedError("base.too_large", limit=max_bytes)
    source = io.BytesIO(data)
    file_key = file_key_from_header(read_header(source), identities)
    return decrypt_payload(file_key, source.read())
