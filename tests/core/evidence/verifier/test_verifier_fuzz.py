# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Random input for every reader of the verifier: a value or a FlawError, and nothing else."""

import contextlib
import hashlib
import random
from collections.abc import Callable, Iterator

import pytest

from longbien.core.base.canonical import Json, decode, encode
from longbien.core.evidence.bundle import payload_of
from longbien.core.evidence.verifier.acts import read_act
from longbien.core.evidence.verifier.custody import read_step
from longbien.core.evidence.verifier.directory import read_trust_file
from longbien.core.evidence.verifier.entries import read_entry
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.json_strict import canonical_json, read_json
from longbien.core.evidence.verifier.manifest import read_inner, read_manifest
from longbien.core.evidence.verifier.note import read_checkpoint, read_vkey
from longbien.core.evidence.verifier.policy import read_policy
from longbien.core.evidence.verifier.proof import read_log_proof
from longbien.core.sealing.dsse import (
    ACT_TYPE,
    CUSTODY_TYPE,
    DIRECTORY_ENTRY_TYPE,
    MANIFEST_TYPE,
    sign_document,
)
from tests.core.evidence.bundles import AT, small_case
from tests.core.evidence.verifier.test_note import BODY, GOOD_LINE, vkey_text
from tests.fuzz import mutate

FILES = small_case().files()


def text_of(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def file(ending: str) -> bytes:
    return next(data for path, data in sorted(FILES.items()) if path.endswith(ending) or ending in path)


READERS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    "act": (file("request.stored-data.json"), read_act),
    "announcement": (file("evidence.announced.json"), read_act),
    "entry": (file("trust/AT/0001.json"), read_entry),
    "trust": (file("trust/AT/0001.json"), read_trust_file),
    "manifest": (file("manifest.json"), read_manifest),
    "inner": (file("inner.json"), lambda data: read_inner(data, read_manifest(file("manifest.json"))[1])),
    "custody": (file("custody/AT/0001.json"), read_step),
    "proof": (file("data/receipts/"), read_log_proof),
    "policy": (file("witnesses.txt"), read_policy),
    "note": (BODY + b"\n" + GOOD_LINE, read_checkpoint),
    "vkey": (vkey_text("log.example", 6).encode(), lambda data: read_vkey(text_of(data))),
    "json": (
        b'{"a":[1,2.5,-3e-7,{"b":"\\u001f\\n","c":null}],"d":true,"e":"\xe2\x82\xac"}',
        lambda data: canonical_json(read_json(data, 1000)),
    ),
}
DOCUMENTS: dict[str, tuple[bytes, Callable[[bytes], object]]] = {
    ACT_TYPE: (file("evidence.released.json"), read_act),
    DIRECTORY_ENTRY_TYPE: (file("trust/AT/0001.json"), read_entry),
    MANIFEST_TYPE: (file("manifest.json"), read_manifest),
    CUSTODY_TYPE: (file("custody/AT/0001.json"), read_step),
}
STRANGE: tuple[Json, ...] = (
    None,
    True,
    0,
    -1,
    2**53 - 1,
    0.5,
    "",
    "x",
    "0" * 64,
    "\u202e",
    [],
    [[]],
    {},
    {"": None},
)


def twist(value: Json, chance: random.Random) -> Json:
    """Replace, drop or double something somewhere inside a value."""
    if isinstance(value, dict) and value and chance.random() < 0.85:
        name = chance.choice(sorted(value))
        if chance.random() < 0.1:
            return {other: item for other, item in value.items() if other != name}
        return {**value, name: twist(value[name], chance)}
    if isinstance(value, list) and value and chance.random() < 0.85:
        place = chance.randrange(len(value))
        return [*value[:place], twist(value[place], chance), *value[place + chance.randrange(2) :]]
    return chance.choice(STRANGE)


@pytest.mark.parametrize("name", READERS)
def test_what_is_not_mutated_is_read(name: str) -> None:
    data, read = READERS[name]
    assert read(data)


@pytest.mark.fuzz
def test_mutated_input_ends_in_a_value_or_a_flaw(rounds: Iterator[random.Random]) -> None:
    for chance in rounds:
        for data, read in READERS.values():
            with contextlib.suppress(FlawError):
                read(mutate(data, chance))


@pytest.mark.fuzz
def test_twisted_documents_under_true_signatures_end_in_a_value_or_a_flaw(
    rounds: Iterator[random.Random],
) -> None:
    """A hostile party signs what it likes: canonical JSON with true signatures, and anything at all inside."""
    payloads = {
        kind: decode(payload_of(data, kind), max_bytes=2**20) for kind, (data, _) in DOCUMENTS.items()
    }
    for chance in rounds:
        for kind, (_, read) in DOCUMENTS.items():
            with contextlib.suppress(FlawError):
                read(sign_document(kind, encode(twist(payloads[kind], chance)), AT.signer))


@pytest.mark.fuzz
def test_twisted_inner_parts_and_proofs_end_in_a_value_or_a_flaw(rounds: Iterator[random.Random]) -> None:
    _, manifest = read_manifest(file("manifest.json"))
    inner = decode(file("inner.json"), max_bytes=2**20)
    proof = decode(file("data/receipts/"), max_bytes=2**20)
    for chance in rounds:
        data = encode(twist(inner, chance))
        bound = manifest._replace(inner_digest=hashlib.sha256(data).hexdigest())
        with contextlib.suppress(FlawError):
            read_inner(data, bound)
        with contextlib.suppress(FlawError):
            read_log_proof(encode(twist(proof, chance)))
