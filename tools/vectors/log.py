# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Vectors for docs/protocol/log.md: leaves, checkpoints, ML-DSA-44 cosignatures, requests, proofs, and texts to be refused.

No public vector of an ML-DSA-44 cosignature (c2sp.org/tlog-cosignature, type 0x06) was found; these are signed deterministically
(FIPS 204, section 3.4) by another implementation than the one that checks them, so they come out the same each time.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from dilithium_py.ml_dsa import ML_DSA_44

from longbien.core.base.errors import LongBienError
from longbien.core.log.checkpoint import Checkpoint, LogSigner, SignedCheckpoint, open_checkpoint
from longbien.core.log.cosign import WitnessSigner, add_cosignatures, print_cosignatures
from longbien.core.log.leaf import LEAF_FIELDS, LeafClass, make_leaf, parse_leaf, print_leaf
from longbien.core.log.merkle import Tree, leaf_hash
from longbien.core.log.note import VerifierKey, print_vkey
from longbien.core.log.policy import check_policy, parse_policy
from longbien.core.log.proof import Proof, Receipt, print_proof, verify_receipt
from longbien.core.log.witness import (
    AddCheckpoint,
    Cosign,
    Known,
    decide,
    parse_add_checkpoint,
    print_add_checkpoint,
)
from longbien.core.sealing.keys import KeyPair, PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, authority

ORIGIN, WITNESS = "longbien.example/at/1", "longbien.example/vn/witness"
OLD, SIZE, INDEX = 5, 12, 6
LATER = NOW + timedelta(seconds=42)


@dataclass(frozen=True, slots=True)
class Deterministic:
    """An ML-DSA-44 key that signs without randomness."""

    pair: KeyPair

    @property
    def public(self) -> PublicKey:
        """The public half."""
        return self.pair.public

    def sign(self, message: bytes, /) -> bytes:
        """Sign: the same message, the same signature."""
        _, private = ML_DSA_44.key_derive(self.pair.seed)
        signature: bytes = ML_DSA_44.sign(private, message, deterministic=True)
        return signature


def log_signer() -> LogSigner:
    """Give what signs the vectors' log."""
    pairs = authority("AT").pairs
    ml_dsa = Deterministic(pairs[KeyUse.LOG, Algorithm.ML_DSA_44])
    return LogSigner(origin=ORIGIN, ed25519=pairs[KeyUse.LOG, Algorithm.ED25519], ml_dsa_44=ml_dsa)


def witness_signer() -> WitnessSigner:
    """Give what cosigns it."""
    pairs = authority("VN").pairs
    ml_dsa = Deterministic(pairs[KeyUse.WITNESS, Algorithm.ML_DSA_44])
    return WitnessSigner(name=WITNESS, ed25519=pairs[KeyUse.WITNESS, Algorithm.ED25519], ml_dsa_44=ml_dsa)


def make() -> dict[str, Any]:
    """Make the vectors anew: the same each time."""
    signer, witness = log_signer(), witness_signer()
    leaves = [_leaf(leaf_class, number) for number, leaf_class in enumerate(LeafClass)]
    tree = Tree(leaf_hash(leaf) for leaf in leaves)
    earlier, newest = (
        signer.sign(Checkpoint(origin=ORIGIN, size=size, root=tree.root(size)), NOW) for size in (OLD, SIZE)
    )
    lines = witness.cosign(newest.checkpoint, LATER)
    cosigned = add_cosignatures(newest, lines, witness.keys)
    path = tree.consistency_path(OLD, SIZE)
    proof = Proof(index=INDEX, path=tree.inclusion_path(INDEX), checkpoint=cosigned.data)
    policy = _policy(signer, witness)
    return {
        "page": "docs/protocol/log.md",
        "log": _keys(signer.keys.keys, (signer.ed25519, signer.ml_dsa_44)),
        "witness": _keys(witness.keys.keys, (witness.ed25519, witness.ml_dsa_44)),
        "leaves": [leaf.decode() for leaf in leaves],
        "checkpoints": [earlier.data.decode(), newest.data.decode()],
        "signed_at": int(NOW.timestamp()),
        "cosigned_at": int(LATER.timestamp()),
        "ml_dsa_44_messages": {
            "log": _message(ORIGIN, newest, int(NOW.timestamp())),
            "witness": _message(WITNESS, newest, int(LATER.timestamp())),
        },
        "cosignatures": print_cosignatures(lines).decode(),
        "request": print_add_checkpoint(AddCheckpoint(old=OLD, path=path, signed=newest)).decode(),
        "proof": print_proof(proof).decode(),
        "policy": policy,
        "refused": _refusals(newest.data.decode(), print_proof(proof).decode(), leaves[INDEX].decode()),
    }


