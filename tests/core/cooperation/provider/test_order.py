# SPDX-FileCopyrightText: 2026 Long Biên contributors
# SPDX-License-Identifier: EUPL-1.2
"""The letter to a provider: what it needs, nothing else, sixty days at least."""

from dataclasses import fields
from datetime import timedelta

import pytest

from longbien.core.base.errors import RefusedError
from longbien.core.base.ids import PartyId
from longbien.core.cooperation.forms.fields import clean
from longbien.core.cooperation.forms.kinds import form
from longbien.core.cooperation.provider.order import Order, Sender, make_order
from tests.requests import TODAY, preservation

SENDER = Sender(party=PartyId("AT"), names={"en": "Austria"})


def made(*, addressee: str = "", days_until: int | None = None, **changed: object) -> Order:
    values = clean(form("preservation"), preservation(**changed)).values  # type: ignore[arg-type]
    until = None if days_until is None else TODAY + timedelta(days=days_until)
    return make_order(
        values,
        SENDER,
        number="AT-7",
        exercise=True,
        addressee=addressee,
        now=TODAY,
        until=until,
        role_id="at-duty-1",
    )


def test_it_lasts_as_long_as_asked_and_sixty_days_at_least() -> None:
    assert made().until == TODAY + timedelta(days=60)
    assert made(days=90).until == TODAY + timedelta(days=90)
    assert made(days_until=75).until == TODAY + timedelta(days=75)
    with pytest.raises(RefusedError, match=r"preservation_too_short"):
        made(days_until=59)


def test_it_is_addressed_to_the_holder_unless_another_is_named() -> None:
    assert made(custodian="Provider One").addressee == "Provider One"
    assert made(custodian="Provider One", addressee="Provider Two").addressee == "Provider Two"


def test_no_facts_and_no_asking_state_stand_in_it() -> None:
    text = repr(made())
    for name in ("facts", "necessity", "relation"):
        assert str(preservation()[name]) not in text
    assert "VN" not in text
    assert "Cybercrime Division" not in text
    assert {one.name for one in fields(Order)} & {"facts", "partner", "suspects"} == set()


def test_a_request_without_accounts_or_data_has_no_letter() -> None:
    with pytest.raises(RefusedError, match=r"order_nothing"):
        make_order({}, SENDER, number="", exercise=False, addressee="", now=TODAY, until=None, role_id="")
