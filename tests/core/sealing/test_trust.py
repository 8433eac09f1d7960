# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trusted keys: when a key may be relied on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.sealing.trust import TrustedKey, check_valid
from tests.authority import NOW, SINCE, authority

VN = authority("VN")
KEY = TrustedKey(party=VN.party, public=VN.signer.ed25519.public, valid_from=SINCE)
TICK = timedelta(milliseconds=1)


def code_of(**changes: object) -> str:
    with pytest.raises(RefusedError) as caught:
        check_valid(replace(KEY, **changes), NOW)  # type: ignore[arg-type]
    return caught.value.code


def test_a_key_is_good_from_its_first_moment_to_before_its_last() -> None:
    check_valid(KEY, SINCE)
    check_valid(KEY, NOW)
    check_valid(replace(KEY, valid_from=NOW, valid_until=NOW + TICK), NOW)
    assert code_of(valid_from=NOW + TICK) == "parties.key_not_yet_valid"
    assert code_of(valid_until=NOW) == "parties.key_expired"
    assert code_of(valid_until=NOW - TICK) == "parties.key_expired"


@pytest.mark.parametrize("days", [-100, -1, 0, 1])
def test_a_revoked_key_is_good_for_no_time_that_an_arriving_act_claims(days: int) -> None:
    assert code_of(revoked_since=NOW + timedelta(days=days)) == "parties.key_revoked"
