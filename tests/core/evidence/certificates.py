# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The certificate of the case in `tests.core.evidence.bundles`."""

import hashlib
import io
from dataclasses import replace

from longbien.core.base.ids import Digest
from longbien.core.base.library import data_bytes
from longbien.core.evidence.bundle import VERIFIER, BundleWriter, Exhibit
from longbien.core.evidence.certificate import Certificate, Occasion, make_certificate
from tests.authority import NOW
from tests.core.evidence.bundles import VN, MemorySink, small_case


def certificate(*, sealed: bool = False, spoiled: bool = False) -> Certificate:
    """Make the certificate of the small case, with evidence plain or sealed, right or wrong."""
    found = small_case()
    writer = BundleWriter(MemorySink(), made_by=VN.party, made_at=NOW, thread=found.thread, exercise=True)
    exhibit = shown(sealed=sealed)
    if spoiled:
        exhibit = replace(exhibit, content=io.BytesIO(b"something else"))
    written = writer.exhibit(exhibit)
    verifier = Digest(hashlib.sha256(data_bytes(VERIFIER)).hexdigest())
    occasion = Occasion(thread=found.thread, exercise=True, made_by=VN.party, made_at=NOW, verifier=verifier)
    return make_certificate(occasion, acts=found.acts, entries=found.entries, exhibits=[(exhibit, written)])


def shown(*, sealed: bool = False) -> Exhibit:
    """Give the exhibit of the small case."""
    return small_case().exhibit(sealed=sealed)
