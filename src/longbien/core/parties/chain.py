# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The chain of a party's entries: which entry follows which, who must have signed it, and when people must confirm it again.

Trust begins out of band: a first entry is good when its own keys signed it and two people compared its fingerprint. A later
entry is trusted by the signatures of the entry before it, except where it revokes the very keys that would have to sign:
a thief could sign that as well, so it is confirmed out of band again.
"""

from dataclasses import dataclass, field, replace
from typing import Final

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import Digest, KeyId
from longbien.core.parties.entry import Entry, EntryKey, fingerprint_of, parse_entry, print_entry
from longbien.core.sealing.dsse import (
    DIRECTORY_ENTRY_TYPE,
    ActSigner,
    Envelope,
    check_signatures,
    parse_envelope,
    sign_document,
)

CONFIRMATIONS: Final = 2
"""How many different people compare a fingerprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedEntry:
    """An entry whose signatures hold. `needs_people`: it is not trusted before its fingerprint was confirmed out of band."""

    entry: Entry
    fingerprint: Digest
    envelope: bytes = field(repr=False)
    needs_people: bool


def sign_entry(entry: Entry, signer: ActSigner, previous: ActSigner | None = None) -> bytes:
    """Sign an entry with its own act keys, and with those of the entry before it; give the envelope.

    `previous` is left out where those are the same keys, or where this entry revokes them.
    """
    signers = (signer,) if previous is None or previous.key_ids == signer.key_ids else (signer, previous)
    return sign_document(DIRECTORY_ENTRY_TYPE, print_entry(entry), *signers)


def read_entry(envelope: bytes) -> SignedEntry:
    """Read an entry as a stranger's: its own keys must have signed it. Whose keys they are, people must confirm.

    MalformedError `parties.entry_malformed` and those of the envelope, RefusedError of the signatures.
    """
    parsed, entry = _open(envelope)
    # Its own two signatures come first; a stranger cannot check those of an entry that it has never seen.
    check_signatures(replace(parsed, signatures=parsed.signatures[:2]), entry.act_keys(entry.issued))
    return SignedEntry(
        entry=entry, fingerprint=fingerprint_of(parsed.payload), envelope=envelope, needs_people=True
    )


def read_next(envelope: bytes, previous: Entry) -> SignedEntry:
    """Read the entry that follows `previous`, which is trusted.

    RefusedError `parties.entry_gap` (not the next number, or not linked), `parties.entry_changed` (it rewrites what was
    said before), and as `read_entry`.
    """
    parsed, entry = _open(envelope)
    linked = entry.previous == fingerprint_of(print_entry(previous))
    if entry.party != previous.party or entry.number != previous.number + 1 or not linked:
        raise RefusedError("parties.entry_gap", party=previous.party, expected=previous.number + 1)
    _check_kept(entry, previous)
    own, before = entry.act_keys(entry.issued), previous.act_keys(previous.issued)
    revokes = any(_is_revoked(entry, key.key_id) for key in before)
    check_signatures(parsed, own if revokes or own == before else (*own, *before))
    return SignedEntry(
        entry=entry, fingerprint=fingerprint_of(parsed.payload), envelope=envelope, needs_people=revokes
    )


def newly_revoked(entry: Entry, previous: Entry) -> tuple[EntryKey, ...]:
    """Give the keys that `entry` revokes, or revokes from an earlier moment than `previous` did."""
    before = {one.public.key_id: one.revoked_since for one in previous.keys}
    return tuple(
        one
        for one in entry.keys
        if one.revoked_since is not None and one.revoked_since != before.get(one.public.key_id)
    )


def _check_kept(entry: Entry, previous: Entry) -> None:
    """Check that nothing said before is unsaid: no key vanishes, no beginning moves, no revocation is taken back."""
    after = {one.public.key_id: one for one in entry.keys}
    for one in previous.keys:
        kept = after.get(one.public.key_id)
        if kept is None or kept.valid_from != one.valid_from:
            raise RefusedError("parties.entry_changed", key=one.public.key_id)
        was, now = one.revoked_since, kept.revoked_since
        if was is not None and (now is None or now > was):
            raise RefusedError("parties.entry_changed", key=one.public.key_id)
    if entry.exercise != previous.exercise or entry.issued <= previous.issued:
        raise RefusedError("parties.entry_changed", key="issued")


def _is_revoked(entry: Entry, key_id: KeyId) -> bool:
    trusted = entry.key(key_id)
    return trusted is not None and trusted.revoked_since is not None


def _open(data: bytes) -> tuple[Envelope, Entry]:
    """Read an envelope with the signatures of one or two signers, and the entry in it."""
    try:
        parsed = parse_envelope(data, DIRECTORY_ENTRY_TYPE, signers=2)
    except RefusedError:  # fewer signatures than two signers make
        parsed = parse_envelope(data, DIRECTORY_ENTRY_TYPE)
    return parsed, parse_entry(parsed.payload)
