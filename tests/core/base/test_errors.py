# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The family of errors."""

import copy

from longbien.core.base.errors import LongBienError, MalformedError, RefusedError, UsageError


def test_an_error_shows_its_code_and_values() -> None:
    assert str(RefusedError("sealing.signature_missing")) == "sealing.signature_missing"
    assert str(MalformedError("base.id", kind="party", value="vn")) == "base.id (kind=party, value=vn)"


def test_each_family_has_its_own_exit_status() -> None:
    assert [family.exit_status for family in (UsageError, MalformedError, LongBienError, RefusedError)] == [
        64,
        65,
        70,
        77,
    ]


def test_an_error_survives_copying_with_its_values() -> None:
    again = copy.copy(MalformedError("base.id", kind="party"))
    assert (again.code, again.params) == ("base.id", {"kind": "party"})
