# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Which entry follows which, and who must have signed it."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from longbien.core.base.errors import LongBienError
from longbien.core.parties.chain import newly_revoked, read_entry, read_next, sign_entry
from longbien.core.parties.entry import Entry, EntryKey, fingerprint_of, print_entry
from longbien.core.sealing.dsse import ActKeys
from longbien.core.sealing.suites import KeyUse
from tests.authority import NOW, authority
from tests.entries import LATER, first_entry, first_envelope, new_signer

VN, AT = authority("VN"), authority("AT")
FIRST = first_entry(VN)
FRESH = new_signer(VN, "fresh")


def following(previous: Entry, *, signer: ActKeys = FRESH, revoked: datetime | None = None) -> Entry:
    """Give the entry after `previous` that brings new act keys and ends or revokes the old ones."""
    old = [
        replace(one, valid_until=LATER + timedelta(days=7), revoked_since=revoked)
        if one.public.use is KeyUse.ACT
        else one
        for one in previous.keys
    ]
    new = [EntryKey(public=pair.public, valid_from=LATER) for pair in (signer.ed25519, signer.ml_dsa_65)]
    return replace(
        previous,
        number=previous.number + 1,
        previous=fingerprint_of(print_entry(previous)),
        issued=LATER,
        keys=(*old, *new),
    )


def refusal(envelope: bytes, previous: Entry | None = None) -> str:
    with pytest.raises(LongBienError) as caught:
        read_entry(envelope) if previous is None else read_next(envelope, previous)
    return caught.value.code


def test_a_first_entry_is_signed_by_its_own_keys_and_confirmed_by_people() -> None:
    found = read_entry(first_envelope(VN))
    assert (found.entry, found.needs_people) == (FIRST, True)
    assert found.fingerprint == fingerprint_of(print_entry(FIRST))
    assert refusal(sign_entry(FIRST, AT.signer)) == "sealing.signature_missing"
    assert refusal(b"{}") == "sealing.envelope_malformed"


def test_a_rotation_is_signed_by_new_and_old_keys() -> None:
    entry = following(FIRST)
    found = read_next(sign_entry(entry, FRESH, VN.signer), FIRST)
    assert (found.entry, found.needs_people) == (entry, False)
    assert refusal(sign_entry(entry, FRESH), FIRST) == "sealing.signature_missing"
    assert refusal(sign_entry(entry, VN.signer, FRESH), FIRST) == "sealing.signature_missing"
    assert refusal(sign_entry(entry, FRESH, AT.signer), FIRST) == "sealing.signature_missing"


def test_a_stranger_reads_a_later_entry_by_its_own_keys() -> None:
    entry = following(FIRST)
    assert read_entry(sign_entry(entry, FRESH, VN.signer)).needs_people is True
    assert refusal(sign_entry(entry, VN.signer, FRESH)) == "sealing.signature_missing"


def test_an_entry_with_the_same_keys_is_signed_once() -> None:
    moved = replace(FIRST, number=2, previous=fingerprint_of(print_entry(FIRST)), issued=LATER)
    assert read_next(sign_entry(moved, VN.signer, VN.signer), FIRST).needs_people is False


def test_a_revocation_of_the_signing_keys_needs_people() -> None:
    entry = following(FIRST, revoked=NOW)
    found = read_next(sign_entry(entry, FRESH), FIRST)
    assert found.needs_people is True
    assert {one.public.key_id for one in newly_revoked(entry, FIRST)} == set(VN.signer.key_ids)
    assert newly_revoked(entry, entry) == ()
    assert refusal(sign_entry(entry, FRESH, VN.signer), FIRST) == "sealing.signature_missing"


def test_no_number_is_left_out_and_each_is_linked() -> None:
    second = following(FIRST)
    third = following(second, signer=new_signer(VN, "third"))
    assert refusal(sign_entry(third, new_signer(VN, "third"), FRESH), FIRST) == "parties.entry_gap"
    unlinked = replace(second, previous=fingerprint_of(b"other"))
    assert refusal(sign_entry(unlinked, FRESH, VN.signer), FIRST) == "parties.entry_gap"
    assert refusal(first_envelope(AT), FIRST) == "parties.entry_gap"


def test_nothing_said_before_is_unsaid() -> None:
    second = following(FIRST, revoked=NOW)
    third = new_signer(VN, "third")
    lost = replace(following(FIRST), keys=following(FIRST).keys[1:])
    moved = replace(
        following(FIRST),
        keys=tuple(replace(one, valid_from=one.valid_from - timedelta(1)) for one in following(FIRST).keys),
    )
    taken_back = following(second, signer=third)
    taken_back = replace(taken_back, keys=tuple(replace(one, revoked_since=None) for one in taken_back.keys))
    for entry, previous in (
        (lost, FIRST),
        (moved, FIRST),
        (taken_back, second),
        (replace(following(FIRST), exercise=False), FIRST),
        (replace(following(FIRST), issued=FIRST.issued), FIRST),
    ):
        signer = third if previous is second else FRESH
        before = FRESH if previous is second else VN.signer
        try:
            envelope = sign_entry(entry, signer, before)
        except LongBienError:
            continue  # not even an entry: a key that signs is gone
        assert refusal(envelope, previous) == "parties.entry_changed"
