# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The public vectors of age (C2SP CCTV `age/testdata`): every file that is not in ASCII armour, which we do not read."""

import hashlib
import io
import zlib
from dataclasses import dataclass
from pathlib import Path

import pytest

from longbien.core.base.errors import LongBienError
from longbien.core.sealing.age_header import read_header
from longbien.core.sealing.age_recipients import (
    Identity,
    Passphrase,
    file_key_from_header,
)
from longbien.core.sealing.age_stream import decrypt_chunks, decrypt_payload
from tools.age_curve import parse_hybrid_identity, parse_x25519_identity

ARMOURED = 33
"""How many of the 143 files are in ASCII armour: an evidence file never is, so they are left out."""

REFUSALS = {
    "header failure": {
        "sealing.age_header",
        "sealing.age_version",
        "sealing.age_stanza",
        "sealing.age_share",
        "sealing.age_mixed",
        "sealing.age_work_factor",
        "sealing.age_truncated",  # the nonce is cut
    },
    "HMAC failure": {"sealing.age_mac"},
    "no match": {"sealing.age_not_addressed"},
    "payload failure": {"sealing.age_chunk", "sealing.age_length"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Vector:
    """One file: the lines that say what to expect, and the age file itself."""

    said: dict[str, list[str]]
    data: bytes


def read_vector(path: Path) -> Vector:
    said: dict[str, list[str]] = {}
    head, _, data = path.read_bytes().partition(b"\n\n")
    for line in head.decode().splitlines():
        name, _, value = line.partition(": ")
        said.setdefault(name, []).append(value)
    if said.get("compressed") == ["zlib"]:
        data = zlib.decompress(data)
    return Vector(said=said, data=data)


def identities(vector: Vector) -> list[Identity]:
    found: list[Identity] = [Passphrase(secret=text.encode()) for text in vector.said.get("passphrase", [])]
    for text in vector.said.get("identity", []):
        hybrid = text.startswith("AGE-SECRET-KEY-PQ-")
        found.append(parse_hybrid_identity(text) if hybrid else parse_x25519_identity(text))
    return found


def open_file(vector: Vector) -> bytes:
    source = io.BytesIO(vector.data)
    file_key = file_key_from_header(read_header(source), identities(vector))
    start = source.tell()
    whole = decrypt_payload(file_key, source.read())
    source.seek(start)
    assert b"".join(decrypt_chunks(file_key, source)) == whole
    return whole


def test_all_vectors_that_are_not_armoured(vectors: Path) -> None:
    files = sorted((vectors / "age" / "age" / "testdata").iterdir())
    found = {path.name: read_vector(path) for path in files}
    armoured = [name for name, vector in found.items() if vector.said.get("armored") == ["yes"]]
    assert (len(found), len(armoured)) == (143, ARMOURED)
    wrong = []
    for name in sorted(set(found) - set(armoured)):
        [expected] = found[name].said["expect"]
        try:
            opened = hashlib.sha256(open_file(found[name])).hexdigest()
        except LongBienError as error:
            if error.code not in REFUSALS.get(expected, set()):
                wrong.append(f"{name}: {expected} expected, {error} found")
            continue
        if expected != "success" or found[name].said["payload"] != [opened]:
            wrong.append(f"{name}: {expected} expected, but it opened")
    assert wrong == []


def test_chunks_are_refused_while_streaming_too(vectors: Path) -> None:
    for path in sorted((vectors / "age" / "age" / "testdata").glob("stream_*")):
        vector = read_vector(path)
        if vector.said["expect"] != ["payload failure"]:
            continue
        source = io.BytesIO(vector.data)
        file_key = file_key_from_header(read_header(source), identities(vector))
        with pytest.raises(LongBienError):
            list(decrypt_chunks(file_key, source))
