# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""From a sealed stream to its manifest: the inner part, further parts where lists are long, the public part.

Rewrapping is here too: a header for other recipients from the same file key, which touches no payload byte.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

from longbien.core.base.ids import Digest, KeyId, ObjectId, PartyId
from longbien.core.evidence.inner import Description, Inner, Listed, Member, print_inner, print_members
from longbien.core.evidence.manifest import Manifest
from longbien.core.evidence.running import DIGEST_BYTES
from longbien.core.evidence.seal import Sealed, SealedPart, seal_small_part
from longbien.core.evidence.segments import DIGESTS, MEMBERS
from longbien.core.sealing.age_header import print_header
from longbien.core.sealing.age_recipients import HybridRecipient, make_header
from longbien.core.sealing.age_stream import NONCE_BYTES, encrypt_payload
from longbien.core.sealing.keys import Randomness

MAX_INLINE_DIGESTS: Final = 1024
"""More running digests than this stand in a part of their own."""
MAX_INLINE_MEMBERS: Final = 65_536
"""A list of members longer than this in bytes stands in a part of its own."""

_INNER_NONCE_BYTES: Final = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallPart:
    """A further part, in memory: its payload is to be stored beside the content."""

    sealed: SealedPart
    payload: bytes = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A manifest that is ready to be signed, its inner part as plaintext, and the further parts to be stored."""

    manifest: Manifest
    inner: Inner
    inner_plaintext: bytes = field(repr=False)
    small_parts: tuple[SmallPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Who seals, under which id and keys, and when; `exercise` as everywhere."""

    object: ObjectId
    party: PartyId
    exercise: bool
    sealed_at: datetime
    sign_keys: tuple[KeyId, KeyId]


def draft_manifest(
    sealed: Sealed,
    origin: Origin,
    description: Description,
    *,
    randomness: Randomness,
    members: tuple[Member, ...] = (),
) -> Draft:
    """Make inner part, further parts and public part of what `seal_stream` gave. Every part gets a nonce of its own."""
    digests = sealed.digests
    small: list[SmallPart] = []

    def list_apart(name: str, plaintext: bytes, count: int) -> Listed:
        payload, part = seal_small_part(name, plaintext, file_key=sealed.file_key, randomness=randomness)
        small.append(SmallPart(sealed=part, payload=payload))
        return Listed(count=count, sha256=hashlib.sha256(plaintext).digest())

    running: bytes | Listed = digests.running
    if digests.count > MAX_INLINE_DIGESTS:
        running = list_apart(DIGESTS, digests.running, len(digests.running) // DIGEST_BYTES)
    listed: tuple[Member, ...] | Listed = members
    if len(written := print_members(members)) > MAX_INLINE_MEMBERS:
        listed = list_apart(MEMBERS, written, len(members))
    inner = Inner(
        object=origin.object,
        nonce=randomness(_INNER_NONCE_BYTES),
        description=description,
        size=digests.size,
        sha256=digests.sha256,
        sha512=digests.sha512,
        running=running,
        members=listed,
    )
    plaintext = print_inner(inner)
    manifest = Manifest(
        object=origin.object,
        party=origin.party,
        exercise=origin.exercise,
        sealed_at=origin.sealed_at,
        sign_keys=origin.sign_keys,
        parts=(sealed.content.part, *(one.sealed.part for one in small)),
        inner=encrypt_payload(sealed.file_key, randomness(NONCE_BYTES), plaintext),
        inner_digest=Digest(hashlib.sha256(plaintext).hexdigest()),
    )
    return Draft(manifest=manifest, inner=inner, inner_plaintext=plaintext, small_parts=tuple(small))


def rewrap(file_key: bytes, recipients: Sequence[HybridRecipient], *, randomness: Randomness) -> bytes:
    """Make the header for other recipients. Somebody who could open before still can, with the old header."""
    return print_header(make_header(file_key, recipients, randomness=randomness))
