# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The peer door's TLS identity: a key and a certificate signed by itself.

Partners pin the key (SHA-256 of SubjectPublicKeyInfo) from our directory entry; no authority is asked, and the dates and
names in the certificate decide nothing.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from longbien.core.base.errors import MalformedError

_END: Final = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)
"""RFC 5280, 4.1.2.5: a certificate with no well-defined end. Its key is replaced through the directory."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServerIdentity:
    """A TLS key (PKCS #8, PEM) and its certificate (PEM); `pin` is what the directory entry names."""

    key: bytes = field(repr=False)
    certificate: bytes
    pin: str


def make_identity(name: str, now: datetime) -> ServerIdentity:
    """Make a P-256 key and its certificate for `name` (shown to people; nothing relies on it)."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name[:64])])
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(_END)
        .sign(key, hashes.SHA256())
    )
    return ServerIdentity(
        key=key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ),
        certificate=certificate.public_bytes(serialization.Encoding.PEM),
        pin=_pin(certificate),
    )


def pin_of(certificate: bytes) -> str:
    """Give the pin of a certificate in DER; MalformedError `bridge.certificate_malformed`."""
    try:
        return _pin(x509.load_der_x509_certificate(certificate))
    except ValueError as error:
        raise MalformedError("bridge.certificate_malformed") from error


def _pin(certificate: x509.Certificate) -> str:
    info = certificate.public_key().public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    return hashlib.sha256(info).hexdigest()
