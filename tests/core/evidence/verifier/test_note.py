# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Tests of `longbien.core.evidence.verifier.note`: a published log's checkpoints, and all three types of signature."""

import base64
import hashlib
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.mldsa import MLDSA44PrivateKey

from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.note import (
    Checkpoint,
    NoteKey,
    cosigned_message,
    note_signature_time,
    read_checkpoint,
    read_vkey,
)
from longbien.core.evidence.verifier.primitives import PLAIN_PYTHON

PUBLISHED_KEY = "example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx"
CLASSICAL = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
QUANTUM = MLDSA44PrivateKey.from_seed_bytes(bytes(range(32)))
BODY = b"log.example/2026\n7\n" + base64.b64encode(bytes(32)) + b"\n"


def vkey_text(name: str, kind: int) -> str:
    """Write the verifier key of one of the two keys above."""
    public = (QUANTUM if kind == 6 else CLASSICAL).public_key().public_bytes_raw()
    material = bytes((kind,)) + public
    identity = hashlib.sha256(name.encode() + b"\n" + material).digest()[:4]
    return f"{name}+{identity.hex()}+{base64.b64encode(material).decode()}"


def vkey(name: str, kind: int) -> NoteKey:
    """Give the verifier key of one of the two keys above."""
    return read_vkey(vkey_text(name, kind))


def line(key: NoteKey, blob: bytes) -> bytes:
    """Write one signature line."""
    return "\u2014 ".encode() + key.name.encode() + b" " + base64.b64encode(key.id + blob) + b"\n"


def note(*lines: bytes) -> Checkpoint:
    """Read a note made of the body above and signature lines."""
    return read_checkpoint(BODY + b"\n" + b"".join(lines))


def signed(key: NoteKey, time: int) -> bytes:
    """Sign the body as `key` does, and write the line."""
    if key.kind == 1:
        return line(key, CLASSICAL.sign(BODY))
    stamp = time.to_bytes(8, "big")
    if key.kind == 4:
        return line(key, stamp + CLASSICAL.sign(b"cosignature/v1\ntime %d\n%b" % (time, BODY)))
    unsigned = Checkpoint("log.example/2026", 7, bytes(32), BODY, ())
    return line(key, stamp + QUANTUM.sign(cosigned_message(key.name, time, unsigned)))


def test_checkpoints_of_a_published_log(vectors: Path) -> None:
    key = read_vkey(PUBLISHED_KEY)
    files = sorted((vectors / "tlog-tiles" / "testdata" / "log").glob("checkpoint*"))
    assert files
    for file in files:
        checkpoint = read_checkpoint(file.read_bytes())
        assert note_signature_time(checkpoint, key, PLAIN_PYTHON) == 0


@pytest.mark.parametrize(("kind", "time"), [(1, 0), (4, 1_790_000_000), (6, 1_790_000_000)])
def test_each_type_of_signature(kind: int, time: int) -> None:
    key = vkey("witness.example/w", kind)
    assert note_signature_time(note(signed(key, time)), key, PLAIN_PYTHON) == time
    flipped = bytearray(base64.b64decode(signed(key, time).split(b" ")[2]))
    flipped[-1] ^= 1
    with pytest.raises(FlawError, match="not valid"):
        note_signature_time(note(line(key, bytes(flipped[4:]))), key, PLAIN_PYTHON)


@pytest.mark.parametrize("kind", [4, 6])
def test_another_time_or_another_name_is_not_signed(kind: int) -> None:
    key = vkey("witness.example/w", kind)
    blob = base64.b64decode(signed(key, 1_790_000_000).split(b" ")[2])[4:]
    later = (1_790_000_001).to_bytes(8, "big") + blob[8:]
    with pytest.raises(FlawError, match="not valid"):
        note_signature_time(note(line(key, later)), key, PLAIN_PYTHON)
    if kind == 6:
        other = vkey("witness.example/other", kind)
        with pytest.raises(FlawError, match="not valid"):
            note_signature_time(note(line(other, blob)), other, PLAIN_PYTHON)


def test_signatures_by_other_keys_are_ignored() -> None:
    checkpoint = note(signed(vkey("witness.example/w", 4), 1))
    assert note_signature_time(checkpoint, vkey("witness.example/v", 4), PLAIN_PYTHON) is None
    assert note_signature_time(checkpoint, vkey("witness.example/w", 6), PLAIN_PYTHON) is None


def test_one_wrong_signature_among_right_ones_is_a_flaw() -> None:
    key = vkey("witness.example/w", 4)
    with pytest.raises(FlawError, match="not valid"):
        note_signature_time(note(signed(key, 5), line(key, bytes(72))), key, PLAIN_PYTHON)


def test_the_body_is_three_lines() -> None:
    checkpoint = note(signed(vkey("w", 1), 0))
    assert (checkpoint.origin, checkpoint.size, checkpoint.root) == ("log.example/2026", 7, bytes(32))
    assert checkpoint.body == BODY


GOOD_LINE = signed(vkey("w", 1), 0)
ROOT = base64.b64encode(bytes(32))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        BODY,
        BODY + b"\n",
        BODY + b"\n" + GOOD_LINE[:-1],
        BODY + b"\nx" + GOOD_LINE,
        BODY + b"extension\n\n" + GOOD_LINE,
        b"\n7\n" + ROOT + b"\n\n" + GOOD_LINE,
        b"log\n07\n" + ROOT + b"\n\n" + GOOD_LINE,
        b"log\n-7\n" + ROOT + b"\n\n" + GOOD_LINE,
        b"log\n7\n" + ROOT[:-4] + b"\n\n" + GOOD_LINE,
        b"log\n7\n\n" + GOOD_LINE,
        b"lo\x07g\n7\n" + ROOT + b"\n\n" + GOOD_LINE,
        b"\xff\n7\n" + ROOT + b"\n\n" + GOOD_LINE,
        BODY + b"\n" + GOOD_LINE * 201,
        BODY + b"\n" + "\u2014 a+b AAAAAAAA\n".encode(),
        BODY + b"\n" + "\u2014 a AAAA\n".encode(),
        BODY + b"\n" + "\u2014 a !\n".encode(),
    ],
)
def test_everything_else_is_a_flaw(data: bytes) -> None:
    with pytest.raises(FlawError):
        read_checkpoint(data)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "a+b",
        PUBLISHED_KEY.replace("33d7b496", "33d7b497"),
        PUBLISHED_KEY.replace("example", "exemple"),
        PUBLISHED_KEY[:-1],
        PUBLISHED_KEY.replace("+A", "+B"),
        "na me+00000000+" + base64.b64encode(bytes(33)).decode(),
    ],
)
def test_a_key_whose_parts_do_not_fit_is_a_flaw(text: str) -> None:
    with pytest.raises(FlawError):
        read_vkey(text)