def check(found: dict[str, Any]) -> list[str]:
    """Read the vectors as another implementation's; give the names of what is not as it should be."""
    signer = log_signer()
    leaves = [leaf.encode() for leaf in found["leaves"]]
    tree = Tree(leaf_hash(leaf) for leaf in leaves)
    request = parse_add_checkpoint(found["request"].encode())
    known = Known(keys=signer.keys, size=OLD, root=tree.root(OLD))
    receipt = Receipt(leaf=leaves[INDEX], proof=found["proof"].encode())
    witnessed = check_policy(parse_policy(found["policy"].encode()), verify_receipt(receipt, signer.keys))
    notes = [open_checkpoint(note.encode(), signer.keys) for note in found["checkpoints"]]
    again = make()
    holds = {
        "leaves": [print_leaf(parse_leaf(leaf)) for leaf in leaves] == leaves,
        "roots": [note.checkpoint.root for note in notes] == [tree.root(OLD), tree.root(SIZE)],
        "request": isinstance(decide(request, known), Cosign),
        "policy": set(witnessed.cosigned.values()) == {LATER},
    }
    wrong = [name for name, held in holds.items() if not held]
    wrong += [f"{name} made anew" for name in again if again[name] != found[name]]
    return wrong + [one["name"] for one in found["refused"] if _code(one) != one["code"]]


def _leaf(leaf_class: LeafClass, number: int) -> bytes:
    fixed = {"sender": "VN", "party": "VN", "outcome": "refused", "code": "exchange.clock_past"}
    fields = {name: fixed.get(name, f"{number:02x}" * 32) for name in LEAF_FIELDS[leaf_class]}
    return print_leaf(make_leaf(leaf_class, NOW + timedelta(milliseconds=number), **fields))


def _keys(keys: tuple[VerifierKey, ...], pairs: tuple[object, ...]) -> list[dict[str, str]]:
    """Describe keys by seed (for signing) and verifier key."""
    found = []
    for key, pair in zip(keys, pairs, strict=True):
        held = pair.pair if isinstance(pair, Deterministic) else pair
        seed = held.seed.hex() if isinstance(held, KeyPair) else ""
        found.append({"algorithm": key.public.algorithm.value, "seed": seed, "vkey": print_vkey(key)})
    return found


def _message(name: str, signed: SignedCheckpoint, seconds: int) -> str:
    """Spell out what ML-DSA-44 signs, by hand: the `cosigned_message` of the specification."""
    checkpoint = signed.checkpoint
    parts = (
        b"subtree/v1\n\0",
        bytes([len(name)]) + name.encode(),
        seconds.to_bytes(8, "big"),
        bytes([len(ORIGIN)]) + ORIGIN.encode(),
        bytes(8),
        checkpoint.size.to_bytes(8, "big"),
        checkpoint.root,
    )
    return base64.b64encode(b"".join(parts)).decode()


def _policy(signer: LogSigner, witness: WitnessSigner) -> str:
    logs = "".join(f"log {print_vkey(key)}\n" for key in signer.keys.keys)
    first, second = (print_vkey(key) for key in witness.keys.keys)
    return f"{logs}\nwitness VN-1 {first}\nwitness VN-2 {second}\ngroup VN all VN-1 VN-2\nquorum VN\n"


def _refusals(note: str, proof: str, leaf: str) -> list[dict[str, str]]:
    """Give texts that a reader must refuse: name, what it is read as, code."""
    body, _, lines = note.partition("\n\n")
    first, second = (f"{line}\n" for line in lines.splitlines())
    cases = (
        ("without the Ed25519 signature", "checkpoint", f"{body}\n\n{second}", "log.signature_missing"),
        ("without the ML-DSA-44 signature", "checkpoint", f"{body}\n\n{first}", "log.signature_missing"),
        ("one signature twice", "checkpoint", note + second, "log.signature_malformed"),
        ("another size", "checkpoint", note.replace("\n12\n", "\n13\n"), "log.signature_invalid"),
        (
            "an extension line",
            "checkpoint",
            note.replace("\n\n", "\nmore\n\n", 1),
            "log.checkpoint_malformed",
        ),
        ("another origin", "checkpoint", note.replace(ORIGIN, ORIGIN[:-1] + "2"), "log.origin_wrong"),
        ("another index", "proof", proof.replace("index 6", "index 7"), "log.inclusion_invalid"),
        ("a leading zero", "proof", proof.replace("index 6", "index 06"), "log.proof_malformed"),
        ("a space", "leaf", leaf.replace(":", ": ", 1), "log.leaf_malformed"),
        (
            "a field of another class",
            "leaf",
            leaf.replace('"class"', '"act":"","class"'),
            "log.leaf_malformed",
        ),
    )
    return [{"name": name, "as": kind, "text": text, "code": code} for name, kind, text, code in cases]


def _code(case: dict[str, str]) -> str:
    """Give the code with which a text is refused here."""
    keys = log_signer().keys
    leaf = _leaf(list(LeafClass)[INDEX], INDEX)
    readers: dict[str, Callable[[bytes], object]] = {
        "checkpoint": lambda data: open_checkpoint(data, keys),
        "proof": lambda data: verify_receipt(Receipt(leaf=leaf, proof=data), keys),
        "leaf": parse_leaf,
    }
    try:
        readers[case["as"]](case["text"].encode())
    except LongBienError as error:
        return error.code
    return ""
