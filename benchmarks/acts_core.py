# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What one act costs in the core, without rows and lines: `python -m benchmarks.acts_core`.

The sum of `sign_act`, `seal_act` and `examine` is the CPU time that one act takes on both nodes together, before log,
transaction and carriage. Two threads show how much of the signing runs without the interpreter's lock.
"""

import time
from concurrent.futures import ThreadPoolExecutor

from cryptography.hazmat.backends.openssl.backend import backend

from benchmarks.measure import Figure, figure, peak_memory_mib, write_results
from longbien.core.base.canonical import JsonInput, decode, encode
from longbien.core.base.ids import PartyId
from longbien.core.sealing.act import parse_act, sign_act
from longbien.core.sealing.arrival import Arrived, Door, examine
from longbien.core.sealing.dsse import ACT_TYPE, pae, parse_envelope, verify_envelope
from longbien.core.sealing.frame import open_frame, read_frame, seal_act
from tests.authority import NOW, authority

SENDER, RECIPIENT = authority("VN"), authority("AT")
BODY: JsonInput = {
    "form": "preservation",
    "form_version": 1,
    "legal_basis": "unc-42",
    "fields": {
        f"field_{number}": "what an officer writes into a field of a form, " * 2 for number in range(12)
    },
}
BATCH = 64


def door() -> Door:
    """Give a door that knows the sender and remembers nothing."""
    return Door(
        party=RECIPIENT.party,
        exercise=True,
        now=NOW,
        is_known=lambda party: party == PartyId("VN"),
        seen=lambda _party, _act_id: None,
        within_quota=lambda _party, _length: True,
        private_key=lambda key_id: RECIPIENT.seal if key_id == RECIPIENT.seal.key_id else None,
        keys=SENDER,
    )


def acts_per_second(threads: int) -> float:
    """Sign, seal and examine batches in so many threads; acts per second of wall time."""

    def one(_: int) -> bool:
        signed = sign_act(SENDER.draft(RECIPIENT, body=BODY), SENDER.signer)
        return isinstance(examine(seal_act(signed, RECIPIENT.seal.public), door()), Arrived)

    with ThreadPoolExecutor(threads) as pool:
        start = time.perf_counter()
        if not all(pool.map(one, range(10 * BATCH))):
            raise RuntimeError("an act did not arrive")
        return round(10 * BATCH / (time.perf_counter() - start), 1)


def measured() -> list[Figure]:
    """Measure each step of an act's way."""
    signer, draft = SENDER.signer, SENDER.draft(RECIPIENT, body=BODY)
    signed = sign_act(draft, signer)
    frame = seal_act(signed, RECIPIENT.seal.public)
    read, payload = read_frame(frame), parse_envelope(signed.envelope, ACT_TYPE).payload
    value, message = decode(payload, max_bytes=10**6), pae(ACT_TYPE, payload)
    first, second = signer.sign(message)
    return [
        figure("canonical JSON: write", lambda: encode(value), calls=1000),
        figure("canonical JSON: read", lambda: decode(payload, max_bytes=10**6), calls=1000),
        figure("Ed25519: sign", lambda: signer.ed25519.sign(message), calls=500),
        figure("ML-DSA-65: sign", lambda: signer.ml_dsa_65.sign(message), calls=200),
        figure("Ed25519: verify", lambda: signer.ed25519.public.verify(first, message), calls=500),
        figure("ML-DSA-65: verify", lambda: signer.ml_dsa_65.public.verify(second, message), calls=500),
        figure("sign_act", lambda: sign_act(draft, signer), calls=200),
        figure("seal_act", lambda: seal_act(signed, RECIPIENT.seal.public), calls=500),
        figure("read_frame", lambda: read_frame(frame), calls=1000),
        figure("open_frame", lambda: open_frame(read, RECIPIENT.seal), calls=500),
        figure("parse_envelope", lambda: parse_envelope(signed.envelope, ACT_TYPE), calls=1000),
        figure("parse_act", lambda: parse_act(payload), calls=1000),
        figure(
            "verify_envelope", lambda: verify_envelope(signed.envelope, ACT_TYPE, SENDER.public), calls=200
        ),
        figure("examine (all checks of arrival)", lambda: examine(frame, door()), calls=200),
    ]


def main() -> None:
    """Measure and keep the figures."""
    figures = measured()
    whole = sum(one.cpu_us for one in figures if one.name.startswith(("sign_act", "seal_act", "examine")))
    signed = sign_act(SENDER.draft(RECIPIENT, body=BODY), SENDER.signer)
    more = {
        "openssl": backend.openssl_version_text(),
        "act_bytes": len(parse_envelope(signed.envelope, ACT_TYPE).payload),
        "envelope_bytes": len(signed.envelope),
        "whole_act_cpu_us": round(whole, 1),
        "acts_per_second_one_thread": acts_per_second(1),
        "acts_per_second_two_threads": acts_per_second(2),
        "peak_memory_mib": peak_memory_mib(),
    }
    place = write_results("acts_core", figures, **more)
    for name, value in more.items():
        print(f"{name:<32} {value}")
    print(place)


if __name__ == "__main__":
    main()
