# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Directory entries: who has which keys (docs/protocol/directory.md). One party's entries form a chain."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, NamedTuple

from longbien.core.evidence.verifier.dsse import (
    ENTRY_TYPE,
    KEY_LENGTHS,
    SIGNERS,
    Envelope,
    Key,
    check_signature,
    key_id,
    read_envelope,
)
from longbien.core.evidence.verifier.flaws import FlawError
from longbien.core.evidence.verifier.note import NoteKey, read_vkey

if TYPE_CHECKING:
    from typing import Final

    from longbien.core.evidence.verifier.fields import Fields
    from longbien.core.evidence.verifier.primitives import Primitives

MAX_ENTRY: Final = 2**19
_MAX_KEYS: Final = 100
_LOG_KINDS: Final = {1: "ed25519", 6: "ml-dsa-44"}
_WITNESS_KINDS: Final = {4: "ed25519", 6: "ml-dsa-44"}


class Entry(NamedTuple):
    """One directory entry. `fingerprint` is SHA-256 of its payload: what two people confirm out of band."""

    party: str
    number: int
    previous: str
    fingerprint: str
    exercise: bool
    issued: str
    name: str
    keys: dict[str, Key]
    log_keys: tuple[NoteKey, ...]
    witness_keys: tuple[NoteKey, ...]
    envelope: Envelope


def read_entry(data: bytes) -> Entry:
    """Read an entry; its signatures are checked by `check_entry`."""
    if len(data) > MAX_ENTRY:
        raise FlawError("entry.too_large", f"it is larger than the {MAX_ENTRY} bytes allowed here")
    envelope = read_envelope(data, ENTRY_TYPE)
    fields = envelope.fields
    fields.constant("type", "longbien/directory-entry/v1")
    party, number = fields.party("party"), fields.integer("number")
    if len(fields.items("keys")) > _MAX_KEYS:
        raise FlawError("entry.keys", f"it has more than {_MAX_KEYS} keys")
    keys = [_read_key(item, party) for item in fields.objects("keys")]
    names = fields.fields("names")
    return Entry(
        party,
        number,
        fields.digest_or_none("previous"),
        hashlib.sha256(envelope.payload).hexdigest(),
        fields.boolean("exercise"),
        fields.moment("issued"),
        names.text("en"),
        {key.key_id: key for key in keys},
        _read_note_keys(fields.fields("log"), "origin", "log", keys),
        _read_note_keys(fields.fields("witness"), "name", "witness", keys),
        envelope,
    )


def _read_key(fields: Fields, party: str) -> Key:
    algorithm, use, public = fields.text("algorithm"), fields.text("use"), fields.base64("public")
    found = Key(
        party,
        use,
        algorithm,
        fields.id("key_id"),
        public,
        fields.moment("from"),
        fields.moment_or_none("until"),
        fields.moment_or_none("revoked_since"),
    )
    if KEY_LENGTHS.get(algorithm) != len(public) or found.key_id != key_id(use, algorithm, public):
        raise FlawError("entry.key", f"the key {found.key_id[:8]} does not have its own id or length")
    return found


def _read_note_keys(fields: Fields, name: str, use: str, keys: list[Key]) -> tuple[NoteKey, ...]:
    """Read verifier keys of a log or witness; each must be one of the entry's keys for that use."""
    kinds = _LOG_KINDS if use == "log" else _WITNESS_KINDS
    listed = {(key.algorithm, key.public) for key in keys if key.use == use}
    found = tuple(read_vkey(text) for text in fields.texts("vkeys"))
    for key in found:
        if key.name != fields.text(name) or (kinds.get(key.kind, ""), key.public) not in listed:
            raise FlawError(
                "entry.vkey", f"a verifier key of its {use} is not among its keys, or has another name"
            )
    return found


def is_current(key: Key, moment: str) -> bool:
    """Tell whether a key was in force at a moment, revocation aside."""
    return key.begins <= moment and (not key.ends or moment < key.ends)


def check_entry(entry: Entry, previous: Entry | None, primitives: Primitives) -> None:
    """Check an entry's own signatures, its link to the one before it, and that one's signatures.

    `previous` is None for the first entry that is there; FlawError `entry.…`.
    """
    own = entry.envelope.signatures[:2]
    _check_pair(entry, entry, own, primitives)
    alone = entry.number == 1 or (previous is not None and revokes_signers(entry, previous))
    if len(entry.envelope.signatures) not in ((2,) if alone else (2, 4)):
        raise FlawError("entry.signatures", "it does not have the number of signatures that it needs")
    if previous is None:
        if (entry.number == 1) != (not entry.previous):
            raise FlawError("entry.first", "only the first entry of a party has no predecessor")
        return
    if entry.number != previous.number + 1 or entry.previous != previous.fingerprint:
        raise FlawError("entry.link", f"it is not linked to entry {previous.number} of {previous.party}")
    _check_kept(entry, previous)
    if revokes_signers(entry, previous):
        return
    # Two signatures are enough where the keys did not change.
    before = entry.envelope.signatures[2:] or own
    if [identity for identity, _ in before] != signers(previous):
        raise FlawError("entry.signer", f"it is not signed with the keys of entry {previous.number}")
    _check_pair(entry, previous, before, primitives)


def signers(entry: Entry) -> list[str]:
    """Give the ids of the entry's own two keys for documents: those that signed it first."""
    return [identity for identity, _ in entry.envelope.signatures[:2]]


def revokes_signers(entry: Entry, previous: Entry) -> bool:
    """Tell whether an entry revokes a key that would have to sign it: a thief could have made it (directory.md, 2)."""
    return any(entry.keys[identity].revoked_since for identity in signers(previous) if identity in entry.keys)


def _check_kept(entry: Entry, previous: Entry) -> None:
    """Check that nothing said before is unsaid: no key vanishes, no beginning moves, no revocation is taken back."""
    if entry.exercise != previous.exercise or entry.issued <= previous.issued:
        raise FlawError(
            "entry.changed", f"it is not issued after entry {previous.number}, or no longer an exercise"
        )
    for identity, was in previous.keys.items():
        now = entry.keys.get(identity)
        if now is None or now.begins != was.begins:
            raise FlawError("entry.changed", f"it drops or changes a key of entry {previous.number}")
        if was.revoked_since and not "" < now.revoked_since <= was.revoked_since:
            raise FlawError("entry.changed", f"it takes back a revocation of entry {previous.number}")


def _check_pair(
    entry: Entry, owner: Entry, signatures: tuple[tuple[str, bytes], ...], primitives: Primitives
) -> None:
    if len(signatures) != 2:
        raise FlawError("entry.signatures", "it does not have two or four signatures")
    for algorithm, (identity, signature) in zip(SIGNERS, signatures):
        key = owner.keys.get(identity)
        if key is None or (key.use, key.algorithm) != ("act", algorithm):
            raise FlawError("entry.signer", f"it is not signed with the keys of entry {owner.number}")
        if not is_current(key, owner.issued) or key.revoked_since:
            raise FlawError("entry.signer", f"it is signed with a key that entry {owner.number} did not use")
        check_signature(key, entry.envelope, signature, primitives)
