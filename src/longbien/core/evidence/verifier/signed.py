# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The signatures of acts, manifests and custody records: both of them, by keys in force, not revoked before logged."""

from __future__ import annotations

from typing import TYPE_CHECKING

from longbien.core.evidence.verifier.dsse import SIGNERS, Envelope, check_signature
from longbien.core.evidence.verifier.flaws import FlawError

if TYPE_CHECKING:
    from longbien.core.evidence.verifier.directory import Directory


def check_signed(envelope: Envelope, party: str, moment: str, logged: str, directory: Directory) -> None:
    """Check that `party` signed a document with both algorithms at `moment`.

    A key that was revoked later does not matter if a log shows the document before the revocation: `logged` is the
    earliest moment at which a log does, or "". FlawError `signature.…` or `key.…`.
    """
    if len(envelope.signatures) != len(SIGNERS):
        raise FlawError("signature.count", "it does not have exactly two signatures")
    for algorithm, (identity, signature) in zip(SIGNERS, envelope.signatures):
        key = directory.signing_key(party, identity, algorithm, moment)
        check_signature(key, envelope, signature, directory.primitives)
        if key.revoked_since and not "" < logged < key.revoked_since:
            text = f"a key that signed it was revoked as of {key.revoked_since}, and no log shows it before"
            raise FlawError("key.revoked", text)


def check_sign_keys(envelope: Envelope) -> None:
    """Check that the signed text names the very keys that signed it; FlawError `signature.keys`."""
    if envelope.fields.texts("sign_keys") != [identity for identity, _ in envelope.signatures]:
        raise FlawError("signature.keys", "the keys that it names are not those that signed it")
