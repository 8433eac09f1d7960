# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The next entry: rotation follows by itself, revocation needs two officers anew, and old acts are judged by our log's time."""

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.parties.chain import read_next, sign_entry
from longbien.core.parties.successor import amend, revoke, rotate
from longbien.core.parties.validity import in_doubt
from longbien.core.sealing.keys import PublicKey
from longbien.core.sealing.suites import Algorithm, KeyUse
from longbien.core.sealing.trust import TrustedKey, check_valid
from tests.authority import SINCE, authority
from tests.entries import first_entry, new_pair, new_signer

VN = authority("VN")
FIRST = first_entry(VN)
DAY = timedelta(days=1)
FRESH = new_signer(VN, "second")
FRESH_KEYS: list[PublicKey] = [FRESH.ed25519.public, FRESH.ml_dsa_65.public]
OLD_IDS = VN.signer.key_ids


def key(entry_keys: object, at: datetime) -> str:
    assert isinstance(entry_keys, TrustedKey)
    try:
        check_valid(entry_keys, at)
    except RefusedError as error:
        return error.code
    return ""


def test_a_rotation_follows_and_both_keys_are_good_for_their_time() -> None:
    entry = rotate(FIRST, issued=SINCE + 10 * DAY, fresh=FRESH_KEYS, until=SINCE + 20 * DAY)
    signed = read_next(sign_entry(entry, FRESH, VN.signer), FIRST)
    assert (signed.entry.number, signed.needs_people) == (2, False)
    old, new = entry.key(OLD_IDS[0]), entry.key(FRESH.key_ids[0])
    assert [key(old, SINCE + days * DAY) for days in (0, 19, 20)] == ["", "", "parties.key_expired"]
    assert [key(new, SINCE + days * DAY) for days in (9, 10)] == ["parties.key_not_yet_valid", ""]


def test_a_revocation_of_the_signing_keys_needs_people() -> None:
    stolen = dict.fromkeys(OLD_IDS, SINCE + 5 * DAY)
    entry = revoke(FIRST, issued=SINCE + 10 * DAY, stolen=stolen, fresh=FRESH_KEYS)
    assert read_next(sign_entry(entry, FRESH), FIRST).needs_people is True
    assert key(entry.key(OLD_IDS[0]), SINCE) == "parties.key_revoked"


def test_acts_are_in_doubt_from_the_theft_on_by_our_logs_time() -> None:
    stolen = dict.fromkeys(OLD_IDS, SINCE + 5 * DAY)
    entry = revoke(FIRST, issued=SINCE + 10 * DAY, stolen=stolen, fresh=FRESH_KEYS)
    assert [in_doubt(entry, OLD_IDS, recorded_at=SINCE + days * DAY) for days in (4, 5, 11)] == [
        False,
        True,
        True,
    ]
    assert in_doubt(FIRST, OLD_IDS, recorded_at=SINCE + 11 * DAY) is False
    assert in_doubt(FIRST, FRESH.key_ids, recorded_at=SINCE) is True


def test_revoking_the_sealing_key_follows() -> None:
    fresh = new_pair(VN, KeyUse.SEAL, Algorithm.MLKEM768_X25519, "second")
    entry = revoke(FIRST, issued=SINCE + DAY, stolen={VN.seal.key_id: SINCE}, fresh=[fresh.public])
    assert read_next(sign_entry(entry, VN.signer), FIRST).needs_people is False
    assert entry.seal_key(SINCE + DAY) == fresh.public


def test_a_key_revoked_twice_keeps_the_earlier_moment() -> None:
    stolen = dict.fromkeys(OLD_IDS, SINCE + 5 * DAY)
    once = revoke(FIRST, issued=SINCE + 10 * DAY, stolen=stolen, fresh=FRESH_KEYS)
    again = revoke(once, issued=SINCE + 11 * DAY, stolen=dict.fromkeys(OLD_IDS, SINCE + 9 * DAY), fresh=())
    found = again.key(OLD_IDS[0])
    assert found is not None
    assert found.revoked_since == SINCE + 5 * DAY


def test_an_unknown_key_is_not_revoked() -> None:
    with pytest.raises(RefusedError) as refused:
        revoke(FIRST, issued=SINCE, stolen={FRESH.key_ids[0]: SINCE}, fresh=())
    assert refused.value.code == "parties.key_unknown"


def test_an_amended_entry_follows() -> None:
    entry = replace(amend(FIRST, issued=SINCE + DAY), languages=("en", "fr"))
    signed = read_next(sign_entry(entry, VN.signer), FIRST)
    assert (signed.entry.languages, signed.needs_people) == (("en", "fr"), False)
