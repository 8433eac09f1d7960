# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""What a provision is known by within its law."""

import pytest

from longbien.core.law.provisions.provision import Provision, number_key, number_of


@pytest.mark.parametrize(
    ("number", "key"),
    [("342.1", "342.1"), ("§ 176 B.", "§176b"), ("95 bis", "95bis"), ("216^1", "216^1"), ("", "")],
)
def test_numbers_are_compared_without_white_space_case_and_full_stop(number: str, key: str) -> None:
    assert number_key(number) == key


def test_a_provision_without_a_printed_number_is_known_by_its_id() -> None:
    assert number_of(Provision(id="XA:CODE:12.1", text="x")) == "12.1"
    assert number_of(Provision(id="12", text="x")) == "12"
    assert number_of(Provision(id="CODE:12", number="12 A", text="x")) == "12 A"
