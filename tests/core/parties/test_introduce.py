# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Trust begins when two different officers have compared the fingerprint, each by himself."""

from dataclasses import replace

import pytest

from longbien.core.base.errors import LongBienError
from longbien.core.parties.chain import SignedEntry, read_entry
from longbien.core.parties.entry import print_fingerprint
from longbien.core.parties.introduce import Confirmation, confirm, officers_missing
from tests.authority import NOW, authority
from tests.entries import first_envelope

SIGNED = read_entry(first_envelope(authority("VN")))
OTHER = read_entry(first_envelope(authority("AT")))


def confirmed(role_id: str, signed: SignedEntry = SIGNED) -> Confirmation:
    typed = print_fingerprint(signed.fingerprint).upper()
    return confirm(signed, typed=typed, role_id=role_id, at=NOW, means="telephone, treaty register")


def test_two_different_officers_make_trust() -> None:
    one, two = confirmed("at-duty-1"), confirmed("at-duty-2")
    assert [officers_missing(SIGNED, given) for given in ((), (one,), (one, one), (one, two))] == [2, 1, 1, 0]


def test_confirmations_of_another_entry_do_not_count() -> None:
    assert officers_missing(SIGNED, (confirmed("at-duty-1", OTHER), confirmed("at-duty-2", OTHER))) == 2


def test_an_entry_that_follows_needs_nobody() -> None:
    assert officers_missing(replace(SIGNED, needs_people=False), ()) == 0


@pytest.mark.parametrize(
    ("typed", "means", "code"),
    [
        ("0" * 64, "telephone", "parties.fingerprint_differs"),
        (SIGNED.fingerprint[:-1], "telephone", "parties.fingerprint_differs"),
        ("", "telephone", "parties.fingerprint_differs"),
        (SIGNED.fingerprint, "  ", "parties.means_missing"),
    ],
    ids=["wrong", "short", "empty", "no means"],
)
def test_a_wrong_comparison_is_refused(typed: str, means: str, code: str) -> None:
    with pytest.raises(LongBienError) as refused:
        confirm(SIGNED, typed=typed, role_id="at-duty-1", at=NOW, means=means)
    assert refused.value.code == code
