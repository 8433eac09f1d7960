# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Logs and witnesses with keys from fixed seeds, for tests."""

import base64
from datetime import datetime

from longbien.core.log.checkpoint import Checkpoint, LogKeys, LogSigner, SignedCheckpoint, sign_line
from longbien.core.log.cosign import WitnessSigner
from longbien.core.log.leaf import LeafClass, make_leaf, print_leaf
from longbien.core.log.merkle import Frontier, Tree, leaf_hash
from longbien.core.log.note import Note, VerifierKey
from longbien.core.sealing.keys import KeyPair, key_pair_from_seed
from longbien.core.sealing.suites import Algorithm, KeyUse
from tests.authority import NOW, authority


def log_signer(party: str = "AT", origin: str = "") -> LogSigner:
    """Give what signs the log of a party."""
    pairs = authority(party).pairs
    return LogSigner(
        origin=origin or f"longbien.example/{party.lower()}/1",
        ed25519=pairs[KeyUse.LOG, Algorithm.ED25519],
        ml_dsa_44=pairs[KeyUse.LOG, Algorithm.ML_DSA_44],
    )


def witness_signer(party: str = "VN") -> WitnessSigner:
    """Give what cosigns in a party's name."""
    pairs = authority(party).pairs
    return WitnessSigner(
        name=f"longbien.example/{party.lower()}/witness",
        ed25519=pairs[KeyUse.WITNESS, Algorithm.ED25519],
        ml_dsa_44=pairs[KeyUse.WITNESS, Algorithm.ML_DSA_44],
    )


def leaves(count: int, start: int = 0) -> list[bytes]:
    """Make so many leaves, each different."""
    return [
        print_leaf(make_leaf(LeafClass.ACT_MADE, NOW, act=f"{number:064x}"))
        for number in range(start, start + count)
    ]


def tree_of(entries: list[bytes]) -> Tree:
    """Build the tree over entries."""
    return Tree(leaf_hash(entry) for entry in entries)


def signed(entries: list[bytes], signer: LogSigner | None = None, at: datetime = NOW) -> SignedCheckpoint:
    """Sign the checkpoint of a log with these entries."""
    signer = signer or log_signer()
    frontier = Frontier().extend(leaf_hash(entry) for entry in entries)
    return signer.sign(Checkpoint(origin=signer.origin, size=frontier.size, root=frontier.root()), at)


def classic_key(name: str, seed: bytes) -> tuple[VerifierKey, KeyPair]:
    """Make a log key of the kind that public logs use: Ed25519 alone."""
    pair = key_pair_from_seed(KeyUse.LOG, Algorithm.ED25519, seed)
    return VerifierKey(name=name, public=pair.public), pair


def sign_classic(name: str, seed: bytes, checkpoint: Checkpoint) -> SignedCheckpoint:
    """Sign a checkpoint as a public log does."""
    key, pair = classic_key(name, seed)
    line = sign_line(key, pair, checkpoint, NOW)
    return SignedCheckpoint(checkpoint=checkpoint, note=Note(text=checkpoint.text, signatures=(line,)))


def private_note_key(text: str) -> tuple[str, bytes]:
    """Read a Go note's private key: its name and Ed25519 seed."""
    private, key, name, _, material = text.split("+", 4)
    assert (private, key) == ("PRIVATE", "KEY")
    decoded = base64.b64decode(material)
    assert decoded[0] == 1
    return name, decoded[1:]


def only_key(key: VerifierKey) -> LogKeys:
    """Trust a log by one key."""
    return LogKeys(origin=key.name, keys=(key,))
