# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Evidence that two authorities seal for each other: the same bytes in every run."""

import io
import random
from datetime import UTC, datetime
from functools import cache

from longbien.core.base.ids import ObjectId
from longbien.core.evidence.draft import Draft, Origin, draft_manifest
from longbien.core.evidence.inner import Acquired, Description, Member
from longbien.core.evidence.seal import Sealed, seal_stream
from longbien.core.sealing.age_recipients import HybridIdentity
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import Authority, authority, chance

MIB = 1 << 20
SEALED_AT = datetime(2026, 3, 1, 12, tzinfo=UTC)
OBJECT = ObjectId("0123456789abcdef" * 2)


def identity(party: str) -> HybridIdentity:
    """Give a party's key for evidence."""
    return HybridIdentity(pair=authority(party).pairs[KeyUse.EVIDENCE, Algorithm.MLKEM768_X25519])


OURS = identity("VN")
THEIRS = identity("AT")


@cache
def content(length: int) -> bytes:
    """Give bytes that look random; a shorter content is a beginning of a longer one."""
    return random.Random("evidence").randbytes(-(-length // MIB) * MIB)[:length]


def seal(plaintext: bytes, *, want_sha512: bool = False) -> tuple[Sealed, bytes]:
    """Seal for ourselves; give the payload too."""
    sink = io.BytesIO()
    sealed = seal_stream(
        io.BytesIO(plaintext),
        sink,
        recipients=[OURS.recipient()],
        randomness=chance("seal"),
        want_sha512=want_sha512,
    )
    return sealed, sink.getvalue()


def describe(form: str = "file") -> Description:
    """Say what the evidence is."""
    return Description(
        name="access.log",
        media_type="text/plain",
        form=form,
        case="2026/17",
        exhibit="A-1",
        acquired=Acquired(at=SEALED_AT, by_role="custodian-1", method="copied", notes="línea de prueba"),
    )


def origin(who: Authority) -> Origin:
    """Say who seals."""
    return Origin(
        object=OBJECT, party=who.party, exercise=True, sealed_at=SEALED_AT, sign_keys=who.signer.key_ids
    )


def draft(sealed: Sealed, *, members: tuple[Member, ...] = (), form: str = "file") -> Draft:
    """Draft the manifest of what was sealed."""
    return draft_manifest(
        sealed, origin(authority("VN")), describe(form), members=members, randomness=chance("draft")
    )
