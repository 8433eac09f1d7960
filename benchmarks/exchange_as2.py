# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a Python shop would pick instead: AS2 by pyas2lib, in memory only (no line, no disc, no database).

RSA-3072, AES-256-CBC, SHA-256, signed MDN; a message of the size of an act's envelope. Prints JSON; fails where pyas2lib is not
installed (`uv sync --group bench`).
"""

import json
import re
import statistics
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from typing import Any

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import rsa
from cryptography.x509.oid import NameOID

SIZE = 1920
REPEATS = 3
MESSAGES = 60


def library() -> Any:
    """Import pyas2lib; its dependency cannot read the version numbers of OpenSSL 3.0.10 and later, so it is shown an older one."""
    real = re.search

    def search(pattern: Any, text: Any, *rest: Any) -> Any:
        found = real(pattern, text, *rest)
        if found is None and isinstance(text, str) and "OpenSSL" in text:
            return real(pattern, re.sub(r"(\d+\.\d+\.)\d+", r"\g<1>9", text), *rest)
        return found

    re.search = search  # type: ignore[assignment]
    try:
        import pyas2lib  # the patch comes first
    finally:
        re.search = real
    return pyas2lib


def identity(name: str) -> tuple[bytes, bytes]:
    """Make an RSA key with certificate, both in one PEM, and the certificate alone."""
    key = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = datetime.now(UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(subject)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(days=1))
        .not_valid_after(now + timedelta(days=30))
        .sign(key, hashes.SHA256())
        .public_bytes(serialization.Encoding.PEM)
    )
    private = key.private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(b"bench"),
    )
    return private + certificate, certificate


def round_trip(as2: Any, payload: bytes) -> Callable[[], None]:
    """Give a function that does one round trip: build, parse with MDN, check the MDN."""
    (own_key, own_certificate), (other_key, other_certificate) = identity("vn"), identity("at")
    common = {"enc_alg": "aes_256_cbc", "digest_alg": "sha256"}
    org = as2.Organization(
        "vn", sign_key=own_key, sign_key_pass="bench", decrypt_key=own_key, decrypt_key_pass="bench"
    )
    far = as2.Organization(
        "at", sign_key=other_key, sign_key_pass="bench", decrypt_key=other_key, decrypt_key_pass="bench"
    )
    to_far = as2.Partner(
        "at",
        verify_cert=other_certificate,
        encrypt_cert=other_certificate,
        sign=True,
        encrypt=True,
        mdn_mode="SYNC",
        mdn_digest_alg="sha256",
        validate_certs=False,
        **common,
    )
    to_own = as2.Partner(
        "vn",
        verify_cert=own_certificate,
        encrypt_cert=own_certificate,
        sign=True,
        encrypt=True,
        validate_certs=False,
        **common,
    )

    def once() -> None:
        sent = as2.Message(org, to_far)
        sent.build(payload, filename="act", subject="bench", disposition_notification_to="vn@example")
        raw = sent.headers_str + b"\r\n" + sent.content
        received = as2.Message()
        status, error, mdn = received.parse(
            raw, find_org_cb=lambda _name: far, find_partner_cb=lambda _name: to_own
        )
        if status != "processed":
            raise RuntimeError(error)
        answer = as2.Mdn()
        answer.parse(mdn.headers_str + b"\r\n" + mdn.content, find_message_cb=lambda _i, _r: sent)

    return once


def main() -> None:
    """Measure and print."""
    as2 = library()
    once = round_trip(as2, b"x" * SIZE)
    once()
    rates, costs = [], []
    for _ in range(REPEATS):
        wall, cpu = time.perf_counter(), time.process_time()
        for _ in range(MESSAGES):
            once()
        rates.append(MESSAGES / (time.perf_counter() - wall))
        costs.append((time.process_time() - cpu) / MESSAGES * 1e3)
    print(
        json.dumps(
            {
                "library": f"pyas2lib {as2.__version__}",
                "per_second": round(statistics.median(rates), 1),
                "cpu_ms": round(statistics.median(costs), 2),
                "bytes": SIZE,
            }
        )
    )


if __name__ == "__main__":
    main()
