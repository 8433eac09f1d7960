# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""Each provision leads to a desk."""

import pytest

from longbien.core.base.errors import MalformedError
from longbien.core.base.library import data_bytes, parse_yaml
from longbien.core.treaty.provisions.citation import ProvisionId
from longbien.core.treaty.provisions.convention import convention
from longbien.core.treaty.provisions.desks import DESKS, desks_of, parse_desks


def names(provision: str) -> list[str]:
    return [desk.name for desk in desks_of(ProvisionId(provision))]


def test_every_duty_has_a_desk() -> None:
    assert all(desks_of(duty.id) for duty in convention().duties)


def test_the_nearest_row_counts() -> None:
    assert names("40.15.c") == ["cooperation"]
    assert names("40.12.c") == ["parties", "treaty"]
    assert names("40.12.b") == ["cooperation"]
    assert names("7.1") == ["law"]
    assert names("54") == ["assistance"]
    assert [desk.built for desk in desks_of(ProvisionId("57"))] == [True]
    assert [desk.built for desk in desks_of(ProvisionId("54"))] == [False]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("desk: parties", "desk: kitchen"),
        ("desk: parties", "desk: treaty"),
        ('"68"]', '"67.1"]'),
        ('"68"]', '"68", "40.99"]'),
        ('"68"]', '"68", "68"]'),
        ("desks: [law]", "desks: [law, law]"),
        ("desks: [law]", "desks: [kitchen]"),
        ("built: true", "built: maybe"),
    ],
)
def test_a_mistake_is_refused(before: str, after: str) -> None:
    text = data_bytes(DESKS).decode()
    assert before in text
    document = parse_yaml(text.replace(before, after, 1), source=DESKS)
    with pytest.raises(MalformedError) as refused:
        parse_desks(document)
    assert refused.value.code == "base.data_mistake"
